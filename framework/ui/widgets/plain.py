"""Plain text into places that read markup. Whatever a person or a rule says is data, never markup."""

from __future__ import annotations

import html
import re
import unicodedata

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=])")
_LINES = re.compile(r"\s*\n\s*")


def md(text: str) -> str:
    """Text for a label or `st.markdown`, on one line: every character that Markdown or Streamlit gives a meaning is escaped."""
    return _SPECIAL.sub(r"\\\1", _LINES.sub(" ", text)).strip()


def tag(text: str) -> str:
    """Text for `st.html`, in an element or in an attribute."""
    return html.escape(text, quote=True)


def clean(text: str) -> str:
    """Text as it may be saved: without control characters and halves of characters; line ends become spaces."""
    return "".join(" " if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") else char for char in text).strip()


def listed(items: list[str] | tuple[str, ...], last: str = "or") -> str:
    """A list in words: "a", "a or b", "a, b or c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
