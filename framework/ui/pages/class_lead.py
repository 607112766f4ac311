"""The instructor's page: one button for the next step, how many have joined and answered, and what the votes say.

Whoever has its address leads the class; opened on another machine, it shows where things stand.
"""

from __future__ import annotations

import streamlit as st

from framework.classroom.session import Step
from framework.store.classes import Classroom
from framework.ui import address, notices, resources
from framework.ui.address import LEAD
from framework.ui.components.classroom import attention, dashboard, ideas, keeping, lead, live, look, people
from framework.ui.escaping import md
from framework.ui.speech import say


def show() -> None:
    """The page."""
    look.apply()
    classroom = resources.store().classes.by_lead(address.param(LEAD))
    if classroom is None:
        st.title(say("No class"), anchor=False)
        st.markdown(say("There is no class under this address. It may have been deleted, or its date has passed."))
        notices.show()
        return
    live.seen(classroom.version)
    st.title(md(classroom.plan.title), anchor=False)
    lead.way(classroom)
    with st.container(key="how_many"):
        attention.looking(_pulse, live.lead_pause(classroom.step))(classroom)
    with st.container(key="at_step"):  # what follows keeps its place in the page, and so stays open
        _at_step(classroom)
    if classroom.plan.kind == "ideas":
        with st.expander(say("The groups' ideas"), icon=":material/lightbulb:", expanded=True):
            attention.also_looking(ideas.show, live.PEOPLE_SECONDS)(classroom)
    with st.expander(say("Replace a nickname"), icon=":material/badge:"):
        attention.also_looking(people.show, live.PEOPLE_SECONDS)(classroom)
    keeping.end(classroom)


def _at_step(classroom: Classroom) -> None:
    """What is different in every step."""
    lead.step(classroom)
    keeping.take_home(classroom)
    if classroom.step is Step.LOBBY:
        attention.also_looking(lead.few, live.PEOPLE_SECONDS)(classroom)
        keeping.own_link(classroom)
        lead.joining(classroom)
    if not live.is_voting(classroom.step) and classroom.step is not Step.LOBBY:
        dashboard.show(classroom)
    if classroom.step is not Step.LOBBY:
        keeping.own_link(classroom)


def _pulse(classroom: Classroom) -> None:
    now = resources.store().participants.pulse(classroom.key)
    if live.changed(now) or now is None:
        st.rerun()
    lead.counts(classroom, now)
    notices.show()


show()
