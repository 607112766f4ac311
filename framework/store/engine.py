"""Connections and transactions. The only module that depends on the kind of database.

SQLite is configured for many threads and a few processes: WAL lets readers and one writer work at the same time,
`synchronous=NORMAL` is safe with it, a writer waits for the others instead of failing, and a writing transaction takes
the lock at its start, since SQLite refuses to upgrade a read transaction while another is writing.

Every engine hides the parameters of its statements: they are keys and answers, and an error reaches the log.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, make_url, select
from sqlalchemy import text as sql
from sqlalchemy.exc import ArgumentError, DatabaseError, InterfaceError, NoSuchModuleError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import QueuePool

from framework.errors import StoreError
from framework.languages.catalogue import to_say

BUSY_SECONDS = 15
"""How long a writer waits for the others before it gives up: longer than any write takes, shorter than people are
willing to wait."""

POOL_SIZE = 8
"""How many connections are kept open. On SQLite further threads queue, which is faster than contending for its one
lock; on PostgreSQL ten more are opened while they are needed (the overflow of SQLAlchemy's pool)."""

GONE = to_say("Restore it, or restart the application to begin with an empty one.")

UP_TO_DATE_LOCK = 7_302_114
"""The number of the lock that processes take on PostgreSQL while they bring the database up to date: any, but one."""

_POSTGRESQL_NAMES = ("postgres", "postgresql")
"""Schemes that people write without naming a driver; hosting services give the short one."""

_REFUSED = ("25006", "3F000", "42501")
"""What PostgreSQL answers where one may not write: a read-only transaction, no schema to use, a missing right."""

_MEMORY = ("", ":memory:")
_WRITES = "writes"
_DRIVER = to_say('Install it with: pip install "should-i-use-ml[postgresql]" (in a checkout: make setup-postgresql).')
_READ_ONLY = to_say("The account may only read it. {elsewhere}")
_RIGHTS = to_say("The account needs the right to create tables there, once. {elsewhere}")
_LATER = to_say("Try again in a moment.")

ELSEWHERE = to_say("To save work elsewhere, set SHOULD_I_USE_ML_DATABASE to a path or a database URL.")
"""The advice for whoever runs the application: at the start, and where it may not write."""


def open_engine(url_or_path: str | Path) -> Engine:
    """An engine for a path of a SQLite file or any SQLAlchemy URL; the folder of a file is created.

    Raises:
        StoreError: the database cannot be reached.
    """
    url = _url(url_or_path)
    shown = url.database if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    hint = to_say("The database is {database}. {elsewhere}")
    where = {"database": shown or to_say("in memory"), "elsewhere": ELSEWHERE}
    try:
        if url.get_backend_name() == "sqlite":
            return _open_sqlite(url)
        engine = create_engine(
            url, pool_size=POOL_SIZE, pool_timeout=BUSY_SECONDS, pool_pre_ping=True, hide_parameters=True
        )
        with engine.connect():
            return engine
    except (ImportError, NoSuchModuleError) as error:
        message = to_say("The driver for this kind of database is not installed ({reason}).")
        advice = _DRIVER if url.get_backend_name() == "postgresql" else hint
        raise StoreError(message, advice, reason=str(error), **where) from error
    except (DatabaseError, InterfaceError, OSError, sqlite3.Error) as error:
        message = to_say("Saved work cannot be opened: {reason}.")
        raise StoreError(message, hint, reason=_reason(error), **where) from error


@contextmanager
def reading(engine: Engine, otherwise: str = _LATER) -> Iterator[Connection]:
    """A transaction for reading; database errors become a `StoreError` with a hint."""
    what = to_say("Saved work cannot be read right now")
    with _reporting_errors(what, ELSEWHERE, otherwise), engine.connect() as connection:
        yield connection


@contextmanager
def writing(
    engine: Engine,
    what: str = to_say("The work could not be saved"),
    refused: str = _READ_ONLY,
    otherwise: str = _LATER,
) -> Iterator[Connection]:
    """A write transaction, committed at the end; database errors become a `StoreError` with a hint: `refused` where one
    may not write. Both, and `what` failed, are texts of the interface.
    """
    with (
        _reporting_errors(what, refused, otherwise),
        engine.connect().execution_options(**{_WRITES: True}) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def bringing_up_to_date(engine: Engine) -> Iterator[Connection]:
    """A write transaction that only one process at a time is in: the others wait at its start."""
    with writing(engine, to_say("The tables for saved work could not be created"), _RIGHTS, ELSEWHERE) as connection:
        one_at_a_time(connection, UP_TO_DATE_LOCK)
        yield connection


def one_at_a_time(connection: Connection, name: str | int) -> None:
    """Wait until no other transaction that asked for the same name is open."""
    # SQLite has locked out other writers already; PostgreSQL gives the lock back at the end of the transaction
    if connection.dialect.name == "postgresql":
        key = func.hashtext(name) if isinstance(name, str) else name
        connection.execute(select(func.pg_advisory_xact_lock(key)))


def alone_with(connection: Connection, *tables: str) -> None:
    """Let nobody else at these tables, taken in this order, until the end of the transaction."""
    if connection.dialect.name == "postgresql":  # on SQLite whoever writes is alone already
        connection.execute(sql(f"LOCK TABLE {', '.join(tables)} IN ACCESS EXCLUSIVE MODE"))


@contextmanager
def _reporting_errors(what: str, refused: str, otherwise: str) -> Iterator[None]:
    """Turn operational errors (locked, full, missing, read-only, not a database) into `StoreError`; bugs in our SQL
    stay bugs.
    """
    try:
        yield
    except PoolTimeout as error:
        raise StoreError(to_say("{what}: too many other requests are waiting."), _LATER, what=what) from error
    except DatabaseError as error:
        if _is_refusal(error):
            hint = refused
        elif isinstance(error, OperationalError):
            hint = to_say("What was saved before is still there. {otherwise}")
        elif type(error) is DatabaseError:
            hint = otherwise
        else:
            raise
        values = {"what": what, "reason": _reason(error), "otherwise": otherwise, "elsewhere": ELSEWHERE}
        raise StoreError(to_say("{what}: {reason}."), hint, **values) from error


def _is_refusal(error: DatabaseError) -> bool:
    """Whether one may not write at all, as whoever runs the application has set it up."""
    result_code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    return result_code == sqlite3.SQLITE_READONLY or getattr(error.orig, "sqlstate", None) in _REFUSED


def _url(url_or_path: str | Path) -> URL:
    if isinstance(url_or_path, str) and "://" in url_or_path:
        try:
            url = make_url(url_or_path)
        except (ArgumentError, ValueError) as error:
            # the URL may hold a password, so neither it nor the parser's words are repeated
            raise StoreError(to_say("The database URL is not valid."), ELSEWHERE) from error
        return url.set(drivername="postgresql+psycopg") if url.drivername in _POSTGRESQL_NAMES else url
    text = str(url_or_path)
    database = text if text in _MEMORY else str(Path(text).expanduser().absolute())
    return URL.create("sqlite", database=database)


def _open_sqlite(url: URL) -> Engine:
    in_memory = (url.database or "") in _MEMORY
    if not in_memory:
        # people's answers are private: no other account on the machine may read them
        path = Path(str(url.database))
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)  # SQLite would use the umask; the files it adds take their rights from this one
    engine = create_engine(
        url,
        poolclass=QueuePool,
        # an in-memory database exists only in its one connection
        pool_size=1 if in_memory else POOL_SIZE,
        max_overflow=0,
        pool_timeout=BUSY_SECONDS,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    if not in_memory:
        _switch_to_wal(engine)
        event.listen(engine, "checkout", _SameFile(Path(str(url.database))))
    return engine


class _SameFile:
    """Raises once the database file has been removed or replaced, and on every use after that.

    An open connection would keep writing to the deleted file; a new one would create an empty file in its place.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened = self._identity()
        self._lost = ""

    def __call__(self, *_: object) -> None:
        if not self._lost and self._identity() != self._opened:
            gone = self._identity() is None
            self._lost = (
                to_say("The file with all saved work was removed.")
                if gone
                else to_say("The file with all saved work was replaced by another one.")
            )
        if self._lost:
            raise StoreError(self._lost, GONE)

    def _identity(self) -> tuple[int, int] | None:
        with suppress(FileNotFoundError):
            found = self._path.stat()
            return found.st_dev, found.st_ino
        return None


def _prepare(connection: Any, record: object) -> None:
    connection.isolation_level = None  # by default the driver begins transactions itself, and only before writes
    for pragma in ("foreign_keys=ON", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _switch_to_wal(engine: Engine) -> None:
    """Turn write-ahead logging on; the file remembers it. SQLite does not wait for other processes here, so we do."""
    deadline = time.monotonic() + BUSY_SECONDS
    connection = engine.raw_connection()
    try:
        while True:
            try:
                connection.cursor().execute("PRAGMA journal_mode=WAL")
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
    finally:
        connection.close()


def _reason(error: Exception) -> str:
    """The database's error message, without SQL and parameters."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror} ({error.filename})"
    original = getattr(error, "orig", None) or error
    # PostgreSQL's driver gives the sentence by itself, and otherwise several lines
    text = getattr(getattr(original, "diag", None), "message_primary", None) or str(original)
    return " ".join(text.split()).rstrip(".")
