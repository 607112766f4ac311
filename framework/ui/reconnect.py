"""Says when the server is away, and reruns a page that may be stale or came up empty (`reconnect.js`)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from framework.ui.speech import say

_SCRIPT = Path(__file__).with_suffix(".js")


def watch() -> None:
    """Add the watcher to the page: a script, and the hidden button that it presses (see `theme.css`)."""
    with st.container(key="reconnect"):
        st.button(say("Show the page again"), key="reconnect_button")
        words = Markup(json.dumps(_words()))  # noqa: S704 (texts of our own)
        st.html(Markup("<script>{}({})</script>").format(_script(), words), unsafe_allow_javascript=True)


def _words() -> dict[str, str]:
    """What the banner says while the server is away: at first, and once a tap is kept."""
    return {
        "away": say(
            "No connection to the server. What you answered is saved. This page goes on by itself as soon as the "
            "connection is back."
        ),
        "tapped": say(
            "No connection to the server. What you answered is saved. This page goes on by itself as soon as the "
            "connection is back, and then takes your last tap."
        ),
    }


@cache
def _script() -> Markup:
    return Markup(_SCRIPT.read_text(encoding="utf-8").strip())  # noqa: S704 (a file of our own)
