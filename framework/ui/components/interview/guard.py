"""One tap answers one question: nothing is taken right after a new screen appeared (`steps.js` and here), nor right
after a tap: a second click may arrive before the screen that the first one leads to.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from framework.ui import address, memory, scripts
from framework.ui.trouble import guarded

PAUSE = 0.4
"""Seconds after a new screen in which a tap does nothing: it was meant for the screen before."""

_SHOWN = "_screen_shown"
_SCRIPTS = [Path(__file__).with_name(name) for name in ("steps.js", "why.js")]


def shown(screen: str) -> None:
    """Note that this screen is on its way to the browser; it will be seen later than now."""
    last, _ = memory.value_of(_SHOWN) or (None, 0.0)
    if last != screen:
        memory.remember(_SHOWN, (screen, time.monotonic()))


def once(act: Callable[..., None], pauses: float = 1) -> Callable[..., None]:
    """The callback, guarded, which does nothing if the screen is new or a tap was just taken.

    Args:
        act: the callback.
        pauses: how many times `PAUSE` it does nothing for; more where nobody can undo what a second click would do.
    """

    def once_only(*args: Any) -> None:
        screen, since = memory.value_of(_SHOWN) or (None, 0.0)
        if time.monotonic() - since >= pauses * PAUSE:
            act(*args)
            memory.remember(_SHOWN, (screen, time.monotonic()))
        else:
            address.stay()

    return guarded(once_only)


def watch() -> None:
    """Add the scripts of the interview: the same pause in the browser, number keys, Enter; the panel "Why we ask"."""
    with st.container(key="steps_script"):
        for script in _SCRIPTS:
            scripts.add(script)
