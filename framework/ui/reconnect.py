"""Says when the server is away, and reruns a page that may be stale or came up empty (`reconnect.js`)."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from framework.ui import scripts

_SCRIPT = Path(__file__).with_suffix(".js")


def watch() -> None:
    """Add the watcher to the page: a script, and the hidden button that it presses (see `theme.css`)."""
    with st.container(key="reconnect"):
        st.button("Show the page again", key="reconnect_button")
        scripts.add(_SCRIPT)
