"""The page table. Everything else is in `framework/ui`."""

import streamlit as st

from framework.ui import shell
from framework.ui.shell import Screen

st.set_page_config(layout="wide", initial_sidebar_state="collapsed")

shell.run(
    [
        Screen("start", "Start"),
        Screen("interview", "Questions", label="Questions", needs_work=True, changes=True),
        Screen("review", "Answers", label="Answers", back_label="the answers", needs_work=True, changes=True),
        Screen("brief", "Brief", label="Brief", back_label="the brief", needs_work=True),
        Screen("rounds", "Track the plan", back_label="the plan", needs_work=True),
        Screen("earlier", "Earlier brief", needs_work=True),
        Screen("ideas", "My ideas", label="My ideas"),
        Screen("cases", "Worked cases", label="Cases", back_label="the case"),
        Screen("second_opinion", "Second opinion", needs_work=True),
        Screen("compare", "Compare ideas", label="Compare"),
        Screen("learn", "Learn", label="Learn"),
        Screen("class", "Class", label="Class"),
        Screen("class_lead", "Lead a class"),
        Screen("class_screen", "Projector", bare=True),
        Screen("join", "Join a class", bare=True),
        Screen(
            "what_if",
            "What if",
            label="What if",
            back_label="“What if?”",
            in_footer=True,
            needs_work=True,
            changes=True,
        ),
        Screen("decision_map", "Decision map", label="Decision map", back_label="the map", in_footer=True),
        Screen("proofs", "Proofs", label="What is proved", back_label="the proofs", in_footer=True),
        Screen("find", "Search", label="Search", back_label="the search", in_footer=True),
        Screen("author", "Rules of your own", label="Rules of your own", in_footer=True),
        Screen("rule", "Rule", back_label="the rule"),
    ]
)
