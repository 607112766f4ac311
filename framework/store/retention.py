"""How long work lasts that nobody opens."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from framework.store.work import A_DAY, Work, WorkTable


def kept_until(work: Work, keep: timedelta | None) -> date | None:
    """The day until which a work surely lasts if nobody opens it again; None: for ever."""
    return (work.opened_at + keep).date() if keep and work.opened_at else None


def remove_expired(works: WorkTable, keep: timedelta | None, now: datetime) -> int:
    """Remove what nobody has opened for so long; gives how many. An opening is noted once a day, hence a day more."""
    return works.remove_unopened(now - keep - A_DAY) if keep else 0
