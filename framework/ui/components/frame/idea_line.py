"""The slim line under the header: which idea one is in, or the way back to it."""

from __future__ import annotations

import streamlit as st

from framework.model.listing import cut
from framework.store import Work
from framework.ui import address, links, resources
from framework.ui.current_work import Current
from framework.ui.escaping import md
from framework.ui.speech import say

_LAST = "_last_idea"

MAX_NAME_CHARS = 60
"""Characters of the name of an idea that is only read: what a reader has to know stands behind it on the line."""


def show(here: Current, *, on_ideas: bool) -> None:
    """The line; nothing if there is no idea yet. `on_ideas`: the page lists all of them, and needs no way back."""
    if here.work:
        st.session_state[_LAST] = here.work.key
    work = here.work or resources.store().work.get(st.session_state.get(_LAST))
    with st.container(key="idea_line", horizontal=True, vertical_alignment="center"):
        if here.shared and not here.problem:
            told = say("read only; “you” is the author")
            with st.container(key="idea_read"):
                st.markdown(f":material/visibility: **{_name(cut(here.sheet.title, MAX_NAME_CHARS))}** · {told}")
        elif here.work:
            page, what, _ = _place(here.work)
            links.link(page, f"{what} **{_name(here.sheet.title or here.work.title)}**", icon=":material/lightbulb:")
        elif work and not on_ideas:
            page, _, what = _place(work)
            label = f"{what} **{_name(work.title)}**"
            links.link_elsewhere(page, label, icon=":material/arrow_back:", **{address.WORK: work.key})


def _place(work: Work) -> tuple[str, str, str]:
    """The page that leads into a work, and what the work is, for whoever is in it and for whoever is elsewhere."""
    if resources.store().opinions.get(work.key):
        return "second_opinion", say("Your opinion on"), say("Back to your opinion on")
    return "brief" if work.sheet.answers else "interview", say("Your idea:"), say("Back to your idea:")


def _name(title: str) -> str:
    return md(title or say("Idea without a name"))
