"""The page address: which work it names, and where in it. The only module that uses the query parameters.

`work=<key>` names saved work, `read=<key>` somebody's work to read, `invite=<key>` somebody's work to give an opinion
on, `case=<id>` a worked case, `rules=<key>` rules that are tried, `code=`, `me=`, `lead=` and `place=` a class; the
others (`section`, `way`, `question`, ...) are the position: `/interview?work=<key>&way=quick&question=goal_stated`.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from framework.ui import scripts

WORK, READ, INVITE, CASE, TRY, WAY, PART = "work", "read", "invite", "case", "try", "way", "part"

SEARCH = "q"
"""What is searched for."""

TRIED = "tried"
"""The answers that are tried on "What if"."""

DRAFT = "unconfirmed"
"""What is ticked on a screen and not confirmed yet."""

IDEAS = "ideas"
"""Which ideas of this device are compared, by their marks."""

STEP, IDEA = "step", "idea"
"""Which screen of an interview, where it is no question; the first one."""

CODE, ME, LEAD, PLACE = "code", "me", "lead", "place"
"""Of a class: its join code, the key of a participant, that of the instructor, and the one under which somebody who was
about to join has one place, however often they try.
"""

RULES = "rules"
"""Of rules that somebody tries; kept in every address until one leaves them."""

LANGUAGE = "language"
"""Of the page, as `fr`; kept in every address, too."""

_SCRIPT = Path(__file__).with_suffix(".js")
_SHOWN, _MOVED = "_shown_address", "_moved_address"


def param(name: str) -> str | None:
    """A parameter of the address; None if missing or empty."""
    return st.query_params.get(name) or None


def reading() -> bool:
    """Whether the address is one that may only read a work."""
    return param(READ) is not None and param(WORK) is None


def lasting() -> dict[str, str]:
    """The parameters that every address keeps, whatever it leads to."""
    return {name: value for name in (RULES, LANGUAGE) if (value := param(name))}


def elsewhere(**params: str) -> dict[str, str]:
    """The parameters of this very place with some others."""
    return {**st.query_params.to_dict(), **params}


def params_for(work: str | None, /, **extra: str | None) -> dict[str, str]:
    """The parameters of a link from here: the work or case, the mode, and every `extra` that is not None."""
    kept = {name: value for name in (READ, CASE, TRY, WAY, PART) if (value := param(name))}
    if work:
        kept.pop(READ, None)
        kept.pop(CASE, None)
        kept[WORK] = work
    return {**lasting(), **kept, **{name: value for name, value in extra.items() if value is not None}}


def move(**params: str | None) -> None:
    """Change the address, as one new entry in the browser history; None removes a parameter."""
    before = st.query_params.to_dict()
    after = {name: value for name, value in {**before, **params}.items() if value is not None}
    if after != before:
        st.query_params.from_dict(after)
    st.session_state[_MOVED] = after


def stay() -> None:
    """Stay where the last move led. A tap that was made before its screen arrived comes with the address before it."""
    after = st.session_state.get(_MOVED)
    if after and after != st.query_params.to_dict():
        st.query_params.from_dict(after)


def show() -> None:
    """Make the browser show the address of this run.

    A link from a page to itself with other parameters reruns the page, but does not update the browser's address; a
    reload, or the next button, would go back. Sent once per address: sent with every run, it would interfere when
    somebody leaves a text field by clicking a link.
    """
    here = st.query_params.to_dict()
    if st.session_state.get(_SHOWN) != here:
        st.query_params.from_dict(here)
        st.session_state[_SHOWN] = here


def watch() -> None:
    """Add to the page what keeps places that nobody has seen out of the browser's history."""
    with st.container(key="address_script"):
        scripts.add(_SCRIPT)
