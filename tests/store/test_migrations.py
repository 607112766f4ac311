"""Migrations: one line of revisions, applied once, recorded with their effect, and equal to the tables we query."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, event, inspect

from framework.errors import StoreError
from framework.model.sheet import Sheet
from framework.store import Store, migrating, tables
from framework.store.engine import open_engine, writing
from framework.store.migrating import MIGRATIONS, current_revision, known_revisions, migrate

from .conftest import NewPlace

ROOT = Path(__file__).parents[2]


def columns(engine: Engine, table: str) -> dict[str, tuple[str, bool, bool]]:
    """Name to type, whether it may be null, and whether it belongs to the primary key."""
    keys = inspect(engine).get_pk_constraint(table)["constrained_columns"]
    return {
        column["name"]: (str(column["type"]), bool(column["nullable"]), column["name"] in keys)
        for column in inspect(engine).get_columns(table)
    }


def rules_of(engine: Engine, table: str) -> tuple[Sequence[object], ...]:
    """Columns of each index and unique constraint, and each reference with what follows a deletion."""
    found = inspect(engine)
    return (
        sorted((index["name"], index["column_names"]) for index in found.get_indexes(table) if not index["unique"]),
        sorted(unique["column_names"] for unique in found.get_unique_constraints(table)),
        sorted(
            (key["constrained_columns"], key["referred_table"], key["options"]) for key in found.get_foreign_keys(table)
        ),
    )


def test_the_revisions_are_one_line_in_the_order_of_their_names() -> None:
    """So the newest is known without Alembic."""
    line = [script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()]
    assert tuple(reversed(line)) == known_revisions()
    assert len(line) >= 2 and all(len(name) <= 32 for name in line), "the column for the revision has 32 characters"


def test_opening_again_changes_nothing(store: Store) -> None:
    assert current_revision(store.engine) == known_revisions()[-1]
    migrate(store.engine)
    assert current_revision(store.engine) == known_revisions()[-1]


def test_migrations_lead_to_the_tables_that_queries_use(store: Store, new_place: NewPlace) -> None:
    declared = open_engine(new_place())
    tables.metadata.create_all(declared)
    names = inspect(declared).get_table_names()
    assert sorted([*names, "alembic_version"]) == sorted(inspect(store.engine).get_table_names())
    for read in (columns, rules_of):
        assert {name: read(declared, name) for name in names} == {name: read(store.engine, name) for name in names}
    declared.dispose()


FIRST_VERSION = """
CREATE TABLE migration (name VARCHAR(100) NOT NULL PRIMARY KEY, applied_at {moment} NOT NULL);
CREATE TABLE work (key VARCHAR(22) NOT NULL PRIMARY KEY, title VARCHAR(200) NOT NULL, rulebase VARCHAR(60) NOT NULL,
  digest VARCHAR(64) NOT NULL, sheet TEXT NOT NULL, created_at {moment} NOT NULL, updated_at {moment} NOT NULL,
  revision INTEGER NOT NULL);
INSERT INTO migration VALUES ('0001_work', '2026-01-01 10:00:00.000000');
INSERT INTO work VALUES ('{a}', 'One', 'rules', 'digest', '{{"title": "One"}}',
  '2026-01-01 10:00:00.000000', '2026-01-02 10:00:00.000000', 7);
INSERT INTO work VALUES ('{b}', 'Two', 'rules', 'digest', '{{"title": "Two"}}',
  '2026-01-01 10:00:00.000000', '2026-01-01 10:00:00.000000', 1)
