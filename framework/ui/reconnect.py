"""Says when the server is away, and reruns a page that may be stale or came up empty (`reconnect.js`)."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from framework.ui import scripts
from framework.ui.speech import say

_SCRIPT = Path(__file__).with_suffix(".js")


def watch() -> None:
    """Add the watcher to the page: a script, and the hidden button that it presses (see `theme.css`)."""
    with st.container(key="reconnect"):
        st.button(say("Show the page again"), key="reconnect_button")
        scripts.add(_SCRIPT, _words())


def _words() -> dict[str, str]:
    """What the banner says while the server is away: at first, and once something is kept."""
    return {
        "away": say(
            "No connection to the server. What you answered is saved; what you are typing is not. This page goes on by "
            "itself as soon as the connection is back."
        ),
        "chosen": say(
            "No connection to the server. What you answered is saved; what you are typing is not. This page goes on by "
            "itself as soon as the connection is back, and then takes what you chose."
        ),
    }
