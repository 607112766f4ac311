"""Saved work: one person's answers, under a key that nobody can guess.

Whoever has the key can open the work, so keys are long, and never logged or listed.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeGuard

from sqlalchemy import ColumnElement, Connection, Engine, RowMapping, delete, func, insert, select, update

from framework.errors import StoreError, UserError
from framework.languages.catalogue import to_say
from framework.model.history import NOTHING, History
from framework.model.printable import printable
from framework.model.sheet import Sheet
from framework.store.as_json import history_json, loaded, sheet_from, sheet_json
from framework.store.engine import reading, writing
from framework.store.tables import opinion
from framework.store.tables import work as table

MAX_TITLE = 200
"""Maximum length of the title column; the sheet has the full title."""

A_DAY = timedelta(days=1)

_KEY = re.compile(r"[A-Za-z0-9_-]{22}", re.ASCII)


@dataclass(frozen=True)
class Work:
    """One piece of work as last saved. `revision` starts at 1 and grows by one with each save."""

    key: str
    title: str
    rulebase: str
    """Id of the rule base that was answered."""
    digest: str
    """The exact rules: `RuleBase.digest` when the work was created, or when it was last looked through."""
    sheet: Sheet
    created_at: datetime
    updated_at: datetime
    revision: int
    opened_at: datetime | None
    """When somebody last had it before them; None for work that an older version began beside this one."""
    history: History = NOTHING


class StaleWork(UserError):
    """The work was changed elsewhere since it was read, for example in a second tab. `current` is its present state."""

    def __init__(self, current: Work) -> None:
        super().__init__("This work was changed in another window.", "Nothing was overwritten: load it again.")
        self.current = current


def utc_now() -> datetime:
    """The clock of every table; a test passes another."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class WorkTable:
    """Creates, finds, saves, copies and deletes work. The clock is a parameter so that tests can control it."""

    engine: Engine
    clock: Callable[[], datetime] = utc_now

    def create(self, title: str, rulebase: str, digest: str, sheet: Sheet) -> Work:
        """Save new work under a new key; an empty `title` is taken from the sheet.

        Raises:
            WorkTooLarge: the sheet is larger than `MAX_SHEET_BYTES`.
            StoreError: the database cannot be written.
        """
        now = self.clock()
        work = Work(
            key=secrets.token_urlsafe(16),
            title=_short(title or sheet.title),
            rulebase=rulebase,
            digest=digest,
            sheet=sheet,
            created_at=now,
            updated_at=now,
            revision=1,
            opened_at=now,
        )
        row = _row(work)
        with writing(self.engine) as connection:
            connection.execute(insert(table).values(row))
        return work

    def restored(self, connection: Connection, work: Work) -> Work:
        """Save what was exported, with its dates, under a new key, as part of a transaction.

        Raises:
            WorkTooLarge: the sheet or the history is larger than can be saved.
        """
        new = replace(work, title=_short(work.title), key=secrets.token_urlsafe(16), revision=1, opened_at=self.clock())
        connection.execute(insert(table).values(_row(new)))
        return new

    def get_many(self, keys: Collection[str]) -> tuple[Work, ...]:
        """The works under these keys that exist, the one that was changed last first.

        Raises:
            StoreError: the database or a saved sheet cannot be read.
        """
        asked = [key for key in keys if is_key(key)]
        if not asked:
            return ()
        with reading(self.engine) as connection:
            rows = connection.execute(select(table).where(table.c.key.in_(asked))).mappings().all()
        return tuple(sorted(map(_work, rows), key=lambda work: work.updated_at, reverse=True))

    def latest(self, keys: Collection[str], rulebase: str, most: int) -> tuple[tuple[Work, ...], int]:
        """Of the works under these keys that belong to a rule base the ones that were changed last, and how many there
        are.

        Raises:
            StoreError: the database or a saved sheet cannot be read.
        """
        asked = [key for key in keys if is_key(key)]
        if not asked:
            return (), 0
        mine = table.c.key.in_(asked) & (table.c.rulebase == rulebase)
        with reading(self.engine) as connection:
            statement = select(table).where(mine).order_by(table.c.updated_at.desc(), table.c.key).limit(most)
            rows = connection.execute(statement).mappings().all()
            count = connection.scalar(select(func.count()).select_from(table).where(mine)) or 0
        return tuple(map(_work, rows)), count

    def opened(self, work: Work) -> None:
        """Note that somebody has the work before them; at most once a day, so that reading seldom writes."""
        moment = self.clock()
        if work.opened_at is None or moment - work.opened_at > A_DAY:
            with writing(self.engine) as connection:
                connection.execute(update(table).where(table.c.key == work.key).values(opened_at=moment))

    def remove_unopened(self, since: datetime) -> int:
        """Delete for good what nobody has opened since; gives how many.

        Raises:
            StoreError: the database cannot be written.
        """
        with writing(self.engine, to_say("Old work could not be removed")) as connection:
            return _remove(connection, table.c.opened_at < since)

    def get(self, key: str | None) -> Work | None:
        """The work under a key; None if the key is unknown, deleted or malformed.

        Raises:
            StoreError: the database or the saved sheet cannot be read.
        """
        if not is_key(key):
            return None
        with reading(self.engine) as connection:
            return _find(connection, key)

    def save(
        self, key: str, sheet: Sheet, expected_revision: int | None = None, *, history: History | None = None
    ) -> Work:
        """Save a newer state. The title is taken from the sheet unless it is empty there.

        With `expected_revision` (that of the `Work` the person was looking at) nothing newer is overwritten; without
        it, the last save wins. Without `history` that stays as it is.

        Raises:
            StaleWork: the revision has changed since; the error carries the current work.
            WorkTooLarge: the sheet is larger than `MAX_SHEET_BYTES`, or the history than `MAX_HISTORY_BYTES`.
            StoreError: there is no such work, or the database cannot be written.
        """
        saved: dict[str, Any] = {"sheet": sheet_json(sheet)}
        if history is not None:
            saved["history"] = history_json(history)
        if not is_key(key):
            raise gone()
        with writing(self.engine) as connection:
            # The statement itself checks the revision, so this is safe on databases that allow concurrent writers.
            statement = update(table).where(table.c.key == key)
            if expected_revision is not None:
                statement = statement.where(table.c.revision == expected_revision)
            moment = self.clock()
            values = {**saved, "updated_at": moment, "opened_at": moment, "revision": table.c.revision + 1}
            if sheet.title:
                values["title"] = _short(sheet.title)
            changed = connection.execute(statement.values(values)).rowcount
            current = _find(connection, key)
        if current is None:
            raise gone()
        if not changed:
            raise StaleWork(current)
        return current

    def adopt(self, key: str, digest: str) -> bool:
        """Note under which exact rules the work goes on; False if there is no such work. Nothing else changes.

        Raises:
            StoreError: the database cannot be written.
        """
        if not is_key(key):
            return False
        with writing(self.engine) as connection:
            return connection.execute(update(table).where(table.c.key == key).values(digest=digest)).rowcount > 0

    def delete(self, key: str) -> bool:
        """Delete work permanently; False if there was none.

        Raises:
            StoreError: the database cannot be written.
        """
        if not is_key(key):
            return False
        with writing(self.engine) as connection:
            return _remove(connection, table.c.key == key) > 0


