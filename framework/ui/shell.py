"""What stands around every page: style sheet, quiet header and footer, and words for whatever can go wrong."""

from __future__ import annotations

import logging
from typing import Any

import streamlit as st

from framework.errors import RuleBaseError, StoreError, UserError
from framework.reasoning.nodes import DiagramTooLarge
from framework.ui import afresh, links, resources, state, theme
from framework.ui.widgets import plain

_LOG = logging.getLogger(__name__)

MENU = (("interview", "Questions"), ("review", "Answers"), ("brief", "Brief"), ("cases", "Cases"), ("learn", "Learn"))
BELOW = (("what_if", "What if"), ("decision_map", "Decision map"), ("proofs", "What is proved"))
WITHOUT_WORK = ("start", "cases", "learn", "proofs", "decision_map", "rule")
"""Pages that are of use even when the address names work that cannot be found."""

MOST_PROBLEMS = 50


def run(page: Any) -> None:
    """Run one page with everything around it; an error inside becomes a sentence that says what to do next."""
    theme.apply()
    afresh.watch()
    state.show_address()
    try:
        name = resources.rules().manifest.name
        st.set_page_config(page_title=f"{page.title} · {name}")
        here = state.current()
        _header(name, page.url_path or "start")
        if here.problem and (page.url_path or "start") not in WITHOUT_WORK:
            _nowhere(here.problem)
        else:
            page.run()
        _footer()
        show_notices()
    except RuleBaseError as error:
        _broken_rules(error)
    except DiagramTooLarge as error:
        _trouble("These rules are too large", str(error))
    except StoreError as error:
        _LOG.error("store: %s", error)
        _trouble("Saved work cannot be reached", error.message, error.hint)
    except UserError as error:
        _trouble("This did not work", error.message, error.hint)
    except Exception:
        _LOG.exception("a page failed")
        _trouble(
            "Something went wrong on this page",
            "That is our mistake, not yours. Every answer that you gave is saved under the address of this page.",
            "Reload the page. If it happens again, go on with another page.",
        )


def show_notices() -> None:
    """Say what is to be said in passing; a fragment that saves calls this itself."""
    for text, icon in state.notices():
        st.toast(plain.md(text), icon=icon, duration="long")


def _header(name: str, here: str) -> None:
    with st.container(horizontal=True, key="header", vertical_alignment="center", gap="small"):
        with st.container(key="home", width="content"):
            links.link("start", plain.md(name))
        for page, label in MENU:
            with st.container(key="here" if page == here else f"nav_{page}", width="content"):
                links.link(page, label)


def _footer() -> None:
    manifest = resources.rules().manifest
    with st.container(horizontal=True, key="footer", vertical_alignment="center", gap="small"):
        for page, label in BELOW:
            links.link(page, label)
        st.caption(f"Rules: {plain.md(manifest.name)}, version {plain.md(manifest.version)}", width="content")


def _nowhere(problem: UserError) -> None:
    st.header("Nothing found here", anchor=False)
    st.markdown(plain.md(problem.message))
    st.markdown(plain.md(problem.hint))
    with st.container(horizontal=True):
        if st.button("Start anew", type="primary", icon=":material/add:"):
            links.begin()
        if st.button("See the worked cases"):
            links.anew("cases")


def _broken_rules(error: RuleBaseError) -> None:
    _LOG.error("the rules cannot be used:\n%s", error)
    count = len(error.problems)
    st.header("The rules cannot be used as they are", anchor=False)
    st.write(
        "Nobody can be advised until the rules are mended. Saved answers are safe. "
        f"Each line names a file, a line and a column ({count} {'problem' if count == 1 else 'problems'}). "
        "Mend them and reload this page."
    )
    st.code("\n".join(str(problem) for problem in error.problems[:MOST_PROBLEMS]), language=None, wrap_lines=True)
    if count > MOST_PROBLEMS:
        st.caption(f"and {count - MOST_PROBLEMS} more")


def _trouble(heading: str, message: str, hint: str = "") -> None:
    with st.container(border=True, key="trouble"):
        st.header(heading, anchor=False)
        st.markdown(plain.md(message))
        if hint:
            st.markdown(plain.md(hint))
