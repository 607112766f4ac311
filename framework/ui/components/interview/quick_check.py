"""The quick check: one question at a time, only those that can still matter; then, optionally, the framing."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from framework.model.assessment import Assessment
from framework.model.listing import listed
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.ui import address, current_work, links
from framework.ui.components import question as ask
from framework.ui.components import title_field, verdict
from framework.ui.escaping import md, one_or_many

QUICK, FRAMING = "quick", "framing"
QUESTION = "question"


def next_question(assessment: Assessment, way: str) -> str | None:
    """What to ask now: about the verdict until that is settled, about the framing on request."""
    return assessment.task_question if way == FRAMING else assessment.next_question


def asked_now(rulebase: RuleBase, sheet: Sheet, assessment: Assessment, way: str) -> str | None:
    """The question on the page: the one in the address if it is valid, otherwise the next one."""
    named = address.param(QUESTION)
    following = next_question(assessment, way)
    if named in rulebase.closed_questions and (named in sheet.answers or named == following):
        return named
    return following


def show(rulebase: RuleBase, sheet: Sheet, assessment: Assessment, way: str) -> None:
    """The current question, or the result."""
    asked = asked_now(rulebase, sheet, assessment, way)
    then = onward(way)
    if asked is None:
        _settled(rulebase, assessment, way)
        _back(rulebase, sheet, None)
        return
    question = rulebase.questions[asked]
    if not sheet.answers and way == QUICK:
        title_field.show(sheet, "What is it about? (optional)")
    st.caption(_progress(assessment, way, asked in sheet.answers))
    with st.container(key=f"ask_{question.id}"):
        st.title(md(question.text), anchor=False)
        if question.help:
            st.caption(md(question.help))
        ask.buttons(question, sheet, then)
        _why_now(rulebase, assessment, asked, way)
        ask.about(question)
    _back(rulebase, sheet, asked, then if asked in sheet.answers else None)


def onward(way: str) -> Callable[[], None]:
    """A callback that goes to the next question; the address names it, so that the browser's own "back" works."""

    def go_on() -> None:
        address.move(way=way, question=next_question(current_work.assessment(), way), section=None, back=None)

    return go_on


def _progress(assessment: Assessment, way: str, again: bool) -> str:
    if again:
        return "Already answered. Choose another answer to change it."
    if way == FRAMING:
        return f"Framing · {one_or_many(len(assessment.possible_tasks), 'form', 'forms')} still fit"
    return f"Quick check · at most {one_or_many(assessment.questions_left, 'more question', 'more questions')}"


def _why_now(rulebase: RuleBase, assessment: Assessment, asked: str, way: str) -> None:
    if way == FRAMING:
        names = [rulebase.task[id_].name for id_ in assessment.possible_tasks if id_ in rulebase.task]
        decides = listed([md(name) for name in names[:6]]) if len(names) <= 6 else f"{len(names)} ways to frame it"
    else:
        unknown = next((item for item in assessment.unknowns if item.question == asked), None)
        if unknown is None:
            return
        names = [rulebase.verdict[id_].short for id_ in unknown.decides]
        everything = len(names) == len(rulebase.verdict)
        decides = f"all {len(names)} verdicts" if everything else listed([md(name) for name in names], "and")
    st.caption(f"Why this question now: it narrows the result down most. It helps to decide between {decides}.")


def _settled(rulebase: RuleBase, assessment: Assessment, way: str) -> None:
    if assessment.verdict:
        st.title("The verdict is settled", anchor=False)
        st.html(verdict.card(rulebase, assessment))
        wants_task = rulebase.verdict[assessment.verdict].has_task and assessment.task_question and way == QUICK
        st.markdown("No answer to another question can change this.")
    else:
        names = [md(rulebase.verdict[id_].short) for id_ in assessment.possible_verdicts]
        st.title("Your answers do not settle it yet", anchor=False)
        st.markdown(f"Still possible: {', '.join(names)}. The brief says what this depends on and how to find out.")
        wants_task = bool(assessment.task_question) and way == QUICK
    with st.container(horizontal=True, key="ways"):
        if st.button("Read the brief", type="primary", icon=":material/article:", key="to_brief"):
            links.go("brief", way=QUICK)
        if wants_task:
            st.button(
                "Settle the framing too", icon=":material/center_focus_strong:", key="framing", on_click=onward(FRAMING)
            )
        if st.button("Add your own words", icon=":material/edit:", key="details"):
            links.go("interview", way="full", section=rulebase.sections[-1].id)


def _back(rulebase: RuleBase, sheet: Sheet, asked: str | None, then: Callable[[], None] | None = None) -> None:
    """Buttons to the previous answer, and forward again from there."""
    given = [id_ for id_ in sheet.answers if id_ in rulebase.closed_questions]
    before = given[: given.index(asked)] if asked in given else given
    if not before and then is None:
        return
    with st.container(horizontal=True, key="steps"):
        if before:
            st.button("Back", icon=":material/arrow_back:", key="back", on_click=_to, args=(before[-1],))
        if then:
            st.button("Forward", icon=":material/arrow_forward:", icon_position="right", key="forward", on_click=then)


def _to(question: str) -> None:
    address.move(question=question)
