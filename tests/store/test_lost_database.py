"""A database that goes away, is silent, full or damaged: given up in time, told, and nothing written in the dark."""

from __future__ import annotations

import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy import text as sql

from framework.errors import StoreError
from framework.model.sheet import Sheet
from framework.store import Store, postgresql
from framework.store.engine import back_up, bringing_up_to_date, reading
from framework.store.tables import work as work_table

from .conftest import NewPlace
from .helpers import SHEET, create


@pytest.fixture
def silent() -> Iterator[int]:
    """The port of a server that takes every connection and never answers."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(10)
        yield server.getsockname()[1]


@pytest.mark.parametrize(("usual", "said"), [(2, ""), (600, "?connect_timeout=2")])
def test_a_server_that_takes_a_connection_and_is_silent_is_given_up(
    silent: int, usual: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole process would wait for it; what the URL says about it holds."""
    pytest.importorskip("psycopg")
    assert postgresql.NETWORK["connect_timeout"] <= 5
    monkeypatch.setitem(postgresql.NETWORK, "connect_timeout", usual)
    with pytest.raises(StoreError, match="timeout"):
        Store.open(f"postgresql://app:secret@127.0.0.1:{silent}/x{said}")


def test_a_statement_and_a_lock_are_given_up_before_people_go(new_database: NewPlace) -> None:
    store = Store.open(new_database())
    for _ in range(2):  # also after a transaction that was rolled back
        with store.engine.connect() as connection:
            found = [
                connection.exec_driver_sql(f"SHOW {name}").scalar() for name in ("statement_timeout", "lock_timeout")
            ]
            connection.rollback()
        assert found == ["15s", "15s"]
    with bringing_up_to_date(store.engine) as connection:
        assert connection.exec_driver_sql("SHOW statement_timeout").scalar() == "0"
    slow = sql("SET LOCAL statement_timeout = 10; SELECT pg_sleep(5)")
    with pytest.raises(StoreError, match="statement timeout") as error, reading(store.engine) as connection:
        connection.execute(slow)
    assert "What was saved before is still there." in error.value.hint
    store.close()


@pytest.mark.parametrize("damage", ["page", "header"])
def test_a_damaged_file_is_no_matter_of_another_try(
    damage: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "work.db"
    store = Store.open(path)
    keys = [create(store).key for _ in range(20)]
    store.close()
    with path.open("r+b") as file:
        file.seek(0 if damage == "header" else 4096)
        file.write(b"\xff" * (100 if damage == "header" else path.stat().st_size - 4096))
    engine = create_engine(f"sqlite:///{path}")
    with pytest.raises(StoreError) as error, reading(engine) as connection:
        connection.execute(select(work_table).where(work_table.c.key == keys[0])).all()
    engine.dispose()
    assert "has to restore a backup" in error.value.hint and "moment" not in error.value.hint
    assert [record.levelname for record in caplog.records] == ["CRITICAL"]


def test_a_full_disk_is_no_matter_of_another_try(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = Store.open(tmp_path / "work.db")
    with store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="is full") as error:
        create(store, sheet=Sheet(title="x", words={"unit": "y" * 50_000}))
    assert "make room on its disk" in error.value.hint and "moment" not in error.value.hint
    assert [record.levelname for record in caplog.records] == ["CRITICAL"]
    store.close()


def test_another_program_reading_the_file_does_not_stop_a_save(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    store = Store.open(path)
    work = create(store)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM work").fetchall()
    assert store.work.save(work.key, Sheet(title="New")).revision == 2
    reader.close()
    store.close()


@pytest.mark.parametrize("put", [None, b"something else"])
def test_a_file_that_is_taken_away_is_told_and_not_written_on_in_the_dark(tmp_path, put):
    """Removed, or another file in its place: saving and reading both say so."""
    store = Store.open(tmp_path / "work.db")
    work = create(store)
    for part in tmp_path.iterdir():
        part.unlink()
    if put:
        (tmp_path / "work.db").write_bytes(put)
    for attempt in (lambda: store.work.get(work.key), lambda: store.work.save(work.key, SHEET, work.revision)):
        with pytest.raises(StoreError, match=r"with all saved work|is not a database"):
            attempt()


def test_a_file_that_is_put_in_its_place_is_told_what_to_do_first(tmp_path: Path) -> None:
    """A backup, for one: what belongs to the old file would destroy it."""
    store = Store.open(tmp_path / "work.db")
    back_up(tmp_path / "work.db", tmp_path / "copy.db")
    (tmp_path / "copy.db").replace(tmp_path / "work.db")
    with pytest.raises(StoreError, match="was replaced by another one") as error:
        store.answer()
    assert "-wal" in error.value.hint and "empty" not in error.value.hint
    store.close()
