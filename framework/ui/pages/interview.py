"""The interview in three modes: one question at a time, one section at a time, or a single question to change."""

from __future__ import annotations

import streamlit as st

from framework.ui import address, current_work, links, memory, notices, resources
from framework.ui.components import outdated
from framework.ui.components.ideas import offered
from framework.ui.components.interview import choices, flow, guard, quick_check, single, style, top_of_page, walkthrough
from framework.ui.components.interview.bar import bar
from framework.ui.escaping import md
from framework.ui.speech import say
from framework.ui.trouble import in_words

_FRAMED = "_framed"


def show() -> None:
    """The page."""
    here = current_work.current()
    memory.remember(_FRAMED, _named(here))
    style.apply()
    guard.watch()
    _tried()
    _interview()
    if offered.wanted(here):
        with st.container(key="read_begun"):
            offered.show(resources.rules(), primary=False, lead=say("Or go on with what you began:"))


@st.fragment
@in_words()
def _interview() -> None:
    """Everything that an answer changes; the rest of the page is not rerun."""
    here = current_work.current()
    if here.problem or (here.work and _named(here) != memory.value_of(_FRAMED)):
        st.rerun()  # the links and the name outside the fragment are still those of before
    rulebase, sheet, assessment = resources.rules(), here.sheet, resources.assessment_of(here.sheet)
    way = address.param(address.WAY) or ("full" if address.param(walkthrough.SECTION) else flow.QUICK)
    alone = single.wanted(rulebase)
    place = flow.here(rulebase, sheet, assessment, way) if way != "full" and not alone else None
    with st.container(key="bar"):
        st.html(bar(rulebase, sheet, assessment, here.work.key if here.work else "", place))
        head = st.container(key="bar_title")
    if place:
        with st.container(key="read_main"):
            quick_check.show(rulebase, sheet, assessment, way, place, head)
            outdated.panel(rulebase, here, expanded=False)
            _other_way(way)
    elif alone:
        with st.container(key="read_main"):
            single.show(rulebase, alone, sheet)
    else:
        main, side = st.columns([2, 1], gap="large")
        with main, st.container(key="read_section"):
            walkthrough.show(rulebase, sheet, assessment)
            outdated.panel(rulebase, here, expanded=False)
        with side, st.container(key="side"):
            walkthrough.contents(rulebase, sheet, assessment)
            _other_way(way)
    at = alone.id if alone else place.name if place else address.param(walkthrough.SECTION)
    top_of_page.go_to(f"{way} {at} {choices.switched()}")
    notices.show()


def _named(here: current_work.Current) -> tuple[str, str] | None:
    """What the rest of the page shows of the work: its key, which every link has, and its name."""
    return (here.work.key, here.work.title) if here.work else None


def _other_way(way: str) -> None:
    """Link to the other mode; no answer is lost."""
    if way == "full":
        links.link("interview", say("Ask only what still matters"), icon=":material/bolt:", way="quick")
    else:
        links.link("interview", say("Go through all questions"), icon=":material/list_alt:", way="full")


def _tried() -> None:
    """The description of a case that the person tries to answer."""
    case = resources.rules().case.get(address.param(address.TRY) or "")
    if case:
        with st.container(key="read_case"), st.expander(md(case.title), expanded=True, icon=":material/description:"):
            st.markdown(md(case.description))
            links.link("cases", say("Compare with what was published"), icon=":material/compare_arrows:", case=case.id)


show()
