"""Session state for widgets. Nothing here needs to last: everything important is saved with the work."""

from __future__ import annotations

from typing import Any

import streamlit as st

from framework.ui import address

_UNSAVED = "_unsaved"
_PAGE = "_page_drawn"
"""The page that is shown, and the keys of the widgets that were drawn on it."""


def on_page(page: str) -> None:
    """Note the page of this run: a widget of another page with the same key is another widget for Streamlit.

    Under its key the value of the other one is still found, but the new one would come up empty.
    """
    if (st.session_state.get(_PAGE) or ("", set()))[0] != page:
        st.session_state[_PAGE] = (page, set())


def preset(key: str, value: Any) -> str:
    """Make the widget with this key show the saved value, whatever the browser remembers; returns the key."""
    if _comes_up(key) or st.session_state[key] != value:
        st.session_state[key] = value
    return key


def begin_with(key: str, value: Any) -> str:
    """Make the widget with this key begin with a value, and keep what somebody makes of it; returns the key."""
    if _comes_up(key):
        st.session_state[key] = st.session_state.get(key, value)
    return key


def value_of(key: str) -> Any:
    """The value of a widget, inside its callback; or what was remembered under this key."""
    return st.session_state.get(key)


def remember(key: str, value: Any) -> None:
    """Keep something for this session, such as a text that is not a number yet; None forgets it."""
    if value is None:
        st.session_state.pop(key, None)
    else:
        st.session_state[key] = value


def unsaved(key: str) -> Any:
    """What was entered under this key at this place (`_place`) and could not be saved; None if there is nothing."""
    return _unsaved_here().get(key)


def keep_unsaved(key: str, value: Any) -> None:
    """Keep what could not be saved, so that it is shown again until it is mended; None forgets it."""
    if value is None:
        _unsaved_here().pop(key, None)
    else:
        _unsaved_here()[key] = value


def move_with_unsaved(**params: str | None) -> None:
    """Change the address (`address.move`) to that of an idea which was begun here: what could not be saved before it
    was there belongs to it from now on.
    """
    before = _unsaved_here()
    kept = dict(before)
    before.clear()
    address.move(**params)
    _unsaved_here().update(kept)


def _comes_up(key: str) -> bool:
    """Whether the widget with this key is not on the page yet, so that it has to be told what to show."""
    _, drawn = st.session_state.setdefault(_PAGE, ("", set()))
    new = key not in drawn or key not in st.session_state
    drawn.add(key)
    return new


def _unsaved_here() -> dict[str, Any]:
    found: dict[str, Any] = st.session_state.setdefault(_UNSAVED, {}).setdefault(_place(), {})
    return found


def _place() -> tuple[str | None, ...]:
    """An idea, or a place in a class; or what an idea is begun from. And which search."""
    begun = address.param(address.WORK) or address.param(address.ME)
    whose = (begun,) if begun else tuple(map(address.param, (address.RULES, address.CASE, address.TRY)))
    return (*whose, address.param(address.SEARCH))
