"""Still to be written."""

import streamlit as st

st.header("learn", anchor=False)
