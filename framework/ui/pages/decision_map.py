"""Still to be written."""

import streamlit as st

st.header("decision_map", anchor=False)
