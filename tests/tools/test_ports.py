"""Free ports: different ones, nobody listens on them, and never the one that is set aside."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from tools import ports


def test_the_ports_differ_and_can_be_taken() -> None:
    found = ports.free_ports(5)
    assert len(set(found)) == 5
    for port in found:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", port))


def test_the_port_set_aside_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if the system offers it first."""
    offered = iter((8601, 8602, 8603))

    class Offering:
        def __enter__(self) -> Offering:
            return self

        def __exit__(self, *_: Any) -> None: ...

        def bind(self, _: Any) -> None: ...

        def getsockname(self) -> tuple[str, int]:
            return "127.0.0.1", next(offered)

    monkeypatch.setattr(socket, "socket", Offering)
    assert ports.free_ports(2, besides=8601) == [8602, 8603]
