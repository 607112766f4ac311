"""The votes of a class. They are only ever added; closing a vote is final."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, RowMapping, func, insert, select

from framework.classroom.session import open_round
from framework.classroom.votes import Vote
from framework.errors import StoreError, UserError
from framework.languages.catalogue import to_say
from framework.model.answers import Answer
from framework.store.classes import locked_for_votes
from framework.store.engine import reading, writing
from framework.store.tables import classroom as classes
from framework.store.tables import participant, vote
from framework.store.work import utc_now

MAX_CHANGES = 200
"""Votes of one participant on one question in a round. Whoever sends more is a program, and every vote of a class is
read each time that it is counted.
"""

GONE = to_say("It may have been deleted. Ask your instructor for a new code.")
"""The advice where a class or a participant is not there."""


class VoteClosedError(UserError):
    """The vote came after the close, so it does not count."""


@dataclass(frozen=True)
class VoteTable:
    """Takes votes, and reads them. The clock is a parameter so that tests can control it."""

    engine: Engine
    clock: Callable[[], datetime] = utc_now

    def cast(self, key: str, round_: int, answers: Mapping[str, Answer]) -> None:
        """Add one vote for each question. When this returns, they are saved and will be counted.

        Raises:
            VoteClosedError: this round is not open; nothing was added.
            UserError: an answer was changed too often; nothing was added.
            StoreError: there is no such participant, or the database cannot be written.
        """
        self.cast_many({key: answers}, round_)

    def cast_many(self, ballots: Mapping[str, Mapping[str, Answer]], round_: int) -> None:
        """Add one vote for each question in the ballots of several participants of one class, all or none.

        `ballots`: the key of each participant to the answers by question. When this returns, they are saved and will be
        counted.

        Raises:
            VoteClosedError: this round is not open; nothing was added.
            UserError: an answer was changed too often; nothing was added.
            StoreError: there is no such participant, or the database cannot be written.
        """
        now = self.clock()
        with writing(self.engine, to_say("Your answer could not be saved")) as connection:
            mine = participant.c.key.in_(ballots)
            steps = locked_for_votes(connection, classes.c.key.in_(select(participant.c.classroom).where(mine)), now)
            # one participant's votes wait for one another, so that each has a place of its own in the sequence
            voters = select(participant.c.key, participant.c.classroom).where(mine).order_by(participant.c.key)
            found = connection.execute(voters.with_for_update()).all()
            if len(found) != len(ballots):
                raise StoreError(to_say("There is no such participant."), GONE)
            if any(row.classroom not in steps or open_round(steps[row.classroom]) != round_ for row in found):
                raise VoteClosedError(
                    to_say("This vote is closed."), to_say("Your last answer before the close counts.")
                )
            cast = _last_sequences(connection, ballots, round_)
            if any(last >= MAX_CHANGES for (key, question), last in cast.items() if question in ballots[key]):
                raise UserError(
                    to_say("This answer was changed {most} times."),
                    to_say("The last one that was saved counts."),
                    most=MAX_CHANGES,
                )
            rows = [
                {
                    "participant": row.key,
                    "classroom": row.classroom,
                    "round": round_,
                    "question": question,
                    "sequence": cast.get((row.key, question), 0) + 1,
                    "answer": json.dumps(answer),
                    "cast_at": now,
                }
                for row in found
                for question, answer in ballots[row.key].items()
            ]
            if rows:
                connection.execute(insert(vote), rows)

    def of(self, classroom: str) -> tuple[Vote, ...]:
        """Every vote of a class as it was sent."""
        with reading(self.engine) as connection:
            return votes_in(connection.execute(select(vote).where(vote.c.classroom == classroom)).mappings())


def _last_sequences(connection: Connection, ballots: Iterable[str], round_: int) -> dict[tuple[str, str], int]:
    rows = connection.execute(
        select(vote.c.participant, vote.c.question, func.max(vote.c.sequence))
        .where(vote.c.participant.in_(list(ballots)), vote.c.round == round_)
        .group_by(vote.c.participant, vote.c.question)
    )
    return {(row[0], row[1]): row[2] for row in rows}


def votes_in(rows: Iterable[RowMapping]) -> tuple[Vote, ...]:
    """The votes in some rows of their table."""
    return tuple(
        Vote(row["participant"], row["round"], row["question"], int(str(row["sequence"])), _answer(row["answer"]))
        for row in rows
    )


def _answer(text: str) -> Answer:
    answer = json.loads(text)
    return answer if isinstance(answer, str) else tuple(answer)
