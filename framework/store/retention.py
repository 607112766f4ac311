"""How long work lasts that nobody opens."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from framework.errors import UserError
from framework.languages.catalogue import to_say
from framework.store.work import A_DAY, Work, WorkTable

MOST_DAYS = 36_500
"""A century: more is a slip, and leads to no date."""


def keep_for(days: str) -> timedelta | None:
    """The setting as a time; None keeps everything.

    Raises:
        UserError: it is not a number of days.
    """
    if not (days.isascii() and days.isdigit() and int(days) <= MOST_DAYS):
        raise UserError(
            to_say("SHOULD_I_USE_ML_KEEP_DAYS is {given}, which is not a number of days."),
            to_say("Set it to a whole number from 0 (keep everything) to {most}, or leave it out."),
            given=repr(days),
            most=MOST_DAYS,
        )
    return timedelta(days=int(days)) or None


def kept_until(work: Work, keep: timedelta | None) -> date | None:
    """The day until which a work surely lasts if nobody opens it again; None: for ever."""
    return (work.opened_at + keep).date() if keep and work.opened_at else None


def remove_expired(works: WorkTable, keep: timedelta | None, now: datetime) -> int:
    """Remove what nobody has opened for so long; gives how many. An opening is noted once a day, hence a day more."""
    return works.remove_unopened(now - keep - A_DAY) if keep else 0
