"""Ports of this machine on which nobody listens."""

from __future__ import annotations

import contextlib
import socket


def free_ports(number: int = 1, besides: int | None = None) -> list[int]:
    """So many different ports that are free now; never `besides`, which somebody will take later."""
    found: list[int] = []
    with contextlib.ExitStack() as held:  # each is held until all are found, so that none comes twice
        while len(found) < number:
            probe = held.enter_context(socket.socket())
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
            if port != besides:
                found.append(port)
    return found
