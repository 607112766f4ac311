"""Brings what was just said on a page into the window (`into_view.js`)."""

from __future__ import annotations

from pathlib import Path

from framework.ui import memory, scripts

_SCRIPT = Path(__file__).with_suffix(".js")
_TIMES = "into_view_times"
"""Where it is remembered how often this was done: a script that is the same as before would not run again."""


def come(key: str) -> None:
    """Scroll, no further than needed, to the container or field with this key; of a list, to what was chosen."""
    memory.remember(_TIMES, (memory.value_of(_TIMES) or 0) + 1)
    scripts.add(_SCRIPT, key, memory.value_of(_TIMES))
