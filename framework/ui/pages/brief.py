"""Still to be written."""

import streamlit as st

st.header("brief", anchor=False)
