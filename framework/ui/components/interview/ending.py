"""The last screen of the quick check: the verdict, or what it depends on, and the way to the brief."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.report.front import front_of
from framework.ui import current_work, links, resources
from framework.ui.components import contradictions, open_end, own_words, verdict
from framework.ui.components.interview import guard
from framework.ui.components.interview.flow import FRAMING, QUICK, onward, wants_framing
from framework.ui.escaping import md
from framework.ui.speech import say


def show(rulebase: RuleBase, assessment: Assessment, way: str, head: DeltaGenerator) -> None:
    """The result in short."""
    here = current_work.current()
    opinion = resources.store().opinions.get(here.work.key) if here.work else None
    asked = opinion is not None and opinion.handed_in_at is None
    if assessment.verdict:
        head.title(say("The verdict is settled"), anchor=False)
        st.html(verdict.card(rulebase, assessment))
        screened = assessment.sheet.screened and rulebase.manifest.interview.stops
        st.markdown(
            say(
                "No further question could change this, as long as what you said about “{stops}” holds.",
                stops=md(screened.text),
            )
            if screened
            else say("No further question could change this.")
        )
        if _builds(rulebase, assessment) and not asked and here.work:
            # on a phone the buttons below lie two screens further down
            links.link("brief", say("Read the brief"), icon=":material/article:", way=QUICK)
            st.header(say("In your own words"), anchor=False)
            own_words.show(rulebase, assessment, here.work.key)
    else:
        head.title(say("As far as your answers go"), anchor=False)
        open_end.show(replace(front_of(rulebase, assessment), note=""))  # what is at odds follows, with its answers
    contradictions.show(rulebase, assessment)
    with st.container(horizontal=True, key="ways"):
        if asked and st.button(
            say("Go on to hand it in"), type="primary", icon=":material/arrow_forward:", key="to_opinion"
        ):
            links.go("second_opinion")
        framing = way == QUICK and not asked and wants_framing(rulebase, assessment)
        if framing:
            st.button(
                say("Settle the framing too"),
                type="primary",
                icon=":material/center_focus_strong:",
                key="framing",
                on_click=guard.once(onward(FRAMING)),
            )
        kind: Literal["primary", "secondary"] = "secondary" if asked or framing else "primary"
        if st.button(say("Read the brief"), type=kind, icon=":material/article:", key="to_brief"):
            links.go("brief", way=QUICK)
        if st.button(say("Add more words and numbers"), icon=":material/edit:", key="details"):
            links.go("interview", way="full", section=rulebase.sections[-1].id)


def _builds(rulebase: RuleBase, assessment: Assessment) -> bool:
    """Whether something is worth being put into words: nothing is where nothing should be built."""
    outcome = rulebase.outcome.get(assessment.outcome or "")
    return outcome is None or not outcome.builds_nothing
