"""The choice of a language in the footer, and what makes a browser read each part in its own."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from framework.languages import catalogue
from framework.ui import address, links, scripts, speech

_SCRIPT = Path(__file__).with_suffix(".js")


def choice(page: str | StreamlitPage) -> None:
    """A link to the same place in every other language. `page`: its script, or itself where it has none."""
    here = speech.language() or catalogue.ENGLISH
    for code, name in {catalogue.ENGLISH: "English", **catalogue.NAMES}.items():
        if code != here:
            with st.container(key=f"lang_{code}_link", width="content"):
                links.here(page, name, **{address.LANGUAGE: code})


def mark() -> None:
    """Tell the browser the language of the page, and of the parts that are in another one."""
    with st.container(key="language_script"):
        scripts.add(_SCRIPT, speech.language() or catalogue.ENGLISH, _words())


def _words() -> dict[str, str]:
    """What Streamlit says in English only, or not at all."""
    return {
        "skip": speech.say("Skip to main content"),
        "notice": speech.say("Notice"),
        "close": speech.say("Close"),
    }
