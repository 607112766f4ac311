"""Adds a script of our own to a page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from markupsafe import Markup


def add(path: Path) -> None:
    """Run a script file in the browser. It may be added again with each run, so it has to notice that it runs."""
    st.html(Markup("<script>{}</script>").format(_content(path)), unsafe_allow_javascript=True)


@cache
def _content(path: Path) -> Markup:
    return Markup(path.read_text(encoding="utf-8"))  # noqa: S704 (a file of our own)
