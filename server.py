"""What `should-i-use-ml serve` runs: the application, a check of its health, its upkeep, and the redirect of addresses
that are deeper than any page.
"""

import logging
import signal
import sys

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from framework.ui import startup, upkeep
from framework.ui.paths import OneSegment

logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
logging.getLogger("framework").setLevel(logging.INFO)

app = st.App(
    "app.py",
    lifespan=upkeep.beside_the_pages,
    routes=[Route("/healthz", startup.healthz)],
    middleware=[Middleware(OneSegment)],
)

if __name__ == "__main__":  # with the address and the port to listen on
    address, port = sys.argv[1:]
    # The server shuts down in order and raises the signal again; the default would then look like a crash.
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda *_: sys.exit(0))
    startup.prepare()
    app.run(config={"server.address": address, "server.port": int(port)})
