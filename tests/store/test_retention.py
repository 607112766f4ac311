"""Work that nobody opens lasts for a set time, and surely until the day that is shown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from framework.model.sheet import Sheet
from framework.store import Store
from framework.store.retention import kept_until, remove_expired
from framework.store.work import WorkTable

BEGUN = datetime(2026, 1, 1, 23, tzinfo=UTC)


@pytest.mark.parametrize("keep", [timedelta(1), timedelta(365)])
def test_it_lasts_until_the_day_that_is_shown_and_not_much_longer(store: Store, keep: timedelta) -> None:
    works = WorkTable(store.engine, lambda: BEGUN)
    work = works.create("", "rules", "", Sheet())
    until = kept_until(work, keep)
    end_of_it = datetime(until.year, until.month, until.day, 23, 59, tzinfo=UTC)
    assert remove_expired(works, keep, end_of_it) == 0
    assert remove_expired(works, keep, end_of_it + timedelta(days=2)) == 1
    assert works.get(work.key) is None


def test_without_a_limit_everything_stays(store: Store) -> None:
    works = WorkTable(store.engine, lambda: BEGUN)
    work = works.create("", "rules", "", Sheet())
    assert kept_until(work, None) is None
    assert remove_expired(works, None, BEGUN + timedelta(days=100_000)) == 0
    assert works.get(work.key)
