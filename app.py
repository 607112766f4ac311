"""The page table. Everything else is in `framework/ui`."""

import streamlit as st

from framework.ui import shell
from framework.ui.shell import Screen

st.set_page_config(layout="wide", initial_sidebar_state="collapsed")

shell.run(
    [
        Screen("start", "Start", translated=True),
        Screen("interview", "Questions", label="Questions", needs_work=True, changes=True, translated=True),
        Screen(
            "review",
            "Answers",
            label="Answers",
            back_label="the answers",
            needs_work=True,
            changes=True,
            translated=True,
        ),
        Screen("brief", "Brief", label="Brief", back_label="the brief", needs_work=True, translated=True),
        Screen("rounds", "Rounds", back_label="the rounds", needs_work=True, translated=True),
        Screen("earlier", "Earlier brief", needs_work=True, translated=True),
        Screen("ideas", "My ideas", label="My ideas", translated=True),
        Screen("cases", "Worked cases", label="Cases", back_label="the case", translated=True),
        Screen("second_opinion", "Second opinion", needs_work=True, translated=True),
        Screen("compare", "Compare ideas", label="Compare", translated=True),
        Screen("learn", "Learn", label="Learn", translated=True),
        Screen("class", "Class", label="Class", translated=True),
        Screen("class_lead", "Lead a class", translated=True),
        Screen("class_screen", "Projector", bare=True, translated=True),
        Screen("join", "Join a class", bare=True, translated=True),
        Screen(
            "what_if",
            "What if",
            label="What if",
            back_label="“What if?”",
            in_footer=True,
            needs_work=True,
            changes=True,
            translated=True,
        ),
        Screen(
            "decision_map", "Decision map", label="Decision map", back_label="the map", in_footer=True, translated=True
        ),
        Screen("proofs", "Proofs", label="What is proved", back_label="the proofs", in_footer=True, translated=True),
        Screen("find", "Search", label="Search", back_label="the search", in_footer=True, translated=True),
        Screen("author", "Rules of your own", label="Rules of your own", in_footer=True, translated=True),
        Screen("rule", "Rule", back_label="the rule", translated=True),
    ]
)
