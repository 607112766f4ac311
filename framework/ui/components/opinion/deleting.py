"""What is said where somebody deletes the sheet of their own opinion on an idea."""

from __future__ import annotations

import streamlit as st

from framework.store.opinions import Opinion
from framework.ui.speech import say


def say_what_stays(opinion: Opinion | None) -> None:
    """That what was handed in is not deleted with the sheet; nothing if nothing was handed in."""
    if opinion and opinion.handed_in_at:
        st.markdown(
            say("What you have handed in stays with whoever asked. To take it back, withdraw your opinion first.")
        )
