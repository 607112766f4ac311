"""One question on a student's phone: full-width choices, one tap for each answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from framework.model.answers import NOT_SURE, Answer
from framework.model.question import Group, Question
from framework.ui import memory, resources
from framework.ui.components.interview import guard
from framework.ui.components.interview.choices import choice
from framework.ui.escaping import md
from framework.ui.speech import say
from framework.ui.trouble import guarded

Cast = Callable[[str, Answer], None]
"""Takes the question and the answer."""

_GROUP = "_ballot_group"
_TICKS = "_ballot_ticks"
"""What is ticked and not saved yet: who ticks in which round, to each question and its ticks."""

Place = tuple[str, int]
"""The key of a participant, and the round in which they vote."""


def ask(question: Question, given: Answer | None, cast: Cast, place: Place, note: str = "") -> None:
    """The question with its choices; `given` is marked. `cast` is called with the answer. `note`: Markdown above the
    choices.
    """
    st.title(md(question.text), anchor=False)
    if question.help:
        with st.expander(say("What is meant")):
            st.markdown(md(question.help))
    if note:
        st.caption(note)
    if question.kind == "many":
        _several(question, given, cast, place)
        return
    group = open_group(question)
    if question.groups and group is None:
        for item in question.groups:
            one = item.options[0] if len(item.options) == 1 else None
            act, args = (cast, (question.id, one)) if one else (_open_group, (question.id, item.id))
            marked = given in item.options
            choice(question.id, f"group_{item.id}", item.text, item.help, marked, act, args)
    else:
        for option in question.options:
            if group is None or option.id in group.options:
                marked = given == option.id
                choice(question.id, option.id, option.text, option.help, marked, cast, (question.id, option.id))
    not_sure = resources.rules().manifest.not_sure
    choice(question.id, NOT_SURE, not_sure, None, given == NOT_SURE, cast, (question.id, NOT_SURE))
    if group is not None:
        st.button(
            say("Back"), type="tertiary", icon=":material/arrow_back:", on_click=guarded(_open_group), args=(None, None)
        )


def saved(question: str) -> None:
    """Nothing that is ticked on a question waits any longer: an answer to it was saved."""
    for ticks in (memory.value_of(_TICKS) or {}).values():
        ticks.pop(question, None)


def not_saved(key: str, round_: int, ballot: Mapping[str, Answer]) -> tuple[str, ...]:
    """The questions on which somebody had ticks that are not in their ballot when a round was closed."""
    waiting = (memory.value_of(_TICKS) or {}).get((key, round_), {})
    return tuple(question for question, ticks in waiting.items() if ticks is not None and ticks != ballot.get(question))


def open_group(question: Question) -> Group | None:
    """The group of options that the student chose a moment ago; None while the groups themselves are shown."""
    asked, group_id = memory.value_of(_GROUP) or (None, None)
    return next((item for item in question.groups if asked == question.id and item.id == group_id), None)


def _several(question: Question, given: Answer | None, cast: Cast, place: Place) -> None:
    """Check boxes, of which some exclude the others, and one button."""
    before = {given} if isinstance(given, str) else set(given or ())
    with st.container(key=f"boxes_{question.id}", gap="small"):
        st.caption(say("Choose all that apply."))
        for option in question.options:
            key = _box(question, option.id)
            memory.begin_with(key, option.id in before)
            st.checkbox(
                md(option.text), key=key, width="stretch", on_change=guarded(_ticked), args=(question, option.id, place)
            )
    ticked = [option.id for option in question.options if memory.value_of(_box(question, option.id))]
    st.button(
        say("Save and continue"),
        type="primary",
        disabled=not ticked,
        key=f"go_{question.id}",
        width="stretch",
        on_click=guard.once(_take),
        args=(question, cast),
    )
    not_sure = resources.rules().manifest.not_sure
    choice(question.id, NOT_SURE, not_sure, None, given == NOT_SURE, cast, (question.id, NOT_SURE))


def _ticked(question: Question, option: str, place: Place) -> None:
    """One box was ticked or cleared: an exclusive one clears the others, and the other way round."""
    now = {item.id for item in question.options if memory.value_of(_box(question, item.id))}
    chosen = option in now
    before = tuple(item.id for item in question.options if item.id in now - {option})
    after = question.toggle(before or None, option, chosen=chosen) or ()
    for item in question.options:
        memory.preset(_box(question, item.id), item.id in after)
    waiting = memory.value_of(_TICKS) or {}
    memory.remember(
        _TICKS, {place: {**waiting.get(place, {}), question.id: question.accept([*after]) if after else None}}
    )


def _take(question: Question, cast: Cast) -> None:
    ticked = [option.id for option in question.options if memory.value_of(_box(question, option.id))]
    answer = question.accept(ticked) if ticked else None
    if answer is not None:
        cast(question.id, answer)


def _box(question: Question, option: str) -> str:
    return f"vote_{question.id}_{option}"


def _open_group(question: str | None, group: str | None) -> None:
    memory.remember(_GROUP, (question, group) if question else None)
