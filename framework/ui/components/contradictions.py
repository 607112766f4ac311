"""Answers that contradict each other, with links to both questions."""

from __future__ import annotations

import streamlit as st

from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.ui import links
from framework.ui.components.statement import shortened
from framework.ui.escaping import md
from framework.ui.speech import say


def show(rulebase: RuleBase, assessment: Assessment, *, back: str | None = None) -> None:
    """`back`: the page to which the links lead back; by default the quick check goes on from there."""
    for number, found in enumerate(assessment.contradictions):
        with st.container(border=True, key=f"contradiction_{number}"):
            st.markdown(f":material/compare_arrows: **{say('These answers contradict each other.')}** {md(found.text)}")
            with st.container(horizontal=True):
                for id_ in found.answers:
                    given = assessment.answers.get(id_)
                    answer = md(shortened(rulebase.answer_text(id_, given))) if given else say("open")
                    label = f"{md(rulebase.questions[id_].short)}{say(':')} {answer}"
                    if back:
                        links.question_link(id_, label, back=back, icon=":material/edit:")
                    else:
                        links.link("interview", label, icon=":material/edit:", way="quick", question=id_)
