"""Ways from page to page. Each of them carries the address of the work, so that no page ever loses it."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import streamlit as st

from framework.model.sheet import Sheet
from framework.ui import current_work, resources

_PAGES = Path(__file__).parent / "pages"


back_labels: dict[str, str] = {}
"""Page to what a button that leads back to it calls it; from the page table."""


def go(page: str, **params: str | None) -> NoReturn:
    """Open a page ("brief", "interview", ...) on the same work, with further parameters in the address."""
    st.switch_page(_PAGES / f"{page}.py", query_params=current_work.link_params(**params))


def leave(page: str, **params: str) -> NoReturn:
    """Open a page without any work, or on the one named in `params`."""
    st.switch_page(_PAGES / f"{page}.py", query_params=params)


def begin(sheet: Sheet | None = None, **params: str) -> NoReturn:
    """Begin a new piece of work and open its first question, named in the address so that the way back leads to it."""
    sheet = sheet or Sheet()
    first = resources.assessment_of(sheet).next_question
    leave("interview", work=current_work.begin(sheet), way="quick", **({"question": first} if first else {}), **params)


def link(page: str, label: str, *, icon: str | None = None, stretch: bool = False, **params: str | None) -> None:
    """A link to a page on the same work. `label` is Markdown: escape texts with `plain.md`."""
    st.page_link(
        _PAGES / f"{page}.py",
        label=label,
        icon=icon,
        width="stretch" if stretch else "content",
        query_params=current_work.link_params(**params),
    )


def question_link(question: str, label: str, *, back: str, icon: str | None = None, stretch: bool = False) -> None:
    """A link to one question, alone on its page; from there it goes back to the page `back`."""
    link("interview", label, icon=icon, stretch=stretch, question=question, back=back)


def link_elsewhere(page: str, label: str, *, icon: str | None = None, **params: str) -> None:
    """A link that leaves the current work, for example to a worked case. `label` is Markdown."""
    st.page_link(_PAGES / f"{page}.py", label=label, icon=icon, query_params=params)
