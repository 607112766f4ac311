"""Notices: short messages shown on this run or the next."""

from __future__ import annotations

import logging

import streamlit as st

from framework.errors import StoreError, UserError
from framework.ui.escaping import md
from framework.ui.speech import as_text

ERROR = ":material/error:"
"""The sign of something that went wrong."""

_LOG = logging.getLogger(__name__)
_PENDING, _SAID = "_notices", "_said_on_the_page"


def notify(text: str, icon: str = ":material/info:") -> None:
    """Queue a short message. `text` is plain text."""
    st.session_state.setdefault(_PENDING, []).append((text, icon))


def notify_of(error: UserError, refused: str = "") -> None:
    """Queue what an error says, after what was `refused`; what the store could not do is logged too."""
    if isinstance(error, StoreError):
        _LOG.error("store: %s", error)
    notify(f"{refused} {as_text(error)}".strip(), ERROR)


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
