"""One rule: what it says, when it holds, what it comes to under this person's answers, and when it is wrong."""

import streamlit as st

from framework.ui import resources, state
from framework.ui.widgets import document, rule

document.style()
with st.container(key="read_rule"):
    rule.show(resources.rules(), state.param("rule"), state.current())
