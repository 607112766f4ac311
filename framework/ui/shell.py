"""The frame of every page: style sheet, header, footer, and error messages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from framework.errors import UserError
from framework.ui import (
    address,
    current_work,
    device,
    escaping,
    links,
    memory,
    notices,
    reconnect,
    resources,
    scripts,
    theme,
    trials,
    trouble,
)
from framework.ui.components import text_field
from framework.ui.components.frame import idea_line, language, trial_line
from framework.ui.components.ideas import offered
from framework.ui.speech import say

PAGES = Path(__file__).parent / "pages"

_ROOT = "(root)"
"""The path for the default page, so that `/start` is not taken by it."""

_POPOVER = Path(__file__).with_name("popover.js")
_ANCHORED = Path(__file__).with_name("anchored.js")
_HERE = Path(__file__).parent / "components" / "frame" / "here.js"


@dataclass(frozen=True)
class Screen:
    """One row of the page table."""

    script: str
    """Name of the script in `pages/`, and the path of its address."""
    title: str
    label: str = ""
    """Its label in the header or footer; without one it is not linked there."""
    in_footer: bool = False
    back_label: str = ""
    """Its name on "Back to" buttons: "the brief". Without one, no button leads back to it."""
    needs_work: bool = False
    """Whether it cannot be shown if the work in the address is not found."""
    changes: bool = False
    """Whether it changes the work: it is not for somebody who may only read it."""
    bare: bool = False
    """Whether it stands alone, without links to other pages: on phones and the projector of a class, where they would
    lead away from it, and to what was published. In another language it stays where it is.
    """


def run(screens: Sequence[Screen]) -> None:
    """Run the page in the address, by default the first one, inside the common frame.

    Errors become messages that say what to do next.
    """
    start = screens[0]
    links.back_labels.update({screen.script: screen.back_label for screen in screens if screen.back_label})
    links.changing.update(screen.script for screen in screens if screen.changes)
    pages = [_page(screen, _ROOT if screen is start else screen.script, default=screen is start) for screen in screens]
    unknown = _path_of_no_page(screens)
    if unknown:
        screens = [*screens, Screen("", "Page not found")]
        pages.append(st.Page(_no_page, title=screens[-1].title, url_path=unknown))
    chosen = st.navigation(pages, position="hidden")
    if unknown == start.script and chosen is pages[-1]:
        st.switch_page(pages[0])
    _framed(chosen, screens[pages.index(chosen)], screens)


def _page(screen: Screen, path: str, *, default: bool = False) -> StreamlitPage:
    """A page for one run: Streamlit notes in it whether it may be run now."""
    return copy(_looked_up(screen, path, default))


@cache
def _looked_up(screen: Screen, path: str, default: bool) -> StreamlitPage:
    """Streamlit resolves the path of a page's file; for all pages in every run that took two fifths of a run's time."""
    return st.Page(PAGES / f"{screen.script}.py", title=screen.title, url_path=path, default=default)


@contextmanager
def _column() -> Iterator[None]:
    """What is written inside stands in the column to read, as on the pages."""
    with st.container(key="read_message"):
        yield


@_column()
def _no_page() -> None:
    st.title(say("There is no page at this address"), anchor=False)
    st.markdown(say("Check that it is spelled correctly. Your saved answers are not affected."))
    links.link("start", say("Go to the start page"), icon=":material/arrow_forward:")


def _path_of_no_page(screens: Sequence[Screen]) -> str | None:
    """The requested path if no page has it: Streamlit would show its own developer message."""
    asked = unquote(urlsplit(st.context.url or "").path).rstrip("/").rpartition("/")[2]
    known = {screen.script for screen in screens[1:]}
    return asked if asked not in ("", _ROOT, *known) else None


def _window() -> None:
    """Add what keeps a click that closes a panel from doing anything else, and a linked place in the window; and what
    tells which link of the menu is that of this page.
    """
    with st.container(key="popover_script"):
        scripts.add(_POPOVER)
        scripts.add(_ANCHORED)
        scripts.add(_HERE)


def _framed(page: StreamlitPage, screen: Screen, screens: Sequence[Screen]) -> None:
    """Run a page between its header and footer; what it cannot show, or who may only read, gets a message instead."""
    notices.begin()
    memory.on_page(screen.script)
    theme.apply()
    reconnect.watch()
    text_field.watch()
    _window()
    address.watch()
    address.show()
    with trouble.in_words():
        name = resources.rules().manifest.name
        here = current_work.current()
        titled = here.sheet.title if screen.script == "brief" else ""  # the name of a file that it is printed into
        st.set_page_config(page_title=f"{titled or say(page.title)} · {name}")
        if here.work:
            device.keep(here.work.key)
        start = screen is screens[0] and offered.wanted(here)
        _header(name, screen, screens, offered.key_of_first(resources.rules()) if start else None)
        trial_line.show(trials.current())
        if not screen.bare:
            idea_line.show(here, on_ideas=screen.script == "ideas")
        if here.problem and screen.needs_work:
            _not_found(here.problem)
        elif here.shared and screen.changes:
            _only_to_read()
        else:
            _run(page)
        _footer(page, screen, () if screen.bare else screens)
        device.sync()
    language.mark()
    notices.show()  # also of what a callback could not save before the page failed


def _run(page: StreamlitPage) -> None:
    """What goes wrong in the page takes nothing from the frame: the ways to other pages stay below it."""
    with trouble.in_words():
        try:
            page.run()
        except current_work.NothingHere as error:
            _not_found(error)


def _header(name: str, here: Screen, screens: Sequence[Screen], offered_first: str | None) -> None:
    """The menu. On a page without an idea, which offers one, links to pages about an idea lead to that one."""
    with st.container(horizontal=True, key="header", vertical_alignment="center", gap="small"):
        with st.container(key="home", width="content"):
            if here.bare and address.param(address.ME):
                links.here(here.script, escaping.md(name))  # a tap on it by mistake leads nobody out of a class
            else:
                links.link(screens[0].script, escaping.md(name))
        for screen in () if here.bare else screens:
            if screen.label and not screen.in_footer and not (screen.changes and address.reading()):
                with st.container(key="here" if screen is here else f"nav_{screen.script}", width="content"):
                    links.link(screen.script, say(screen.label), work=offered_first if screen.needs_work else None)


def _footer(page: StreamlitPage, here: Screen, screens: Sequence[Screen]) -> None:
    manifest = resources.rules().manifest
    with st.container(horizontal=True, key="footer", vertical_alignment="center", gap="small"):
        for screen in screens:
            if screen.label and screen.in_footer:
                key = "here_below" if screen.script == here.script else f"below_{screen.script}"
                with st.container(key=key, width="content"):
                    links.link(screen.script, say(screen.label))
        language.choice(here.script or page)
        rules = say("Rules: {name}, version {version}", name=manifest.name, version=manifest.version)
        st.caption(escaping.md(rules), width="content")


@_column()
def _only_to_read() -> None:
    st.title(say("This link is for reading"), anchor=False)
    st.markdown(say("It shows the brief. To change answers you need the link to edit, from whoever sent you this one."))
    links.link("brief", say("Read the brief"), icon=":material/article:")


@_column()
def _not_found(problem: UserError) -> None:
    st.title(say("Nothing found at this address"), anchor=False)
    st.markdown(escaping.md(problem.message))
    st.markdown(escaping.md(problem.hint))
    with st.container(horizontal=True):
        if st.button(say("Start with a new idea"), type="primary", icon=":material/add:"):
            links.begin()
        if st.button(say("See the worked cases")):
            links.leave("cases")
