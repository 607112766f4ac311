"""Links to one piece of work that do less than its own key: to read it, or to answer it without seeing the answers.

A link's key is random and derived from nothing. Only its hash is stored: whoever reads the database cannot open a link.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Engine, delete, insert, select

from framework.store.engine import reading, writing
from framework.store.tables import link as table
from framework.store.work import is_key, lock, utc_now


class Purpose(StrEnum):
    """What somebody with the link may do. One link of each purpose exists at a time."""

    READ = "read"
    OPINION = "opinion"


@dataclass(frozen=True)
class LinkTable:
    """Makes, finds and withdraws links."""

    engine: Engine
    clock: Callable[[], datetime] = utc_now

    def renew(self, key: str, purpose: Purpose) -> str:
        """The key of a new link to the work under `key`; the one before it stops working.

        Raises:
            StoreError: there is no such work, or the database cannot be written.
        """
        made = secrets.token_urlsafe(16)
        with writing(self.engine) as connection:
            lock(connection, key)  # of two who renew at once the second replaces the first's link
            connection.execute(delete(table).where(table.c.work == key, table.c.purpose == purpose))
            row = {"digest": _digest(made), "work": key, "purpose": purpose.value, "created_at": self.clock()}
            connection.execute(insert(table).values(row))
        return made

    def made_at(self, key: str, purpose: Purpose) -> datetime | None:
        """When the link that works now was made; None if there is none."""
        if not is_key(key):
            return None
        with reading(self.engine) as connection:
            found: datetime | None = connection.scalar(
                select(table.c.created_at).where(table.c.work == key, table.c.purpose == purpose)
            )
        return found

    def work_of(self, made: str | None, purpose: Purpose) -> str | None:
        """The key of the work that a link leads to; None if it was withdrawn, or never was one."""
        if not is_key(made):
            return None
        with reading(self.engine) as connection:
            found: str | None = connection.scalar(
                select(table.c.work).where(table.c.digest == _digest(made), table.c.purpose == purpose)
            )
        return found

    def withdraw(self, key: str, purpose: Purpose) -> bool:
        """Make the link stop working; False if there was none."""
        if not is_key(key):
            return False
        with writing(self.engine) as connection:
            statement = delete(table).where(table.c.work == key, table.c.purpose == purpose)
            return connection.execute(statement).rowcount > 0


def _digest(made: str) -> str:
    """The keys are random over 128 bits, so a plain hash is enough: there is nothing to guess."""
    return hashlib.sha256(made.encode()).hexdigest()
