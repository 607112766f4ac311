"""Answers that contradict each other, and numbers that do not fit together, with links to their questions."""

from __future__ import annotations

import streamlit as st

from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.ui import links, speech
from framework.ui.components.statement import shortened
from framework.ui.escaping import md
from framework.ui.speech import say


def show(rulebase: RuleBase, assessment: Assessment, *, back: str | None = None) -> None:
    """`back`: the page to which the links lead back; by default the quick check goes on from there."""
    for number, found in enumerate(assessment.contradictions):
        lead = (
            say("These answers contradict each other.")
            if rulebase.any_closed(found.answers)
            else say("These numbers do not fit together.")
        )
        with st.container(border=True, key=f"contradiction_{number}"):
            st.markdown(f":material/compare_arrows: **{lead}** {md(found.text)}")
            with st.container(horizontal=True):
                for id_ in found.answers:
                    question = rulebase.questions[id_]
                    label = f"{md(question.short)}{say(':')} {md(_given(rulebase, assessment, id_) or say('open'))}"
                    if back or not question.closed:  # the quick check asks for no numbers
                        links.question_link(id_, label, back=back or "review", icon=":material/edit:")
                    else:
                        links.link("interview", label, icon=":material/edit:", way="quick", question=id_)


def _given(rulebase: RuleBase, assessment: Assessment, id_: str) -> str:
    """What was answered, in short; empty where nothing was."""
    if given := assessment.answers.get(id_):
        return shortened(rulebase.answer_text(id_, given))
    sheet = assessment.sheet
    return shortened(sheet.words.get(id_, "")) or speech.number(sheet.numbers.get(id_))
