"""Briefs of one idea under earlier editions of the rules, each as it was read."""

from __future__ import annotations

import streamlit as st

from framework.report.earlier import compare_briefs
from framework.ui import address, current_work, links, resources
from framework.ui.components import document, editions
from framework.ui.dates import day
from framework.ui.speech import say

rulebase, here = resources.rules(), current_work.current()
document.style()
kept = editions.of(here)
asked = address.param("edition") or ""
brief = next((each for each in kept if asked and each.digest.startswith(asked)), None)

with st.container(key="read_earlier"):
    links.link("brief", say("Back to the brief"), icon=":material/arrow_back:")
    if brief is None:
        st.title(say("Earlier editions"), anchor=False)
        if not kept:
            st.markdown(
                say(
                    "A copy is kept each time you read a brief, so that you can compare when the rules change. There "
                    "is none yet."
                )
            )
        for each in kept:
            editions.link_to(each)
    else:
        st.markdown(say("This is the brief as you read it on {day}.", day=day(brief.read_on)))
        with st.expander(say("What is different now"), icon=":material/difference:"):
            now = editions.today_beside(brief, resources.assessment_of(here.sheet))
            editions.changes(compare_briefs(brief, now), editable=here.work is not None, rulebase=rulebase)
        editions.show(brief)
