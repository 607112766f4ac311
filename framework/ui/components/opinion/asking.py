"""Asking others for a second opinion: what they are told, and the link for them."""

from __future__ import annotations

import streamlit as st

from framework.store import Purpose, Work
from framework.store.opinions import MAX_NAME, Invitation
from framework.ui import links, memory, resources
from framework.ui.address import INVITE
from framework.ui.components import pass_on, text_field, title_field
from framework.ui.escaping import md
from framework.ui.speech import say, say_count, to_say
from framework.ui.trouble import guarded

PAGE = "second_opinion"
_CODE = to_say("QR code of the link to give a second opinion on this idea")
_HOST, _SHARED = "opinion_host", "opinion_shared"


def show(work: Work) -> None:
    """The part of the panel for passing on."""
    store = resources.store()
    st.header(say("A second opinion"), anchor=False)
    st.markdown(
        say(
            "Others answer the same questions about this idea, and do not see your answers. Then you see side by side "
            "where you differ."
        )
    )
    opinions, told = store.opinions.on(work.key), store.opinions.invitation(work.key)
    if not work.title:
        title_field.show(work.sheet, say("First give the idea a name: it is all that the others see of it."))
    elif told and store.links.made_at(work.key, Purpose.OPINION):
        st.caption(_told(work, told))
        pass_on.of_purpose(work, Purpose.OPINION, PAGE, INVITE, say(_CODE))
    else:
        _ask(work, told or Invitation("", shared=False), fixed=bool(opinions))
    if opinions:
        handed_in = sum(opinion.sheet is not None for opinion in opinions)
        links.link(
            PAGE,
            say_count(
                handed_in,
                "See where you differ: {number} opinion handed in",
                "See where you differ: {number} opinions handed in",
            ),
            icon=":material/compare_arrows:",
        )


def again(work: Work) -> None:
    """The link for the others, to be sent once more; nothing where it was made elsewhere or withdrawn."""
    if key := pass_on.known(work, Purpose.OPINION):
        st.markdown(say("The link for the others:"))
        pass_on.link(pass_on.address_of(PAGE, **{INVITE: key}), say(_CODE))


def come_in(work: Work) -> None:
    """One line in which whoever asked sees that there are opinions to read; nothing while there are none."""
    handed_in = sum(opinion.sheet is not None for opinion in resources.store().opinions.on(work.key))
    if handed_in:
        told = say_count(handed_in, "{number} second opinion has come in", "{number} second opinions have come in")
        links.link(PAGE, told, icon=":material/forum:")


def _told(work: Work, told: Invitation) -> str:
    """What those with the link are told, in one line of Markdown."""
    name = say("and that {host} asks", host=md(told.host)) if told.host else say("but not your name")
    seen = (
        say("everybody who has handed in sees all answers, yours too")
        if told.shared
        else say("only you see the answers")
    )
    return say(
        "They see the name of the idea, “{title}”, {name}. When they have handed in, {seen}.",
        title=md(work.title),
        name=name,
        seen=seen,
    )


def _ask(work: Work, told: Invitation, *, fixed: bool) -> None:
    """What is to be told, and the button. `fixed`: some have been told already who sees their answers."""
    text_field.line(say("Your name, as they see it"), _HOST, MAX_NAME, begins=told.host, placeholder=say("Optional"))
    shared = memory.unsaved(_SHARED)
    st.checkbox(
        say("Whoever has handed in may see all answers, mine too"),
        key=memory.begin_with(_SHARED, told.shared if shared is None or fixed else shared),
        disabled=fixed,
    )
    if fixed:
        st.caption(
            say("This is fixed, because people who were asked have been told so. To change it, delete their opinions.")
        )
    st.button(
        say("Ask for a second opinion"),
        key="link_opinion_make",
        icon=":material/group_add:",
        on_click=guarded(_invite),
        args=(work,),
    )


def _invite(work: Work) -> None:
    texts = text_field.fitting({_HOST: MAX_NAME}, others=[_SHARED])
    if texts is None:
        return
    resources.store().opinions.invite(work.key, texts[_HOST], shared=bool(memory.value_of(_SHARED)))
    pass_on.renew(work, Purpose.OPINION)
