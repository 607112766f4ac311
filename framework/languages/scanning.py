"""Finds every text of the interface in the source, so that a check can list what a language lacks.

By Python's own parser and not by an extractor of messages (gettext's or Babel's): those take only a literal that is the
first argument. Here one text of an `if` in the call, and the named texts of a `Screen`, count too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from framework.settings import application

SAYING = frozenset({"say", "_say", "say_count", "to_say"})
"""Functions whose literals are texts of the interface: those of `catalogue` and of `framework/ui/speech.py`."""

AFTER_FIRST = frozenset({"Screen", "InvalidNumberError"})
"""What is made from an address or code, and then from texts of the interface."""

NAMED = frozenset({"title", "label", "back_label"})
"""Arguments of these that are texts where they are named."""


@cache
def said_in_source() -> tuple[str, ...]:
    """Every text that the code gives to one of the functions that say texts, in the order of files."""
    found: dict[str, None] = {}
    for path in (*sorted(Path(__file__).parents[1].rglob("*.py")), application()):
        text = path.read_text(encoding="utf-8")
        if any(f"{name}(" in text for name in (*SAYING, *AFTER_FIRST)):
            found |= dict.fromkeys(_said(ast.parse(text)))
    return tuple(found)


def called(call: ast.Call) -> str:
    """The last name of what is called: `say` of both `say(...)` and `speech.say(...)`; empty where it has none."""
    name: str = getattr(call.func, "attr", getattr(call.func, "id", ""))
    return name


def _said(tree: ast.AST) -> Iterator[str]:
    """The literals among the arguments of calls that say texts, also on both sides of an `if`."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = called(call)
        shown = (
            call.args
            if name in SAYING
            else [*call.args[1:], *(each.value for each in call.keywords if each.arg in NAMED)]
            if name in AFTER_FIRST
            else []
        )
        for node in (node for argument in shown for node in ast.walk(argument)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
                yield node.value
