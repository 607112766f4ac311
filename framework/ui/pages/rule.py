"""Still to be written."""

import streamlit as st

st.header("rule", anchor=False)
