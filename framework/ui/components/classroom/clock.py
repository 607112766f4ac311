"""What remains of the time that an instructor set: the same on every window of a class, and moving between its runs."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from framework.ui import scripts
from framework.ui.speech import say

_SCRIPT = Path(__file__).with_suffix(".js")


def watch() -> None:
    """Add to the page what counts each clock down, second by second, so that no window asks more often for that."""
    scripts.add(_SCRIPT)


def running(deadline: datetime | None, over: str = "") -> Markup:
    """Minutes and seconds that remain, or that the time is up (`over` in other words); empty where none was set."""
    if deadline is None:
        return Markup()
    left = max(0.0, (deadline - datetime.now(UTC)).total_seconds())
    seconds, over = math.ceil(left), over or say("Time is up")
    return Markup('<span class="timer{}" role="timer" data-until="{}" data-left="{}" data-over="{}">{}</span>').format(
        "" if seconds else " over",
        deadline.timestamp(),
        round(left, 1),
        over,
        f"{seconds // 60}:{seconds % 60:02}" if seconds else over,
    )


def remaining(deadline: datetime | None, over: str = "") -> Markup:
    """The time that remains, "3:59 left", or that it is up (`over` in other words); empty where no time was set."""
    clock = running(deadline, over)
    return Markup('{} <span class="left">{}</span>').format(clock, say("left")) if clock else clock


def above(words: str, deadline: datetime | None, over: str = "") -> None:
    """The line above a question or a task on a phone: where one stands, where that is known, and what remains."""
    left = remaining(deadline, over)
    time = Markup('<span class="time">{}</span>').format(left) if left else Markup()
    if words or time:
        st.html(Markup('<p class="now"><span>{}</span>{}</p>').format(words, time))
