"""Second opinions: the invitation, one's own opinion, and for whoever asked all of them side by side."""

from __future__ import annotations

import streamlit as st

from framework.model.rulebase import RuleBase
from framework.store import Purpose, Work
from framework.store.opinions import Opinion
from framework.ui import address, current_work, links, notices, resources
from framework.ui.address import INVITE
from framework.ui.components.opinion import asking, invited, side_by_side
from framework.ui.components.opinion.people import everybody, shown
from framework.ui.dates import day
from framework.ui.escaping import md
from framework.ui.speech import say
from framework.ui.trouble import guarded


def show() -> None:
    """The page."""
    rulebase, here = resources.rules(), current_work.current()
    opinion = resources.store().opinions.get(here.work.key) if here.work else None
    side_by_side.style()
    with st.container(key="read_opinion"):
        if here.work and opinion:
            invited.own(rulebase, here.work, opinion)
        elif here.work:
            _asked(rulebase, here.work)
        elif address.param(INVITE):
            _invited(rulebase)
        else:
            _nothing()


def _invited(rulebase: RuleBase) -> None:
    """The invitation behind a link. Only the name of the idea goes on."""
    store = resources.store()
    key = store.links.work_of(address.param(INVITE), Purpose.OPINION)
    idea, told = store.work.get(key), store.opinions.invitation(key or "")
    if idea is None or told is None or idea.rulebase != rulebase.manifest.id:
        raise current_work.withdrawn()
    resources.note_opened(idea)
    invited.invitation(idea, told)


def _asked(rulebase: RuleBase, idea: Work) -> None:
    """For whoever may change the idea: everybody's opinion."""
    st.title(say("Second opinions"), anchor=False)
    opinions = resources.store().opinions.on(idea.key)
    people = everybody(idea, "", idea.key)
    if len(people) > 1:
        side_by_side.show(rulebase, people)
    elif opinions:
        st.markdown(say("Nobody has handed in an opinion yet."))
    else:
        st.markdown(say("Nobody has begun yet. The link for the others is in the brief, under *Share*."))
        links.link("brief", say("To the brief"), icon=":material/article:")
    if opinions:
        st.header(say("Who was asked"), anchor=False)
        for opinion in opinions:
            _row(opinion)
        asking.again(idea)
        links.link("brief", say("Back to the brief"), icon=":material/arrow_back:")


def _row(opinion: Opinion) -> None:
    own = opinion.id  # by opinion and not by place: an open panel stays open for whoever moves up
    with st.container(horizontal=True, vertical_alignment="center", key=f"voice_{own}"):
        done = opinion.handed_in_at
        state = (
            say("handed in on {day}", day=day(done))
            if done
            else say("began on {day}, not handed in yet", day=day(opinion.begun_at))
        )
        st.markdown(f"**{md(shown(opinion))}**{say(':')} {state}", width="stretch")
        with st.popover(say("Delete"), icon=":material/delete:", key=f"delete_{own}", on_change="rerun"):
            st.markdown(
                say("Delete the opinion of {opinion}? They keep their own answers.", opinion=md(shown(opinion)))
            )
            st.button(
                say("Delete for good"),
                key=f"deleted_{own}",
                type="primary",
                on_click=guarded(_delete),
                args=(opinion,),
            )


def _delete(opinion: Opinion) -> None:
    resources.store().opinions.remove(opinion.id)
    notices.notify(say("The opinion of {opinion} was deleted.", opinion=shown(opinion)), ":material/delete:")


def _nothing() -> None:
    st.title(say("Second opinions"), anchor=False)
    st.markdown(say("Open the brief of an idea and choose *Share* to ask others what they think of it."))
    links.link("ideas", say("My ideas"), icon=":material/list:")


show()
