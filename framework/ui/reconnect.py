"""Says when the server is away, and reruns a page that may be stale or came up empty (`reconnect.js`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from markupsafe import Markup

_SCRIPT = Path(__file__).with_suffix(".js")


def watch() -> None:
    """Add the watcher to the page: a script, and the hidden button that it presses (see `theme.css`)."""
    with st.container(key="reconnect"):
        st.button("Show the page again", key="reconnect_button")
        st.html(Markup("<script>{}</script>").format(_script()), unsafe_allow_javascript=True)


@cache
def _script() -> Markup:
    return Markup(_SCRIPT.read_text(encoding="utf-8"))  # noqa: S704 (a file of our own)
