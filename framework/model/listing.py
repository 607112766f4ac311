"""Several things in one sentence, where a sentence ends, and the beginning of a long text."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def letter(number: int) -> str:
    """The letter that marks one of several, from 0; a number where there are more than the alphabet has."""
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def alphabetical(text: str) -> str:
    """By what a name is sorted: without capitals and accents, so that "Énergie" stands before "Santé"."""
    return unaccented(text.casefold())


def unaccented(text: str) -> str:
    """The text without accents."""
    return "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))


def listed(texts: Sequence[str], last: str = "or", semicolon: str = ";") -> str:
    """A list in words: "a", "a or b", "a, b or c"; with semicolons where a text has a comma of its own."""
    if len(texts) < 2:
        return "".join(texts)
    if any("," in text for text in texts):
        return f"{f'{semicolon} '.join(texts[:-1])}{semicolon} {last} {texts[-1]}"
    return f"{', '.join(texts[:-1])} {last} {texts[-1]}"


def distinct(texts: Sequence[str]) -> tuple[str, ...]:
    """The texts, numbered where several are the same: "a (1)", "b", "a (2)"."""
    return tuple(
        text if texts.count(text) == 1 else f"{text} ({texts[:index].count(text) + 1})"
        for index, text in enumerate(texts)
    )


def as_sentence(text: str) -> str:
    """The text as a sentence: with a full stop, if it ends without one."""
    return text if text.endswith((".", "!", "?", "…", ":", "”", '"')) else f"{text}."


def cut(text: str, most: int) -> str:
    """The text with at most so many characters, cut at a word where it has words."""
    if len(text) <= most:
        return text
    start = text[: most - 1]
    return f"{start.rpartition(' ')[0] or start}…"
