"""Connections and transactions. Only this module, `sqlite` and `postgresql` depend on the kind of database.

Every engine hides the parameters of its statements: they are keys and answers, and an error reaches the log.
"""

from __future__ import annotations

import logging
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, func, make_url, select
from sqlalchemy import text as sql
from sqlalchemy.exc import ArgumentError, DatabaseError, InterfaceError, NoSuchModuleError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from framework.errors import StoreError
from framework.languages.catalogue import to_say
from framework.store import postgresql, sqlite

_LOG = logging.getLogger(__name__)

BUSY_SECONDS = 15
"""How long a writer waits for the others before it gives up: longer than any write takes, shorter than people are
willing to wait."""

POOL_SIZE = 8
"""How many connections are kept open. On SQLite further threads queue, which is faster than contending for its one
lock; on PostgreSQL ten more are opened while they are needed (the overflow of SQLAlchemy's pool)."""

UP_TO_DATE_LOCK = 7_302_114
"""The number of the lock that processes take on PostgreSQL while they bring the database up to date: any, but one."""

_POSTGRESQL_NAMES = ("postgres", "postgresql")
"""Schemes that people write without naming a driver; hosting services give the short one."""

_REFUSED = ("25006", "3F000", "42501")
"""What PostgreSQL answers where one may not write: a read-only transaction, no schema to use, a missing right."""

_FULL = frozenset({sqlite3.SQLITE_FULL, "53100"})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, "XX001", "XX002"})
"""What SQLite and PostgreSQL answer where trying again does not help."""

_SECRETS = ("password", "sslpassword")
"""Parts of the query of a URL that nobody is shown."""

_ONE_SLASH = re.compile(r"[A-Za-z][\w+]+:/")
"""The beginning of a URL that lacks a slash; the letter of a drive is shorter."""

_DRIVER = to_say('Install it with: pip install "should-i-use-ml[postgresql]" (in a checkout: make setup-postgresql).')
_ENCODED = to_say("In its password, write @ as %40 and / as %2F, and other special characters likewise.")
_READ_ONLY = to_say("The account may only read it. {elsewhere}")
_RIGHTS = to_say("The account needs the right to create tables there, once. {elsewhere}")
_LATER = to_say("Try again in a moment.")

ELSEWHERE = to_say("To save work elsewhere, set SHOULD_I_USE_ML_DATABASE to a path or a database URL.")
"""The advice for whoever runs the application: at the start, and where it may not write."""


def open_engine(url_or_path: str | Path) -> Engine:
    """An engine for a path of a SQLite file or any SQLAlchemy URL; the folder of a file is created.

    Raises:
        StoreError: the database cannot be reached, or does not keep every character.
    """
    url = _url(url_or_path)
    try:
        if url.get_backend_name() == "sqlite":
            return sqlite.open_sqlite(url, POOL_SIZE, BUSY_SECONDS)
        if url.get_backend_name() == "postgresql":
            return postgresql.open_postgresql(url, POOL_SIZE, BUSY_SECONDS)
        engine = create_engine(
            url, pool_size=POOL_SIZE, pool_timeout=BUSY_SECONDS, pool_pre_ping=True, hide_parameters=True
        )
        with engine.connect():
            return engine
    except (ImportError, NoSuchModuleError) as error:
        message = to_say("The driver for this kind of database is not installed.")
        advice = _DRIVER if url.get_backend_name() == "postgresql" else ELSEWHERE
        raise StoreError(message, advice, reason=str(error)) from error
    except (DatabaseError, InterfaceError, OSError, sqlite3.Error) as error:
        raise _unopened(url, error) from error


def place_of(url: URL) -> str:
    """Where a database is, without the passwords of its URL."""
    if url.get_backend_name() == "sqlite":
        return str(sqlite.file_of(url) or "memory")
    return url.difference_update_query(_SECRETS).render_as_string(hide_password=True)


