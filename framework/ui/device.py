"""What was begun or joined on this device, ideas and classes: the browser keeps the keys (`device.js`), the server
nothing about a person.

A page that needs the list calls `kept` and gets it on this run or the next; the frame of every page calls `sync` once,
at the end.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from framework.ui import address

_COMPONENT, _TOLD, _ASKED = "device_keys", "_device_told", "_device_asked"
_KEEP, _FORGET = "_device_keep", "_device_forget"

_LEADS, _TAKES_PART = "leads", "takes_part"
"""What stands in place of links under the key of whoever leads a class, and under that of a participant."""

MAX_KEYS = 500
"""Keys of one device that are looked up; a browser that claims to have more has been tampered with."""

_mount = st.components.v2.component(
    "should_i_use_ml.device", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def kept() -> dict[str, dict[str, str]]:
    """The key of each work begun here, with the keys of its links by purpose; the latest last.

    Empty until the browser has told, which it does right after the page has come up; the page then runs again.
    """
    return {key: made for key, made in _everything().items() if not {_LEADS, _TAKES_PART} & set(made)}


def has_told() -> bool:
    """Whether the browser has told what it keeps."""
    return _TOLD in st.session_state


def classes() -> list[str]:
    """The instructor's key of each class opened on this device, the latest last.

    Empty until the browser has told what it keeps.
    """
    return [key for key, made in _everything().items() if _LEADS in made]


def places() -> list[str]:
    """The participant's key in each class joined on this device, the latest last.

    Empty until the browser has told what it keeps.
    """
    return [key for key, made in _everything().items() if _TAKES_PART in made]


def links(key: str) -> Mapping[str, str]:
    """The links to one work that were made on this device, by purpose."""
    return kept().get(key, {})


def mark(key: str) -> str:
    """A short name for a work on this device, which opens nothing: for addresses that somebody may pass on."""
    return hashlib.sha256(key.encode()).hexdigest()[:8]


def keep(key: str, **links: str) -> None:
    """Have the browser keep the key of a work, and of its links; nothing of rules that are only tried."""
    if address.param(address.RULES):
        return
    waiting = st.session_state.setdefault(_KEEP, {})
    waiting[key] = {**waiting.get(key, {}), **links}
    st.session_state.get(_FORGET, set()).discard(key)


def keep_class(lead: str) -> None:
    """Have the browser keep the instructor's key of a class."""
    keep(lead, **{_LEADS: ""})


def keep_place(participant: str) -> None:
    """Have the browser keep the key of a participant."""
    keep(participant, **{_TAKES_PART: ""})


def forget(key: str) -> None:
    """Have the browser forget a work, a class, or a place in one, that was deleted."""
    st.session_state.setdefault(_FORGET, set()).add(key)
    st.session_state.get(_KEEP, {}).pop(key, None)


def sync() -> None:
    """Mount the component: hand over what is to be kept, and ask for the list if the page wanted it."""
    with st.container(key="device"):
        _mount(
            key=_COMPONENT,
            data={
                "keep": st.session_state.get(_KEEP, {}),
                "forget": sorted(st.session_state.get(_FORGET, ())),
                "tell": bool(st.session_state.pop(_ASKED, False)),
                "told": st.session_state.get(_TOLD),
            },
            on_kept_change=_told,
        )


def _everything() -> dict[str, dict[str, str]]:
    if address.param(address.RULES):
        return {}
    st.session_state[_ASKED] = True
    found = _read(st.session_state.get(_TOLD))
    for key, made in st.session_state.get(_KEEP, {}).items():
        found[key] = {**found.get(key, {}), **made}
    return {key: made for key, made in found.items() if key not in st.session_state.get(_FORGET, ())}


def _told() -> None:
    st.session_state[_TOLD] = st.session_state[_COMPONENT].get("kept")


def _read(text: object) -> dict[str, dict[str, str]]:
    """What the browser told, or as much of it as has the right form."""
    try:
        found = json.loads(text) if isinstance(text, str) else {}
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        str(key): {str(purpose): str(made) for purpose, made in links.items()} if isinstance(links, dict) else {}
        for key, links in list(found.items())[-MAX_KEYS:]
    }
