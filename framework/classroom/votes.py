"""Counting votes: what counts of everything that was sent, tallies, and what is held back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from framework.model.answers import NOT_SURE, Answer

LEAST = 5
"""Fewest participants about whom there may be a figure, unless the instructor chose otherwise before opening."""


@dataclass(frozen=True)
class Vote:
    """One answer as it was sent. `sequence` counts a participant's answers to a question in a round, from 1."""

    participant: str
    round: int
    question: str
    sequence: int
    answer: Answer


Ballots = dict[str, dict[str, Answer]]
"""Participant to question to answer."""

Counts = dict[Answer, int]

Name = TypeVar("Name", str, Answer)


def ballots(votes: Iterable[Vote], round_: int) -> Ballots:
    """What counts in a round: the last answer of each participant to each question, whatever the order of the votes."""
    last: dict[tuple[str, str], Vote] = {}
    for vote in votes:
        if vote.round == round_:
            key = (vote.participant, vote.question)
            if key not in last or vote.sequence > last[key].sequence:
                last[key] = vote
    found: Ballots = {}
    for (participant, question), vote in sorted(last.items(), key=lambda item: item[0]):
        found.setdefault(participant, {})[question] = vote.answer
    return found


def tally(found: Ballots, question: str) -> Counts:
    """How many gave which answer to a question; "not sure" is an answer here."""
    return dict(Counter(ballot[question] for ballot in found.values() if question in ballot))


def answered(found: Ballots, questions: Iterable[str]) -> int:
    """How many have answered every one of these questions."""
    wanted = set(questions)
    return sum(wanted <= ballot.keys() for ballot in found.values())


def shift(first: Ballots, second: Ballots, question: str) -> dict[tuple[Answer, Answer], int]:
    """How many went from which answer to which, of those who answered in both rounds."""
    both = [name for name in first if question in first[name] and question in second.get(name, {})]
    return dict(Counter((first[name][question], second[name][question]) for name in both))


def enough(participants: int, *, small: bool) -> bool:
    """Whether there may be a figure about so many participants."""
    return participants >= LEAST or (small and participants > 0)


def held_back(counts: Mapping[Name, int], *, small: bool = False) -> dict[Name, int | None]:
    """Counts to publish: None in place of those about fewer than `LEAST` participants.

    A single count that is held back could be had from the total, and several that add up to less than `LEAST` would be
    a figure about too few; so the next larger ones are held back with them.
    """
    if small:
        return dict(counts)
    rising = sorted((count, str(answer), answer) for answer, count in counts.items() if count)
    hidden: list[Name] = []
    total = 0
    for count, _, answer in rising:
        if count >= LEAST and (not hidden or (total >= LEAST and len(hidden) > 1)):
            break
        hidden.append(answer)
        total += count
    return {answer: None if answer in hidden else count for answer, count in counts.items()}


def known(ballot: Mapping[str, Answer], given: Mapping[str, Answer] | None = None) -> dict[str, Answer]:
    """A ballot as answers to reason with: "not sure" says nothing; `given` are facts that were not asked."""
    asked = {question: answer for question, answer in ballot.items() if answer != NOT_SURE}
    return {**{id_: answer for id_, answer in (given or {}).items() if id_ not in ballot}, **asked}
