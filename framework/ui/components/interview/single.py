"""A single question, to change its answer, with a button back."""

from __future__ import annotations

import streamlit as st

from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.ui import address, links, saving
from framework.ui.components import question as ask
from framework.ui.components.interview.walkthrough import answered
from framework.ui.escaping import md
from framework.ui.speech import say
from framework.ui.trouble import guarded

BACK = "back"


def wanted(rulebase: RuleBase) -> Question | None:
    """The single question in the address, if it also names a page to go back to; otherwise None."""
    if address.param(BACK) not in links.back_labels:
        return None
    return rulebase.questions.get(address.param("question") or "")


def show(rulebase: RuleBase, question: Question, sheet: Sheet) -> None:
    """The question, its answer, and where to go next."""
    st.title(md(question.short), anchor=False)
    st.caption(md(rulebase.section_of[question.id].title))
    if question.closed:
        ask.card(question, sheet)
    else:
        with st.container(border=True, key=f"fields_{question.kind}"):
            ask.field(question, sheet)
    back = address.param(BACK) or "review"
    with st.container(horizontal=True, key="ways_back"):
        if st.button(
            say("Back to {place}", place=say(links.back_labels[back])),
            type="primary",
            icon=":material/arrow_back:",
            key="done",
        ):
            links.go(back)
        if answered(question, sheet):
            st.button(
                say("Clear the answer"), icon=":material/undo:", key="clear", on_click=guarded(_clear), args=(question,)
            )


def _clear(question: Question) -> None:
    if question.closed:
        saving.answer(question.id, None)
    elif question.kind == "text":
        saving.word(question.id, "")
    else:
        saving.number(question.id, None)
