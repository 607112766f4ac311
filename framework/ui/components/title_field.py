"""The field for what an idea is called."""

from __future__ import annotations

import streamlit as st

from framework.model.sheet import Sheet
from framework.ui import current_work, memory


def show(sheet: Sheet, asked: str = "What do you call this idea?") -> None:
    """The field for what the idea is called.

    Not in a fragment of its own: a link followed with the tap that leaves the field would take the text with it.
    """
    key = memory.preset("title", sheet.title)
    st.text_input(asked, key=key, placeholder="A name of your own", on_change=_named, args=(key,))


def _named(key: str) -> None:
    current_work.title(memory.value_of(key) or "")
