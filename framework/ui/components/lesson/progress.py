"""Progress of the lessons, kept in the browser and nowhere else (`progress.js`)."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from framework.ui import scripts
from framework.ui.speech import say

_SCRIPT = Path(__file__).with_suffix(".js")


def done(lesson: str, block: str) -> None:
    """Tell the browser that a check was answered or a framing repaired: an element that its script reads."""
    st.html(Markup('<span data-lesson-done="{}" data-block="{}"></span>').format(lesson, block))


def mark(lesson: str, block: str) -> None:
    """Where the browser says that a check was done on this device, also when the page is opened again."""
    st.html(
        Markup('<p class="soft small" data-lesson-mark="{}" data-block="{}" data-said="{}" hidden></p>').format(
            lesson, block, say("Done on this device")
        )
    )


def line(text: str, lesson: str, count: int) -> None:
    """A quiet line with how many checks a lesson has, or how many of these were done on this device."""
    none = say("{count} exercise" if count == 1 else "{count} exercises", count=count)
    mark = Markup(
        '<span role="status" data-lesson-progress="{}" data-count="{}" data-none="{}" data-all="{}" data-some="{}">'
        " · {}</span>"
    ).format(
        lesson,
        count,
        none,
        say("all {count} exercises done", count=count),
        say("{{done}} of {count} exercises done", count=count),
        none,
    )
    st.html(Markup('<p class="soft small">{}{}</p>').format(text, mark if count else ""))


def watch(rules: str) -> None:
    """Add the script. `rules` is the id of the rule base: two of them do not share their progress."""
    with st.container(key="progress_script"):
        scripts.add(_SCRIPT, rules)
