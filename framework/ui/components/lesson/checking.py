"""A question to check one's understanding: choose, and read why; right and wrong are said in words."""

from __future__ import annotations

import streamlit as st

from framework.model.lesson import CheckBlock
from framework.ui.components.lesson import progress
from framework.ui.escaping import md
from framework.ui.speech import say
from framework.ui.trouble import in_words


@st.fragment
@in_words()
def show(lesson: str, block: CheckBlock) -> None:
    """The choices; after one is taken, its explanation."""
    chosen = st.radio(
        md(block.heading),
        range(len(block.choices)),
        index=None,
        format_func=lambda number: md(block.choices[number].text),
        key=f"check_{lesson}_{block.id}",
        label_visibility="collapsed",
        width="stretch",
    )
    if chosen is None:
        return
    choice = block.choices[chosen]
    if choice.right:
        st.success(md(choice.because), icon=":material/check:")
        progress.done(lesson, block.id)
    else:
        st.warning(f"**{say('Not this one.')}** {md(choice.because)}", icon=":material/undo:")
