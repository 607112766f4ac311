"""`serve`: the application in a browser, from a checkout or an installed package, started in any directory."""

from __future__ import annotations

import errno
import os
import socket
import sys
from argparse import ArgumentTypeError, Namespace

from framework import deployment
from framework.errors import RuleBaseError, UserError
from framework.settings import OVERLAY, RULES, application

_ADDRESS = (
    "Give an address of this computer: --address 127.0.0.1 for this computer alone, --address 0.0.0.0 for others too."
)

_HINTS = {
    errno.EADDRINUSE: "Stop the program that uses it, or choose another port: should-i-use-ml serve --port 8502",
    errno.EADDRNOTAVAIL: _ADDRESS,
    errno.EACCES: "Choose a port from 1024 on: should-i-use-ml serve --port 8502",
}
"""What to do, by the number of the error."""


def run(options: Namespace) -> int:
    """Replace this process with the server; returns only if it cannot start.

    The server replaces this process, so that it receives signals directly. Its settings are next to `server.py`
    (`.streamlit/config.toml`), where Streamlit finds them whatever the working directory is.

    Raises:
        UserError: the server cannot listen on this address and port, or something that it needs is set wrongly.
    """
    deployment.check()
    _try_to_listen(options.address, options.port)
    _tell_problems()
    sys.stdout.flush()
    server = str(application("server.py"))
    os.execv(sys.executable, [sys.executable, server, options.address, str(options.port)])  # noqa: S606


def port(text: str) -> int:
    """A port from the command line, 1 to 65535."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65_535):
        raise ArgumentTypeError(f"a port is a number from 1 to 65535, not {text!r}")
    return int(text)


def _tell_problems() -> None:
    """Print what is wrong with rules of one's own. The server starts all the same: its pages say it until it is mended.

    The rules that come with the product are not read for that, as it would take a second of each start.
    """
    if not (os.environ.get(RULES, "").strip() or os.environ.get(OVERLAY, "").strip()):
        return
    from framework.rulebase import load_rules  # help needs none of it

    try:
        load_rules()
    except RuleBaseError as error:
        print(f"{error}\nThe application starts, and shows these mistakes until they are mended.", file=sys.stderr)
        sys.stderr.flush()


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
