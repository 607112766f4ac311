"""The slim line under the header: which idea one is in, or the way back to it."""

from __future__ import annotations

import streamlit as st

from framework.store import Work
from framework.ui import address, links, resources
from framework.ui.current_work import Current
from framework.ui.escaping import md

UNTITLED = "Idea without a name"
_LAST = "_last_idea"


def show(here: Current, *, on_ideas: bool) -> None:
    """The line; nothing if there is no idea yet. `on_ideas`: the page lists all of them, and needs no way back."""
    if here.work:
        st.session_state[_LAST] = here.work.key
    work = here.work or resources.store().work.get(st.session_state.get(_LAST))
    with st.container(key="idea_line", horizontal=True, vertical_alignment="center"):
        if here.shared and not here.problem:
            st.markdown(f":material/visibility: **{md(here.sheet.title or UNTITLED)}** · to read, not to change")
        elif here.work:
            page, what = _place(here.work)
            links.link(page, f"Your {what} **{md(here.work.title or UNTITLED)}**", icon=":material/lightbulb:")
        elif work and not on_ideas:
            page, what = _place(work)
            label = f"Back to your {what} **{md(work.title or UNTITLED)}**"
            links.link_elsewhere(page, label, icon=":material/arrow_back:", **{address.WORK: work.key})


def _place(work: Work) -> tuple[str, str]:
    """The page that leads into a work, and what it is."""
    if resources.store().opinions.get(work.key):
        return "second_opinion", "opinion on"
    return "brief" if work.sheet.answers else "interview", "idea:"
