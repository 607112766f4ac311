"""Adds style sheets of our own to a page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from markupsafe import Markup


def add(*sheets: Path) -> None:
    """Add style sheets to the page, in this order."""
    st.html(Markup("<style>{}</style>").format(Markup("\n").join(map(content, sheets))))


@cache
def content(sheet: Path) -> Markup:
    """A style sheet, read once."""
    return Markup(sheet.read_text(encoding="utf-8"))  # noqa: S704 (a file of our own)
