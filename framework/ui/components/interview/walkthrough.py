"""The full questionnaire: one section per page, every question that applies."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from framework.assessment.chain import core_first
from framework.model.assessment import Assessment
from framework.model.question import Question, Section
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.conclusions import facts_of
from framework.reasoning.interpreter import Facts
from framework.ui import address, links
from framework.ui.components import question as ask
from framework.ui.escaping import md
from framework.ui.speech import say
from framework.ui.trouble import guarded

SECTION = "section"


def applicable_questions(
    rulebase: RuleBase, assessment: Assessment, section: Section
) -> list[tuple[Question, bool | None]]:
    """The questions of a section that apply, or may apply: None while that depends on a missing answer."""
    facts = Facts(rulebase, assessment.answers)
    found = [(question, facts.applies(question.id)) for question in section.questions if _asked(question, assessment)]
    return [(question, applies) for question, applies in found if applies is not False]


def _asked(question: Question, assessment: Assessment) -> bool:
    """Numbers are asked for where the value model of the task needs them, and shown where they were given."""
    if question.kind != "number" or question.role is None:
        return True
    return question.id in assessment.numbers_asked or question.role in assessment.given


def answered(question: Question, sheet: Sheet) -> bool:
    """Whether the person has answered it, "not sure" included; what the screen of rare stops left open is no answer."""
    return question.id not in sheet.screened and any(
        question.id in given for given in (sheet.answers, sheet.words, sheet.numbers)
    )


def show(rulebase: RuleBase, sheet: Sheet, assessment: Assessment) -> None:
    """One section: progress, its questions, and where to go next."""
    section = _here(rulebase)
    number = rulebase.sections.index(section)
    st.title(md(section.title), anchor=False)
    st.progress(
        (number + 1) / len(rulebase.sections),
        text=say("Section {number} of {all}", number=number + 1, all=len(rulebase.sections)),
    )
    st.markdown(md(section.intro))
    _questions(rulebase, assessment, applicable_questions(rulebase, assessment, section), sheet)
    _ways(rulebase, number, assessment.verdict is not None)


def contents(rulebase: RuleBase, sheet: Sheet, assessment: Assessment) -> None:
    """Links to every section, with the number of answers in each; the open one is marked."""
    here = _here(rulebase)
    with st.container(key="contents", gap=None):
        st.header(say("Sections"), anchor=False)
        for section in rulebase.sections:
            questions = [question for question, _ in applicable_questions(rulebase, assessment, section)]
            done = sum(answered(question, sheet) for question in questions)
            icon = ":material/check_circle:" if done == len(questions) else ":material/circle:"
            label = f"{md(section.title)} :small[{say('{done} of {all}', done=done, all=len(questions))}]"
            with st.container(key="toc_here" if section == here else f"toc_{section.id}", gap=None):
                links.link("interview", label, icon=icon, stretch=True, way="full", section=section.id)


def _here(rulebase: RuleBase) -> Section:
    asked = address.param(SECTION)
    return next((section for section in rulebase.sections if section.id == asked), rulebase.sections[0])


def _questions(
    rulebase: RuleBase, assessment: Assessment, questions: list[tuple[Question, bool | None]], sheet: Sheet
) -> None:
    if not questions:
        st.info(say("Based on your answers so far, nothing in this section applies. Continue with the next one."))
    for question, applies in questions:
        if question.closed:
            ask.card(question, sheet, applies=applies)
    texts = [question for question, _ in questions if question.kind == "text"]
    numbers = [question for question, _ in questions if question.kind == "number"]
    for heading, fields in ((say("In your words"), texts), (say("In numbers"), numbers)):
        if fields:
            with st.container(border=True, key=f"fields_{fields[0].kind}"):
                st.header(heading, anchor=False)
                _fields(rulebase, assessment, fields, sheet)


def _fields(rulebase: RuleBase, assessment: Assessment, fields: list[Question], sheet: Sheet) -> None:
    """The numbers that a first result rests on; the others are folded unless it lacks one of them. Words all alike."""
    ids = tuple(question.id for question in fields)
    facts = facts_of(rulebase, assessment)
    core, others = core_first(facts, assessment.value, ids) if fields[0].kind == "number" else (ids, ())
    for id_ in core:
        ask.field(rulebase.questions[id_], sheet)
    worth = assessment.worth
    lacking = worth.lacking if worth and sheet.numbers.keys() >= set(core) else frozenset()
    if others:
        shown = any(id_ in sheet.numbers or rulebase.questions[id_].role in lacking for id_ in others)
        with st.expander(say("More numbers"), expanded=shown):
            for id_ in others:
                ask.field(rulebase.questions[id_], sheet)


def _ways(rulebase: RuleBase, number: int, settled: bool) -> None:
    sections = rulebase.sections
    with st.container(horizontal=True, horizontal_alignment="distribute", key="ways"):
        if number:
            st.button(
                say("Back"),
                icon=":material/arrow_back:",
                key="back",
                on_click=guarded(_to),
                args=(sections[number - 1].id,),
                help=md(sections[number - 1].title),
            )
        if number + 1 < len(sections):
            following = sections[number + 1]
            st.button(
                md(say("Next: {title}", title=following.title)),
                type="primary",
                icon=":material/arrow_forward:",
                icon_position="right",
                key="next",
                on_click=guarded(_to),
                args=(following.id,),
            )
        else:
            _last(settled)


def _last(settled: bool) -> None:
    """After the last section: the brief if there is a verdict, otherwise the review of the answers."""
    kinds: tuple[Literal["primary", "secondary"], ...] = (
        ("secondary", "primary") if settled else ("primary", "secondary")
    )
    if st.button(say("Check your answers"), type=kinds[0], icon=":material/checklist:", key="to_review"):
        links.go("review")
    if st.button(say("Read the brief"), type=kinds[1], icon=":material/article:", key="to_brief"):
        links.go("brief")


def _to(section: str) -> None:
    address.move(way="full", section=section, question=None)
