"""Track the plan of an idea: its next steps and the stages after them to tick, and the rounds in which it goes."""

from __future__ import annotations

import streamlit as st

from framework.ui import current_work, links, resources
from framework.ui.components import document, next_steps, rounds
from framework.ui.speech import say

rulebase, here = resources.rules(), current_work.current()
assessment = resources.assessment_of(here.sheet)
document.style()

with st.container(key="read_rounds"):
    st.title(say("Track the plan"), anchor=False)
    if here.work is None and not here.shared:
        st.markdown(
            say(
                "Here you keep track of an idea of your own: its next steps and, round after round, the stages of its "
                "plan, what you tried and what came out. Open an idea, or check a new one."
            )
        )
        with st.container(horizontal=True):
            links.link("ideas", say("My ideas"), icon=":material/list:")
            if st.button(say("Check my idea"), type="primary", icon=":material/edit_note:", key="begin"):
                links.begin()
    else:
        links.link("brief", say("Back to the brief"), icon=":material/arrow_back:", part="plan")
        next_steps.show(rulebase, assessment, here)
        if assessment.verdict and assessment.plan:
            rounds.present(rulebase, assessment, here)
            rounds.end(assessment, here)
        elif not assessment.verdict:
            possible = len(assessment.possible_verdicts)
            st.markdown(
                say(
                    "There is no plan yet: {possible} verdicts are still possible. A plan comes with the verdict.",
                    possible=possible,
                )
            )
            links.link("interview", say("Answer the next question"), icon=":material/arrow_forward:", way="quick")
        rounds.before(rulebase, here)
