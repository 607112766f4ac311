"""Dates and moments in the language and the time zone of whoever reads a page."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from framework.languages import dates
from framework.ui.speech import language, say


def day(when: date) -> str:
    """A date as people write it, "3 May 2026"; of a moment, the day that it is where the browser is."""
    return dates.day(language(), local(when) if isinstance(when, datetime) else when)


def local(moment: datetime) -> datetime:
    """A moment in the time zone of the browser; in UTC where it tells none, or one that is not known here."""
    try:
        return moment.astimezone(ZoneInfo(st.context.timezone or "UTC"))
    except (KeyError, ValueError, OSError):
        return moment.astimezone(UTC)


def day_and_time(moment: datetime) -> str:
    """A moment with its time zone: "3 May 2026 at 14:05 (Europe/Berlin)"."""
    there = local(moment)
    zone = getattr(there.tzinfo, "key", "UTC")
    return say("{day} at {hour}:{minute} ({zone})", day=day(there), hour=f"{there:%H}", minute=f"{there:%M}", zone=zone)
