"""Notices: short messages shown on this run or the next."""

from __future__ import annotations

import streamlit as st

from framework.ui.escaping import md

_PENDING, _SAID = "_notices", "_said_on_the_page"


def notify(text: str, icon: str = ":material/info:") -> None:
    """Queue a short message. `text` is plain text."""
    st.session_state.setdefault(_PENDING, []).append((text, icon))


def begin() -> None:
    """A page begins: it says nothing yet. The one before it may have been left before it was shown."""
    st.session_state.pop(_SAID, None)


def withdraw(text: str) -> None:
    """Take a queued message back if the page is shown, because the page itself says the same."""
    st.session_state.setdefault(_SAID, set()).add(text)


def show() -> None:
    """Show queued messages once; a fragment that saves calls this itself."""
    said = st.session_state.pop(_SAID, ())
    for text, icon in st.session_state.pop(_PENDING, []):
        if text not in said:
            st.toast(md(text), icon=icon, duration="long")
