"""What is proved about the advice, over every sheet that can be filled in."""

import streamlit as st

from framework.ui import resources
from framework.ui.widgets import document, proofs

document.style()
with st.container(key="read_proofs"):
    proofs.show(resources.rules())