"""


@pytest.fixture
def first_version(where: str) -> str:
    """A database with two pieces of work, as the version before Alembic left it."""
    engine = open_engine(where)
    moment = "DATETIME" if engine.dialect.name == "sqlite" else "TIMESTAMP WITH TIME ZONE"
    with writing(engine) as connection:
        for statement in FIRST_VERSION.format(moment=moment, a="a" * 22, b="b" * 22).split(";"):
            connection.exec_driver_sql(statement)
    engine.dispose()
    return where


def test_work_of_the_first_version_is_taken_over(first_version: str) -> None:
    """Every row, as it was, by however many processes start at once; and it can be changed."""
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: Store.open(first_version), range(4)))
    one, two = (stores[0].work.get(letter * 22) for letter in "ab")
    assert one and two
    assert (one.title, one.digest, one.revision, one.updated_at.day) == ("One", "digest", 7, 2)
    assert two.sheet == Sheet(title="Two")
    assert stores[1].work.save(one.key, Sheet(title="New"), 7).revision == 8
    for store in stores:
        store.close()


def test_what_another_process_takes_over_between_two_looks_is_current(
    first_version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.open(first_version).close()
    before = SimpleNamespace(has_table=lambda name: name != "alembic_version")
    monkeypatch.setattr(migrating, "inspect", lambda connection: before)
    engine = open_engine(first_version)
    assert current_revision(engine) == known_revisions()[-1]
    engine.dispose()


def test_the_first_version_refuses_what_was_taken_over(first_version: str) -> None:
    """It refuses every database that names a change it does not know: anything but `0001_work`."""
    store = Store.open(first_version)
    with store.engine.connect() as connection:
        names = set(connection.exec_driver_sql("SELECT name FROM migration").scalars())
    assert len(names - {"0001_work"}) == 1
    store.close()


BEFORE_OPINIONS_LASTED = """
INSERT INTO work (key, title, rulebase, digest, sheet, created_at, updated_at, revision, opened_at) VALUES
  ('{a}', 'Idea', 'rules', 'digest', '{{}}', '{day} 10:00:00.000000', '{day} 10:00:00.000000', 1, NULL),
  ('{b}', 'Theirs', 'rules', 'digest', '{{}}', '{day} 10:00:00.000000', '{day} 10:00:00.000000', 1, NULL),
  ('{c}', 'Theirs', 'rules', 'digest', '{{"title": "Now"}}', '{day} 10:00:00.000000', '{day} 10:00:00.000000', 1, NULL);
INSERT INTO invitation VALUES ('{a}', 'Ada', {true});
INSERT INTO opinion (work, idea, name, begun_at, sheet, handed_in_at) VALUES
  ('{c}', '{a}', 'Later', '{day} 12:00:00.000000', NULL, NULL),
  ('{b}', '{a}', 'Sooner', '{day} 11:00:00.000000', '{{"title": "Then"}}', '{day} 13:00:00.000000')
