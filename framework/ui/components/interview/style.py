"""The style sheets of the interview: its own, and that of the first screen, with which it can end."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup

_HERE = Path(__file__).parent
_SHEETS = (_HERE / "interview.css", _HERE.parent / "front.css")


def apply() -> None:
    """Add them to the page."""
    with st.container(key="interview_style"):
        st.html(Markup("<style>{}</style>").format(_sheet()))


@st.cache_resource(show_spinner=False)
def _sheet() -> Markup:
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in _SHEETS)
    return Markup(text)  # noqa: S704 (files of our own)
