"""Problems of rule files, one a line, as an author reads them in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from framework.errors import Problem
from framework.ui.speech import say

MAX_PROBLEMS = 50


def show(problems: Sequence[Problem]) -> None:
    """The first of them; the others are counted. Whatever a line contains stays text."""
    st.code("\n".join(str(problem) for problem in problems[:MAX_PROBLEMS]), language=None, wrap_lines=True)
    if len(problems) > MAX_PROBLEMS:
        st.caption(say("and {number} more", number=len(problems) - MAX_PROBLEMS))
