"""The page table. Everything else is in `framework/ui`."""

import streamlit as st

from framework.ui import shell
from framework.ui.shell import Screen

st.set_page_config(layout="wide", initial_sidebar_state="collapsed")

shell.run(
    [
        Screen("start", "Start"),
        Screen("interview", "Questions", label="Questions", needs_work=True),
        Screen("review", "Answers", label="Answers", called="the answers", needs_work=True),
        Screen("brief", "Brief", label="Brief", called="the brief", needs_work=True),
        Screen("cases", "Worked cases", label="Cases", called="the case"),
        Screen("learn", "Learn", label="Learn"),
        Screen("what_if", "What if", label="What if", called="“What if?”", in_footer=True, needs_work=True),
        Screen("decision_map", "Decision map", label="Decision map", called="the map", in_footer=True),
        Screen("proofs", "Proofs", label="What is proved", called="the proofs", in_footer=True),
        Screen("rule", "Rule", called="the rule"),
    ]
)
