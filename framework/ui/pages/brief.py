"""The brief: one first screen, then five headings, of which the one in the address is open."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from framework.report.blocks import Document
from framework.report.document import build_document
from framework.report.sections.context import Context
from framework.report.sections.framing import losses_of
from framework.report.sections.money import first_numbers as first_numbers_of
from framework.report.sections.money import result_statement
from framework.ui import address, current_work, links, resources, speech
from framework.ui.components import (
    charts,
    document,
    download,
    editions,
    front,
    like_mine,
    next_steps,
    open_end,
    outdated,
    own_words,
    review,
    share,
)
from framework.ui.components.document import View
from framework.ui.components.ideas import offered
from framework.ui.components.interview import top_of_page
from framework.ui.components.interview.flow import FRAMING, wants_framing
from framework.ui.components.opinion import asking
from framework.ui.escaping import md
from framework.ui.speech import say

EVERYTHING = "all"
"""In place of a heading: every heading open, to print or to search."""


def nothing_yet() -> None:
    """The page before anything is answered."""
    st.title(say("Your brief"), anchor=False)
    lead = say("Which idea? These were begun on this device:")
    begun = offered.wanted(here) and offered.show(rulebase, lead=lead)
    if not begun:
        st.markdown(say("There are no answers yet. A few are enough for a first brief."))
    with st.container(horizontal=True):
        kind: Literal["primary", "secondary"] = "secondary" if begun else "primary"
        if st.button(say("Check my idea"), type=kind, icon=":material/edit_note:", key="begin"):
            links.begin()
        links.link("cases", say("See a worked case"), icon=":material/menu_book:")


def losses(view: View) -> None:
    """The losses that the brief tells of, each with a figure and when to choose it."""
    ctx = Context(view.rulebase, view.assessment)
    told = losses_of(ctx, ctx.worded.whole) if ctx.worded and ctx.develops_framing else ()
    found = {loss.figure: loss for loss in reversed(told) if loss.figure}
    if not found:
        return
    with st.expander(say("What the loss rewards, in a chart")):
        for name, loss in reversed(found.items()):
            st.markdown(f"**{md(loss.name)}.** {md(loss.choose_when)}")
            charts.show(name, view.rulebase, alt=say("{name}: a small worked example", name=loss.name), key="_brief")


def numbers(view: View) -> None:
    """The way to the fields of the numbers that the first screen asks for, or with a result, of those it rests on."""
    if not here.work:
        return
    ctx = Context(view.rulebase, view.assessment)
    known = result_statement(ctx) is not None
    given = (id_ for id_ in view.assessment.numbers_asked if id_ in view.assessment.sheet.numbers)
    if asked := (*given,) if known else first_numbers_of(ctx):
        section = next(one for one in view.rulebase.sections if any(x.id == asked[0] for x in one.questions))
        label = say("Change the numbers") if known else say("Enter these numbers")
        links.link("interview", label, icon=":material/edit:", way="full", section=section.id)


def parts(found: Document, part: str | None) -> None:
    """Links to the headings, the open one marked; selecting it again folds it."""
    with st.container(horizontal=True, key="parts", gap="small"):
        for section in found.sections:
            here = section.id == part
            with st.container(key="part_here" if here else f"part_{section.id}", width="content"):
                icon = ":material/expand_less:" if here else ":material/expand_more:"
                links.link("brief", md(section.title), icon=icon, part="" if here else section.id)


def actions(view: View) -> None:
    """Links and buttons: change answers, try changes, download."""
    with st.container(horizontal=True, key="actions", gap="small", vertical_alignment="center"):
        asked = view.assessment.next_question
        if view.assessment.verdict is None and asked:
            links.link(
                "interview",
                say("Answer the next question"),
                icon=":material/arrow_forward:",
                way="quick",
                question=asked,
            )
        links.link("review", say("Change answers"), icon=":material/edit:")
        links.link("what_if", say("What if?"), icon=":material/tune:")
        download.show(view.rulebase, view.assessment, review.today())


def brief(view: View) -> None:
    """The brief under the present rules."""
    found = build_document(view.rulebase, view.assessment, review.today())
    part = address.param(address.PART)
    named = found.title if here.case else ""  # the line under the header names an idea already
    if here.case:
        st.caption(say("This is a worked case. If you change an answer, you work on your own copy."))
    if view.assessment.verdict:
        front.show(found.front, named, here.history.steps)
        with st.container(horizontal=True, key="go_on_from_here"):
            next_steps.link(view.assessment, here)
            if any(panel.id == "pays" for panel in found.front.panels):
                numbers(view)
        if here.work and wants_framing(view.rulebase, view.assessment):
            label = say("The framing is still open: say what kind of answer you need")
            links.link("interview", label, icon=":material/center_focus_strong:", way=FRAMING)
        if here.work and own_words.wanted(view.rulebase, view.assessment, here.work.key):
            with st.expander(say("Put it into your own words"), icon=":material/edit:"):
                own_words.show(view.rulebase, view.assessment, here.work.key)
    else:
        open_end.show(found.front, named, back="brief")
    if here.work:
        asking.come_in(here.work)
    review.show(view, here)
    share.show(here)
    parts(found, part)
    for section in found.sections:
        if part in (section.id, EVERYTHING):
            with speech.original(section.id, translated=False, note=say("This part is not translated yet.")):
                document.section(view, section)
            if section.id == "framing":
                losses(view)
            if section.id == "plan":
                with st.container(key="track_the_plan"):
                    next_steps.link(view.assessment, here)
    actions(view)
    editions.keep(view.rulebase, here, view.assessment)
    for each in editions.of(here):
        if each.digest != view.rulebase.digest:
            editions.link_to(each)
    if not here.shared:
        tried = here.case.id if here.case else address.param(address.TRY)
        like_mine.show(view.rulebase, view.assessment, apart_from=tried)


rulebase, here = resources.rules(), current_work.current()
document.style()

if here.empty:
    nothing_yet()
else:
    view = document.View(rulebase, resources.assessment_of(here.sheet))
    kept = editions.earlier(rulebase, here, view.assessment)
    with st.container(key="page_brief"):
        if kept:
            editions.notice(rulebase, here, view.assessment, kept)
        if kept and kept.is_of(here.sheet):
            editions.show(kept)
            share.show(here)
        else:
            outdated.panel(rulebase, here, expanded=False, back="brief")
            brief(view)
top_of_page.go_to("brief")