"""
"""The last statement is also what a process of that version goes on sending."""


@pytest.fixture
def with_opinions(where: str, tmp_path: Path) -> str:
    """A database with an idea and two opinions on it, as it was before these outlived the sheets of their authors."""
    engine = open_engine(where)
    migrate(engine, _until(tmp_path, "0006_wrong_codes_once"))
    with writing(engine) as connection:
        for statement in _opinions(engine).split(";"):
            connection.exec_driver_sql(statement)
    engine.dispose()
    return where


def _opinions(engine: Engine) -> str:
    true = "1" if engine.dialect.name == "sqlite" else "TRUE"
    return BEFORE_OPINIONS_LASTED.format(a="a" * 22, b="b" * 22, c="c" * 22, day="2026-01-01", true=true)


def test_opinions_are_taken_over_and_last_from_then_on(with_opinions: str) -> None:
    store = Store.open(with_opinions)
    assert current_revision(store.engine) == known_revisions()[-1]
    found = store.opinions.on("a" * 22)
    assert [(each.key, each.idea, each.name, each.sheet) for each in found] == [
        ("b" * 22, "a" * 22, "Sooner", Sheet(title="Then")),
        ("c" * 22, "a" * 22, "Later", None),
    ]
    assert [each.begun_at.isoformat()[:13] for each in found] == ["2026-01-01T11", "2026-01-01T12"]
    assert found[0].handed_in_at and found[0].handed_in_at.hour == 13 and found[1].handed_in_at is None
    assert "opinion_before" not in inspect(store.engine).get_table_names()
    assert store.opinions.hand_in("c" * 22) and store.opinions.get("c" * 22).sheet == Sheet(title="Now")
    for letter in "bc":
        store.work.delete(letter * 22)
    assert [each.name for each in store.opinions.on("a" * 22)] == ["Sooner", "Later"]
    store.close()


def test_a_process_of_the_version_before_can_still_begin_an_opinion(with_opinions: str) -> None:
    store = Store.open(with_opinions)
    for each in store.opinions.on("a" * 22):
        store.opinions.remove(each.id)
    with writing(store.engine) as connection:
        connection.exec_driver_sql(_opinions(store.engine).rpartition(";")[2])
    assert [each.name for each in store.opinions.on("a" * 22)] == ["Sooner", "Later"]
    store.close()


def _until(folder: Path, last: str) -> Path:
    """The shipped migrations as they were when this revision was the newest."""
    copy = folder / "before"
    shutil.copytree(MIGRATIONS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    for name in known_revisions():
        if name > last:
            (copy / "versions" / f"{name}.py").unlink()
    return copy


def _with(folder: Path, name: str, body: str) -> Path:
    """The shipped migrations and one more revision, in a folder with awkward characters in its name."""
    copy = folder / "a %(here)s: copy"
    shutil.copytree(MIGRATIONS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "versions" / f"{name}.py").write_text(
        f"from alembic import op\nrevision = {name!r}\ndown_revision = {known_revisions()[-1]!r}\n"
        f"def upgrade():\n    op.execute('CREATE TABLE half (done INTEGER)')\n    {body}\n"
    )
    return copy


def test_a_migration_that_fails_leaves_neither_effect_nor_record(store: Store, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="power cut"):
        migrate(store.engine, _with(tmp_path, "0999_fails", "raise RuntimeError('power cut')"))
    assert current_revision(store.engine) == known_revisions()[-1]
    assert "half" not in inspect(store.engine).get_table_names()


def test_a_new_database_is_empty_after_a_failure(where: str, tmp_path: Path) -> None:
    """All missing revisions are one step: a start that failed can be tried again."""
    engine = open_engine(where)
    with pytest.raises(RuntimeError, match="power cut"):
        migrate(engine, _with(tmp_path, "0999_fails", "raise RuntimeError('power cut')"))
    assert inspect(engine).get_table_names() == []
    migrate(engine)
    assert current_revision(engine) == known_revisions()[-1]
    engine.dispose()


def test_a_database_from_a_newer_version_is_refused(store: Store, where: str, tmp_path: Path) -> None:
    migrate(store.engine, _with(tmp_path, "0999_future", "pass"))
    with pytest.raises(StoreError, match=r"newer version \(0999_future\)"):
        Store.open(where)


def test_many_starting_at_once_apply_each_migration_once(new_place: NewPlace) -> None:
    """Several times, as what races does not always collide."""
    for _ in range(5):
        where = new_place()
        with ThreadPoolExecutor(8) as pool:
            stores = list(pool.map(lambda _, where=where: Store.open(where), range(8)))
        assert current_revision(stores[0].engine) == known_revisions()[-1]
        for store in stores:
            store.close()


START = "import sys; from framework.store import Store; Store.open(sys.argv[1]).close()"


def test_processes_that_start_at_once_all_start(where: str) -> None:
    """As on a server that runs several of them."""
    processes = [
        subprocess.Popen([sys.executable, "-c", START, where], cwd=ROOT, stderr=subprocess.PIPE) for _ in range(4)
    ]
    told = [process.communicate(timeout=60)[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * 4, told


def test_an_up_to_date_store_is_opened_without_writing(where: str) -> None:
    """So that it can be read where nothing may be written."""
    Store.open(where).close()
    statements: list[str] = []
    engine = open_engine(where)
    event.listen(engine, "before_cursor_execute", lambda *arguments: statements.append(arguments[2].split()[0]))
    migrate(engine)
    assert statements and set(statements) <= {"SELECT", "PRAGMA", "BEGIN"}
    engine.dispose()


UP_TO_DATE = "import sys; from framework.store import Store; Store.open(sys.argv[1]); print('alembic' in sys.modules)"


def test_alembic_is_loaded_only_when_something_is_missing(where: str) -> None:
    """A start is not slower for it."""
    loaded = [
        subprocess.run([sys.executable, "-c", UP_TO_DATE, where], cwd=ROOT, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert [process.stdout.strip() for process in loaded] == ["True", "False"]
