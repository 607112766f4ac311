"""Numbers of a calculation in the sentences of a lesson. Only names and formats that are known here are replaced."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping

_PLACE = re.compile(r"\{(\w+):(\w+)\}")


def _percent(value: float) -> str:
    """In whole per cent; with as many decimal places as it takes not to say 0 or 100 of what is neither."""
    places = 0
    while places < 3 and value not in (0, 1) and float(f"{100 * value:.{places}f}") in (0, 100):
        places += 1
    return f"{100 * value:.{places}f} %"


FORMATS: Mapping[str, Callable[[float], str]] = {
    "int": lambda value: f"{round(value):,}",
    "one": lambda value: f"{value:z.1f}",
    "two": lambda value: f"{value:z.2f}",
    "percent": _percent,
}
"""How a number can be written: `{name:int}`, `{name:one}`, `{name:two}`, `{name:percent}`."""


def fill(sentence: str, numbers: Mapping[str, float]) -> str:
    """The sentence with its numbers; what names none stays as it is."""

    def written(found: re.Match[str]) -> str:
        name, form = found.groups()
        return FORMATS[form](numbers[name]) if name in numbers and form in FORMATS else found[0]

    return _PLACE.sub(written, sentence)


def cell(value: float | str, words: Mapping[str, str]) -> str:
    """A cell of a table: a name in its words, a number with three significant digits or as a whole one."""
    if isinstance(value, str):
        return words.get(value, value)
    if not math.isfinite(value):
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.3g}"
