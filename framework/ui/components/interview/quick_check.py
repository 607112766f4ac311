"""The quick check: one screen at a time, only what can still matter; then, optionally, the framing."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from framework.model.assessment import Assessment
from framework.model.listing import listed
from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.stops import ticked
from framework.ui import speech
from framework.ui.components import question as ask
from framework.ui.components.interview import choices, ending, flow, guard, opening, stops
from framework.ui.components.interview.flow import ALL, FRAMING, Place
from framework.ui.escaping import md
from framework.ui.speech import say


def show(
    rulebase: RuleBase, sheet: Sheet, assessment: Assessment, way: str, place: Place, head: DeltaGenerator
) -> None:
    """The screen of a place. `head` takes its title, which stays in view."""
    guard.shown(place.name)
    question = rulebase.questions.get(place.question or "")
    with st.container(key=f"screen_{place.name}"):
        if place.kind == "idea" and rulebase.manifest.interview.idea:
            opening.idea(rulebase.manifest.interview.idea, sheet, way, head)
        elif place.kind == "groups" and question:
            opening.groups(rulebase, question, sheet, way, head)
        elif place.kind == "stops":
            stops.show(rulebase, sheet, way, head)
        elif place.kind == "unsure":
            stops.unsure(rulebase, sheet, way, head)
        elif question:
            _question(rulebase, question, sheet, way, place, head)
        else:
            ending.show(rulebase, assessment, way, head)
        _below(rulebase, sheet, assessment, way, place, question)


def _question(
    rulebase: RuleBase, question: Question, sheet: Sheet, way: str, place: Place, head: DeltaGenerator
) -> None:
    head.title(md(question.text), anchor=False)
    note = say("This question is not translated yet.")
    with speech.original(question.id, translated=_translated(rulebase, question), note=note):
        _answers(rulebase, question, sheet, way, place)


def _translated(rulebase: RuleBase, question: Question) -> bool:
    """Whether what one has to read to answer it is in the language of the page."""
    parts = [("text",), ("help",), *(("options", option.id, "text") for option in question.options)]
    return all(rulebase.speaks("questions", question.id, *part) for part in parts)


def _answers(rulebase: RuleBase, question: Question, sheet: Sheet, way: str, place: Place) -> None:
    group = next((group for group in question.groups if group.id == place.group), None)
    then = flow.onward(way)
    with st.container(key=f"ask_{question.id}"):
        if place.after_tick:
            held = [stop.text for stop in ticked(rulebase, sheet) if stop.question == question.id]
            if held:
                st.caption(md(say("You ticked: {statements}. Which of these is it?", statements="; ".join(held))))
        elif group:
            st.caption(md(group.text))
        if question.kind == "many":
            choices.several(question, sheet, flow.staying(way, place), then)
        elif choices.between(question, sheet):
            choices.one_of_several(question, sheet, then, group)
        else:
            choices.one(question, sheet, then, group)
            if place.after_tick and question.id not in sheet.screened and question.id in sheet.answers:
                st.button(say("Continue"), type="primary", key=f"go_{question.id}", on_click=guard.once(then))
        if question.help:
            st.caption(md(question.help))


def _below(
    rulebase: RuleBase, sheet: Sheet, assessment: Assessment, way: str, place: Place, question: Question | None
) -> None:
    """The quiet row: back, forward, between two, why we ask."""
    previous = flow.before(rulebase, sheet, place, way)
    with st.container(horizontal=True, key="steps", vertical_alignment="center", gap="medium"):
        if previous:
            st.button(
                say("Back"),
                type="tertiary",
                icon=":material/arrow_back:",
                key="back",
                on_click=guard.once(flow.go),
                args=(way, previous),
            )
        if question is None:
            return
        answered = question.id in flow.given(rulebase, sheet) and question.id not in sheet.screened
        if answered and not place.after_tick:
            st.button(
                say("Forward"),
                type="tertiary",
                icon=":material/arrow_forward:",
                icon_position="right",
                key="forward",
                on_click=guard.once(flow.forward(way, place)),
            )
        if place.kind == "groups" or (question.groups and place.group != ALL):
            st.button(
                say("Show all"),
                type="tertiary",
                key="show_all",
                on_click=guard.once(flow.go),
                args=(way, Place("question", question.id, ALL)),
            )
        if place.kind == "question" and question.kind == "one" and len(question.options) > 2:
            choices.switch(question, sheet)
        with st.popover(say("Why we ask"), type="tertiary", key="why"):
            if not answered:
                st.markdown(_why_now(rulebase, assessment, question.id, way))
            ask.about(question, assessment.sheet.answers.get(question.id))


def _why_now(rulebase: RuleBase, assessment: Assessment, asked: str, way: str) -> str:
    """Why this question and no other comes now, in one line of Markdown."""
    if way == FRAMING:
        if asked != assessment.task_question:
            return ""
        names = [
            say("“{name}”", name=rulebase.task[id_].name) for id_ in assessment.possible_tasks if id_ in rulebase.task
        ]
        if len(names) > 6:
            return _led(
                say("Why now:"),
                say("it does most to narrow down the {number} ways to frame your problem.", number=len(names)),
            )
        named = listed(names, say("or"))
        return _led(say("Why now:"), say("it does most to decide between {names}.", names=named))
    opening = rulebase.manifest.interview.opening
    if asked in opening:
        first = asked == opening[0]
        text = say("this is always the first question.") if first else say("this is always among the first questions.")
        return _led(say("Why now:"), text)
    unknown = next((item for item in assessment.unknowns if item.question == asked), None)
    if unknown is None or asked != assessment.next_question:
        return ""
    names = [rulebase.verdict[id_].short for id_ in unknown.decides]
    everything = len(names) == len(rulebase.verdict)
    decides = say("all {number} verdicts", number=len(names)) if everything else listed(names, say("and"))
    most = say("it narrows the result down most. It helps to decide between {verdicts}.", verdicts=decides)
    return _led(say("Why now:"), most)


def _led(lead: str, text: str) -> str:
    return f"**{md(lead)}** {md(text)}"
