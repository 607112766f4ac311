"""Classes: opened, found by code or by the instructor's key, taken from step to step, deleted.

Everything that decides (whether a vote is still taken, who goes on to the next step) is decided inside one transaction,
so several application processes can share one database. Every transaction locks in one order, so that no two wait for
each other: the name of the class where nicknames are given, then its row, then rows of participants.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, RowMapping, delete, insert, select, update

from framework.classroom.codes import new_code, read_code
from framework.classroom.nicknames import new_nickname
from framework.classroom.pairs import SAVED_GROUPS, SavedGroup
from framework.classroom.plan import Plan
from framework.classroom.session import Step, after
from framework.errors import StoreError
from framework.languages.catalogue import to_say
from framework.model.classroom import NicknameWords
from framework.store.engine import one_at_a_time, reading, writing
from framework.store.guesses import Guess, Guesses, count_as_wrong, forget_old, refuse_if_too_many
from framework.store.tables import classroom as table
from framework.store.tables import participant
from framework.store.work import is_key, utc_now

MAX_MINUTES = 60


@dataclass(frozen=True)
class Classroom:
    """One class as it stands."""

    key: str
    code: str
    lead_key: str
    plan: Plan
    step: Step
    histogram: bool
    """Whether the room has seen the answers of its first vote."""
    deadline: datetime | None
    """When the time set for this step is up; nothing happens then by itself."""
    pairs: tuple[SavedGroup, ...]
    version: int
    """Grows with everything that the instructor does."""
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True)
class ClassTable:
    """Opens, finds, leads and deletes classes. The clock is a parameter so that tests can control it."""

    engine: Engine
    clock: Callable[[], datetime] = utc_now
    _guesses: Guesses = field(default_factory=Guesses, compare=False)

    def open(self, plan: Plan) -> Classroom:
        """Open a class with a new code and a new key for its instructor.

        Raises:
            StoreError: the database cannot be written.
        """
        now = self.clock()
        with writing(self.engine, to_say("The class could not be opened")) as connection:
            taken = set(connection.scalars(select(table.c.code)))
            code = new_code(secrets.choice)
            while code in taken:
                code = new_code(secrets.choice)
            found = Classroom(
                key=secrets.token_urlsafe(16),
                code=code,
                lead_key=secrets.token_urlsafe(16),
                plan=plan,
                step=Step.LOBBY,
                histogram=False,
                deadline=None,
                pairs=(),
                version=1,
                created_at=now,
                expires_at=now + timedelta(days=plan.days),
            )
            values = {**vars(found), "plan": plan.model_dump_json(), "pairs": "[]", "step": found.step.value}
            connection.execute(insert(table).values(values))
        return found

    def by_code(self, typed: str, address: str) -> Classroom | None:
        """The class with the code that somebody typed; None if there is none.

        Raises:
            TooManyWrongCodes: too many codes were wrong in the last minutes, from this address or from all.
            StoreError: the database cannot be used.
        """
        now, guess = self.clock(), Guess.of(read_code(typed), address)
        with reading(self.engine) as connection:
            found = find(connection, table.c.code == guess.code, now) if guess.code else None
            if not found or not self._guesses.was_right(guess):
                refuse_if_too_many(connection, guess, now)
        if found:
            self._guesses.remember(guess)
        else:
            with writing(self.engine, to_say("The code could not be looked up")) as connection:
                count_as_wrong(connection, guess, now)
        return found

    def by_key(self, key: str) -> Classroom | None:
        """The class with an internal key."""
        with reading(self.engine) as connection:
            return find(connection, table.c.key == key, self.clock())

    def by_lead(self, lead_key: str | None) -> Classroom | None:
        """The class that an instructor's key controls; None if there is none."""
        if not is_key(lead_key):
            return None
        with reading(self.engine) as connection:
            return find(connection, table.c.lead_key == lead_key, self.clock())

    def led_by(self, lead_keys: Collection[str]) -> tuple[Classroom, ...]:
        """The classes that these keys control, the one that was opened last first."""
        asked = [key for key in lead_keys if is_key(key)]
        if not asked:
            return ()
        condition = table.c.lead_key.in_(asked) & (table.c.expires_at > self.clock())
        with reading(self.engine) as connection:
            rows = connection.execute(select(table).where(condition).order_by(table.c.created_at.desc(), table.c.key))
            return tuple(_classroom(row) for row in rows.mappings())

    def last_joined(self, participants: Collection[str]) -> tuple[str, Classroom] | None:
        """Of these participants' keys the one that joined last, with its class; None where none is still in a class."""
        asked = [key for key in participants if is_key(key)]
        if not asked:
            return None
        rows = (
            select(table, participant.c.key.label("participant"))
            .join(participant, participant.c.classroom == table.c.key)
            .where(participant.c.key.in_(asked), table.c.expires_at > self.clock())
            .order_by(participant.c.joined_at.desc())
        )
        with reading(self.engine) as connection:
            row = connection.execute(rows.limit(1)).mappings().first()
        if row is None:
            return None
        columns = dict(row)
        return columns.pop("participant"), _classroom(columns)

    def go(self, lead_key: str, wanted: Step, pairs: Collection[SavedGroup] = ()) -> Classroom:
        """Go on to the next step. With it a vote closes for good: whoever votes later is refused.

        Raises:
            UserError: the step does not follow; it may have been taken in another window.
            StoreError: there is no such class, or the database cannot be written.
        """

        def change(now: Classroom) -> dict[str, Any]:
            step = after(now.step, wanted)
            saved = SAVED_GROUPS.dump_json(tuple(pairs)).decode()
            return {
                "step": step.value,
                "deadline": None,
                "histogram": now.histogram or step is Step.HISTOGRAM,
                **({"pairs": saved} if step is Step.DISCUSSION else {}),
            }

        return self._change(lead_key, change)

    def set_time(self, lead_key: str, minutes: int) -> Classroom:
        """Set the time for this step to so many minutes from now, or add them to what is left.

        Raises:
            StoreError: there is no such class, or the database cannot be written.
        """
        now = self.clock()

        def change(found: Classroom) -> dict[str, Any]:
            start = max(found.deadline or now, now)
            return {"deadline": min(start + timedelta(minutes=minutes), now + timedelta(minutes=MAX_MINUTES))}

        return self._change(lead_key, change)

    def replace_nickname(self, lead_key: str, participant_key: str, words: tuple[NicknameWords, ...] = ()) -> None:
        """Give somebody another generated nickname for good, under which a partner finds them all the same.

        Raises:
            StoreError: there is no such class, or the database cannot be written.
        """
        with writing(self.engine, to_say("The nickname could not be replaced")) as connection:
            if key := connection.scalar(select(table.c.key).where(table.c.lead_key == lead_key)):
                one_at_a_time(connection, key)  # nobody takes the new name meanwhile
            found = _locked(connection, lead_key, self.clock())
            here = participant.c.classroom == found.key
            taken = set(connection.scalars(select(participant.c.folded).where(here)))
            name = new_nickname(words, taken, secrets.choice)
            mine = here & (participant.c.key == participant_key)
            connection.execute(
                update(participant).where(mine).values(nickname=name, folded=name.casefold(), hidden=True)
            )
            connection.execute(update(table).where(table.c.key == found.key).values(version=table.c.version + 1))

    def delete(self, lead_key: str) -> bool:
        """Delete a class with everybody in it and all their votes, permanently; False if there was none.

        Raises:
            StoreError: the database cannot be written.
        """
        if not is_key(lead_key):
            return False
        with writing(self.engine, to_say("The class could not be deleted")) as connection:
            return connection.execute(delete(table).where(table.c.lead_key == lead_key)).rowcount > 0

    def remove_expired(self, now: datetime) -> int:
        """Delete for good every class whose time is up, and the wrong codes that count no more; gives how many classes.

        Raises:
            StoreError: the database cannot be written.
        """
        with writing(self.engine, to_say("Classes that are over could not be removed")) as connection:
            forget_old(connection, now)
            return connection.execute(delete(table).where(table.c.expires_at <= now)).rowcount

    def _change(self, lead_key: str, change: Callable[[Classroom], Mapping[str, Any]]) -> Classroom:
        with writing(self.engine, to_say("The class could not go on")) as connection:
            found = _locked(connection, lead_key, self.clock())
            values = {**change(found), "version": table.c.version + 1}
            connection.execute(update(table).where(table.c.key == found.key).values(values))
            after_it = find(connection, table.c.key == found.key, self.clock())
        assert after_it
        return after_it


