"""The ideas that were begun on this device, offered where a page stands without one."""

from __future__ import annotations

import streamlit as st

from framework.model.history import review_due
from framework.model.rulebase import RuleBase
from framework.ui import address, links
from framework.ui.components import review
from framework.ui.components.ideas import rows
from framework.ui.current_work import Current
from framework.ui.speech import say

MAX_IDEAS = 2
"""Ideas that are offered; all are on the page for them."""


def show(rulebase: RuleBase, *, primary: bool = True, lead: str = "") -> bool:
    """The ways back into the latest ideas, after a line that leads to them; whether there are any.

    Args:
        rulebase: the rules with which they were begun.
        primary: whether to go on is what one most likely wants here.
        lead: the line, Markdown.
    """
    works, count = rows.latest(rulebase, MAX_IDEAS)
    if works and lead:
        st.markdown(lead)
    for number, work in enumerate(works):
        with st.container(key=f"begun_{number}", gap=None):
            rows.go_on(work, key=f"go_on_{number}", primary=primary and number == 0)
            stands = rows.where_it_stands(rulebase, work)
            due = review.due_words(work) if review_due(work.sheet, work.history, review.today()) else ""
            st.caption(f"{stands} · {due}" if due else stands)
    if count > MAX_IDEAS:
        links.link("ideas", say("All {number} ideas of this device", number=count), icon=":material/list:")
    return bool(works)


def key_of_first(rulebase: RuleBase) -> str | None:
    """The key of the idea that is offered first."""
    works, _ = rows.latest(rulebase, 1)
    return works[0].key if works else None


def wanted(here: Current) -> bool:
    """Whether nothing is open here, neither somebody's work nor a case."""
    return not (here.work or here.shared or here.case or here.problem or address.param(address.TRY))
