"""All answers on one page, each one click away from being changed."""

import streamlit as st

from framework.ui import resources, state
from framework.ui.widgets import answers

rulebase, here = resources.rules(), state.current()
assessment = resources.assessment_of(here.sheet)

with st.container(key="read_review"):
    st.title("Your answers", anchor=False)
    answers.head(rulebase, here, assessment)
    answers.contradictions(rulebase, assessment)
    answers.sections(rulebase, here.sheet, assessment)
    answers.keep(here)
