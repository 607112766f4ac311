"""Text that can be saved, printed and shown: what people paste may hold characters that no file or screen takes."""

from __future__ import annotations

import re
import unicodedata

_UNPRINTABLE = ("Cc", "Cs", "Zl", "Zp")
"""Unicode categories: control characters, surrogates, line and paragraph separators."""

_MISLEADING = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef]|[\ufffe\uffff]")
"""Characters that reverse the text around them, byte order marks, and noncharacters that are invalid in files."""


def printable(text: str) -> str:
    """The text on one line: unprintable characters become spaces, misleading ones are left out."""
    shown = "".join(" " if unicodedata.category(char) in _UNPRINTABLE else char for char in text)
    return _MISLEADING.sub("", shown).strip()


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of a text that say something, each printable."""
    return tuple(shown for line in text.splitlines() if (shown := printable(line)))
