"""Worked cases: the list, and one of them."""

import streamlit as st

from framework.ui import resources, state
from framework.ui.widgets import cases

rulebase = resources.rules()
case = rulebase.case.get(state.param(state.CASE) or "")

with st.container(key="read_cases"):
    if case:
        cases.one(rulebase, case)
    else:
        cases.listing(rulebase)
