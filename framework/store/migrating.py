"""Brings a database up to date: applies each missing migration in order and records it in the same transaction."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pkgutil import iter_modules

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import IntegrityError

from framework.errors import StoreError
from framework.store import migrations, tables
from framework.store.engine import reading, writing

Migration = Callable[[Connection], None]

_NAME = re.compile(r"\d{4}_[a-z0-9_]+")


def known_migrations() -> dict[str, Migration]:
    """Every migration in `migrations/` by name, in the order in which they apply."""
    names = sorted(module.name for module in iter_modules(migrations.__path__) if _NAME.fullmatch(module.name))
    return {name: partial(_apply, name) for name in names}


def applied_migrations(engine: Engine) -> tuple[str, ...]:
    """Names of the migrations applied to the database, in order."""
    with reading(engine) as connection:
        return tuple(connection.scalars(select(tables.migration.c.name).order_by(tables.migration.c.name)))


def migrate(engine: Engine, known: Mapping[str, Migration] | None = None) -> None:
    """Apply missing migrations, if any. Several processes may call this at once.

    Raises:
        StoreError: the database has a migration that this version does not know.
    """
    known = known_migrations() if known is None else known
    with writing(engine) as connection:
        tables.migration.create(connection, checkfirst=True)
    done = set(applied_migrations(engine))
    unknown = sorted(done - set(known))
    if unknown:
        message = f"The saved work was written by a newer version ({unknown[0]})."
        raise StoreError(message, "Update this installation, or use another database.")
    for name in sorted(set(known) - done):
        _apply_and_record(engine, name, known[name])


def _apply_and_record(engine: Engine, name: str, migration: Migration) -> None:
    with writing(engine) as connection:
        try:
            # Recorded first: its unique name makes a second process wait here until the first has committed both.
            connection.execute(insert(tables.migration).values(name=name, applied_at=datetime.now(UTC)))
        except IntegrityError:
            connection.rollback()
            return
        migration(connection)


def _apply(name: str, connection: Connection) -> None:
    import_module(f"{migrations.__name__}.{name}").apply(connection)
