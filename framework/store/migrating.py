"""Brings a database up to date: Alembic applies the missing revisions and records them, in one transaction.

Alembic takes a fifth of a second to import, so it is loaded only if something is missing.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Column, Connection, DateTime, Engine, MetaData, String, Table, func, insert, inspect, select

from framework.errors import StoreError
from framework.languages.catalogue import to_say
from framework.store.engine import ELSEWHERE, bringing_up_to_date, reading

MIGRATIONS = Path(__file__).with_name("migrations")

_before_alembic = Table(
    "migration",
    MetaData(),
    Column("name", String(100), primary_key=True),
    Column("applied_at", DateTime(timezone=True), nullable=False),
)
"""Where the first version recorded its only change, `0001_work`."""

_MOVED_ON = "0002_recorded_by_alembic"
"""Added there on adoption: the first version refuses to open a database with a name that it does not know."""

_version = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))
"""Where Alembic records the revision: one row."""


def known_revisions(folder: Path = MIGRATIONS) -> tuple[str, ...]:
    """Every revision by name, in the order in which they apply; each is named like its file."""
    return tuple(sorted(path.stem for path in (folder / "versions").glob("[0-9]*.py")))


def current_revision(engine: Engine) -> str | None:
    """The last revision that was applied to a database; None if it is new."""
    with reading(engine, ELSEWHERE) as connection:
        return _current(connection)


def migrate(engine: Engine, folder: Path = MIGRATIONS) -> None:
    """Apply missing revisions. Several processes may call this at once: one does it, and the others wait for it.

    Raises:
        StoreError: the database has a revision that this version does not know, or cannot be written.
    """
    known = known_revisions(folder)
    if _is_current(current_revision(engine), known):
        return
    with bringing_up_to_date(engine) as connection:
        if not _is_current(_current(connection), known):  # another process may just have done it
            _upgrade(connection, folder)


def _upgrade(connection: Connection, folder: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    if not inspect(connection).has_table(_version.name) and (adopted := _current(connection)):
        connection.execute(insert(_before_alembic).values(name=_MOVED_ON, applied_at=datetime.now(UTC)))
        command.stamp(config, adopted)
    command.upgrade(config, "head")


def _current(connection: Connection) -> str | None:
    found = inspect(connection)
    change: str | None = None
    if not found.has_table(_version.name):
        if found.has_table(_before_alembic.name):
            change = connection.scalar(select(func.max(_before_alembic.c.name)))
        if change != _MOVED_ON:  # otherwise another process has adopted it since the first look
            return change
    version: str | None = connection.scalar(select(_version.c.version_num))
    return version


def _is_current(current: str | None, known: tuple[str, ...]) -> bool:
    if current and current not in known:
        message = to_say("The saved work was written by a newer version ({version}).")
        raise StoreError(message, to_say("Update this installation, or use another database."), version=current)
    return current == known[-1]
