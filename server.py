"""What `should-i-use-ml serve` runs: the application, and the redirect of addresses that are deeper than any page."""

import signal
import sys

import streamlit as st
from starlette.middleware import Middleware

from framework.ui.paths import OneSegment

app = st.App("app.py", middleware=[Middleware(OneSegment)])

if __name__ == "__main__":  # with the address and the port to listen on
    address, port = sys.argv[1:]
    # The server shuts down in order and raises the signal again; the default would then look like a crash.
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda *_: sys.exit(0))
    app.run(config={"server.address": address, "server.port": int(port)})
