"""Opening: what is created, how SQLite is set up, and what a person is told when it cannot be."""

from __future__ import annotations

import ast
import os
import re
import sqlite3
import stat
import sys
import traceback
from pathlib import Path

import pytest
from sqlalchemy import insert, make_url
from sqlalchemy.exc import DatabaseError

from framework.errors import StoreError, UserError
from framework.model.sheet import Sheet
from framework.store import Store
from framework.store.engine import open_engine, place_of, writing
from framework.store.tables import work as work_table

from .conftest import NewPlace
from .helpers import SHEET, create

FOR_WHO_RUNS_IT = "SHOULD_I_USE_ML_DATABASE"


def test_the_folder_and_the_file_are_created(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "work.db"
    Store.open(path).close()
    assert path.is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept otherwise there")
def test_nobody_else_on_the_machine_may_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    before = os.umask(0o022)
    try:
        store = Store.open(path)
        create(store)
        files = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
        store.close()
    finally:
        os.umask(before)
    assert set(files.values()) == {0o600}, files
    assert "work.db-wal" in files


def test_no_key_and_no_answer_reaches_what_is_logged_of_an_error(store: Store) -> None:
    key, answer = "k" * 22, " ".join(("a", "private", "answer"))
    row = {**vars(create(store)), "key": key, "sheet": answer, "history": None}
    row["title"] = "t" * 300 if store.engine.dialect.name == "postgresql" else None  # neither takes its own
    with pytest.raises(DatabaseError) as error, writing(store.engine) as connection:
        connection.execute(insert(work_table).values(row))
    said = "".join(traceback.format_exception(error.value))
    assert "INSERT INTO work" in said
    assert key not in said
    assert answer not in said


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}", "sqlite+pysqlite:///{}"])
def test_work_is_still_there_after_the_store_is_opened_again(tmp_path: Path, form: str) -> None:
    where = form.format(tmp_path / "work.db")
    first = Store.open(where)
    work = create(first)
    first.close()
    second = Store.open(where)
    assert second.work.get(work.key) == work
    assert work.sheet == SHEET
    second.close()


@pytest.mark.parametrize("where", [":memory:", "sqlite://", "sqlite:///:memory:"])
def test_a_database_in_memory_serves_several_threads(where: str) -> None:
    from concurrent.futures import ThreadPoolExecutor

    store = Store.open(where)
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: create(store).key, range(40)))
    assert all(store.work.get(key) for key in keys)
    store.close()


def test_a_connection_uses_wal_normal_sync_foreign_keys_and_waits_for_the_others(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "work.db")
    with store.engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")
        }
    assert settings.pop("secure_delete") == 1, "some builds of SQLite leave what was deleted in the file"
    assert settings == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "busy_timeout": 15_000}
    store.close()


def test_a_path_that_is_a_folder_is_told_with_the_path_and_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as error:
        Store.open(tmp_path)
    assert str(tmp_path) in str(error.value)
    assert FOR_WHO_RUNS_IT in str(error.value)
    assert isinstance(error.value, UserError)


def test_a_folder_that_cannot_be_created_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match=r"cannot be opened: (File exists|Not a directory)"):
        Store.open(tmp_path / "file" / "work.db")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be opened"):
        Store.open(tmp_path / "work.db")


def test_a_read_only_database_is_told_when_something_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    store = Store.open(path)
    key = create(store).key
    with store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
    with pytest.raises(StoreError, match="could not be saved: attempt to write a readonly database") as error:
        store.work.save(key, Sheet())
    assert FOR_WHO_RUNS_IT in error.value.hint
    store.close()


def test_what_may_work_later_comes_without_advice_for_who_runs_the_application(tmp_path: Path) -> None:
    """A student whose vote fails sets no environment variable."""
    store = Store.open(tmp_path / "work.db")
    key = create(store).key
    with store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=1")
    other = sqlite3.connect(tmp_path / "work.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="could not be saved: database is locked") as error:
        store.work.save(key, Sheet())
    assert error.value.hint == "What was saved before is still there. Try again in a moment."
    other.execute("ROLLBACK")
    other.execute("DROP TABLE work")
    other.close()
    with pytest.raises(StoreError, match="cannot be read right now: no such table") as error:
        store.work.get(key)
    assert FOR_WHO_RUNS_IT not in error.value.hint
    store.close()


@pytest.mark.parametrize("made", ["CREATE TABLE work (key TEXT)", "CREATE TABLE alembic_version (other TEXT)"])
def test_tables_of_another_program_are_told_at_the_start_with_a_way_out(tmp_path: Path, made: str) -> None:
    with sqlite3.connect(tmp_path / "work.db") as other:
        other.execute(made)
    with pytest.raises(StoreError, match=r"could not be created|cannot be read") as error:
        Store.open(tmp_path / "work.db")
    assert FOR_WHO_RUNS_IT in error.value.hint


@pytest.mark.parametrize("scheme", ["postgres://", "postgresql://", "postgresql+psycopg://"])
def test_a_postgresql_url_may_be_written_in_every_usual_way(new_database: NewPlace, scheme: str) -> None:
    """Hosting services give the short one."""
    store = Store.open(new_database().replace("postgresql://", scheme))
    work = create(store)
    assert store.work.get(work.key) == work
    store.close()


def _as_guest(url: str) -> str:
    """The database's URL for an account without rights in it."""
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'guest') "
            "THEN CREATE ROLE guest LOGIN; END IF; END $$"
        )
        connection.exec_driver_sql("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        connection.exec_driver_sql("GRANT USAGE ON SCHEMA public TO guest")
        connection.exec_driver_sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest")
    engine.dispose()
    return url.replace("postgres@", "guest@")


def test_an_account_that_may_not_create_tables_is_told(new_database: NewPlace) -> None:
    """One sentence, without SQL, and what to do."""
    with pytest.raises(StoreError) as error:
        Store.open(_as_guest(new_database()))
    assert "permission denied for schema public" in str(error.value) and "right to create" in str(error.value)
    assert "CREATE TABLE" not in str(error.value) and "\n" not in str(error.value)


def test_an_account_that_may_only_read_is_told_when_something_is_saved(new_database: NewPlace) -> None:
    """What was saved can still be read."""
    url = new_database()
    owner = Store.open(url)
    work = create(owner)
    owner.close()
    store = Store.open(_as_guest(url))
    assert store.work.get(work.key) == work
    with pytest.raises(StoreError, match="could not be saved: permission denied for table work") as error:
        store.work.save(work.key, Sheet())
    assert FOR_WHO_RUNS_IT in error.value.hint
    store.close()


@pytest.mark.parametrize("empty", [True, False])
def test_a_read_only_postgresql_database_is_told(new_database: NewPlace, empty: bool) -> None:
    """At the start if its tables are missing, else when something is saved."""
    url = new_database()
    if not empty:
        owner = Store.open(url)
        key = create(owner).key
        owner.close()
    url += "&options=-c%20default_transaction_read_only%3Don"
    if empty:
        with pytest.raises(StoreError, match="in a read-only transaction"):
            Store.open(url)
        return
    store = Store.open(url)
    with pytest.raises(StoreError, match="could not be saved: cannot execute UPDATE in a read-only transaction"):
        store.work.save(key, Sheet())
    store.close()


def test_a_server_that_is_not_there_is_told_in_one_sentence(tmp_path: Path) -> None:
    """Without the password, and without the driver's several lines."""
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError, match="cannot be opened: ") as error:
        Store.open(f"postgresql://somebody:secret@/x?host={tmp_path}")
    assert ":secret@" not in str(error.value) and "\n" not in str(error.value)


