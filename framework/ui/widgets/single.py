"""One question alone, to change its answer, and back to where one came from."""

from __future__ import annotations

import streamlit as st

from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.ui import links, state
from framework.ui.widgets import question as ask
from framework.ui.widgets.plain import md
from framework.ui.widgets.walkthrough import answered

BACK = "back"
PLACES = {
    "review": "Back to the answers",
    "brief": "Back to the brief",
    "what_if": "Back",
    "rule": "Back to the rule",
    "decision_map": "Back to the map",
    "proofs": "Back",
    "cases": "Back to the case",
}
"""Pages that lead here, and what the way back is called."""


def wanted(rulebase: RuleBase) -> Question | None:
    """The question that the address asks for alone; None when it is not about one."""
    if state.param(BACK) not in PLACES:
        return None
    return rulebase.questions.get(state.param("question") or "")


def show(rulebase: RuleBase, question: Question, sheet: Sheet) -> None:
    """The question, its answer, and the ways on."""
    st.title(md(question.short), anchor=False)
    st.caption(md(rulebase.section_of[question.id].title))
    if question.closed:
        ask.card(question, sheet)
    else:
        with st.container(border=True, key=f"fields_{question.kind}"):
            ask.field(question, sheet)
    back = state.param(BACK) or "review"
    with st.container(horizontal=True, key="ways"):
        if st.button(PLACES[back], type="primary", icon=":material/arrow_back:", key="done"):
            links.go(back)
        if answered(question, sheet):
            st.button("Take the answer back", icon=":material/undo:", key="clear", on_click=_clear, args=(question,))


def _clear(question: Question) -> None:
    if question.closed:
        state.answer(question.id, None)
    elif question.kind == "text":
        state.word(question.id, "")
    else:
        state.number(question.id, None)
