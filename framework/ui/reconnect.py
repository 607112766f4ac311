"""Says when the server is away and what was not saved then (`half_typed.js`), and reruns a page that may be stale or
came up empty (`reconnect.js`).
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from framework.ui import scripts
from framework.ui.speech import say

_SCRIPT = Path(__file__).with_suffix(".js")
_HALF_TYPED = _SCRIPT.with_name("half_typed.js")


def watch() -> None:
    """Add the watchers to the page: two scripts, and the hidden button that one presses (see `theme.css`)."""
    with st.container(key="reconnect"):
        st.button(say("Show the page again"), key="reconnect_button")
        scripts.add(_SCRIPT, _words())
        scripts.add(_HALF_TYPED, _half_typed())


def _words() -> dict[str, str]:
    """What the banner says while the server is away: at first, after an unanswered tap, and once something is kept."""
    return {
        "away": say(
            "No connection to the server. What you answered is saved; what you are typing is not. This page goes on by "
            "itself as soon as the connection is back."
        ),
        "unsure": say(
            "No connection to the server. Your last tap may not be saved: check it when the connection is back. This "
            "page goes on by itself."
        ),
        "chosen": say(
            "No connection to the server. What you answered is saved; what you are typing is not. This page goes on by "
            "itself as soon as the connection is back, and then takes what you chose."
        ),
    }


def _half_typed() -> dict[str, str]:
    """What stands below a field after the server went away while somebody was typing in it."""
    return {
        "lead": say("Not saved yet."),
        "why": say(
            "The connection was lost while you were typing this. Click into the field, then outside it, to save your "
            "text."
        ),
    }
