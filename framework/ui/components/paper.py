"""The size of printed pages: the one that somebody chose, or else what printers hold where their browser is set up."""

from __future__ import annotations

import streamlit as st

from framework.report.forms import PAPERS
from framework.ui import memory
from framework.ui.speech import say, to_say
from framework.ui.trouble import guarded

LETTER_IN = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})
"""Territories where paper is Letter and not A4 (Unicode CLDR, `paperSize`)."""

_CHOSEN, _CHOICE = "paper_chosen", "paper"
"""What was chosen in this session, on whatever page, and the widget to choose with, which is of one page."""

_NAMES = {"a4": to_say("A4"), "letter": to_say("Letter")}


def chosen() -> str:
    """The size to print on: one of `PAPERS`."""
    return memory.value_of(_CHOSEN) or _usual()


def choice() -> None:
    """The sizes to choose from."""
    st.radio(
        say("Size of printed pages"),
        PAPERS,
        format_func=lambda paper: say(_NAMES[paper]),
        key=memory.begin_with(_CHOICE, chosen()),
        on_change=guarded(_choose),
        horizontal=True,
    )


def _choose() -> None:
    memory.remember(_CHOSEN, memory.value_of(_CHOICE))


def _usual() -> str:
    a4, letter = PAPERS
    _, *parts = (st.context.locale or "").upper().split("-")  # of "en-US-u-hc-h12" the first is the language
    return letter if LETTER_IN.intersection(parts) else a4
