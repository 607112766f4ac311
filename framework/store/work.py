"""Saved work: one person's answers, under a key that nobody can guess.

Whoever has the key can open the work, so keys are long, and never logged or listed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError
from sqlalchemy import Connection, Engine, delete, insert, select, update

from framework.errors import StoreError, UserError
from framework.model.sheet import Sheet
from framework.store.engine import reading, writing
from framework.store.keys import is_key, new_key
from framework.store.tables import work as table

MAX_SHEET_BYTES = 256 * 1024
"""Maximum size of a saved sheet, as UTF-8 JSON; a full one with long texts takes a twentieth of it."""

MAX_TITLE = 200
"""Maximum length of the title column; the sheet has the full title."""


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


class StaleWork(UserError):
    """The work was changed elsewhere since it was read, for example in a second tab. `current` is its present state."""

    def __init__(self, current: Work) -> None:
        super().__init__("This work was changed in another window.", "Nothing was overwritten: load it again.")
        self.current = current


class WorkTooLarge(UserError):
    """A sheet is too large to save."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class WorkTable:
    """Creates, finds, saves, copies and deletes work. The clock is a parameter so that tests can control it."""

    engine: Engine
    clock: Callable[[], datetime] = _now

    def create(self, title: str, rulebase: str, digest: str, sheet: Sheet) -> Work:
        """Save new work under a new key; an empty `title` is taken from the sheet.

        Raises:
            WorkTooLarge: the sheet is larger than `MAX_SHEET_BYTES`.
            StoreError: the database cannot be written.
        """
        now = self.clock()
        text = _to_json(sheet)
        work = Work(
            key=new_key(),
            title=_short(title or sheet.title),
            rulebase=rulebase,
            digest=digest,
            sheet=sheet,
            created_at=now,
            updated_at=now,
            revision=1,
            opened_at=now,
        )
        with writing(self.engine) as connection:
            connection.execute(insert(table).values({**vars(work), "sheet": text}))
        return work

    def get(self, key: str | None) -> Work | None:
        """The work under a key; None if the key is unknown, deleted or malformed.

        Raises:
            StoreError: the database or the saved sheet cannot be read.
        """
        if not is_key(key):
            return None
        with reading(self.engine) as connection:
            return _find(connection, key)

    def save(self, key: str, sheet: Sheet, expected_revision: int | None = None) -> Work:
        """Save a newer state. The title is taken from the sheet unless it is empty there.

        With `expected_revision` (that of the `Work` the person was looking at) nothing newer is overwritten; without
        it, the last save wins.

        Raises:
            StaleWork: the revision has changed since; the error carries the current work.
            WorkTooLarge: the sheet is larger than `MAX_SHEET_BYTES`.
            StoreError: there is no such work, or the database cannot be written.
        """
        text = _to_json(sheet)
        if not is_key(key):
            raise _gone()
        with writing(self.engine) as connection:
            # The statement itself checks the revision, so this is safe on databases that allow concurrent writers.
            statement = update(table).where(table.c.key == key)
            if expected_revision is not None:
                statement = statement.where(table.c.revision == expected_revision)
            values: dict[str, Any] = {"sheet": text, "updated_at": self.clock(), "revision": table.c.revision + 1}
            if sheet.title:
                values["title"] = _short(sheet.title)
            changed = connection.execute(statement.values(values)).rowcount
            current = _find(connection, key)
        if current is None:
            raise _gone()
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
            return connection.execute(delete(table).where(table.c.key == key)).rowcount > 0


def _find(connection: Connection, key: str) -> Work | None:
    row = connection.execute(select(table).where(table.c.key == key)).mappings().first()
    if row is None:
        return None
    try:
        sheet = Sheet.model_validate_json(row["sheet"])
    except ValidationError as error:
        message = "This work was saved in a form that this version cannot read."
        raise StoreError(message, "It is still there: open it with the version that saved it.") from error
    return Work(**{**row, "sheet": sheet})


def _to_json(sheet: Sheet) -> str:
    """The sheet as JSON, verified to load as the same sheet."""
    try:
        text = sheet.model_dump_json()
        same = Sheet.model_validate_json(text) == sheet
    except (PydanticSerializationError, ValidationError):
        same = False
    if not same:
        raise StoreError("These answers contain a number or a character that cannot be saved.", "Write it differently.")
    size = len(text.encode())
    if size > MAX_SHEET_BYTES:
        raise WorkTooLarge(
            f"These answers take {size // 1024:,} kB; at most {MAX_SHEET_BYTES // 1024} kB can be saved.",
            "Shorten the longest texts.",
        )
    return text


def _short(title: str) -> str:
    """A title that fits its column; databases differ on the NUL character, so it is removed."""
    return title.replace("\0", "").strip()[:MAX_TITLE]


def _gone() -> StoreError:
    return StoreError("There is no saved work under this address.", "It may have been deleted. Start again.")
