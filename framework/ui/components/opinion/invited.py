"""The two screens of somebody who was asked: the invitation, and their own opinion until and after it is handed in.

Nothing of the idea but its name is read before that.
"""

from __future__ import annotations

from typing import Literal

import streamlit as st

from framework.errors import UserError
from framework.model.assessment import Assessment
from framework.model.listing import listed
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.report.comparison import UNTITLED
from framework.store import Work
from framework.store.opinions import MAX_NAME, Invitation, Opinion
from framework.ui import current_work, device, links, notices, resources
from framework.ui.address import WORK
from framework.ui.components import pass_on, standing, text_field
from framework.ui.components.opinion import side_by_side
from framework.ui.components.opinion.people import everybody
from framework.ui.dates import day
from framework.ui.escaping import md
from framework.ui.speech import as_text, say, say_count
from framework.ui.trouble import guarded

PAGE = "second_opinion"


def invitation(idea: Work, told: Invitation) -> None:
    """Whose idea it is, what happens with the answers, and the button to begin."""
    st.title(say("A second opinion"), anchor=False)
    found = resources.store().opinions.under(list(device.kept()))
    begun = {key: opinion for key, opinion in found.items() if opinion.idea == idea.key}
    st.markdown(
        say("**{host}** asks what you think of this idea:", host=md(told.host))
        if told.host
        else say("You are asked what you think of this idea:")
    )
    with st.container(border=True, key="asked_about"):
        st.header(md(idea.title or say(UNTITLED)), anchor=False)
    most = resources.assessment_of(Sheet()).questions_left
    st.markdown(
        say_count(
            most,
            "You answer some questions about it, alone: you do not see what anybody else has answered. "
            "At most {number} question, usually far fewer. “Not sure” is an answer too.",
            "You answer some questions about it, alone: you do not see what anybody else has answered. "
            "At most {number} questions, usually far fewer. “Not sure” is an answer too.",
        )
    )
    st.markdown(_what_happens(told))
    if idea.key in device.kept():
        st.info(say("This is the link for the others: the idea was begun on this device."), icon=":material/info:")
    if begun:
        st.markdown(
            say(
                "On this device {names} has begun already.",
                names=md(listed([_named(opinion) for opinion in begun.values()], say("and"))),
            )
        )
        for number, (key, opinion) in enumerate(begun.items()):
            label = say("Go on as {opinion}", opinion=md(_named(opinion)))
            if st.button(label, key=f"go_on_{number}", type="primary", icon=":material/arrow_forward:"):
                links.leave(PAGE, **{WORK: key})
    with st.form("opinion_form", border=False):
        name = text_field.line(
            say("Your name, as the others see it"),
            "opinion_name",
            MAX_NAME,
            placeholder=say("Optional"),
            autocomplete="name",
        )
        kind: Literal["primary", "secondary"] = "secondary" if begun else "primary"
        if st.form_submit_button(say("Begin"), type=kind, icon=":material/arrow_forward:") and name is not None:
            _begin(idea, name)


def own(rulebase: RuleBase, work: Work, opinion: Opinion) -> None:
    """One's own opinion: where it stands, the button to hand it in, and afterwards what one may see."""
    told = resources.store().opinions.invitation(opinion.idea) or Invitation("", shared=False)
    st.title(say("Your opinion on “{title}”", title=md(work.title or say(UNTITLED))), anchor=False)
    if opinion.handed_in_at is None:
        _before(rulebase, work, told)
    else:
        _after(rulebase, work, opinion, told)
    with st.container(horizontal=True, gap="small"):
        if opinion.handed_in_at is None:
            with st.popover(say("Continue on another device"), icon=":material/devices:"):
                st.markdown(say("**Whoever has this link can change your answers.** It is for yourself."))
                what = say("QR code of the link to your own answers")
                pass_on.link(pass_on.address_of(PAGE, **{WORK: work.key}), what)
        with st.popover(say("Withdraw my opinion"), icon=":material/undo:"):
            st.markdown(say("Nobody sees it any more. Your answers stay with you, as an idea of your own."))
            if st.button(say("Withdraw"), key="withdraw", type="primary"):
                resources.store().opinions.remove(opinion.id)
                notices.notify(say("Your opinion was withdrawn."), ":material/undo:")
                links.leave("review", **{WORK: work.key})


def _before(rulebase: RuleBase, work: Work, told: Invitation) -> None:
    assessment = resources.assessment_of(work.sheet)
    st.markdown(f"{say('Nobody sees your answers before you hand them in.')} {_what_happens(told)}")
    if not work.sheet.answers:
        st.markdown(say("You have not answered anything yet."))
        if st.button(say("Answer the questions"), key="answer", type="primary", icon=":material/arrow_forward:"):
            links.interview(work.key, work.sheet)
        return
    st.html(standing.marks(rulebase, assessment.possible_verdicts))
    st.markdown(standing.sentence(rulebase, assessment))
    done = _nothing_left(assessment)
    with st.container(horizontal=True, gap="small", key="ways"):
        st.button(
            say("I am done: hand it in"),
            key="hand_in",
            type="primary" if done else "secondary",
            icon=":material/check:",
            on_click=guarded(_hand_in),
            args=(work,),
        )
        if not done and st.button(
            say("Go on answering"), key="answer", type="primary", icon=":material/arrow_forward:"
        ):
            links.interview(work.key, work.sheet)
        links.link("review", say("Look through my answers"), icon=":material/checklist:")


def _after(rulebase: RuleBase, work: Work, opinion: Opinion, told: Invitation) -> None:
    assert opinion.handed_in_at
    st.markdown(
        say(
            "Handed in on {day}. It stays as it was then: what you change in your answers from now on does not count.",
            day=day(opinion.handed_in_at),
        )
    )
    with st.container(horizontal=True, gap="small", key="ways"):
        links.link("brief", say("Read the brief of your answers"), icon=":material/article:")
        links.link_elsewhere("start", say("Check an idea of your own"), icon=":material/edit_note:")
    if not told.shared:
        host = _host(told)
        st.markdown(say("Only {host} sees where you differ. Ask to go through the differences together.", host=host))
        return
    idea = resources.store().work.get(opinion.idea)
    if idea:
        side_by_side.show(rulebase, everybody(idea, told.host or say("Who asked"), work.key))


def _what_happens(told: Invitation) -> str:
    """Who will see what, in one line of Markdown."""
    if told.shared:
        return say(
            "When you have handed in, {host} and everybody else who has handed in see your answers with your name, "
            "and you see theirs.",
            host=_host(told),
        )
    return say("When you have handed in, only {host} sees your answers, with your name.", host=_host(told))


def _host(told: Invitation) -> str:
    return md(told.host) or say("whoever asked you")


def _named(opinion: Opinion) -> str:
    return opinion.name or say("somebody without a name")


def _nothing_left(assessment: Assessment) -> bool:
    return assessment.verdict is not None or assessment.next_question is None


def _begin(idea: Work, name: str) -> None:
    """A sheet of one's own, with nothing but the name of the idea."""
    store, sheet = resources.store(), Sheet(title=idea.title)
    key = current_work.begin(sheet)
    try:
        store.opinions.begin(idea.key, key, name)
    except UserError as error:
        store.work.delete(key)
        st.error(md(as_text(error)))
        return
    links.interview(key, sheet)


def _hand_in(work: Work) -> None:
    resources.store().opinions.hand_in(work.key)
