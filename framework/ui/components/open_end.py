"""A verdict that is open: what it can still be, the facts that decide, and how to find each out."""

from __future__ import annotations

import streamlit as st

from framework.report.front_parts import Front
from framework.ui import links
from framework.ui.components import front as first_screen
from framework.ui.components.interview.flow import QUICK
from framework.ui.escaping import md


def show(front: Front, title: str = "", *, back: str | None = None) -> None:
    """`back`: the page to which the links to the questions lead back; by default the quick check goes on."""
    st.html(first_screen.card(front, title))
    with st.container(key="facts", gap=None):
        for number, fact in enumerate(front.facts, start=1):
            with st.container(key=f"fact_{number}", gap=None):
                label = f"{number}.\u2002**{md(fact.text)}**"
                if back:
                    links.question_link(fact.question, label, back=back, stretch=True)
                else:
                    links.link("interview", label, stretch=True, way=QUICK, question=fact.question)
                if fact.means:
                    st.markdown(md(" ".join(fact.means)))
                how = " · ".join(part for part in (fact.find_out, fact.takes) if part)
                if how:
                    st.caption(md(how))
