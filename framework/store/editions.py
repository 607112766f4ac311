"""The brief that was last read of a work under each edition of the rules: kept, as later rules cannot make it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from pydantic import ValidationError
from sqlalchemy import Connection, Engine, delete, insert, select

from framework.errors import StoreError
from framework.languages.catalogue import to_say
from framework.model.earlier import EarlierBrief
from framework.store.as_json import STILL_THERE
from framework.store.engine import reading, writing
from framework.store.tables import earlier_brief as table
from framework.store.work import is_key, lock, utc_now

MAX_EDITIONS = 8
"""Briefs that are kept of one work; the oldest gives way."""


@dataclass(frozen=True)
class EditionTable:
    """Keeps and finds earlier briefs; they are deleted with their work."""

    engine: Engine
    clock: Callable[[], datetime] = utc_now

    def keep(self, key: str, *briefs: EarlierBrief) -> None:
        """Keep each as the brief of its edition; the last one counts as the newest.

        Raises:
            StoreError: there is no such work, or the database cannot be written.
        """
        with writing(self.engine, to_say("The brief could not be kept")) as connection:
            lock(connection, key)  # of two who keep the same edition at once the second replaces the first's brief
            for brief in briefs:
                self.put(connection, key, brief)

    def put(self, connection: Connection, key: str, brief: EarlierBrief) -> None:
        """Keep one brief of a work that exists, as that of its edition and as the newest, as part of a transaction."""
        mine = table.c.work == key
        connection.execute(delete(table).where(mine, table.c.digest == brief.digest))
        others = connection.scalars(select(table.c.digest).where(mine).order_by(table.c.kept_at.desc()))
        too_old = others.all()[MAX_EDITIONS - 1 :]
        connection.execute(delete(table).where(mine, table.c.digest.in_(too_old)))
        row = {"work": key, "digest": brief.digest, "kept_at": self.clock(), "brief": brief.model_dump_json()}
        connection.execute(insert(table).values(row))

    def of(self, key: str) -> tuple[EarlierBrief, ...]:
        """Every brief kept of a work, the newest first.

        Raises:
            StoreError: the database cannot be read, or a brief in it has another form.
        """
        return self.of_many((key,)).get(key, ())

    def of_many(self, keys: Collection[str]) -> dict[str, tuple[EarlierBrief, ...]]:
        """Every brief kept of each of these works, by its key, the newest first; works that have none are left out.

        Raises:
            StoreError: the database cannot be read, or a brief in it has another form.
        """
        query = select(table).where(table.c.work.in_([key for key in keys if is_key(key)]))
        found: dict[str, tuple[EarlierBrief, ...]] = {}
        with reading(self.engine) as connection:
            for row in connection.execute(query.order_by(table.c.kept_at.desc())):
                found[row.work] = (*found.get(row.work, ()), _brief(row.brief))
        return found


def _brief(text: str) -> EarlierBrief:
    try:
        return EarlierBrief.model_validate_json(text)
    except ValidationError as error:
        message = to_say("An earlier brief was saved in a form that this version cannot read.")
        raise StoreError(message, STILL_THERE) from error
