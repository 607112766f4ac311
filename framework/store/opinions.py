"""Second opinions: others answer an idea on sheets of their own, without seeing what anybody else answered.

What somebody hands in is a copy that stays as it is, as long as the idea lasts. Their own sheet goes on under its own
key, which no other person needs or learns; what becomes of it later changes nothing in the copy.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Engine, RowMapping, delete, func, insert, select, update

from framework.errors import UserError
from framework.languages.catalogue import to_say
from framework.model.sheet import Sheet
from framework.store.as_json import sheet_from
from framework.store.engine import reading, writing
from framework.store.tables import invitation, opinion, work
from framework.store.work import is_key, lock, utc_now

MAX_OPINIONS = 12
"""Opinions on one idea that are handed in: more cannot be read side by side."""

MAX_BEGUN = 100
"""Opinions on one idea that are begun and not handed in. Many who begin do not go on, and these keep nobody else from
it; but a link that got about does not fill the page of whoever asked."""

MAX_NAME = 40
"""Characters of a name."""


@dataclass(frozen=True)
class Invitation:
    """What those are told who are asked."""

    host: str
    """The name that the owner of the idea goes by here; may be empty."""
    shared: bool
    """Whether those who have handed in see everybody's answers, the owner's too."""


@dataclass(frozen=True)
class Opinion:
    """One person's opinion on somebody's idea."""

    id: int
    """Names it among all, and opens nothing."""
    key: str | None
    """Of the person's own sheet: whoever has it can change that, so it is shown to nobody else. None once that sheet is
    gone, which leaves what was handed in."""
    idea: str
    """The key of the idea that it is about: it is never shown to the person."""
    name: str
    begun_at: datetime
    sheet: Sheet | None
    """As it was handed in; None until then."""
    handed_in_at: datetime | None


@dataclass(frozen=True)
class OpinionTable:
    """Invites to an idea, and keeps what is handed in."""

    engine: Engine
    clock: Callable[[], datetime] = utc_now

    def invite(self, idea: str, host: str, *, shared: bool) -> None:
        """Say what those are told who will be asked. While there are opinions `shared` stays as their authors were
        told.

        Raises:
            StoreError: there is no such idea, or the database cannot be written.
        """
        with writing(self.engine) as connection:
            lock(connection, idea)
            before = connection.execute(select(invitation).where(invitation.c.idea == idea)).mappings().first()
            if before and _count(connection, idea):
                shared = before["shared"]
            connection.execute(delete(invitation).where(invitation.c.idea == idea))
            connection.execute(insert(invitation).values(idea=idea, host=host[:MAX_NAME], shared=shared))

    def invitation(self, idea: str) -> Invitation | None:
        """What those are told who are asked about this idea; None if nobody was ever asked."""
        with reading(self.engine) as connection:
            row = connection.execute(select(invitation).where(invitation.c.idea == idea)).mappings().first()
        return None if row is None else Invitation(row["host"], row["shared"])

    def begin(self, idea: str, key: str, name: str) -> None:
        """Note that the work under `key` is somebody's opinion on `idea`.

        Raises:
            UserError: `MAX_OPINIONS` have been handed in already, or `MAX_BEGUN` begun and not handed in.
            StoreError: there is no such idea, or the database cannot be written.
        """
        with writing(self.engine) as connection:
            lock(connection, idea)
            _refuse_if_complete(connection, idea, to_say("Ask whoever sent the link to delete one."))
            if _count(connection, idea, opinion.c.handed_in_at.is_(None)) >= MAX_BEGUN:
                raise UserError(
                    to_say("{most} opinions on this idea have been begun but not handed in."),
                    to_say("Ask whoever sent the link to delete some of these."),
                    most=MAX_BEGUN,
                )
            row = {"work": key, "idea": idea, "name": name[:MAX_NAME], "begun_at": self.clock()}
            connection.execute(insert(opinion).values(row))

    def on(self, idea: str) -> tuple[Opinion, ...]:
        """Every opinion on an idea, begun or handed in, in the order in which they were begun."""
        return self._found(opinion.c.idea == idea)

    def under(self, keys: Collection[str]) -> dict[str, Opinion]:
        """The opinions on somebody's idea among these works, by key, in the order in which they were begun."""
        asked = [key for key in keys if is_key(key)]
        found = self._found(opinion.c.work.in_(asked)) if asked else ()
        return {each.key: each for each in found if each.key}

    def get(self, key: str) -> Opinion | None:
        """The opinion that the work under a key is; None if it is none."""
        return self.under([key]).get(key)

    def hand_in(self, key: str) -> bool:
        """Keep a copy of the sheet under `key` as the opinion; False if it was handed in before, or is none.

        Raises:
            UserError: `MAX_OPINIONS` have been handed in already.
            StoreError: the idea is gone, or the database cannot be written.
        """
        mine = (opinion.c.work == key) & opinion.c.handed_in_at.is_(None)
        with writing(self.engine) as connection:
            idea = connection.scalar(select(opinion.c.idea).where(mine))
            if idea is None:
                return False
            lock(connection, idea)  # of two who hand in at once the second counts the first
            if connection.scalar(select(opinion.c.idea).where(mine)) is None:
                return False  # handed in meanwhile, from another window
            hint = to_say("Yours is kept. Ask whoever sent the link to delete another, then hand yours in.")
            _refuse_if_complete(connection, idea, hint)
            sheet = select(work.c.sheet).where(work.c.key == opinion.c.work).scalar_subquery()
            statement = update(opinion).where(mine)
            return connection.execute(statement.values(sheet=sheet, handed_in_at=self.clock())).rowcount > 0

    def remove(self, id_: int) -> bool:
        """Delete an opinion, with what was handed in; False if there was none. The person's own sheet stays theirs.

        Raises:
            StoreError: the database cannot be written.
        """
        with writing(self.engine) as connection:
            return connection.execute(delete(opinion).where(opinion.c.id == id_)).rowcount > 0

    def _found(self, condition: ColumnElement[bool]) -> tuple[Opinion, ...]:
        statement = select(opinion).where(condition).order_by(opinion.c.begun_at, opinion.c.id)
        with reading(self.engine) as connection:
            return tuple(map(_opinion, connection.execute(statement).mappings().all()))


def _count(connection: Connection, idea: str, *which: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(opinion).where(opinion.c.idea == idea, *which)) or 0


def _refuse_if_complete(connection: Connection, idea: str, hint: str) -> None:
    """`hint`: a text of the interface."""
    if _count(connection, idea, opinion.c.handed_in_at.is_not(None)) >= MAX_OPINIONS:
        raise UserError(to_say("There are {most} opinions on this idea already."), hint, most=MAX_OPINIONS)


def _opinion(row: RowMapping) -> Opinion:
    sheet = None if row["sheet"] is None else sheet_from(row["sheet"])
    return Opinion(row["id"], row["work"], row["idea"], row["name"], row["begun_at"], sheet, row["handed_in_at"])
