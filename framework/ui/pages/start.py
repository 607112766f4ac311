"""The start: what this is, what comes out, and the way in."""

import streamlit as st

from framework.ui import resources, state
from framework.ui.widgets import welcome

rulebase, here = resources.rules(), state.current()

words, picture = st.columns([1, 1], gap="large", vertical_alignment="center")
with words:
    welcome.words(rulebase, here)
with picture:
    welcome.picture(rulebase)
welcome.steps(rulebase)
