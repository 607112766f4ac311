"""The screen of rare stops: plain statements, one tap for none of them, two for those that one is not sure about."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from framework.model.interview import Stop
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.stops import answers_after, from_screen, ticked
from framework.ui import current_work, drafts, memory, resources, saving, scripts
from framework.ui.components.interview import guard
from framework.ui.components.interview.flow import Place, follow, go, shown_stops
from framework.ui.escaping import md
from framework.ui.speech import say
from framework.ui.trouble import guarded

_SCRIPT = Path(__file__).with_name("more_below.js")
_TICK, _UNSURE = "tick_", "unsure_"
"""What the keys of the boxes begin with, and the ticks of each screen are kept under until they are confirmed."""


def show(rulebase: RuleBase, sheet: Sheet, way: str, head: DeltaGenerator) -> None:
    """The statements as tick lines; those that hold by the answers so far are ticked."""
    found = rulebase.manifest.interview.stops
    assert found
    head.title(md(found.text), anchor=False)
    if found.help:
        st.caption(md(found.help))
    shown = shown_stops(rulebase, sheet)
    _lines(shown, _TICK, {stop.id for stop in ticked(rulebase, sheet)})
    with st.container(horizontal=True, key="ways", vertical_alignment="center"):
        st.button(
            say("Continue") if _chosen(shown, _TICK) else md(found.none),
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


def unsure(rulebase: RuleBase, sheet: Sheet, way: str, head: DeltaGenerator) -> None:
    """The statements that were not ticked, of which one chooses those to be asked about."""
    head.title(say("Which are you not sure about?"), anchor=False)
    st.caption(say("You are asked about these next. The others count as not true."))
    shown = shown_stops(rulebase, sheet)
    held = ticked(rulebase, sheet)
    left = tuple(stop for stop in shown if stop not in held)
    _lines(left, _UNSURE, set())
    with st.container(horizontal=True, key="ways", vertical_alignment="center"):
        st.button(
            say("Continue"),
            type="primary",
            key="go_unsure",
            disabled=not _chosen(left, _UNSURE),
            on_click=guard.once(_asked),
            args=(way, shown, [stop for stop in shown if stop in held]),
        )


def _lines(stops: Sequence[Stop], key: str, begun: Collection[str]) -> None:
    kept = drafts.ticked(key)
    with st.container(key="ticks", gap=None):
        for stop in stops:
            box = memory.begin_with(f"{key}{stop.id}", stop.id in (begun if kept is None else kept))
            st.checkbox(md(stop.text), key=box, on_change=guarded(_keep), args=(stops, key), width="stretch")
    with st.container(key="more_script"):
        scripts.add(_SCRIPT, say("{number} more below"))


def _chosen(shown: Sequence[Stop], key: str) -> list[Stop]:
    return [stop for stop in shown if memory.value_of(f"{key}{stop.id}")]


def _keep(shown: Sequence[Stop], key: str) -> None:
    drafts.keep(key, [stop.id for stop in _chosen(shown, key)])


def _taken(way: str, shown: Sequence[Stop]) -> None:
    """What is ticked holds, the others do not."""
    held = _chosen(shown, _TICK)
    if _record(shown, shown, held):
        _ask(way, held)


def _open(way: str, shown: Sequence[Stop]) -> None:
    """What is ticked holds; which of the others one is not sure about comes next."""
    held = _chosen(shown, _TICK)
    asked = {stop.question for stop in held}
    if _record(shown, [stop for stop in shown if stop.question in asked], held):
        go(way, Place("unsure"))


def _asked(way: str, shown: Sequence[Stop], held: Sequence[Stop]) -> None:
    """What was ticked before holds, and what one is not sure about is asked; the others do not hold."""
    doubtful = _chosen(shown, _UNSURE)
    if _record(shown, [stop for stop in shown if stop not in doubtful], held):
        _ask(way, [*held, *doubtful])


def _ask(way: str, stops: Sequence[Stop]) -> None:
    """Go on to the questions behind these statements."""
    queue = list(dict.fromkeys(stop.question for stop in stops))
    follow(way, resources.rules(), current_work.current().sheet, current_work.assessment(), queue)


def _record(shown: Sequence[Stop], said: Sequence[Stop], held: Sequence[Stop]) -> bool:
    """Save that of the statements that were shown these say something, and those of them hold."""
    rulebase = resources.rules()

    def change(sheet: Sheet) -> Sheet:
        kept = _without(rulebase, sheet, {stop.question for stop in shown} - {stop.question for stop in said})
        answers, screened = answers_after(rulebase, [stop.id for stop in held], kept, [stop.id for stop in said])
        return kept.model_copy(update={"answers": answers, "screened": screened})

    return saving.apply(change)


def _without(rulebase: RuleBase, sheet: Sheet, questions: set[str]) -> Sheet:
    """The sheet without what this screen once said about some questions; a question's own answer is kept."""
    dropped = questions & from_screen(rulebase, sheet)
    return sheet.model_copy(
        update={
            "answers": {id_: given for id_, given in sheet.answers.items() if id_ not in dropped},
            "screened": tuple(id_ for id_ in sheet.screened if id_ not in dropped),
        }
    )
