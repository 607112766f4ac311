"""A verdict that is open: what it can still be, the facts that decide, and how to find each out."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from framework.model.assessment import Assessment
from framework.model.listing import listed
from framework.model.rulebase import RuleBase
from framework.report.hues import UNKNOWN
from framework.ui import links, theme
from framework.ui.components.interview.flow import QUICK
from framework.ui.escaping import md

MOST_FACTS = 3
MOST_NAMED = 3
"""Verdicts that are named in the title; more are only counted."""

COUNTED = {1: "One fact decides.", 2: "Two facts decide.", 3: "Three facts decide."}


def show(rulebase: RuleBase, assessment: Assessment, *, back: str | None = None) -> None:
    """`back`: the page to which the links to the questions lead back; by default the quick check goes on."""
    facts = assessment.unknowns[:MOST_FACTS]
    possible = [rulebase.verdict[id_] for id_ in assessment.possible_verdicts]
    number, every = len(possible), len(rulebase.verdict)
    above = f"Still open · {'all' if number == every else f'{number} of'} {every} are possible"
    title = listed([item.title for item in possible], "or") if number <= MOST_NAMED else "Much is still possible"
    says = COUNTED.get(len(facts), "") if len(assessment.unknowns) <= MOST_FACTS else "These three facts decide most."
    st.html(
        Markup(
            '<div class="verdict open {}"><div class="words"><p class="above">{}</p><p class="title">{}</p><p>{}</p>'
            "</div></div>"
        ).format(theme.hue(UNKNOWN), above, title, says)
    )
    with st.container(key="facts", gap=None):
        for number, fact in enumerate(facts, start=1):
            with st.container(key=f"fact_{number}", gap=None):
                label = f"{number}.\u2002**{md(rulebase.questions[fact.question].text)}**"
                if back:
                    links.question_link(fact.question, label, back=back, stretch=True)
                else:
                    links.link("interview", label, stretch=True, way=QUICK, question=fact.question)
                if fact.find_out:
                    st.caption(md(fact.find_out))
