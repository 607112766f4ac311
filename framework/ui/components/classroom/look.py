"""The style sheet of the pages of a class, its QR code, and what remains of the time."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from framework.ui import styles
from framework.ui.components.qr import code
from framework.ui.speech import say

QR_SCALE = 8
"""Pixels of one module: the code is read from the back of a hall."""

_CSS = Path(__file__).with_name("classroom.css")


def apply() -> None:
    """Add the style sheet to the page."""
    with st.container(key="classroom_style"):
        styles.add(_CSS)


def qr(address: str) -> Markup:
    """The code that phones scan."""
    return code(address, say("QR code with the address to join"), QR_SCALE)


def remaining(deadline: datetime | None) -> str:
    """What remains of the time set, as minutes and seconds; empty where none was set."""
    if deadline is None:
        return ""
    seconds = max(0, round((deadline - datetime.now(UTC)).total_seconds()))
    return f"{seconds // 60}:{seconds % 60:02}" if seconds else say("Time is up")
