"""Navigation between pages. Every link carries the key of the work, so that no page loses it."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from framework.model.sheet import Sheet
from framework.ui import address, current_work, resources

_PAGES = Path(__file__).parent / "pages"


back_labels: dict[str, str] = {}
"""Page to its name on "Back to" buttons; from the page table."""

changing: set[str] = set()
"""Pages that change the work: where it may only be read, no link leads there. From the page table."""


def go(page: str, **params: str | None) -> NoReturn:
    """Open a page ("brief", "interview", ...) for the same work, with further address parameters."""
    st.switch_page(_PAGES / f"{page}.py", query_params=current_work.link_params(**params))


def leave(page: str, **params: str) -> NoReturn:
    """Open a page without work, or for the work named in `params`."""
    st.switch_page(_PAGES / f"{page}.py", query_params={**address.lasting(), **params})


def leave_rules() -> NoReturn:
    """Open the start page under the rules of everybody."""
    kept = {name: value for name, value in address.lasting().items() if name != address.RULES}
    st.switch_page(_PAGES / "start.py", query_params=kept)


def begin(sheet: Sheet | None = None, **params: str) -> NoReturn:
    """Create new work and open the first screen of its interview, which the address names."""
    sheet = sheet or Sheet()
    interview(current_work.begin(sheet), sheet, **params)


def interview(key: str, sheet: Sheet, **params: str) -> NoReturn:
    """Open what is to be answered first of the work under a key."""
    first = resources.assessment_of(sheet).next_question
    place = {"question": first} if first else {}
    if resources.rules().manifest.interview.idea and not sheet.title:
        place = {address.STEP: address.IDEA}
    leave("interview", work=key, way="quick", **place, **params)


def link(page: str, label: str, *, icon: str | None = None, stretch: bool = False, **params: str | None) -> None:
    """A link to a page for the same work. `label` is Markdown: escape texts with `escaping.md`.

    Nothing if the page changes the work and the work may only be read.
    """
    if page in changing and address.reading():
        return
    st.page_link(
        _PAGES / f"{page}.py",
        label=label,
        icon=icon,
        width="stretch" if stretch else "content",
        query_params=current_work.link_params(**params),
    )


def here(page: str | StreamlitPage, label: str, **params: str) -> None:
    """A link to the same place on a page, with some other parameters. `label` is Markdown."""
    to = _PAGES / f"{page}.py" if isinstance(page, str) else page
    st.page_link(to, label=label, query_params=address.elsewhere(**params))


def question_link(question: str, label: str, *, back: str, icon: str | None = None, stretch: bool = False) -> None:
    """A link to a page with one question, which leads back to the page `back`; only its label if there is nothing to
    change.
    """
    if address.reading():
        st.markdown(label)
        return
    link("interview", label, icon=icon, stretch=stretch, question=question, back=back)


def link_elsewhere(page: str, label: str, *, icon: str | None = None, **params: str) -> None:
    """A link that leaves the current work, for example to a worked case. `label` is Markdown."""
    st.page_link(_PAGES / f"{page}.py", label=label, icon=icon, query_params={**address.lasting(), **params})
