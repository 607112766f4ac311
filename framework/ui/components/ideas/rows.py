"""One idea of the list: what it is, where it stands, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from framework import deployment
from framework.model.assessment import Assessment
from framework.model.listing import listed
from framework.model.rulebase import RuleBase
from framework.report.comparison import UNTITLED
from framework.report.front import fatal_fault, verdict_in_short
from framework.report.sections.context import Context
from framework.store import Work
from framework.store.opinions import Opinion
from framework.store.retention import kept_until
from framework.store.work import MAX_TITLE
from framework.ui import device, links, memory, notices, resources, saving
from framework.ui.address import WORK
from framework.ui.components import review, standing, text_field
from framework.ui.components.opinion import deleting
from framework.ui.dates import day
from framework.ui.escaping import md
from framework.ui.speech import say, say_count
from framework.ui.trouble import guarded

MAX_VERDICTS = 2
"""Verdicts of an open idea that are named; more are only counted."""


def begun_here(rulebase: RuleBase) -> list[Work]:
    """Every work begun on this device with these rules, the one that was changed last first."""
    found = resources.store().work.get_many(list(device.kept()))
    return [work for work in found if work.rulebase == rulebase.manifest.id]


def latest(rulebase: RuleBase, most: int) -> tuple[Sequence[Work], int]:
    """At most `most` works begun on this device with these rules, the last changed first, and the total number."""
    return resources.store().work.latest(list(device.kept()), rulebase.manifest.id, most)


def where_it_stands(rulebase: RuleBase, work: Work) -> str:
    """The verdict in a few words, or what is still open; Markdown."""
    if not work.sheet.answers:
        return say("Nothing is answered yet")
    assessment: Assessment = resources.assessment_of(work.sheet)
    if assessment.verdict:
        icon = "report" if fatal_fault(Context(rulebase, assessment)) else rulebase.verdict[assessment.verdict].icon
        return f":material/{icon}: {md(verdict_in_short(rulebase, assessment))}"
    possible = [md(rulebase.verdict[id_].short) for id_ in assessment.possible_verdicts]
    named = (
        listed(possible, say("or"))
        if len(possible) <= MAX_VERDICTS
        else say("{number} verdicts possible", number=len(possible))
    )
    left, facts = assessment.questions_left, standing.facts(assessment)
    if assessment.next_question is None:
        open_ = facts
    else:
        open_ = say_count(left, "at most {number} more question", "at most {number} more questions")
        if assessment.facts_left:
            open_ = listed([open_, facts], say("and"))
    return f":material/help: {say('Open: {named}, {open}', named=named, open=open_)}"


def go_on(work: Work, *, key: str, primary: bool = False) -> None:
    """The button that leads back into an idea."""
    name = work.title or say(UNTITLED)
    label = say("Go on with “{name}”", name=md(name)) if key.startswith("go_on") else say("Open")
    if st.button(label, key=key, icon=":material/arrow_forward:", type="primary" if primary else "secondary"):
        if resources.store().opinions.get(work.key):
            links.leave("second_opinion", **{WORK: work.key})
        asked = not work.sheet.answers or resources.assessment_of(work.sheet).next_question
        page = "interview" if asked else "brief"
        links.leave(page, **{WORK: work.key}, **({"way": "quick"} if asked else {}))


def row(
    rulebase: RuleBase, work: Work, number: int, *, opinion: Opinion | None = None, tick: str | None = None
) -> None:
    """The idea as a card; `opinion`: which opinion on somebody's idea it is; `tick` is the key of the box with which it
    is chosen to be compared.
    """
    with st.container(border=True, key=f"idea_{number}", gap="small"):
        st.header(md(work.title or say(UNTITLED)), anchor=False)
        if opinion:
            st.caption(say("Your opinion on somebody else's idea"))
        st.markdown(where_it_stands(rulebase, work))
        until = kept_until(work, deployment.keep())
        lasts = (
            say("Kept until {day}, and longer if you open it.", day=day(until))
            if until
            else say("Kept until you delete it.")
        )
        if words := review.due_words(work):
            st.markdown(f":material/event: {words}")
        if work.digest != rulebase.digest and work.sheet.answers:
            st.caption(say("The rules have changed since. Open the brief to see what is different."))
        st.caption(say("Changed on {day}. {lasts}", day=day(work.updated_at), lasts=lasts))
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            go_on(work, key=f"open_{number}")
            if tick:
                st.checkbox(say("Compare"), key=tick)
            own = device.mark(work.key)  # by idea and not by place: the browser keeps what a field held
            renaming = f"rename_{own}"
            panel = st.popover(say("Rename"), icon=":material/edit:", key=renaming, on_change="rerun")
            if panel.open:  # a field that waits unseen in a closed panel loses its value in the browser
                with panel:
                    text_field.line(
                        say("New name"),
                        f"name_{own}",
                        MAX_TITLE,
                        saved=work.title,
                        save=partial(_rename, work, renaming),
                        name=say("The name"),
                    )
            st.button(
                say("Duplicate"),
                key=f"copy_{number}",
                icon=":material/content_copy:",
                on_click=guarded(_duplicate),
                args=(work,),
            )
            with st.popover(say("Delete"), icon=":material/delete:", key=f"delete_{own}", on_change="rerun"):
                st.markdown(
                    say(
                        "Delete “{title}” for good, with its links and opinions? It cannot be brought back.",
                        title=md(work.title or say(UNTITLED)),
                    )
                )
                deleting.say_what_stays(opinion)
                st.button(
                    say("Delete for good"),
                    key=f"deleted_{own}",
                    type="primary",
                    on_click=guarded(_delete),
                    args=(work,),
                )


def _rename(work: Work, panel: str, name: str) -> None:
    if name:
        saving.rename(work.key, name)
        memory.remember(panel, False)


def _duplicate(work: Work) -> None:
    title = say("Copy of {title}", title=work.title or say(UNTITLED))[:MAX_TITLE]
    sheet = work.sheet.model_copy(update={"title": title, "review": None})
    device.keep(resources.store().work.create("", work.rulebase, work.digest, sheet).key)


def _delete(work: Work) -> None:
    resources.store().work.delete(work.key)
    device.forget(work.key)
    notices.notify(say("“{title}” was deleted.", title=work.title or say(UNTITLED)), ":material/delete:")
