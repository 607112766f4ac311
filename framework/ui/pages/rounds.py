"""The rounds of an idea: steps of the plan to tick, the end of a round, and what came out of those before."""

from __future__ import annotations

import streamlit as st

from framework.ui import current_work, links, resources
from framework.ui.components import document, rounds
from framework.ui.speech import say

rulebase, here = resources.rules(), current_work.current()
assessment = resources.assessment_of(here.sheet)
document.style()

with st.container(key="read_rounds"):
    st.title(say("Rounds"), anchor=False)
    if here.work is None and not here.shared:
        st.markdown(
            say(
                "Here you keep track of an idea of your own, round after round: the steps of its plan, what you "
                "tried and what came out. Open an idea, or check a new one."
            )
        )
        with st.container(horizontal=True):
            links.link("ideas", say("My ideas"), icon=":material/list:")
            if st.button(say("Check my idea"), type="primary", icon=":material/edit_note:", key="begin"):
                links.begin()
    else:
        links.link("brief", say("Back to the brief"), icon=":material/arrow_back:", part="plan")
        if assessment.verdict and assessment.plan:
            st.markdown(
                say(
                    "Nobody gets through a plan in one go. Tick what is done. If something sends you back, end the "
                    "round; the next one goes on from there."
                )
            )
            rounds.present(rulebase, assessment, here)
            rounds.end(assessment, here)
        else:
            possible = len(assessment.possible_verdicts)
            st.markdown(
                say(
                    "There is no plan yet: {possible} verdicts are still possible. A plan comes with the verdict.",
                    possible=possible,
                )
            )
            links.link("interview", say("Answer the next question"), icon=":material/arrow_forward:", way="quick")
        rounds.before(rulebase, here)
