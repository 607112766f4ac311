"""Markup as somebody would type it into a field, and whether any of it is alive on a page."""

from __future__ import annotations

import re

from streamlit.testing.v1 import AppTest

TYPED = (
    "<img src=x onerror=alert(1)><script>x()</script> **b** :red[r] :material/home: $m$ [l](javascript:x) \"q\" & 's'"
)
ALIVE = re.compile(r"<img(?! class=.qr)|<script>x|href=.javascript")
CODE = re.compile(r"`[^`]*`")
"""Between backticks Markdown reads no markup; a backtick that was typed is taken out before."""


def html_of(at: AppTest) -> str:
    """Everything that reaches the browser as HTML, apart from the application's own scripts and styles."""
    own = ("<script>", "<script data-step", "<style>")
    return "\n".join(item.value for item in at.html if not item.value.startswith(own))


def markdown_of(at: AppTest) -> list[str]:
    """Every text that is read as Markdown."""
    kinds = (at.title, at.header, at.markdown, at.caption, at.toast)
    texts = [item.value for kind in kinds for item in kind]
    texts += [button.label for button in at.button] + [link.proto.label for link in at.get("page_link")]
    return texts


def assert_dead(at: AppTest) -> None:
    """What was typed stands on the page as it was typed."""
    assert not ALIVE.search(html_of(at)), html_of(at)
    for text in (CODE.sub("", text) for text in markdown_of(at)):
        if "onerror" in text:
            assert r"\<img" in text, text
            assert r"\*\*b\*\*" in text, text
            assert r"\$m\$" in text, text
            assert "\\:red\\[" in text, text
            assert ":\u2060material/home" in text, text
