"""Cleans what people type or paste, here and nowhere else: it may hold characters that no file or screen takes.

A field cleans by `printable` what it hands on (`ui/components/text_field.py`), so that nobody behind it has to; texts
out of a file are cleaned where they are brought in. What goes into a sentence or a terminal is cleaned by `visible`
too, because a sheet may also come from Python or the command line.
"""

from __future__ import annotations

import re
import unicodedata

_UNPRINTABLE = ("Cc", "Cs", "Zl", "Zp")
"""Unicode categories: control characters, surrogates, line and paragraph separators."""

_MISLEADING = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef]|[\ufffe\uffff]")
"""Characters that reverse the text around them, byte order marks, and noncharacters that are invalid in files."""

_JOINER = "\u200d"


def printable(text: str) -> str:
    """The text on one line: unprintable characters become spaces, misleading ones are left out."""
    shown = "".join(" " if unicodedata.category(char) in _UNPRINTABLE else char for char in text)
    return _MISLEADING.sub("", shown).strip()


def visible(text: str) -> str:
    """The text of the same length: whatever takes no place of its own becomes a space, but for what joins emoji."""
    return "".join(" " if unicodedata.category(char).startswith("C") and char != _JOINER else char for char in text)


def printable_lines(text: str) -> str:
    """The text with its line breaks: the lines that say something, each printable."""
    return "\n".join(paragraphs(text))


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of a text that say something, each printable."""
    return tuple(shown for line in text.splitlines() if (shown := printable(line)))