def is_key(key: object) -> TypeGuard[str]:
    """Whether something has the format of a key: anything else never reaches the database."""
    return isinstance(key, str) and _KEY.fullmatch(key) is not None


def _remove(connection: Connection, condition: ColumnElement[bool]) -> int:
    """Delete work, and the opinions on others' ideas that were only begun on it; gives how much work. An opinion that
    was handed in is a copy, and stays.
    """
    removed = connection.execute(delete(table).where(condition)).rowcount
    connection.execute(delete(opinion).where(opinion.c.work.is_(None), opinion.c.handed_in_at.is_(None)))
    return removed


def _find(connection: Connection, key: str) -> Work | None:
    row = connection.execute(select(table).where(table.c.key == key)).mappings().first()
    return None if row is None else _work(row)


def _work(row: RowMapping) -> Work:
    history = loaded(History, row["history"]) if row["history"] else NOTHING
    return Work(**{**row, "sheet": sheet_from(row["sheet"]), "history": history})


def _row(work: Work) -> dict[str, Any]:
    return {**vars(work), "sheet": sheet_json(work.sheet), "history": history_json(work.history)}


def _short(title: str) -> str:
    """A title that fits its column; databases differ on some characters that nothing can show."""
    return printable(title)[:MAX_TITLE]


def lock(connection: Connection, key: str) -> None:
    """Have others who lock the same work wait until the end of this transaction.

    Raises:
        StoreError: there is no such work.
    """
    if not is_key(key) or connection.scalar(select(table.c.key).where(table.c.key == key).with_for_update()) is None:
        raise gone()


def gone() -> StoreError:
    """What is said of a key under which there is nothing."""
    return StoreError(
        to_say("There is no saved work under this address."), to_say("It may have been deleted. Start again.")
    )
