"""Passing an idea on: a link to read it, a link to give an opinion on it, and the link that can change it."""

from __future__ import annotations

import streamlit as st

from framework.store import Purpose, Work
from framework.ui import resources
from framework.ui.address import READ, WORK
from framework.ui.components import pass_on
from framework.ui.components.opinion import asking
from framework.ui.current_work import Current
from framework.ui.speech import say
from framework.ui.trouble import guarded


def show(here: Current) -> None:
    """The panel, for whoever may change the idea; nothing for others."""
    if here.work is None or here.empty:
        return
    with st.expander(say("Share"), icon=":material/share:", key="share"):
        _to_read(here.work)
        asking.show(here.work)
        _to_edit(here.work)


def _to_read(work: Work) -> None:
    st.header(say("A link to read"), anchor=False)
    st.markdown(say("Whoever opens the link sees this brief as it is at that moment, and can change nothing."))
    if resources.store().links.made_at(work.key, Purpose.READ):
        pass_on.of_purpose(work, Purpose.READ, "brief", READ, say("QR code of the link to read this brief"))
        return
    st.button(
        say("Make a link to read"),
        key="link_read_make",
        icon=":material/link:",
        type="primary",
        on_click=guarded(pass_on.renew),
        args=(work, Purpose.READ),
    )


def _to_edit(work: Work) -> None:
    st.header(say("The link to edit"), anchor=False)
    st.markdown(say("For yourself, on another device. **Whoever has it can change and delete everything.**"))
    with st.popover(say("Show the link to edit"), icon=":material/edit:"):
        pass_on.link(
            pass_on.address_of("brief", **{WORK: work.key}), say("QR code of the link that can edit this idea")
        )
