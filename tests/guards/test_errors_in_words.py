"""Whatever Streamlit runs outside the frame of a page turns errors into words by itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

UI = Path(__file__).parents[2] / "framework" / "ui"
CALLBACKS = ("on_click", "on_change")
GUARDS = ("guarded", "guard.once")


def _unguarded(source: str) -> Iterator[str]:
    """Callbacks without a guard, and fragments that are not `in_words`."""
    tree = ast.parse(source)
    functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in CALLBACKS:
            given = node.value
            is_text = isinstance(given, ast.Constant)
            if not is_text and not (isinstance(given, ast.Call) and ast.unparse(given.func) in GUARDS):
                yield ast.unparse(given)
        if isinstance(node, ast.FunctionDef):
            named = _decorators(node)
            if any("st.fragment" in name for name in named) and "in_words()" not in named:
                yield node.name
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "st.fragment" and node.args:
            name = ast.unparse(node.args[0])
            in_words = name.startswith("in_words()(") or "in_words()" in _decorators(functions.get(name))
            if not in_words:
                yield name


def _decorators(node: ast.FunctionDef | None) -> list[str]:
    return [ast.unparse(each) for each in node.decorator_list] if node else []


def test_no_callback_and_no_fragment_shows_an_error_as_it_is() -> None:
    """Each is guarded where it is given to a widget, so that one sees it there."""
    modules = list(UI.rglob("*.py"))
    assert sum("guarded(" in path.read_text() for path in modules) > 15
    assert {path.name: found for path in modules if (found := list(_unguarded(path.read_text())))} == {}


def test_one_without_a_guard_would_be_found() -> None:
    for planted in (
        'st.button("x", on_click=act)',
        "st.checkbox(key, on_change=lambda: act())",
        "@st.fragment\ndef part(): ...",
        "@st.fragment(run_every=2)\ndef part(): ...",
        "def part(): ...\nst.fragment(part, run_every=2)()",
    ):
        assert list(_unguarded(planted)), planted
    assert not list(_unguarded('st.button("x", on_click=guard.once(act)); st.button("y", on_click="ignore")'))
    assert not list(_unguarded("st.fragment(in_words()(part), run_every=2)"))
