"""My ideas: everything begun on this device, to go on with, copy, delete, take along and bring back."""

from __future__ import annotations

from itertools import zip_longest
from typing import Literal

import streamlit as st

from framework.assessment.comparison import MAX_IDEAS, MIN_IDEAS
from framework.model.history import review_due
from framework.model.listing import listed
from framework.report.comparison import UNTITLED
from framework.store import Work
from framework.store.portable import to_json
from framework.ui import device, links, memory, resources
from framework.ui.components import review
from framework.ui.components.ideas import importing, rows
from framework.ui.escaping import md
from framework.ui.speech import say, say_count
from framework.ui.trouble import guarded

FILE = "my-ideas.json"

MAX_SHOWN, ALL = 20, "all_ideas"
"""Ideas that are listed before one asks for all of them, each with its assessment; and where that is remembered."""


def due(works: list[Work]) -> None:
    """Which reviews are due, before everything else."""
    names = [
        say("“{name}”", name=work.title or say(UNTITLED))
        for work in works
        if review_due(work.sheet, work.history, review.today())
    ]
    if names:
        st.info(
            say_count(
                len(names),
                "{number} review is due: {names}. Open the brief, and note what happened.",
                "{number} reviews are due: {names}. Open the brief, and note what happened.",
                names=md(listed(names, say("and"))),
            ),
            icon=":material/event:",
        )


def take_along(works: list[Work]) -> None:
    """Export and import."""
    st.header(say("Copy or move your ideas"), anchor=False)
    st.markdown(
        say(
            "One file with all ideas, for another device or as a copy for yourself. To go on with a single idea on "
            "your phone, open its brief and choose *Share*."
        )
    )
    store = resources.store()  # the file is made outside of any page, when the button is pressed
    if works:
        st.download_button(
            say("Export all"),
            lambda: to_json(works, store.editions.of_many([work.key for work in works])),
            file_name=FILE,
            mime="application/json",
            icon=":material/download:",
            on_click="ignore",
        )
    importing.show(works)


def compare(ticked: list[Work]) -> None:
    """The button that puts the ticked ideas side by side."""
    enough = MIN_IDEAS <= len(ticked) <= MAX_IDEAS
    label = (
        say_count(len(ticked), "Compare {number} idea", "Compare {number} ideas") if ticked else say("Compare ideas")
    )
    if st.button(label, key="compare", icon=":material/compare_arrows:", disabled=not enough):
        links.leave("compare", ideas=",".join(device.mark(work.key) for work in ticked))


rulebase = resources.rules()
works = rows.begun_here(rulebase)

with st.container(key="read_ideas"):
    st.title(say("My ideas"), anchor=False)
    if works:
        st.markdown(say("Begun on this device. The list is kept by this browser; nobody else sees it."))
        due(works)
    else:
        st.markdown(
            say(
                "Nothing was begun on this device yet. An idea appears here as soon as you start its questions, or "
                "open a link to edit one."
            )
        )
    shown = works if memory.value_of(ALL) else works[:MAX_SHOWN]
    ticks = {f"compare_{device.mark(work.key)}": work for work in shown} if len(works) >= MIN_IDEAS else {}
    if ticks:
        st.markdown(say("To see some of them side by side, tick {fewest} to {most}.", fewest=MIN_IDEAS, most=MAX_IDEAS))
    with st.container(horizontal=True, gap="small"):
        kind: Literal["primary", "secondary"] = "secondary" if works else "primary"
        if st.button(say("Check a new idea"), type=kind, icon=":material/add:", key="begin"):
            links.begin()
        if ticks:
            compare([work for tick, work in ticks.items() if st.session_state.get(tick)])
    opinions = resources.store().opinions.under([work.key for work in shown])
    for number, (work, tick) in enumerate(zip_longest(shown, ticks)):
        rows.row(rulebase, work, number, opinion=opinions.get(work.key), tick=tick)
    if len(shown) < len(works):
        st.button(
            say("Show all {number}", number=len(works)),
            key="more_ideas",
            on_click=guarded(memory.remember),
            args=(ALL, True),
        )
    take_along(works)
