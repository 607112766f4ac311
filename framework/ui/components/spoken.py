"""Texts of the rules on pages in another language: what is not translated is marked, for readers that read aloud.

A text is given as it stands in the rules: one whose places are filled would not be recognized.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager

import streamlit as st
from markupsafe import Markup

from framework.languages import catalogue
from framework.model.printable import paragraphs
from framework.ui import resources, speech
from framework.ui.escaping import md
from framework.ui.speech import say


def inline(text: str, shown: str | None = None) -> Markup | str:
    """A text inside HTML; `shown` is what stands there in its place."""
    shown = text if shown is None else shown
    if not _is_foreign(text):
        return shown
    return Markup('<span lang="{}">{}</span>').format(catalogue.ENGLISH, shown)


def around(text: str, key: str) -> AbstractContextManager[None]:
    """For widgets that show this text."""
    return speech.original(key, translated=not _is_foreign(text))


def prose(text: str, key: str, shown: str | None = None) -> None:
    """A paragraph of its own, or as many as the text has; `shown` is what stands there in its place."""
    with around(text, key):
        st.markdown("\n\n".join(map(md, paragraphs(text if shown is None else shown))))


def noted(texts: Iterable[str]) -> None:
    """Say once that some of these texts, which stand nearby, are not translated, if so."""
    if any(map(_is_foreign, texts)):
        note()


def note() -> None:
    """Say that texts which stand nearby are not translated."""
    st.caption(f":material/translate: {say('The texts in English are not translated yet.')}")


def is_marked(shown: Markup) -> bool:
    """Whether HTML holds a text that `inline` marks as not translated."""
    return Markup('<span lang="{}">').format(catalogue.ENGLISH) in shown


def _is_foreign(text: str) -> bool:
    return bool(speech.language()) and resources.rules().is_original(text)
