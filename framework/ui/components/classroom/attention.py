"""Parts of a page that look for news by themselves, as long as somebody may look at the page (`attention.js`)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec

import streamlit as st

from framework.ui import memory, scripts
from framework.ui.speech import say
from framework.ui.trouble import in_words

_REST = "rest_button"

_SCRIPT = Path(__file__).with_name("attention.js")

Given = ParamSpec("Given")


def looking(part: Callable[Given, None], seconds: float) -> Callable[Given, None]:
    """A part of the page that runs again every so many seconds; a page that is behind others rests.
    What goes wrong in it is told in words.

    It rests from the run in which its hidden button is pressed to the next run of the page: `reconnect.js` asks for one
    when the page comes to the front.
    """
    with st.container(key="rest"):
        rests = st.button(say("Rest"), key=_REST)
    with st.container(key="rests" if rests else "looks"):
        scripts.add(_SCRIPT)
    return also_looking(part, seconds)


def also_looking(part: Callable[Given, None], seconds: float) -> Callable[Given, None]:
    """A further part of the same page, which rests together with the first."""
    rests = memory.value_of(_REST)
    return st.fragment(in_words()(part), run_every=None if rests else seconds)
