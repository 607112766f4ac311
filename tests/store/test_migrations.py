"""Migrations: found by name, applied once, recorded together with their effect, and equal to the tables we query."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event, insert, inspect

from framework.errors import StoreError
from framework.store import Store, migrations, tables
from framework.store.engine import open_engine, writing
from framework.store.migrating import applied_migrations, known_migrations, migrate

from .conftest import NewPlace

ROOT = Path(__file__).parents[2]


def columns(engine: Engine, table: str) -> dict[str, tuple[str, bool, bool]]:
    """Name to type, whether it may be null, and whether it belongs to the primary key."""
    keys = inspect(engine).get_pk_constraint(table)["constrained_columns"]
    return {
        column["name"]: (str(column["type"]), bool(column["nullable"]), column["name"] in keys)
        for column in inspect(engine).get_columns(table)
    }


def test_every_migration_is_found_and_recorded(store: Store) -> None:
    files = sorted(path.stem for path in Path(migrations.__path__[0]).glob("[0-9]*.py"))
    assert len(files) >= 1
    assert list(known_migrations()) == files
    assert list(applied_migrations(store.engine)) == files


def test_opening_again_changes_nothing(store: Store) -> None:
    before = applied_migrations(store.engine)
    migrate(store.engine)
    assert applied_migrations(store.engine) == before


def test_migrations_lead_to_the_tables_that_queries_use(store: Store, new_place: NewPlace) -> None:
    declared = open_engine(new_place())
    tables.metadata.create_all(declared)
    names = inspect(declared).get_table_names()
    assert sorted(names) == sorted(inspect(store.engine).get_table_names())
    assert {name: columns(declared, name) for name in names} == {name: columns(store.engine, name) for name in names}
    declared.dispose()


def test_a_migration_that_fails_leaves_neither_effect_nor_record(store: Store) -> None:
    def fails(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE half (done INTEGER)")
        raise RuntimeError("power cut")

    before = applied_migrations(store.engine)
    with pytest.raises(RuntimeError, match="power cut"):
        migrate(store.engine, {**known_migrations(), "9999_fails": fails})
    assert applied_migrations(store.engine) == before
    assert "half" not in inspect(store.engine).get_table_names()


def test_many_starting_at_once_apply_each_migration_once(new_place: NewPlace) -> None:
    """Several times, as what races does not always collide."""
    for _ in range(5):
        where = new_place()
        with ThreadPoolExecutor(8) as pool:
            stores = list(pool.map(lambda _, where=where: Store.open(where), range(8)))
        assert applied_migrations(stores[0].engine) == tuple(known_migrations())
        for store in stores:
            store.close()


START = "import sys; from framework.store import Store; Store.open(sys.argv[1]).close()"


def test_processes_that_start_at_once_all_start(where: str) -> None:
    """As on a server that runs several of them."""
    processes = [
        subprocess.Popen([sys.executable, "-c", START, where], cwd=ROOT, stderr=subprocess.PIPE) for _ in range(6)
    ]
    told = [process.communicate(timeout=60)[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * 6, told


def test_an_up_to_date_store_is_opened_without_writing(where: str) -> None:
    """So that it can be read where nothing may be written."""
    Store.open(where).close()
    statements: list[str] = []
    engine = open_engine(where)
    event.listen(engine, "before_cursor_execute", lambda *arguments: statements.append(arguments[2].split()[0]))
    migrate(engine)
    assert statements and set(statements) <= {"SELECT", "PRAGMA", "BEGIN"}
    engine.dispose()


def test_a_database_from_a_newer_version_is_refused(store: Store, where: str) -> None:
    with writing(store.engine) as connection:
        from datetime import UTC, datetime

        connection.execute(insert(tables.migration).values(name="0999_future", applied_at=datetime.now(UTC)))
    with pytest.raises(StoreError, match="newer version"):
        Store.open(where)
