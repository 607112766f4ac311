"""Escapes plain text for places that interpret markup. Texts of people and rules are data, never markup."""

from __future__ import annotations

import re

# Only what Markdown (with Streamlit's additions: directives, symbols, mathematics, links that are recognised without
# being marked) would act on: a label is also read aloud, and there each backslash would be heard.
_SPECIAL = re.compile(
    r"[\\`*_\[\]$~<>]"
    r"|:(?=[\w+-])"
    r"|&(?=#?\w+;)"
    r"|-(?=[->])|(?<=-)-",
    re.IGNORECASE,
)
_LINKED = re.compile(r":(?=//)|www(?=\.)|@(?=\w)|:(?!\d\d?:)(?=[\w+-]+:|material/)", re.IGNORECASE)
"""What turns a plain address into a link, or the name of a symbol into it ("100" and "8ball" are names, the minutes of
a time are none). This is detected after unescaping, so only ..."""

_JOINER = "\u2060"
"""... a zero-width character after it prevents that."""

_AT_START = re.compile(r"^(?:(?=#{1,6}(?:\s|$)|[-+=])|(\d+)(?=[.)]))")
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
"""Spaces at which a line may break; the others, as before "?" in French, stay what they are."""

_BEFORE_UNIT = re.compile(r"(?<=\d) (?=%)")


def unbroken(text: str) -> str:
    """The text, in which no line breaks between a number and its per cent sign."""
    return _BEFORE_UNIT.sub("\u00a0", text)


def md(text: str) -> str:
    """Text for a label or for `st.markdown`, on one line, with all markup escaped and no line break before "%"."""
    plain = _LINKED.sub(f"\\g<0>{_JOINER}", unbroken(_SPACE.sub(" ", text).strip()))
    escaped = _SPECIAL.sub(r"\\\g<0>", plain)
    return _AT_START.sub(r"\1\\", escaped)
