"""Still to be written."""

import streamlit as st

st.header("what_if", anchor=False)
