"""Runs a page afresh where what is shown cannot be trusted: after a cut, or where it came up empty (`afresh.js`)."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_SCRIPT = Path(__file__).with_suffix(".js")


def watch() -> None:
    """Put the watch on the page: a script, and the button (unseen, see `theme.css`) that it presses."""
    with st.container(key="afresh"):
        st.button("Show the page afresh", key="afresh_button")
        st.html(f"<script>{_script()}</script>", unsafe_allow_javascript=True)


@st.cache_resource(show_spinner=False)
def _script() -> str:
    return _SCRIPT.read_text(encoding="utf-8")
