"""The address of the page: which work it names, and where in the work it points. Sole owner of the query parameters.

`work=<key>` names a piece of work and `case=<id>` a worked case that is only being read; the others (`section`, `way`,
`question`, ...) say where one is.
"""

from __future__ import annotations

import streamlit as st

WORK, CASE, TRY, WAY = "work", "case", "try", "way"

_SHOWN = "_shown_address"


def param(name: str) -> str | None:
    """A parameter of the address; None when it is missing or empty."""
    return st.query_params.get(name) or None


def params_for(work: str | None, **extra: str | None) -> dict[str, str]:
    """The parameters of a link from here: the work or case, the way it is answered, and `extra` that is not None."""
    kept = {name: value for name in (CASE, TRY, WAY) if (value := param(name))}
    if work:
        kept.pop(CASE, None)
        kept[WORK] = work
    return {**kept, **{name: value for name, value in extra.items() if value is not None}}


def move(**params: str | None) -> None:
    """Change where the address points, as a new entry of the browser's history; None removes a parameter."""
    for name, value in params.items():
        if value is None:
            st.query_params.pop(name, None)
        elif st.query_params.get(name) != value:
            st.query_params[name] = value


def show() -> None:
    """Have the browser show the address that this run answers.

    A link from a page to itself with other parameters runs the page on them, but leaves the browser's address behind;
    a reload, or the next button, would fall back to it. Sent once for each address: sent with every run, it would
    overtake a person who types something and follows a link with the same click.
    """
    here = st.query_params.to_dict()
    if st.session_state.get(_SHOWN) != here:
        st.query_params.from_dict(here)
        st.session_state[_SHOWN] = here
