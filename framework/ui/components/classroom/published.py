"""What was published about the case of a class, on the phone of a student, beside what they answered."""

from __future__ import annotations

import streamlit as st

from framework.classroom.views import StudentView
from framework.model.case import Case
from framework.model.listing import listed
from framework.model.rulebase import RuleBase
from framework.ui.components import spoken
from framework.ui.components.classroom import source
from framework.ui.escaping import md
from framework.ui.speech import say


def show(rulebase: RuleBase, case: Case, view: StudentView) -> None:
    """What came of the case and why, and the answers with which this student parts from it."""
    st.header(say("What was published"), anchor=False)
    names = listed([rulebase.verdict[id_].short for id_ in case.expected.acceptable_verdicts], say("or"))
    st.markdown(f"**{md(names)}.**")
    spoken.prose(case.source.what_it_says, "published")
    st.caption(md(source.of(case)))
    if case.lesson:
        spoken.prose(case.lesson, "lesson")
    if not view.ballot:
        return
    reference = rulebase.accept(case.answers)
    if not view.differing:
        st.markdown(alike(sum(id_ in reference for id_ in view.ballot), len(view.ballot)))
        return
    st.header(say("Where you answered differently"), anchor=False)
    first = (*view.deciding, *view.deciding_together)
    for id_ in (*first, *(id_ for id_ in view.differing if id_ not in first)):
        marked = ""
        if id_ in first:
            effect = (
                say("alone changes your advice")
                if id_ in view.deciding
                else say("one of those that together change your advice")
            )
            marked = f" :material/priority_high: {effect}"
        st.markdown(
            say(
                "**{short}**{marked}  \nYou: {yours}  \nFrom the source: {there}",
                short=md(rulebase.questions[id_].short),
                marked=marked,
                yours=md(rulebase.answer_text(id_, view.ballot[id_])),
                there=md(rulebase.answer_text(id_, reference[id_])),
            )
        )


def alike(compared: int, given: int) -> str:
    """What is true where none of so many answers given differs from the source, which says something about so many."""
    if compared == given:
        return say("Each of your answers is the one that we read from the source.")
    if compared:
        return say("The source says nothing about some of your answers. The others are the ones that we read from it.")
    return say("The source says nothing about what you answered.")
