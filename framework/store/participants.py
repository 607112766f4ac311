"""Participants of classes: who takes part, under which nickname, and where they and their class stand."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, RowMapping, bindparam, delete, distinct, func, insert, select, true, update
from sqlalchemy.exc import IntegrityError

from framework.classroom.nicknames import MAX_NICKNAME, new_nickname
from framework.classroom.session import Step, open_round
from framework.classroom.votes import Vote
from framework.errors import StoreError, UserError
from framework.languages.catalogue import to_say
from framework.model.classroom import NicknameWords
from framework.store.classes import find, locked_for_votes
from framework.store.engine import one_at_a_time, reading, writing
from framework.store.tables import Moment, vote
from framework.store.tables import classroom as classes
from framework.store.tables import participant as table
from framework.store.votes import GONE, votes_in
from framework.store.work import is_key, utc_now

MAX_PARTICIPANTS = 2_000
MAX_IDEA = 200

_NO_CLASS = to_say("There is no class under this address.")


@dataclass(frozen=True)
class Participant:
    """Somebody in a class; all that is known of them is the nickname."""

    key: str
    classroom: str
    nickname: str
    hidden: bool
    """Whether the instructor has replaced the nickname, which then stays; their idea is not shown either."""
    simulated: bool
    idea: str


@dataclass(frozen=True)
class Seat:
    """A participant with everything they have sent, and the version of their class, read at one moment."""

    who: Participant
    votes: tuple[Vote, ...]
    """In the order in which they were sent."""
    version: int


@dataclass(frozen=True)
class Pulse:
    """How a class stands, in a few numbers that are cheap to read."""

    version: int
    step: Step
    joined: int
    answered: int
    """How many have answered something: in the round that is open, or while none is, in any (`votes.standing`)."""


class NicknameTakenError(UserError):
    """Somebody else in the class has this name."""


@dataclass(frozen=True)
class ParticipantTable:
    """Lets people join, and come back. The clock is a parameter so that tests can control it."""

    engine: Engine
    clock: Callable[[], datetime] = utc_now

    def join(
        self, classroom: str, words: tuple[NicknameWords, ...] = (), *, key: str | None = None, simulated: int = 0
    ) -> Participant:
        """Add somebody with a new nickname; or so many simulated students, of whom the last is returned.

        `key`: the one that somebody will have. Whoever joins again with it comes back to the same place.

        Raises:
            UserError: the class is full.
            StoreError: there is no such class, or the database cannot be written.
        """
        keys = [secrets.token_urlsafe(16) for _ in range(max(simulated, 1))]
        rows: list[dict[str, object]] = []
        with writing(self.engine, to_say("You could not join")) as connection:
            one_at_a_time(connection, classroom)  # so that no nickname is given twice
            if not locked_for_votes(connection, classes.c.key == classroom, self.clock()):
                raise StoreError(_NO_CLASS, GONE)
            if is_key(key):
                there = _find(connection, key)
                if there and there.classroom == classroom:
                    return there
                keys[-1] = keys[-1] if there else key
            taken = set(connection.scalars(select(table.c.folded).where(table.c.classroom == classroom)))
            if len(taken) + len(keys) > MAX_PARTICIPANTS:
                raise UserError(to_say("This class is full."), to_say("Ask your instructor to open a second one."))
            same = {"classroom": classroom, "hidden": False, "idea": "", "joined_at": self.clock()}
            for own in keys:
                name = new_nickname(words, taken, secrets.choice)
                taken.add(name.casefold())
                named = {"key": own, "nickname": name, "folded": name.casefold(), "simulated": bool(simulated)}
                rows.append({**same, **named})
            connection.execute(insert(table), rows)
            found = _find(connection, keys[-1])
        assert found
        return found

    def remove_simulated(self, classroom: str) -> None:
        """Remove the simulated students of a class that has not begun.

        Raises:
            UserError: it has begun, and their answers are among the others.
            StoreError: there is no such class, or the database cannot be written.
        """
        with writing(self.engine, to_say("The simulated students could not be removed")) as connection:
            step = locked_for_votes(connection, classes.c.key == classroom, self.clock()).get(classroom)
            if step is None:
                raise StoreError(_NO_CLASS, GONE)
            if step is not Step.LOBBY:
                raise UserError(to_say("The class has begun."), to_say("Open a new one without simulated students."))
            connection.execute(delete(table).where(table.c.classroom == classroom, table.c.simulated))

    def get(self, key: str | None) -> Participant | None:
        """The participant with a key; None if there is none."""
        if not is_key(key):
            return None
        with reading(self.engine) as connection:
            return _find(connection, key)

    def of(self, classroom: str) -> tuple[Participant, ...]:
        """Everybody in a class, in the order in which they joined."""
        with reading(self.engine) as connection:
            rows = connection.execute(
                select(table).where(table.c.classroom == classroom).order_by(table.c.joined_at, table.c.key)
            )
            return tuple(_participant(row) for row in rows.mappings())

    def rename(self, key: str, nickname: str) -> None:
        """Give somebody another nickname.

        Raises:
            UserError: it is empty, too long or taken, or the instructor has replaced the one before.
            StoreError: there is no such participant, or the database cannot be written.
        """
        name = " ".join(nickname.split())
        if not name or max(len(name), len(name.casefold())) > MAX_NICKNAME:  # one "ß" is folded to two letters
            raise UserError(
                to_say("A nickname has 1 to {most} characters."),
                to_say("Your old one is still there."),
                most=MAX_NICKNAME,
            )
        try:
            with writing(self.engine, to_say("The nickname could not be changed")) as connection:
                if classroom := connection.scalar(select(table.c.classroom).where(table.c.key == key)):
                    one_at_a_time(connection, classroom)  # nobody else is given this name meanwhile
                hidden = select(table.c.hidden).where(table.c.key == key).with_for_update()
                if connection.scalar(hidden):  # locked: it is not replaced between here and the change
                    raise UserError(
                        to_say("Your instructor has chosen this nickname."),
                        to_say("It stays for the rest of the class."),
                    )
                _change(connection, key, {"nickname": name, "folded": name.casefold()})
        except IntegrityError as error:
            raise NicknameTakenError(
                to_say("Somebody in your class has this name."), to_say("Choose another one.")
            ) from error

    def set_idea(self, key: str, idea: str) -> None:
        """Save the line in which somebody says what their own idea is.

        Raises:
            StoreError: there is no such participant, or the database cannot be written.
        """
        with writing(self.engine, to_say("Your idea could not be saved")) as connection:
            _change(connection, key, {"idea": idea[:MAX_IDEA]})

    def seat(self, key: str) -> Seat | None:
        """One participant's place in their class; None if they or the class are gone."""
        with reading(self.engine) as connection:
            row = connection.execute(_SEAT, {"key": key, "now": self.clock()}).mappings().first()
            if row is None:
                return None
            votes = votes_in(connection.execute(_VOTES_OF, {"key": key}).mappings())
        return Seat(_participant(row), votes, row["version"])

    def pulse(self, classroom: str) -> Pulse | None:
        """How the class stands; None if it is gone."""
        with reading(self.engine) as connection:
            at = find(connection, classes.c.key == classroom, self.clock())
            if at is None:
                return None
            round_ = open_round(at.step)
            joined = connection.scalar(select(func.count()).select_from(table).where(table.c.classroom == classroom))
            in_round = (vote.c.classroom == classroom) & (vote.c.round == round_ if round_ else true())
            answered = connection.scalar(select(func.count(distinct(vote.c.participant))).where(in_round))
        return Pulse(at.version, at.step, joined or 0, answered or 0)


_SEAT = (
    select(table, classes.c.version)
    .join(classes, classes.c.key == table.c.classroom)
    .where(table.c.key == bindparam("key"), classes.c.expires_at > bindparam("now", type_=Moment))
)
_VOTES_OF = select(vote).where(vote.c.participant == bindparam("key")).order_by(vote.c.cast_at)


def _change(connection: Connection, key: str, values: Mapping[str, str]) -> None:
    if not connection.execute(update(table).where(table.c.key == key).values(values)).rowcount:
        raise StoreError(to_say("There is no such participant."), GONE)


def _find(connection: Connection, key: str) -> Participant | None:
    row = connection.execute(select(table).where(table.c.key == key)).mappings().first()
    return _participant(row) if row else None


def _participant(row: RowMapping) -> Participant:
    return Participant(**{name: row[name] for name in Participant.__dataclass_fields__})
