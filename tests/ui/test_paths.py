"""A path that is deeper than any page leads to one of a single segment; all else passes."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any
from urllib.parse import unquote, urljoin

import pytest

from framework.ui.paths import OneSegment
from tests.ui.awaiting import awaited


def _reached(asked: str, accept: str = "text/html,*/*;q=0.8", method: str = "GET") -> str:
    """The address that a browser is at after it asked for one."""
    sent: list[MutableMapping[str, Any]] = []

    async def answered(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    async def nothing() -> MutableMapping[str, Any]:
        return {"type": "http.request"}

    async def passed(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    path, _, query = asked.partition("?")
    scope = {
        "type": "http",
        "method": method,
        "path": unquote(path),
        "query_string": query.encode(),
        "headers": [(b"accept", accept.encode())],
    }
    awaited(OneSegment(passed)(scope, nothing, answered))
    headers: dict[bytes, bytes] = dict(sent[0]["headers"])
    assert (sent[0]["status"] == 307) == (b"location" in headers)
    return urljoin(asked, headers.get(b"location", b"").decode())


@pytest.mark.parametrize(
    ("asked", "reached"),
    [
        ("/a/b", "/a-b"),
        ("/rule/criteria/goal?work=x&lang=fr", "/rule-criteria-goal?work=x&lang=fr"),
        ("/a/b/", "/a-b"),
        ("/a%3Fb/%C3%A9", "/a%3Fb-%C3%A9"),
    ],
)
def test_a_deeper_path_leads_to_one_of_a_single_segment(asked: str, reached: str) -> None:
    assert _reached(asked) == reached


@pytest.mark.parametrize(
    "asked", ["/", "/brief?work=x", "/static/js/index.js", "/media/file.pdf", "/brief/_stcore/health"]
)
def test_pages_and_what_they_are_made_of_stay_where_they_are(asked: str) -> None:
    assert _reached(asked) == asked


def test_only_what_a_browser_opens_as_a_page_is_led_elsewhere() -> None:
    """A script that is asked for below a page keeps its answer."""
    assert _reached("/a/b", accept="*/*") == "/a/b"
    assert _reached("/a/b", method="POST") == "/a/b"
