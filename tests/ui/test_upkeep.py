"""Upkeep beside the pages: what is to last no longer is deleted, is told in numbers, and can be read nowhere."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from framework.classroom.plan import Plan
from framework.model.sheet import Sheet
from framework.settings import KEEP_DAYS
from framework.store import Store
from framework.ui import upkeep
from tests.ui.awaiting import awaited

SECRET = "a very private title"


@pytest.fixture(autouse=True)
def told(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """What the log says, with what only informs."""
    with caplog.at_level(logging.INFO, "framework"):
        yield caplog


def _begin(store: Store, opened: datetime) -> str:
    return replace(store.work, clock=lambda: opened).create("", "x", "d" * 64, Sheet(title=SECRET)).key


def test_what_is_to_last_no_longer_goes_and_the_log_says_how_much(store: Store, told: pytest.LogCaptureFixture) -> None:
    """Neither titles nor keys."""
    now, plan = datetime.now(UTC), Plan(kind="case", title="Over")
    old, new = _begin(store, now - timedelta(days=400)), _begin(store, now)
    over = replace(store.classes, clock=lambda: now - timedelta(days=plan.days + 1)).open(plan)
    here = store.classes.open(plan)
    upkeep.tidy()
    assert store.work.get(old) is None and store.work.get(new)
    assert store.classes.by_key(over.key) is None and store.classes.by_key(here.key)
    assert "deleted for good; ideas that nobody opened: 1; classes that are over: 1" in told.text
    assert not [secret for secret in (SECRET, old, over.key, over.lead_key) if secret in told.text]
    told.clear()
    upkeep.tidy()
    assert not told.text


def test_what_is_kept_for_ever_stays(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEEP_DAYS, "0")
    key = _begin(store, datetime(2000, 1, 1, tzinfo=UTC))
    upkeep.tidy()
    assert store.work.get(key)


def test_what_was_deleted_is_in_no_file_any_more(store: Store, database: str) -> None:
    """SQLite writes changes to a second file, and frees the space of what is deleted without overwriting it."""
    key = store.work.create("", "x", "d" * 64, Sheet(title="", words={"unit": SECRET * 500})).key
    upkeep.tidy()
    assert SECRET.encode() in Path(database).read_bytes()
    store.work.delete(key)
    upkeep.tidy()
    files = [path for path in Path(database).parent.iterdir() if path.name.startswith(Path(database).name)]
    assert len(files) > 1 and not [path.name for path in files if SECRET.encode() in path.read_bytes()]


def test_a_database_that_takes_no_change_is_told_and_can_be_read(
    store: Store, database: str, told: pytest.LogCaptureFixture
) -> None:
    key = _begin(store, datetime(2000, 1, 1, tzinfo=UTC))
    store.engine.dispose()
    event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only=ON"))
    upkeep.tidy()
    assert store.work.get(key)
    assert "housekeeping: Old work could not be removed: attempt to write a readonly database" in told.text


def test_it_happens_while_the_server_runs_and_goes_on_after_a_fault(
    monkeypatch: pytest.MonkeyPatch, told: pytest.LogCaptureFixture
) -> None:
    """Without a visitor, and again after the pause."""
    times, again = [], threading.Event()

    def once_more() -> None:
        times.append(threading.current_thread().name)
        if len(times) == 1:
            raise sqlite3.Error("no luck")
        again.set()

    monkeypatch.setattr(upkeep, "tidy", once_more)
    monkeypatch.setattr(upkeep, "PAUSE", 0.01)

    async def served() -> bool:
        async with upkeep.beside_the_pages(None):
            return again.wait(10)

    assert awaited(served())
    assert set(times) == {"upkeep"} and "upkeep failed" in told.text
