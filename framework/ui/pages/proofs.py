"""Still to be written."""

import streamlit as st

st.header("proofs", anchor=False)
