"""The one catalogue of interface texts: English in the code, every other language by that English.

`say` is called with literals, so that `scanning` finds every text that can be shown, and a check can list what is
missing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module

NAMES = {"fr": "Français"}
"""Languages with a catalogue, a module or package in this one each: their names in themselves, by code (ISO 639-1)."""

ENGLISH = "en"
"""The language in which the interface is written."""

_SEPARATOR = re.compile(r"(?<=\d)[.,](?=\d)|(?<=\d) (?=%)")

_COMMON_WORDS = """
a an the this that these those and or but not no if of in on at to for from by with without into about as than so is
are was were be been am do does did has have had can could may might must shall should will would i me my we us our
you your he she it its they them their who whom whose which what when where why how there here some any all each
every s
"""


def say(language: str, text: str, **values: object) -> str:
    """A text of the interface in a language, with its {values}; in English where it is not translated."""
    found = texts(language).get(text, text) if language else text
    return found.format(**values) if values else found


def quoted(language: str, name: str) -> str:
    """A name in the quotation marks of a language."""
    return say(language, "“{name}”", name=name)


def to_say(text: str) -> str:
    """The text as it is, to be given to `say` later: where a module is read, no reader has a language yet."""
    return text


def speaks(language: str, text: str) -> bool:
    """Whether a text of the interface is there in a language."""
    return not language or text in texts(language)


@cache
def texts(language: str) -> Mapping[str, str]:
    """English to the words of a language; empty where there is no such catalogue."""
    if language not in NAMES:
        return {}
    found: Mapping[str, str] = import_module(f"framework.languages.{language}").TEXTS
    return found


@cache
def shown(language: str) -> frozenset[str]:
    """Every text of the interface as a language has it."""
    return frozenset(texts(language).values())


def numerals(language: str, written: str) -> str:
    """Numbers written as in English (12,000.5 and 50 %), with the separators of a language; words between them stay."""
    if language not in NAMES:
        return written
    separators: Mapping[str, str] = import_module(f"framework.languages.{language}").SEPARATORS
    return _SEPARATOR.sub(lambda found: separators[found.group()], written)


def separators(language: str) -> str:
    """What a language writes before decimals, and then what it writes between thousands, as a figure is told."""
    return numerals(language, "0.5")[1:-1] + numerals(language, "1,000")[1:-3]


def is_one(language: str, number: int) -> bool:
    """Whether what is counted stands in the singular: in French also where there is none."""
    if language not in NAMES:
        return number == 1
    singular: frozenset[int] = import_module(f"framework.languages.{language}").SINGULAR
    return number in singular


def day_of_month(language: str, day: int) -> str:
    """The number of a day as a date has it in a language: "1er janvier", "2 janvier"."""
    if day > 1 or language not in NAMES:
        return str(day)
    first: str = import_module(f"framework.languages.{language}").FIRST_DAY
    return first


@cache
def common_words(language: str) -> frozenset[str]:
    """Words that stand in nearly every text, so that they tell none from another: in English, and in a language."""
    own: str = import_module(f"framework.languages.{language}").COMMON_WORDS if language in NAMES else ""
    return frozenset(f"{_COMMON_WORDS} {own}".split())


def decimal_comma(language: str) -> bool:
    """Whether a language writes a comma before the decimals of a number."""
    return separators(language).startswith(",")