def back_up(url_or_path: str | Path, to: Path) -> None:
    """Copy a SQLite database to a new file while the application runs, whatever version wrote it.

    Raises:
        StoreError: it is another kind of database, or cannot be read.
        OSError: there is such a file already, or it cannot be made.
    """
    url = _url(url_or_path)
    if url.get_backend_name() != "sqlite":
        message = to_say("Only a database in a file can be copied like this.")
        raise StoreError(message, to_say("PostgreSQL has a command of its own: pg_dump."))
    try:
        sqlite.copy_file(url, to)
    except sqlite3.Error as error:
        raise _unopened(url, error) from error


def overwrite_deleted(engine: Engine) -> None:
    """See that what was deleted can be read nowhere in the files of SQLite; PostgreSQL does so on its own.

    Raises:
        StoreError: the database cannot be used, or somebody was reading it all the time.
    """
    if engine.dialect.name == "sqlite":
        what = to_say("Deleted work could not be overwritten")
        with _reporting_errors(what, _READ_ONLY, _LATER):
            if not sqlite.empty_log(engine, BUSY_SECONDS):
                raise StoreError(to_say("{what}."), _LATER, what=what)


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
        engine.connect().execution_options(**{sqlite.WRITES: True}) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def bringing_up_to_date(engine: Engine) -> Iterator[Connection]:
    """A write transaction that only one process at a time is in: the others wait at its start."""
    with writing(engine, to_say("The tables for saved work could not be created"), _RIGHTS, ELSEWHERE) as connection:
        if connection.dialect.name == "postgresql":
            postgresql.take_time(connection)
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
        elif broken := _broken(error):
            hint = broken
            _LOG.critical("%s: %s", what, _reason(error))
        elif isinstance(error, OperationalError):
            hint = to_say("What was saved before is still there. {otherwise}")
        elif type(error) is DatabaseError:
            hint = otherwise
        else:
            raise
        values = {"what": what, "otherwise": otherwise, "elsewhere": ELSEWHERE}
        raise StoreError(to_say("{what}."), hint, reason=_reason(error), **values) from error


def _is_refusal(error: DatabaseError) -> bool:
    """Whether one may not write at all, as whoever runs the application has set it up."""
    return _number(error) == sqlite3.SQLITE_READONLY or _state(error) in _REFUSED


def _broken(error: DatabaseError) -> str:
    """What whoever runs the application has to do first; empty where trying again may help."""
    answers = {_number(error), _state(error)}
    if answers & _FULL:
        return to_say("Whoever runs this application has to make room on its disk.")
    if answers & _DAMAGED:
        return to_say("The database is damaged. Whoever runs this application has to restore a backup.")
    return ""


def _number(error: DatabaseError) -> int:
    """SQLite's number for an error, without its details; 0 for another database."""
    return int(getattr(error.orig, "sqlite_errorcode", 0)) & 0xFF


def _state(error: DatabaseError) -> str:
    """PostgreSQL's code for an error; empty for another database."""
    return getattr(error.orig, "sqlstate", None) or ""


def _url(url_or_path: str | Path) -> URL:
    """The URL of a database. It may hold a password, so neither it nor the parser's words are repeated in an error."""
    text = str(url_or_path)
    if "://" not in text:
        if isinstance(url_or_path, str) and _ONE_SLASH.match(text):
            raise StoreError(to_say("The database URL is not valid."), to_say("Two slashes follow the colon: ://"))
        return sqlite.url_of(text)
    if isinstance(url_or_path, Path):
        return sqlite.url_of(text)
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise StoreError(to_say("The database URL is not valid."), _ENCODED) from error
    if "@" in (url.host or ""):
        raise StoreError(to_say("The database URL is not valid."), _ENCODED)
    return url.set(drivername="postgresql+psycopg") if url.drivername in _POSTGRESQL_NAMES else url


def _unopened(url: URL, error: Exception) -> StoreError:
    reason = f"{_reason(error)} ({place_of(url)})"
    return StoreError(to_say("Saved work cannot be opened."), ELSEWHERE, reason=reason)


def _reason(error: Exception) -> str:
    """The database's error message, without SQL and parameters."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror} ({error.filename})"
    original = getattr(error, "orig", None) or error
    # PostgreSQL's driver gives the sentence by itself, and otherwise several lines
    text = getattr(getattr(original, "diag", None), "message_primary", None) or str(original)
    return " ".join(text.split()).rstrip(".")