def locked_for_votes(connection: Connection, condition: ColumnElement[bool], now: datetime) -> dict[str, Step]:
    """The step of each class that meets a condition and has not expired, by the key of the class. It cannot go on to
    another step until the transaction ends; votes do not wait for one another.
    """
    steps = select(table.c.key, table.c.step).where(condition, table.c.expires_at > now).with_for_update(read=True)
    return {row.key: Step(row.step) for row in connection.execute(steps)}


def _locked(connection: Connection, lead_key: str, now: datetime) -> Classroom:
    """The class of an instructor, locked until the transaction ends: votes on their way are counted before."""
    condition = (table.c.lead_key == lead_key) & (table.c.expires_at > now)
    row = connection.execute(select(table).where(condition).with_for_update()).mappings().first()
    if row is None:
        raise StoreError(
            to_say("There is no class under this address."), to_say("It may have been deleted. Open a new one.")
        )
    return _classroom(row)


def find(connection: Connection, condition: ColumnElement[bool], now: datetime) -> Classroom | None:
    """The class that meets a condition and has not expired."""
    row = connection.execute(select(table).where(condition, table.c.expires_at > now)).mappings().first()
    return _classroom(row) if row else None


def _classroom(row: Mapping[str, Any] | RowMapping) -> Classroom:
    return Classroom(
        **{
            **row,
            "plan": Plan.model_validate_json(row["plan"]),
            "pairs": SAVED_GROUPS.validate_json(row["pairs"]),
            "step": Step(row["step"]),
        }
    )
