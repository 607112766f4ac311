"""How answers lead to verdicts: the gates in their order, as a picture and in words."""

import streamlit as st

from framework.ui import resources, state
from framework.ui.widgets import decision_map, document

document.style()
with st.container(key="read_map"):
    decision_map.show(resources.rules(), state.current())
