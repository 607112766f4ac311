"""The field for the name of an idea."""

from __future__ import annotations

import streamlit as st

from framework.model.sheet import Sheet
from framework.ui import current_work, memory
from framework.ui.speech import say
from framework.ui.trouble import guarded


def show(sheet: Sheet, asked: str = "") -> None:
    """The field for the name of the idea.

    Not in its own fragment: a click on a link that leaves the field would lose the text.
    """
    key = memory.preset("title", sheet.title)
    st.text_input(
        asked or say("What do you call this idea?"),
        key=key,
        placeholder=say("Your own name for it"),
        on_change=guarded(_named),
        args=(key,),
    )


def _named(key: str) -> None:
    current_work.title(memory.value_of(key) or "")
