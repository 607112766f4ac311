"""Passing an idea on: a link to read it, and the link that can change it, each with a QR code."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode, urlsplit

import streamlit as st
from markupsafe import Markup

from framework.store import Purpose, Work
from framework.ui import address, device, resources
from framework.ui.address import READ, WORK
from framework.ui.current_work import Current
from framework.ui.speech import say

QR_SCALE = 4
"""Pixels of one module of a QR code: a link fits into 40 modules, and a phone reads it from a laptop's screen."""


def show(here: Current) -> None:
    """The panel, for whoever may change the idea; nothing for others."""
    if here.work is None or here.empty:
        return
    with st.expander(say("Share"), icon=":material/share:", key="share"):
        _to_read(here.work)
        _to_edit(here.work)


def _to_read(work: Work) -> None:
    st.header("A link to read", anchor=False)
    st.markdown("Shows this brief as it is at that moment. Whoever has it can change nothing.")
    made_at = resources.store().links.made_at(work.key, Purpose.READ)
    known = device.links(work.key).get(Purpose.READ)
    if made_at is None:
        st.button(
            "Make a link to read",
            key="link_make",
            icon=":material/link:",
            type="primary",
            on_click=_renew,
            args=(work,),
        )
        return
    if known and resources.store().links.work_of(known, Purpose.READ) == work.key:
        link(address_of("brief", **{READ: known}), "QR code of the link to read this brief")
    else:
        st.markdown(
            f"A link made on {day(made_at)} works. It is stored nowhere but where it was made, so it cannot be "
            "shown here: a new one replaces it."
        )
    with st.container(horizontal=True):
        st.button("Replace by a new one", key="link_renew", icon=":material/autorenew:", on_click=_renew, args=(work,))
        st.button("Withdraw", key="link_withdraw", icon=":material/link_off:", on_click=_withdraw, args=(work,))


def _to_edit(work: Work) -> None:
    st.header("The link to edit", anchor=False)
    st.markdown("For yourself, on another device. **Whoever has it can change and delete everything.**")
    with st.popover("Show the link to edit", icon=":material/edit:"):
        link(address_of("brief", **{WORK: work.key}), "QR code of the link that can edit this idea")


def link(url: str, what: str) -> None:
    """A link to copy, and as a QR code; `what` describes the code to whoever cannot see it."""
    import segno

    with st.container(key=f"link_{what.replace(' ', '_')}"):
        st.code(url, language=None, wrap_lines=True)
        drawn = segno.make(url, error="m", micro=False).svg_data_uri(scale=QR_SCALE, light="#fff")
        st.html(Markup('<img class="qr" alt="{}" src="{}">').format(what, drawn))


def address_of(page: str, **params: str) -> str:
    """The full address of a page, as this browser reaches it."""
    here = urlsplit(st.context.url or "")
    folder = here.path.rpartition("/")[0]
    origin = f"{here.scheme}://{here.netloc}" if here.netloc else ""
    return f"{origin}{folder}/{page}?{urlencode({**address.lasting(), **params})}"


def day(moment: date) -> str:
    """A date as people write it: "3 May 2026"."""
    return f"{moment.day} {moment:%B %Y}"


def _renew(work: Work) -> None:
    device.keep(work.key, **{Purpose.READ: resources.store().links.renew(work.key, Purpose.READ)})


def _withdraw(work: Work) -> None:
    resources.store().links.withdraw(work.key, Purpose.READ)
