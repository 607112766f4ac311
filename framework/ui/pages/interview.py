"""The interview, in three ways: one question at a time, one section at a time, or one question alone to change it."""

import streamlit as st

from framework.ui import links, resources, shell, state
from framework.ui.widgets import place, quick_check, single, standing, walkthrough
from framework.ui.widgets.plain import md


@st.fragment
def interview() -> None:
    """Everything that an answer changes; the frame around it stays as it is."""
    here = state.current()
    if here.problem or (here.work and not known_to_frame(here.work.key)):
        st.rerun()
    rulebase, sheet, assessment = resources.rules(), here.sheet, resources.assessment_of(here.sheet)
    way = state.param("way") or ("full" if state.param("section") else "quick")
    alone = single.wanted(rulebase)
    asked = quick_check.asked_now(rulebase, sheet, assessment, way) if way != "full" else None
    main, side = st.columns([2, 1], gap="large")
    with main:
        if alone:
            single.show(rulebase, alone, sheet)
        elif way == "full":
            walkthrough.show(rulebase, sheet, assessment)
        else:
            quick_check.show(rulebase, sheet, assessment, way)
    with side:
        standing.panel(rulebase, assessment, at=alone.id if alone else asked)
        switch(way)
        if way == "full":
            walkthrough.contents(rulebase, sheet, assessment)
    place.top(f"{way} {alone.id if alone else asked or state.param('section')}")
    shell.show_notices()


def known_to_frame(key: str) -> bool:
    """Whether the links around the fragment already carry the work; not so right after its first answer."""
    return state.value_of(FRAMED) == key


def switch(way: str) -> None:
    """The other way through the interview."""
    if way == "full":
        links.link("interview", "Only what still matters: quick check", icon=":material/bolt:", way="quick")
    else:
        links.link("interview", "All questions: full walk-through", icon=":material/list_alt:", way="full")


def tried() -> None:
    """The description of a case that is being tried."""
    case = resources.rules().case.get(state.param("try") or "")
    if case:
        with st.expander(md(case.title), expanded=True, icon=":material/description:"):
            st.markdown(md(case.description))
            links.link("cases", "See what was published", case=case.id)


FRAMED = "_framed"
current = state.current()
state.remember(FRAMED, current.work.key if current.work else None)
tried()
interview()
