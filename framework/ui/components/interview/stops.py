"""The screen of rare stops: plain statements, one tap for none of them."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from framework.model.interview import Stop
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.stops import answers_after
from framework.ui import current_work, memory, resources
from framework.ui.components.interview import guard
from framework.ui.components.interview.flow import Place, due, follow, go, said_by_none, shown_stops, ticked
from framework.ui.escaping import md
from framework.ui.speech import say


def show(rulebase: RuleBase, sheet: Sheet, way: str, head: DeltaGenerator) -> None:
    """The statements as tick lines; those that hold by the answers so far are ticked."""
    found = rulebase.manifest.interview.stops
    assert found
    head.title(md(found.text), anchor=False)
    if found.help:
        st.caption(md(found.help))
    shown = shown_stops(rulebase, sheet)
    holds = {stop.id for stop in ticked(rulebase, sheet)}
    with st.container(key="ticks", gap=None):
        for stop in shown:
            key = f"tick_{stop.id}"
            memory.begin_with(key, stop.id in holds)
            st.checkbox(md(stop.text), key=key, width="stretch")
    any_ticked = any(memory.value_of(f"tick_{stop.id}") for stop in shown)
    with st.container(horizontal=True, key="ways", vertical_alignment="center"):
        st.button(
            say("Continue") if any_ticked else md(found.none),
            type="primary",
            key="stops_go",
            on_click=guard.once(_taken),
            args=(way, shown),
        )
        st.button(
            say("Not sure about one"),
            type="tertiary",
            key="stops_unsure",
            on_click=guard.once(_open),
            args=(way, shown),
        )


def _now_ticked(shown: tuple[Stop, ...]) -> list[Stop]:
    return [stop for stop in shown if memory.value_of(f"tick_{stop.id}")]


def _taken(way: str, shown: tuple[Stop, ...]) -> None:
    """What is ticked holds, the others do not."""
    _record(way, shown, shown)


def _open(way: str, shown: tuple[Stop, ...]) -> None:
    """What is ticked holds; nothing is said of the others."""
    asked = {stop.question for stop in _now_ticked(shown)}
    _record(way, shown, tuple(stop for stop in shown if stop.question in asked))


def _record(way: str, shown: tuple[Stop, ...], said: tuple[Stop, ...]) -> None:
    rulebase = resources.rules()
    held = _now_ticked(shown)

    def change(sheet: Sheet) -> Sheet:
        kept = _without(rulebase, sheet, {stop.question for stop in shown} - {stop.question for stop in said})
        answers, screened = answers_after(rulebase, [stop.id for stop in held], kept, [stop.id for stop in said])
        return kept.model_copy(update={"answers": answers, "screened": screened})

    if not current_work.apply(change):
        return
    sheet, assessment = current_work.current().sheet, current_work.assessment()
    following = due(rulebase, sheet, assessment, way)
    if not held and following.kind == "stops" and assessment.next_question:
        go(way, Place("question", assessment.next_question))  # nothing was recorded; it is not shown again
        return
    follow(way, rulebase, sheet, assessment, list(dict.fromkeys(stop.question for stop in held)))


def _without(rulebase: RuleBase, sheet: Sheet, questions: set[str]) -> Sheet:
    """The sheet without what this screen once said about some questions; a question's own answer is kept."""
    none = said_by_none(rulebase)
    dropped = {
        id_ for id_ in questions if id_ in sheet.screened or (id_ in none and none[id_] == sheet.answers.get(id_))
    }
    return sheet.model_copy(
        update={
            "answers": {id_: given for id_, given in sheet.answers.items() if id_ not in dropped},
            "screened": tuple(id_ for id_ in sheet.screened if id_ not in dropped),
        }
    )
