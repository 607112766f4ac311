"""The lessons: one page each, and a list of them."""

import streamlit as st

from framework.ui import resources, state
from framework.ui.widgets import document, lessons

document.style()
with st.container(key="read_learn"):
    lessons.show(resources.rules(), state.param("lesson"))
