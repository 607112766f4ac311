"""The answer to a task, which is read after one has tried."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from framework.ui.escaping import unbroken
from framework.ui.speech import say


def show(answer: str | None) -> None:
    """Folded; nothing where there is none."""
    if answer:
        st.html(
            Markup('<div class="doc"><details class="more"><summary>{}</summary><p>{}</p></details></div>').format(
                say("Show the answer"), unbroken(answer)
            )
        )
