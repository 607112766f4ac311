"""The start page: what this is, a sample result, and how to begin."""

from __future__ import annotations

from typing import Literal

import streamlit as st
from markupsafe import Markup

from framework.model.assessment import Assessment
from framework.model.case import Case
from framework.model.rulebase import Identity, RuleBase
from framework.model.sheet import Sheet
from framework.store.work import MAX_TITLE
from framework.ui import current_work, links, resources
from framework.ui.components import standing, text_field, verdict
from framework.ui.components.classroom import ways_back
from framework.ui.components.ideas import offered
from framework.ui.escaping import md
from framework.ui.speech import say

_IDEA = "start_idea"

MAX_LOOKED_AT = 12
"""Maximum number of worked cases considered for the sample."""


def words(rulebase: RuleBase, here: current_work.Current) -> None:
    """Name, tagline, and the ways to begin, or to continue."""
    st.title(md(rulebase.manifest.name), anchor=False)
    st.markdown(md(rulebase.manifest.tagline))
    ways_back.show()
    ways_in(rulebase, begun=offered.show(rulebase))
    if here.problem:
        st.caption(f"{md(here.problem.message)} {md(here.problem.hint)}")


def ways_in(rulebase: RuleBase, *, begun: bool) -> None:
    """The idea in one line, and the two ways to begin. If the line stays empty, the interview begins with it.

    `begun`: whether ideas stand above.
    """
    kind: Literal["primary", "secondary"] = "secondary" if begun else "primary"
    label = say("Check a new idea") if begun else say("Check my idea")
    asked = rulebase.manifest.interview.idea
    with st.container(key="ways_in"):
        with st.form("idea", border=False):
            title = text_field.line(md(asked.text), _IDEA, MAX_TITLE, placeholder=asked.placeholder) if asked else ""
            check = st.form_submit_button(label, type=kind, icon=":material/edit_note:", key="begin")
        look = st.button(say("See a worked case"), icon=":material/menu_book:", key="see_case")
    if check and title is not None:
        links.begin(Sheet(title=title))
    if look:
        links.go("cases")


def picture(rulebase: RuleBase) -> None:
    """A sample result: the verdict card of a worked case with a clear verdict."""
    found = _sample(rulebase)
    if found is None:
        st.html(standing.marks(rulebase, tuple(rulebase.verdict)))
        return
    case, assessment = found
    marks = standing.marks(rulebase, assessment.possible_verdicts)
    st.html(
        Markup('<figure class="sample"><figcaption class="soft small">{} {}</figcaption>{}{}</figure>').format(
            say("From a worked case:"), case.title, verdict.card(rulebase, assessment), marks
        )
    )
    links.link_elsewhere("brief", say("Read this brief"), icon=":material/article:", case=case.id)


def steps(rulebase: RuleBase) -> None:
    """The steps, and what to expect."""
    items = Markup().join(
        Markup(
            '<li><span class="number" aria-hidden="true">{}</span><div><strong>{}</strong><p>{}</p></div></li>'
        ).format(number, step.title, step.text)
        for number, step in enumerate(rulebase.manifest.steps, start=1)
    )
    st.html(Markup('<ol class="steps">{}</ol>').format(items))
    st.caption(md(rulebase.manifest.promise))


def _sample(rulebase: RuleBase) -> tuple[Case, Assessment] | None:
    return _sample_of(rulebase.identity, rulebase)


@st.cache_resource(show_spinner=False, max_entries=4)
def _sample_of(identity: Identity, _rulebase: RuleBase) -> tuple[Case, Assessment] | None:
    """The case with the most deciding answers that still fit on a card."""
    found = [(case, resources.assessment_of(case.sheet())) for case in _rulebase.cases[:MAX_LOOKED_AT]]
    good = [(case, result) for case, result in found if result.verdict == case.expected.verdict]
    short = [pair for pair in good if len(pair[1].sufficient_reason) <= verdict.MAX_CHIPS]
    return max(
        short or good,
        key=lambda pair: (pair[1].outcome is not None, len(pair[1].sufficient_reason)),
        default=None,
    )


rulebase, here = resources.rules(), current_work.current()

left, right = st.columns([1, 1], gap="large")
with left:
    words(rulebase, here)
with right:
    picture(rulebase)
steps(rulebase)
