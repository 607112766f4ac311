"""The style sheets of the interview: its own, and that of the first screen, with which it can end."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from framework.ui import styles

_HERE = Path(__file__).parent


def apply() -> None:
    """Add them to the page."""
    with st.container(key="interview_style"):
        styles.add(_HERE / "interview.css", _HERE.parent / "front.css")
