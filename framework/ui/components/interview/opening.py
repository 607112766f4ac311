"""The first screens of an idea: what it is about, in one line; then what is needed, in two taps."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from framework.model.answers import NOT_SURE
from framework.model.interview import Idea
from framework.model.question import Group, Question
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.ui import current_work, saving
from framework.ui.components import title_field
from framework.ui.components.interview import choices, guard
from framework.ui.components.interview.flow import Place, go, group_of, onward
from framework.ui.escaping import md
from framework.ui.speech import say


def idea(found: Idea, sheet: Sheet, way: str, head: DeltaGenerator) -> None:
    """The idea in the person's own line. Optional."""
    head.title(md(found.text), anchor=False)
    title_field.show(sheet, found.text, placeholder=found.placeholder, titled=True)
    if found.help:
        st.caption(md(found.help))
    st.button(say("Continue"), type="primary", key="idea_go", on_click=guard.once(_go_on), args=(way,))


def groups(rulebase: RuleBase, question: Question, sheet: Sheet, way: str, head: DeltaGenerator) -> None:
    """The groups of a question's options; a tap is the first half of an answer."""
    head.title(md(question.text), anchor=False)
    own = group_of(rulebase, sheet, question.id)
    then = onward(way)
    with st.container(key=f"ask_{question.id}"):
        for group in question.groups:
            choices.choice(
                question.id, f"group_{group.id}", group.text, group.help, group == own, _chosen, (question, group, way)
            )
        unsure = sheet.answers.get(question.id) == NOT_SURE
        choices.choice(question.id, NOT_SURE, rulebase.manifest.not_sure, None, unsure, _unsure, (question.id, then))


def _go_on(way: str) -> None:
    if not title_field.too_long():
        onward(way)()


def _chosen(question: Question, group: Group, way: str) -> None:
    """Save that it is one of the group, unless more is known already, and show the group."""
    given = current_work.saved_answer(question.id)
    named = {given} if isinstance(given, str) else set(given or ())
    if named and named <= set(group.options):
        go(way, Place("question", question.id, group.id))
    elif len(group.options) == 1:
        if saving.answer(question.id, group.options[0]):
            onward(way)()
    elif saving.narrowed(question.id, group.options):
        go(way, Place("question", question.id, group.id))


def _unsure(question: str, then: choices.Then) -> None:
    if saving.answer(question, NOT_SURE):
        then()
