"""SQLite: how its file is opened, kept and copied. Only `engine` knows that this is one kind of database of several.

It is configured for many threads and a few processes: WAL lets readers and one writer work at the same time,
`synchronous=NORMAL` is safe with it, a writer waits for the others instead of failing, and a writing transaction takes
the lock at its start, since SQLite refuses to upgrade a read transaction while another is writing. What is deleted is
overwritten: in the file at once, and in the log of changes beside it by `empty_log`.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import asbool

from framework.errors import StoreError
from framework.languages.catalogue import to_say

WRITES = "writes"
"""The option of a connection whose transaction will write."""

_ALONE = "alone"
"""The option of a connection whose statement SQLite takes in no transaction."""

_MEMORY = ("", ":memory:")

_CHECKPOINT_PATIENCE = 0.5
"""Seconds for which one try to empty the log waits, and keeps new writers waiting."""

_REMOVED = to_say("Whoever runs this application has to restore it, or to restart with an empty one.")
_REPLACED = to_say(
    "Whoever runs this application has to stop it, remove the files beside the new one that end in -wal and -shm, and "
    "start it again."
)


def url_of(path: str) -> URL:
    """The URL for the path of a file, or for a database in memory."""
    return URL.create("sqlite", database=path if path in _MEMORY else str(Path(path).expanduser().absolute()))


def file_of(url: URL) -> Path | None:
    """The file of a database, also where SQLite is given a URI (`file:work.db?mode=ro&uri=true`); None for one in
    memory. Without `uri=true` a name is a path, whatever it looks like.
    """
    name = url.database or ""
    if name.startswith("file:") and asbool(url.query.get("uri", False)):
        if url.query.get("mode") == "memory" or url.query.get("vfs") == "memdb":
            return None
        name = unquote(urlsplit(name).path)
    return None if name in _MEMORY else Path(name).absolute()


def open_sqlite(url: URL, pool_size: int, patience: int) -> Engine:
    """An engine for a file, which is created with its folder if need be, or for a database in memory. A connection, and
    the lock of a writer, are waited for as many seconds.

    Raises:
        OSError, sqlite3.Error, sqlalchemy.exc.DatabaseError: it cannot be opened.
    """
    path = file_of(url)
    if path:
        # people's answers are private: no other account on the machine may read them
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)  # SQLite would use the umask; the files it adds take their rights from this one
    engine = create_engine(
        url,
        poolclass=QueuePool,
        # an in-memory database exists only in its one connection
        pool_size=pool_size if path else 1,
        max_overflow=0,
        pool_timeout=patience,
        connect_args={"timeout": patience, "check_same_thread": False},
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    if path:
        _switch_to_wal(engine, patience)
        event.listen(engine, "checkout", _SameFile(path))
    return engine


def copy_file(url: URL, to: Path) -> None:
    """Copy a database to a new file while others read and write it: all of it, as it was at one moment.

    Raises:
        OSError: there is such a file already, or it cannot be made.
        sqlite3.Error: the database cannot be read, or the copy not be written; nothing is left of it then.
    """
    path = file_of(url)
    if path is None:
        raise sqlite3.OperationalError("it is in memory")
    to.touch(mode=0o600, exist_ok=False)
    try:
        # not opened as the application opens it: a backup before an update converts nothing
        source = f"{path.as_uri()}?mode=ro"
        with closing(sqlite3.connect(source, uri=True)) as connection:
            connection.execute("VACUUM INTO ?", (str(to),))
    except BaseException:
        to.unlink()
        raise


def empty_log(engine: Engine, patience: int) -> bool:
    """Empty the log of changes beside the file, in which what was deleted could still be read.

    Whoever still reads an older state keeps it from being emptied. It is tried again for as many seconds, in short
    tries between which others can write. False where it was in use all the time.

    Raises:
        StoreError, sqlalchemy.exc.DatabaseError: the database cannot be used.
    """
    deadline = time.monotonic() + patience
    with engine.connect().execution_options(**{_ALONE: True}) as connection:
        waits = connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
        connection.exec_driver_sql(f"PRAGMA busy_timeout={int(_CHECKPOINT_PATIENCE * 1000)}")
        try:
            # the first number of the answer says whether somebody was in the way; it is no error for SQLite
            while connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]:
                if time.monotonic() > deadline:
                    return False
                time.sleep(_CHECKPOINT_PATIENCE)
            return True
        finally:
            connection.exec_driver_sql(f"PRAGMA busy_timeout={waits}")


class _SameFile:
    """Raises once the database file has been removed or replaced, and on every use after that.

    An open connection would keep writing to the deleted file; a new one would create an empty file in its place.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened = self._identity()
        self._lost: tuple[str, str] | None = None

    def __call__(self, *_: object) -> None:
        if not self._lost and (found := self._identity()) != self._opened:
            self._lost = (
                (to_say("The file with all saved work was replaced by another one."), _REPLACED)
                if found
                else (to_say("The file with all saved work was removed."), _REMOVED)
            )
        if self._lost:
            raise StoreError(*self._lost)

    def _identity(self) -> tuple[int, int] | None:
        with suppress(FileNotFoundError):
            found = self._path.stat()
            return found.st_dev, found.st_ino
        return None


def _prepare(connection: Any, record: object) -> None:
    connection.isolation_level = None  # by default the driver begins transactions itself, and only before writes
    for pragma in ("foreign_keys=ON", "synchronous=NORMAL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get(_ALONE):
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(WRITES) else "BEGIN")


def _switch_to_wal(engine: Engine, patience: int) -> None:
    """Turn write-ahead logging on; the file remembers it. SQLite does not wait for other processes here, so we do."""
    deadline = time.monotonic() + patience
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
