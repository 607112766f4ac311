"""Finds the sheet inside a brief that was exported as JSON, so that a brief can be taken up again like a sheet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

MAX_BRIEF = 4_000_000
"""Bytes of a brief; the largest with a text of 10,000 characters in each field has a quarter of this."""

_KEY = "sheet"
_SPACE = re.compile(r"[ \t\r\n]*")


def sheet_of(text: str) -> str:
    """The sheet in the text of a brief, at the same line and column; any other text as it is."""
    if not text.lstrip().startswith("{"):
        return text
    try:
        start, end = dict(_members(text))[_KEY]
    except (ValueError, IndexError, KeyError, RecursionError):
        return text
    line = text.count("\n", 0, start)
    column = start - (text.rfind("\n", 0, start) + 1)
    return "\n" * line + " " * column + text[start:end]


def _members(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The keys of a JSON object and where their values start and end.

    Raises:
        ValueError, IndexError: it is not JSON.
    """
    decoder, at = json.JSONDecoder(), _after_space(text, _after_space(text, 0) + 1)
    while text[at] != "}":
        key, at = decoder.raw_decode(text, at)
        start = _after_space(text, _after_space(text, at) + 1)
        _, end = decoder.raw_decode(text, start)
        yield str(key), (start, end)
        at = _after_space(text, end)
        at = _after_space(text, at + 1) if text[at] == "," else at


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
