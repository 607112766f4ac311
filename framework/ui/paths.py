"""Paths of addresses, before Streamlit sees them: every page has a single segment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.responses import RedirectResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

OF_STREAMLIT = frozenset({"_stcore", "static", "media", "component", "app"})
"""Streamlit's own files stand under these."""


class OneSegment:
    """Leads a deeper path, as `/rule/criteria/goal`, to one of a single segment, where a page says what is wrong.

    Streamlit would answer with its start file, which asks for its scripts relative to the path, so the window stays
    blank.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a redirect, or pass the request on."""
        shorter = one_segment(scope["path"]) if scope["type"] == "http" and _opens_a_page(scope) else None
        if shorter is None:
            await self._app(scope, receive, send)
            return
        query = f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
        await RedirectResponse(shorter + query, 307, {"Cache-Control": "no-cache"})(scope, receive, send)


def one_segment(path: str) -> str | None:
    """The path of a single segment that a deeper one is led to, relative to it; None where it may stay as it is.

    It is relative so that a proxy may put a prefix before both.
    """
    segments = [segment for segment in path.split("/") if segment]
    if len(segments) < 2 or segments[0] in OF_STREAMLIT or "_stcore" in segments:
        return None
    return "../" * (path.count("/") - 1) + quote("-".join(segments), safe="")


def _opens_a_page(scope: Mapping[str, object]) -> bool:
    """Whether a browser asks for a document to show: not for a script, a picture or data."""
    headers = scope["headers"]
    assert isinstance(headers, list)
    return scope["method"] == "GET" and b"text/html" in dict(headers).get(b"accept", b"")
