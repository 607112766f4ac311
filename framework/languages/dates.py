"""Dates as people write them in a language."""

from __future__ import annotations

from datetime import date

from framework.languages.catalogue import day_of_month, say


def day(language: str, when: date) -> str:
    """A date: "3 May 2026"."""
    months = say(language, "January February March April May June July August September October November December")
    number = day_of_month(language, when.day)
    return say(language, "{day} {month} {year}", day=number, month=months.split()[when.month - 1], year=when.year)


def written(language: str, when: date | None) -> str:
    """A date as `day` writes it; empty where there is none."""
    return day(language, when) if when else ""


def day_in_short(language: str, when: date) -> str:
    """A date of the months to come, without its year: "3 May"."""
    months = say(language, "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
    number = day_of_month(language, when.day)
    return say(language, "{day} {month}", day=number, month=months.split()[when.month - 1])
