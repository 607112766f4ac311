"""Start."""
import streamlit as st
from framework.ui import state, links
st.header("start", anchor=False)
st.json(state.current().sheet.model_dump())
if st.button("Check my idea", type="primary"):
    links.anew("interview", work=state.begin())
