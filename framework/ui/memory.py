"""Session state for widgets. Nothing here needs to last: everything important is saved with the work."""

from __future__ import annotations

from typing import Any

import streamlit as st

from framework.ui import address


def preset(key: str, value: Any) -> str:
    """Make the widget with this key show the saved value, whatever the browser remembers; returns the key."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return key


def begin_with(key: str, value: Any) -> str:
    """Make the widget with this key begin with a value, and keep what somebody makes of it; returns the key."""
    if key not in st.session_state:
        st.session_state[key] = value
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
    """What was entered under this key for the idea, or the place in a class, of the address and could not be saved;
    None if there is nothing.
    """
    return value_of(_unsaved(key))


def keep_unsaved(key: str, value: Any) -> None:
    """Keep what could not be saved, so that it is shown again until it is mended; None forgets it."""
    remember(_unsaved(key), value)


def _unsaved(key: str) -> str:
    return f"unsaved_{key}_{address.param(address.WORK) or address.param(address.ME)}"
