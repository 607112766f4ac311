"""What if: answers can be toggled on a copy, and the verdict follows at once. Nothing is saved until one says so."""

import streamlit as st

from framework.ui import resources, state
from framework.ui.widgets import document, what_if

rulebase, here = resources.rules(), state.current()
document.style()

with st.container(key="read_what_if"):
    st.title("What if?", anchor=False)
    st.markdown(
        "Change answers on a copy and see what follows. Your own answers stay as they are until you keep the new ones."
    )
what_if.board()
