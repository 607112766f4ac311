"""The language of a page, and the interface in it. The language is in the address, or a setting says which."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from markupsafe import Markup

from framework.errors import UserError
from framework.languages import catalogue
from framework.languages.catalogue import to_say as to_say
from framework.model.listing import cut
from framework.model.numbers import InvalidNumberError, read_number, write_number
from framework.model.question import Question
from framework.model.sheet import Number
from framework.settings import default_language
from framework.ui import address

MAX_REPEATED = 40
"""Characters of what was typed that a message repeats."""


def language() -> str:
    """The language of the address, or else of the setting; empty for that of the rules."""
    asked = address.param(address.LANGUAGE) or default_language()
    return asked if asked in catalogue.NAMES else ""


def say(text: str, **values: object) -> str:
    """A text of the interface in the language of the page, with its {values}."""
    return catalogue.say(language(), text, **values)


def in_own(text: str) -> Markup | str:
    """A text of the interface inside HTML that is marked as being in the language of the rules: marked as said."""
    here = language()
    if not here or text not in catalogue.shown(here):
        return text
    return Markup('<span lang="{}">{}</span>').format(here, text)


def say_count(number: int, one: str, many: str, **values: object) -> str:
    """A text with a {number}, in the form that suits it."""
    return say(one if catalogue.is_one(language(), number) else many, number=written(f"{number:,}"), **values)


def number(value: Number | None) -> str:
    """A saved number as people type it in the language of the page; `read` reads it back."""
    return catalogue.numerals(language(), write_number(value, say("to")))


def read(text: str, question: Question) -> Number | None:
    """What a person typed in the language of the page.

    Raises:
        InvalidNumberError: see `model.numbers.read_number`.
    """
    return read_number(text, question, decimal_comma=catalogue.decimal_comma(language()), typed=True)


def refusal(error: InvalidNumberError) -> str:
    """Why a number was refused, and what to write."""
    hint = say(error.hint) if error.hint else ""
    values = {name: catalogue.numerals(language(), str(value)) for name, value in error.values.items()}
    if "given" in values:  # as it was typed
        values["given"] = say("“{name}”", name=cut(str(error.values["given"]).strip(), MAX_REPEATED))
    return f"{say(error.template, **values)} {hint}".strip()


def explained(error: UserError) -> tuple[str, str]:
    """What an error says, and what to do next; as it is where that is no text of the interface."""
    values = {name: _said(value) for name, value in error.values.items()}
    return say(error.template, **values), say(error.hint_template, **values) if error.hint else ""


def as_text(error: UserError) -> str:
    """What an error says and what to do next, in one line and in the language of the page."""
    return " ".join(explained(error)).strip()


def _said(value: object) -> str:
    """A value of a sentence: a number with its separators; a text of the interface is said, any other is kept."""
    if isinstance(value, int):
        return written(f"{value:,}")
    text = str(value)
    return say(text) if catalogue.speaks(language(), text) else text


def written(numerals: str) -> str:
    """Numbers written as in English, with the separators of the language of the page: "12,000.5", "50 %"."""
    return catalogue.numerals(language(), numerals)


@contextmanager
def original(key: str, *, translated: bool, note: str = "") -> Iterator[None]:
    """What is written inside is in the language of the rules unless it is translated: said, and marked for readers of
    the page that read aloud (`language.js`).
    """
    if translated or not language():
        yield
        return
    with st.container(key=f"lang_{catalogue.ENGLISH}_{key}"):
        if note:
            st.caption(f":material/translate: {note}")
        yield
