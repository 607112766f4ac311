"""What a session remembers for a widget. Nothing here would be missed: what matters is saved with the work."""

from __future__ import annotations

from typing import Any

import streamlit as st


def preset(key: str, value: Any) -> str:
    """Make the widget with this key show what is saved, whatever the browser remembers; gives the key back."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return key


def value_of(key: str) -> Any:
    """What a person has put into a widget, inside its callback; or what was remembered under this key."""
    return st.session_state.get(key)


def remember(key: str, value: Any) -> None:
    """Keep something for this session that may be lost, such as a text that is not a number yet; None forgets it."""
    if value is None:
        st.session_state.pop(key, None)
    else:
        st.session_state[key] = value
