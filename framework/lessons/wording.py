"""Numbers of a calculation in the sentences of a lesson. Only names and formats that are known here are replaced."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence

from framework.languages.catalogue import numerals

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


def fill(sentence: str, numbers: Mapping[str, float], language: str = "") -> str:
    """The sentence with its numbers as its language writes them; what names none stays as it is."""

    def written(found: re.Match[str]) -> str:
        name, form = found.groups()
        if name not in numbers or form not in FORMATS:
            return found[0]
        return numerals(language, FORMATS[form](numbers[name]))

    return _PLACE.sub(written, sentence)


def cell(value: float | str, words: Mapping[str, str], language: str = "") -> str:
    """A cell of a table: a name in its words, a number with three significant digits or as a whole one."""
    if isinstance(value, str):
        return words.get(value, value)
    if not math.isfinite(value):
        return ""
    return numerals(language, f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.3g}")


def numbers_in(rows: Sequence[Sequence[str]], language: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table that is translated; numbers without a word have no translation and are written anew."""
    return tuple(
        tuple(text if any(map(str.isalpha, text)) else numerals(language, text) for text in row) for row in rows
    )
