"""The size of printed pages: the one that somebody chose, or else what printers hold where their browser is set up."""

from __future__ import annotations

import streamlit as st

from framework.report.forms import PAPERS
from framework.ui import memory
from framework.ui.speech import say, to_say

LETTER_IN = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})
"""Territories where paper is Letter and not A4 (Unicode CLDR, `paperSize`)."""

_CHOSEN = "paper"
_NAMES = {"a4": to_say("A4"), "letter": to_say("Letter")}


def chosen() -> str:
    """The size to print on: one of `PAPERS`."""
    return st.session_state.get(_CHOSEN) or _usual()


def choice() -> None:
    """The sizes to choose from."""
    st.radio(
        say("Size of printed pages"),
        PAPERS,
        format_func=lambda paper: say(_NAMES[paper]),
        key=memory.preset(_CHOSEN, _usual()),
        horizontal=True,
    )


def _usual() -> str:
    a4, letter = PAPERS
    return letter if (st.context.locale or "").rpartition("-")[2].upper() in LETTER_IN else a4
