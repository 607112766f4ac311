"""What every page of a class has: its style sheet and its clock; and the QR code."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from framework.ui import styles
from framework.ui.components.classroom import clock
from framework.ui.components.qr import code
from framework.ui.speech import say

QR_SCALE = 8
"""Pixels of one module: the code is read from the back of a hall."""

_CSS = Path(__file__).with_name("classroom.css")


def apply() -> None:
    """Add the style sheet to the page, and what lets its clock go on."""
    with st.container(key="classroom_style"):
        styles.add(_CSS)
        clock.watch()


def qr(address: str) -> Markup:
    """The code that phones scan."""
    return code(address, say("QR code with the address to join"), QR_SCALE)
