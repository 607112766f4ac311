"""Brings a database up to date: applies each missing migration in order and records it in the same transaction."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pkgutil import iter_modules

from sqlalchemy import Connection, Engine, insert, inspect, select

from framework.errors import StoreError
from framework.store import migrations, tables
from framework.store.engine import bringing_up_to_date, reading

Migration = Callable[[Connection], None]

_NAME = re.compile(r"\d{4}_[a-z0-9_]+")


def known_migrations() -> dict[str, Migration]:
    """Every migration in `migrations/` by name, in the order in which they apply."""
    names = sorted(module.name for module in iter_modules(migrations.__path__) if _NAME.fullmatch(module.name))
    return {name: partial(_apply, name) for name in names}


def applied_migrations(engine: Engine) -> tuple[str, ...]:
    """Names of the migrations applied to the database, in order; none if it is new."""
    with reading(engine) as connection:
        return _applied(connection)


def migrate(engine: Engine, known: Mapping[str, Migration] | None = None) -> None:
    """Apply missing migrations. Several processes may call this at once: one does it, and the others wait for it.

    Raises:
        StoreError: the database has a migration that this version does not know, or cannot be written.
    """
    known = known_migrations() if known is None else known
    done = set(applied_migrations(engine))
    unknown = sorted(done - set(known))
    if unknown:
        message = f"The saved work was written by a newer version ({unknown[0]})."
        raise StoreError(message, "Update this installation, or use another database.")
    for name in sorted(set(known) - done):
        with bringing_up_to_date(engine) as connection:
            if name not in _applied(connection):  # another process may just have applied it
                tables.migration.create(connection, checkfirst=True)
                known[name](connection)
                connection.execute(insert(tables.migration).values(name=name, applied_at=datetime.now(UTC)))


def _applied(connection: Connection) -> tuple[str, ...]:
    if not inspect(connection).has_table(tables.migration.name):
        return ()
    return tuple(connection.scalars(select(tables.migration.c.name).order_by(tables.migration.c.name)))


def _apply(name: str, connection: Connection) -> None:
    import_module(f"{migrations.__name__}.{name}").apply(connection)