def test_a_missing_driver_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the name of the extra."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"should-i-use-ml\[postgresql\]"):
        Store.open("postgres://somebody@nowhere/x")


def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("my shopping list, " * 100)
    with pytest.raises(StoreError, match="file is not a database"):
        Store.open(path)
    assert path.read_text().startswith("my shopping list")


@pytest.mark.parametrize("where", ["postgresql:/app:secret@db/x", "postgresql+psycopg:/app:secret@db/x"])
def test_a_url_that_lacks_a_slash_is_no_path(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It made a folder that was named after the password."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match="not valid") as error:
        Store.open(where)
    assert "secret" not in str(error.value) and not list(tmp_path.iterdir())


def test_a_password_with_a_sign_of_urls_is_told_how_to_write_it() -> None:
    """The second half of the password would be the name of a machine, and stand in messages."""
    with pytest.raises(StoreError, match="%40") as error:
        Store.open("postgresql://app:sec@ret@db/x")
    assert "ret@db" not in str(error.value)


def test_where_work_is_saved_is_told_without_passwords(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "work.db")
    assert store.place == str(tmp_path / "work.db")
    store.close()
    url = make_url("postgresql://app:first@db/x?password=second&host=here")
    assert place_of(url) == "postgresql://app:***@db/x?host=here"


def test_a_database_that_lacks_characters_is_refused(new_database: NewPlace) -> None:
    """Its first student with another alphabet would be told that nothing can be saved."""
    url = make_url(new_database())
    admin = open_engine(url.render_as_string(hide_password=False)).execution_options(isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql("DROP DATABASE IF EXISTS latin")
        connection.exec_driver_sql("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0")
    try:
        with pytest.raises(StoreError, match=r"LATIN1.*createdb -E UTF8"):
            Store.open(url.set(database="latin").render_as_string(hide_password=False))
    finally:
        with admin.connect() as connection:
            connection.exec_driver_sql("DROP DATABASE latin WITH (FORCE)")
        admin.dispose()


def test_a_change_can_be_tried(store: Store) -> None:
    """Nothing is different afterwards."""
    work = create(store)
    store.try_writing()
    store.answer()
    assert store.work.get(work.key) == work


def test_an_account_that_may_only_read_is_told_at_the_start(new_database: NewPlace) -> None:
    url = new_database()
    Store.open(url).close()
    store = Store.open(_as_guest(url))
    with pytest.raises(StoreError, match="permission denied for table work"):
        store.try_writing()
    store.close()


@pytest.mark.parametrize("url", ["nonsense://", "postgresql://somebody:secret@nowhere:port/x", "://"])
def test_an_impossible_url_is_told_without_its_password(url: str) -> None:
    with pytest.raises(StoreError) as error:
        Store.open(url)
    assert "secret" not in str(error.value)


KIND = re.compile(r"\bsqlite3?\b|postgresql|psycopg|dialect\.name|\bpg_")


def _depends_on_the_kind(source: str) -> bool:
    """Whether code, apart from what it says about itself, names a kind of database."""
    tree = ast.parse(source)
    told = [
        node.value for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ]
    for text in told:
        text.value = ""
    return KIND.search(ast.unparse(tree)) is not None


def test_three_modules_depend_on_the_kind_of_database() -> None:
    """One for each kind, and the one that tells them apart; a planted one elsewhere is seen."""
    folder = Path(__file__).parents[2] / "framework" / "store"
    found = {path.name for path in folder.rglob("*.py") if _depends_on_the_kind(path.read_text())}
    assert found == {"engine.py", "sqlite.py", "postgresql.py"}
    assert _depends_on_the_kind('if connection.dialect.name == "postgresql": lock()')
