"""The style sheet of the interview."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup

_CSS = Path(__file__).with_name("interview.css")


def apply() -> None:
    """Add it to the page."""
    with st.container(key="interview_style"):
        st.html(Markup("<style>{}</style>").format(_sheet()))


@st.cache_resource(show_spinner=False)
def _sheet() -> Markup:
    return Markup(_CSS.read_text(encoding="utf-8"))  # noqa: S704 (a file of our own)
