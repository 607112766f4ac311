"""What is kept for the whole process cannot grow without end."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

UI = Path(__file__).parents[2] / "framework" / "ui"


def _unbounded(source: str) -> Iterator[str]:
    """Functions with arguments whose results Streamlit keeps, however many different ones come."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and (node.args.args or node.args.kwonlyargs):
            for each in map(ast.unparse, node.decorator_list):
                if each.startswith(("st.cache_resource", "st.cache_data")) and "max_entries" not in each:
                    yield node.name


def test_every_cache_by_arguments_is_bounded() -> None:
    """Trials bring rules of their own, so a cache by rule base grows with each."""
    modules = list(UI.rglob("*.py"))
    assert sum("st.cache_resource" in path.read_text() for path in modules) > 10
    assert {path.name: found for path in modules if (found := list(_unbounded(path.read_text())))} == {}


def test_an_unbounded_one_would_be_found() -> None:
    assert list(_unbounded("@st.cache_resource(show_spinner=False)\ndef made(key): ..."))
    assert not list(_unbounded("@st.cache_resource\ndef made(): ..."))
