"""Links to pass on, each to copy and as a QR code."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

import streamlit as st

from framework.store import Purpose, Work
from framework.ui import address, device, notices, resources
from framework.ui.components import qr
from framework.ui.dates import day
from framework.ui.speech import say
from framework.ui.trouble import guarded


def link(url: str, what: str) -> None:
    """A link to copy, and as a QR code; `what` describes the code to whoever cannot see it."""
    with st.container(key=f"link_{what.replace(' ', '_')}"):
        st.code(url, language=None, wrap_lines=True)
        st.html(qr.code(url, what))


def address_of(page: str, **params: str) -> str:
    """The full address of a page, as this browser reaches it."""
    here = urlsplit(st.context.url or "")
    folder = here.path.rpartition("/")[0]
    origin = f"{here.scheme}://{here.netloc}" if here.netloc else ""
    return f"{origin}{folder}/{page}?{urlencode({**address.lasting(), **params})}"


def of_purpose(work: Work, purpose: Purpose, page: str, param: str, what: str) -> None:
    """The link for one purpose that works now: shown where it was made, and to be replaced or withdrawn.

    Args:
        work: what the link is to.
        purpose: what it allows.
        page: the page that it opens.
        param: the parameter of the address that holds its key.
        what: describes its QR code to whoever cannot see it.
    """
    made_at = resources.store().links.made_at(work.key, purpose)
    if key := known(work, purpose):
        link(address_of(page, **{param: key}), what)
    elif made_at:
        st.markdown(
            say(
                "A link made on {day} works. It is stored nowhere but where it was made, so it cannot be shown here: "
                "a new one replaces it.",
                day=day(made_at),
            )
        )
    with st.container(horizontal=True, gap="small"):
        st.button(
            say("Replace with a new one"),
            key=f"link_{purpose}_renew",
            icon=":material/autorenew:",
            on_click=guarded(renew),
            args=(work, purpose),
        )
        with st.popover(say("Withdraw"), icon=":material/link_off:", key=f"link_{purpose}_out", on_change="rerun"):
            st.markdown(say("The link stops working for everybody who has it."))
            st.button(
                say("Withdraw the link"),
                key=f"link_{purpose}_withdraw",
                type="primary",
                on_click=guarded(_withdraw),
                args=(work, purpose),
            )


def known(work: Work, purpose: Purpose) -> str | None:
    """The key of the link that works now, where this browser has it."""
    found = device.links(work.key).get(purpose)
    return found if found and resources.store().links.work_of(found, purpose) == work.key else None


def renew(work: Work, purpose: Purpose) -> None:
    """Make a link, and have the browser keep its key; the one before it stops working."""
    device.keep(work.key, **{purpose: resources.store().links.renew(work.key, purpose)})


def _withdraw(work: Work, purpose: Purpose) -> None:
    resources.store().links.withdraw(work.key, purpose)
    notices.notify(say("The link was withdrawn. It does not work any more."), ":material/link_off:")
