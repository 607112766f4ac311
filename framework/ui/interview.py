"""The interview, in three ways: one question at a time, one section at a time, or one question alone to change it."""

from __future__ import annotations

import streamlit as st

from framework.ui import links, resources, shell, state
from framework.ui.widgets import place, quick_check, single, standing, walkthrough
from framework.ui.widgets.plain import md

_FRAMED = "_framed"


def show() -> None:
    """The page."""
    here = state.current()
    state.remember(_FRAMED, here.work.key if here.work else None)
    _tried()
    _interview()


@st.fragment
def _interview() -> None:
    """Everything that an answer changes; the frame around it stays as it is."""
    here = state.current()
    if here.problem or (here.work and here.work.key != state.value_of(_FRAMED)):
        st.rerun()  # the links around the fragment do not know this work yet
    rulebase, sheet, assessment = resources.rules(), here.sheet, resources.assessment_of(here.sheet)
    way = state.param(state.WAY) or ("full" if state.param(walkthrough.SECTION) else quick_check.QUICK)
    alone = single.wanted(rulebase)
    asked = quick_check.asked_now(rulebase, sheet, assessment, way) if way != "full" else None
    main, side = st.columns([2, 1], gap="large")
    with main, st.container(key="read_main"):
        if alone:
            single.show(rulebase, alone, sheet)
        elif way == "full":
            walkthrough.show(rulebase, sheet, assessment)
        else:
            quick_check.show(rulebase, sheet, assessment, way)
    with side, st.container(key="side"):
        standing.panel(rulebase, assessment, at=alone.id if alone else asked)
        if way == "full" and not alone:
            walkthrough.contents(rulebase, sheet, assessment)
        _other_way(way)
    place.top(f"{way} {alone.id if alone else asked or state.param(walkthrough.SECTION)}")
    shell.show_notices()


def _other_way(way: str) -> None:
    """Switch at any time; no answer is lost."""
    if way == "full":
        links.link("interview", "Ask only what still matters", icon=":material/bolt:", way="quick")
    else:
        links.link("interview", "Go through all questions", icon=":material/list_alt:", way="full")


def _tried() -> None:
    """The description of a case that the person tries to answer."""
    case = resources.rules().case.get(state.param(state.TRY) or "")
    if case:
        with st.container(key="read_case"), st.expander(md(case.title), expanded=True, icon=":material/description:"):
            st.markdown(md(case.description))
            links.link("cases", "Compare with what was published", icon=":material/compare_arrows:", case=case.id)
