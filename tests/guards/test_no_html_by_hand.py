"""HTML is built by a library that escapes whatever is put into it, never by formatting strings."""

from __future__ import annotations

import ast
import re
from pathlib import Path

UI = Path(__file__).parents[2] / "framework" / "ui"
TAG = re.compile(r"</?[a-z][a-z0-9]*[\s>/]|</?[a-z][a-z0-9]*$|(?<!\()</?$")  # `(<` begins a link in Markdown


def _built_by_hand(source: str) -> list[str]:
    """f-strings, `%` and `+` that hold a piece of a tag outside of `Markup`."""
    found = []
    for node in ast.walk(ast.parse(source)):
        parts: list[ast.expr] = []
        if isinstance(node, ast.JoinedStr):
            parts = node.values
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod | ast.Add):
            parts = [node.left, node.right]
        elif (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "join")
        ):
            parts = [node.func.value]
        texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        if any(TAG.search(text) for text in texts):
            found.append(ast.unparse(node))
    return found


def test_no_page_builds_html_by_hand() -> None:
    """What a person typed cannot become markup by being forgotten."""
    modules = list(UI.rglob("*.py"))
    assert len(modules) > 25
    assert sum("Markup(" in path.read_text() for path in modules) > 10
    assert {path.name: found for path in modules if (found := _built_by_hand(path.read_text()))} == {}


def test_html_by_hand_would_be_found() -> None:
    """However it is put together."""
    for planted in (
        'f"<b>{name}</b>"',
        '"<b>%s</b>" % name',
        '"<b>" + name',
        '"<b>{}</b>".format(name)',
        '"<br>".join(x)',
    ):
        assert _built_by_hand(planted), planted
    assert _built_by_hand('Markup("<b>{}</b>").format(name)') == []
