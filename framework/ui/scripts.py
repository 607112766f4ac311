"""Adds a script of our own to a page."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import streamlit as st
from markupsafe import Markup


def add(path: Path, *given: object) -> None:
    """Run a script file in the browser; a file that is a function is called with what is given (as JSON).

    It may be added again with each run of a page, so the script has to notice that it is there already.
    """
    words = ", ".join(json.dumps(item).replace("<", "\\u003c") for item in given)
    call = Markup("({})").format(Markup(words)) if given else ""  # noqa: S704 (JSON, in which no tag can begin)
    st.html(Markup("<script>{}{}</script>").format(_content(path), call), unsafe_allow_javascript=True)


@cache
def _content(path: Path) -> Markup:
    return Markup(path.read_text(encoding="utf-8").strip())  # noqa: S704 (a file of our own)
