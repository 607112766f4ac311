"""The style sheet of the pages of a class, QR codes, and what remains of the time."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import streamlit as st
from markupsafe import Markup

_CSS = Path(__file__).with_name("classroom.css")


def apply() -> None:
    """Add the style sheet to the page."""
    with st.container(key="classroom_style"):
        st.html(Markup("<style>{}</style>").format(_sheet()))


def qr(address: str) -> Markup:
    """An address as a QR code: dark on white in both themes, as cameras want it."""
    return _qr(address)


def remaining(deadline: datetime | None) -> str:
    """What remains of the time set, as minutes and seconds; empty where none was set."""
    if deadline is None:
        return ""
    seconds = max(0, round((deadline - datetime.now(UTC)).total_seconds()))
    return f"{seconds // 60}:{seconds % 60:02}" if seconds else "Time is up"


@st.cache_resource(show_spinner=False, max_entries=100)
def _qr(address: str) -> Markup:
    import segno  # only instructors and projectors need it

    drawn = segno.make(address, error="m", micro=False).svg_data_uri(border=2, scale=8, dark="#000", light="#fff")
    return Markup('<img class="qr" alt="QR code with the address to join" src="{}">').format(drawn)


@cache
def _sheet() -> Markup:
    return Markup(_CSS.read_text(encoding="utf-8"))  # noqa: S704 (a file of our own)
