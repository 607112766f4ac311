"""`serve`: the application in a browser, from a checkout or an installed package, started in any directory."""

from __future__ import annotations

import errno
import os
import socket
import sys
from argparse import ArgumentTypeError, Namespace
from contextlib import suppress

from framework import deployment
from framework.errors import UserError
from framework.settings import application

_ADDRESS = (
    "Give an address of this computer: --address 127.0.0.1 for this computer alone, --address 0.0.0.0 for others too."
)

_HINTS = {
    errno.EADDRINUSE: "Stop the program that uses it, or choose another port: should-i-use-ml serve --port 8502",
    errno.EADDRNOTAVAIL: _ADDRESS,
    errno.EACCES: "Choose a port from 1024 on: should-i-use-ml serve --port 8502",
}
"""What to do, by the number of the error."""

ENOUGH_FILES = 65_536
"""Open files at most: four for each phone, so more than any hall needs."""


def run(options: Namespace) -> int:
    """Replace this process with the server; returns only if it cannot start.

    The server replaces this process, so that it receives signals directly. Its settings are next to `server.py`
    (`.streamlit/config.toml`), where Streamlit finds them whatever the working directory is.

    Raises:
        UserError: the server cannot listen on this address and port, or something that it needs is set wrongly.
    """
    deployment.check()
    _try_to_listen(options.address, options.port)
    _raise_limit_of_files()
    server = str(application("server.py"))
    os.execv(sys.executable, [sys.executable, server, options.address, str(options.port)])  # noqa: S606


def port(text: str) -> int:
    """A port from the command line, 1 to 65535."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65_535):
        raise ArgumentTypeError(f"a port is a number from 1 to 65535, not {text!r}")
    return int(text)


def _raise_limit_of_files() -> None:
    """Allow the server as many open files as the system lets this account have: a phone takes four, and the usual limit
    of 1,024 leaves the second half of a hall outside. What replaces this process inherits the limit.
    """
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = ENOUGH_FILES if hard == resource.RLIM_INFINITY else min(hard, ENOUGH_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(ValueError, OSError):  # macOS refuses more than the kernel has
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _try_to_listen(address: str, port: int) -> None:
    """Check that the server can listen there: its own error would be a stack trace."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(where)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = _HINTS.get(error.errno or 0, "") if not isinstance(error, socket.gaierror) else _ADDRESS
        raise UserError(f"Cannot listen on {address or '(empty)'}, port {port}: {reason}.", hint) from error
