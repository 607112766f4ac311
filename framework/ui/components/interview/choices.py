"""The choices of one question on a screen of its own: one tap, or several that it may be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from framework.model.answers import NOT_SURE
from framework.model.question import Group, Question
from framework.model.sheet import Sheet
from framework.ui import drafts, memory, resources, saving
from framework.ui.components import question as ask
from framework.ui.components.interview import guard
from framework.ui.escaping import md
from framework.ui.speech import say
from framework.ui.trouble import guarded

_BETWEEN = "_between"

Then = Callable[[], None]


def between(question: Question, sheet: Sheet) -> bool:
    """Whether several options may be ticked: on request, or because the answer is one of several already."""
    asked, on = switched() or (None, False)
    if asked == question.id:
        return bool(on)
    if drafts.ticked(question.id) is not None:
        return True
    return question.id not in sheet.screened and question.is_partial(sheet.answers.get(question.id))


def switched() -> tuple[str, bool] | None:
    """The question that was last switched, and whether to several ticks: its options are read from the top then."""
    found: tuple[str, bool] | None = memory.value_of(_BETWEEN)
    return found


def switch(question: Question, sheet: Sheet) -> None:
    """The quiet switch between one tap and several ticks."""
    on = between(question, sheet)
    st.button(
        say("Just one" if on else "Between two?"),
        type="tertiary",
        key="between",
        on_click=guard.once(_switch),
        args=(question.id, not on, _saved(question, sheet)),
    )


def several(question: Question, sheet: Sheet, stay: Then, then: Then) -> None:
    """Check boxes for a question to which several answers may hold, each of which calls `stay`, and a button to go on
    once something is ticked.

    "Not sure" is one of the boxes: without a tick the question would only be asked again.
    """
    ask.boxes(question, sheet, stay)
    st.button(
        say("Continue"),
        type="primary",
        disabled=question.id not in sheet.answers,
        on_click=guard.once(then),
        key=f"go_{question.id}",
    )


def one(question: Question, sheet: Sheet, then: Then, group: Group | None = None) -> None:
    """The choices as buttons that answer and call `then`; only those of a group if there is one."""
    given = sheet.answers.get(question.id)
    for option in question.options:
        if group is None or option.id in group.options:
            choice(
                question.id,
                option.id,
                option.text,
                option.help,
                given == option.id,
                _picked,
                (question, option.id, then),
            )
    unsure: str | Sequence[str] = list(group.options) if group and len(group.options) > 1 else NOT_SURE
    if group is None and not question.groups and question.id in sheet.screened and given:
        unsure = given  # what another screen ruled out stays ruled out
    known = given == NOT_SURE or (isinstance(given, tuple) and question.id not in sheet.screened)
    choice(question.id, NOT_SURE, resources.rules().manifest.not_sure, None, known, _picked, (question, unsure, then))


def one_of_several(question: Question, sheet: Sheet, then: Then, group: Group | None = None) -> None:
    """Check boxes of which those that are ticked may be it, and a button to go on."""
    kept = drafts.ticked(question.id)
    begun = _saved(question, sheet) if kept is None else kept
    options = [option for option in question.options if group is None or option.id in group.options]
    with st.container(key=f"boxes_{question.id}", gap="small"):
        st.caption(
            say(
                "Tick the one that fits best, even if another fits in part. If two fit equally well, tick the "
                "likelier one. Tick more only if you cannot say which is likelier: this means “one of these”, "
                "and the advice may stay open."
            )
        )
        keys = {option.id: f"both_{question.id}_{option.id}" for option in options}
        for option in options:
            key = memory.begin_with(keys[option.id], option.id in begun)
            label = ask.labelled(option.text, option.help)
            st.checkbox(label, key=key, on_change=guarded(_keep), args=(question.id, keys), width="stretch")
    ticked = _ticked(keys)
    for found in question.distinctions_among(ticked):
        st.info(md(found.text), icon=":material/arrow_split:")
    st.button(
        say("Continue"),
        type="primary",
        disabled=not ticked,
        on_click=guard.once(_both),
        args=(question, keys, then),
        key=f"go_{question.id}",
    )


def choice(
    question: str, id_: str, text: str, hint: str | None, chosen: bool, act: Callable[..., None], args: Sequence[object]
) -> None:
    """One full-width choice."""
    st.button(
        ask.labelled(text, hint),
        key=f"pick_{question}_{id_}",
        icon=":material/check:" if chosen else None,
        icon_position="right",
        on_click=guard.once(act),
        args=tuple(args),
        width="stretch",
    )


def _picked(question: Question, given: str | Sequence[str], then: Then) -> None:
    if saving.answer(question.id, given if isinstance(given, str) else tuple(given)):
        then()


def _saved(question: Question, sheet: Sheet) -> Sequence[str]:
    """The options of the saved answer that somebody gave to the question itself."""
    given = sheet.answers.get(question.id, ())
    if isinstance(given, str):
        return (given,)
    return given if question.id not in sheet.screened else ()


def _ticked(keys: Mapping[str, str]) -> list[str]:
    """The options of which the box is ticked; `keys` are those of the boxes."""
    return [id_ for id_, key in keys.items() if memory.value_of(key)]


def _keep(question: str, keys: Mapping[str, str]) -> None:
    drafts.keep(question, _ticked(keys))


def _both(question: Question, keys: Mapping[str, str], then: Then) -> None:
    ticked = _ticked(keys)
    answer = question.accept(ticked) if ticked else None
    if ticked and saving.answer(question.id, answer or NOT_SURE):
        memory.remember(_BETWEEN, None)
        then()


def _switch(question: str, on: bool, begun: Sequence[str]) -> None:
    memory.remember(_BETWEEN, (question, on))
    if on:
        drafts.keep(question, begun)
    else:
        drafts.drop(question)
