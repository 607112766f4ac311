"""What an instructor keeps: the link to the class, what to take home; and the end of it all."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from framework.classroom.session import Step
from framework.classroom.votes import Vote
from framework.reasoning.reasoner import reasoner_for
from framework.report import class_summary, typesetting
from framework.store.classes import Classroom
from framework.ui import device, links, resources
from framework.ui.components import paper
from framework.ui.components.classroom import ideas, lead
from framework.ui.components.pass_on import address_of
from framework.ui.dates import day, day_and_time, local
from framework.ui.escaping import md
from framework.ui.notices import notify
from framework.ui.speech import say, to_say
from framework.ui.trouble import guarded

_CSV = "text/csv"

_POWER = to_say("Whoever has it leads the class, so do not project it.")


def own_link(classroom: Classroom) -> None:
    """The key of the instructor: in view until the class begins, then behind its heading."""
    if classroom.step is Step.LOBBY:
        with st.container(border=True, key="own_link"):
            st.markdown(
                f":material/key: **{say('Save this link now.')}** "
                + say("It leads back to this class on any device.")
                + f" {say(_POWER)}"
            )
            _link(classroom)
            st.caption(
                say("This browser also lists the class on the page *Class*. Anywhere else only the link leads back.")
            )
    else:
        with st.expander(say("Your link"), icon=":material/key:", key="own_link"):
            st.markdown(f"{say('It leads back to this class on any device.')} {say(_POWER)}")
            _link(classroom)


def opened_here() -> None:
    """The classes that were opened in this browser and are still there, to go on with."""
    found = resources.store().classes.led_by(device.classes())
    if not found:
        return
    st.header(say("Your classes"), anchor=False)
    st.caption(say("Opened in this browser. It keeps the list; nobody else sees it."))
    for number, one in enumerate(found):
        with st.container(border=True, key=f"opened_{number}", gap="small"):
            st.markdown(f"**{md(one.plan.title)}**")
            where = say("Opened on {day}. Step: {step}.", day=day(one.created_at), step=say(lead.NAMES[one.step]))
            st.caption(f"{where} {say('It is deleted on {day}.', day=day(one.expires_at))}")
            links.link_elsewhere("class_lead", say("Go on"), icon=":material/arrow_forward:", lead=one.lead_key)


def take_home(classroom: Classroom) -> None:
    """The files that are left of a class, once both votes are closed."""
    if classroom.step not in (Step.REVEAL, Step.CLOSED):
        return
    reasoner, store = reasoner_for(resources.rules()), resources.store()
    rulebase, plan = reasoner.rulebase, classroom.plan

    # made when a button is pressed, outside of any page: nothing in these may ask for the address
    def votes() -> tuple[Vote, ...]:
        return store.votes.of(classroom.key)

    def brought() -> class_summary.Ideas:
        return ideas.written(plan, store.participants.of(classroom.key))

    def each() -> bytes:
        names = {person.key: person.nickname for person in store.participants.of(classroom.key)}
        return class_summary.each(rulebase, plan, votes(), names) or b""

    on = paper.chosen()
    kept: list[tuple[str, Callable[[], str | bytes], str, str]] = [
        (
            say("Summary (PDF)"),
            lambda: class_summary.pdf(reasoner, plan, votes(), brought(), paper=on),
            ".pdf",
            "application/pdf",
        ),
        (
            say("Summary (Markdown)"),
            lambda: class_summary.markdown(reasoner, plan, votes(), brought()),
            ".md",
            "text/markdown",
        ),
        (say("Totals (CSV)"), lambda: class_summary.totals(reasoner, plan, votes()), "-totals.csv", _CSV),
    ]
    if plan.kind == "ideas":
        kept.append(
            (say("Ideas (CSV)"), lambda: class_summary.ideas_table(rulebase, plan, brought()), "-ideas.csv", _CSV)
        )
    if plan.keeps_answers:
        kept.append((say("Each participant (CSV)"), each, "-answers.csv", _CSV))
    opened = local(classroom.created_at).date()
    st.header(say("Take home"), anchor=False)
    with st.container(horizontal=True, key="take_home"):
        for label, made, ending, media in kept:
            name = class_summary.file_name(plan.title, opened, ending)
            none = ending == ".pdf" and not typesetting.available()
            st.download_button(label, made, name, media, on_click="ignore", key=f"get{ending}", disabled=none)
    if not classroom.plan.small:
        st.caption(say("Figures about fewer than five participants are held back."))


def end(classroom: Classroom) -> None:
    """When the class is deleted by itself, and how to delete it at once."""
    st.caption(
        say("The class and everything in it will be deleted on {moment}.", moment=day_and_time(classroom.expires_at))
    )
    with st.popover(say("Delete everything now"), icon=":material/delete:", key="delete"):
        st.markdown(say("Delete this class for good, with everybody in it and all answers? It cannot be brought back."))
        st.button(say("Delete for good"), key="deleted", type="primary", on_click=guarded(_delete), args=(classroom,))


def _link(classroom: Classroom) -> None:
    st.code(address_of("class_lead", lead=classroom.lead_key), language=None, wrap_lines=True)


def _delete(classroom: Classroom) -> None:
    resources.store().classes.delete(classroom.lead_key)
    device.forget(classroom.lead_key)
    notify(say("Deleted."), ":material/delete:")
