"""Notices: short messages shown on this run or the next."""

from __future__ import annotations

import streamlit as st

from framework.model.printable import printable
from framework.ui.escaping import md
from framework.ui.speech import say

_PENDING = "_notices"


def notify(text: str, icon: str = ":material/info:") -> None:
    """Queue a short message. `text` is plain text."""
    st.session_state.setdefault(_PENDING, []).append((text, icon))


def withdraw(text: str) -> None:
    """Take a queued message back, because the page itself says the same."""
    st.session_state[_PENDING] = [queued for queued in st.session_state.get(_PENDING, []) if queued[0] != text]


def show() -> None:
    """Show queued messages once; a fragment that saves calls this itself."""
    for text, icon in st.session_state.pop(_PENDING, []):
        st.toast(md(text), icon=icon, duration="long")


def clipped(text: str, most: int) -> str:
    """A typed text as it is saved: printable, and cut where it is too long, which the person is told."""
    if len(text) > most:
        notify(
            say("That text was too long. Its first {most} characters were kept.", most=most), ":material/content_cut:"
        )
    return printable(text[:most])
