"""Counting votes: what counts of everything that was sent, tallies, and what is held back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from framework.classroom.session import FIRST, SECOND
from framework.model.answers import NOT_SURE, Answer

MIN_PEOPLE = 5
"""Fewest participants about whom there may be a figure, unless the instructor chose otherwise before opening."""

MIN_APART = 2 * MIN_PEOPLE - 1
"""Fewest participants among whom anything can be told but what all of them answered alike: in a smaller group one of
two answers is always about fewer than `MIN_PEOPLE`, and the other would tell it.
"""


NOT_ASKED = "not_asked"
"""Stands for an answer where it depends on the other answers what is asked: that somebody was not asked tells of these,
so it is counted, and held back, like an answer.
"""


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

Name = TypeVar("Name", bound=Hashable)


def ballots(votes: Iterable[Vote], round_: int) -> Ballots:
    """What was answered in a round: the last answer of each participant to each question, whatever the order."""
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


def standing(votes: Sequence[Vote], round_: int) -> Ballots:
    """What counts in a round, for everybody who has answered something in it or before. The second begins with the
    first: what somebody does not answer again stays, also where that is everything.
    """
    found = ballots(votes, round_)
    before = ballots(votes, FIRST) if round_ == SECOND else {}
    return {name: {**before.get(name, {}), **found.get(name, {})} for name in sorted({*before, *found})}


def without_few_new(first: Ballots, second: Ballots, questions: Collection[str], *, small: bool) -> Ballots:
    """The second round as it is told: without the answers of those who gave none before, where these are fewer than
    `MIN_PEOPLE`. The difference of both rounds would tell what they answered.

    `questions`: what everybody is asked. Where that is nothing, whoever took part before and is asked something new is
    counted with those who were not asked, and only who is new to the class is left out.
    """

    def few(had: Collection[str], new: Collection[str]) -> bool:
        return not small and len(had) >= MIN_PEOPLE and len(new) < MIN_PEOPLE

    late = second.keys() - first.keys()
    if not questions:
        return {name: ballot for name, ballot in second.items() if name not in late} if few(first, late) else second
    left_out: dict[str, set[str]] = {}
    for question in questions:
        had = {name for name, ballot in first.items() if question in ballot}
        new = {name for name, ballot in second.items() if question in ballot} - had
        left_out[question] = new if few(had, new) else set()
    found = {
        name: {question: answer for question, answer in ballot.items() if name not in left_out.get(question, ())}
        for name, ballot in second.items()
    }
    return {name: ballot for name, ballot in found.items() if ballot}


def with_not_asked(found: Ballots, question: str) -> Ballots:
    """Everybody's answer to a question, `NOT_ASKED` where they have none."""
    return {name: {question: ballot.get(question, NOT_ASKED)} for name, ballot in found.items()}


def tally(found: Ballots, question: str) -> Counts:
    """How many gave which answer to a question; "not sure" is an answer here."""
    return dict(Counter(ballot[question] for ballot in found.values() if question in ballot))


@dataclass(frozen=True)
class Shift:
    """Who changed their mind about one question, as it may be published."""

    cells: dict[tuple[Answer, Answer], int | None]
    """From which answer to which; None where it is held back."""
    both: int
    """How many have an answer in both rounds."""

    @property
    def changed(self) -> int | None:
        """How many changed their answer; None where a cell that is held back could be worked out from it."""
        if None in self.cells.values():
            return None
        return sum(count or 0 for (before, after), count in self.cells.items() if before != after)


def shift(first: Ballots, second: Ballots, question: str, *, small: bool) -> Shift | None:
    """How many went from which answer to which, of those with an answer in both; None if these are too few, or others
    are counted in the second.

    Sums of a row or a column are known from the votes themselves, so what is held back cannot be had from those either.
    With others in the second, its sums would tell what these answered.
    """
    both = [name for name in first if question in first[name] and question in second.get(name, {})]
    others = any(question in ballot and question not in first.get(name, {}) for name, ballot in second.items())
    if not enough(len(both), small=small) or (others and not small):
        return None
    cells = dict(Counter((first[name][question], second[name][question]) for name in both))
    hidden = set() if small else _hidden_cells(cells)
    return Shift({cell: None if cell in hidden else count for cell, count in cells.items()}, len(both))


def _hidden_cells(cells: Mapping[tuple[Answer, Answer], int]) -> set[tuple[Answer, Answer]]:
    lines = [list(cells)] + [
        [cell for cell in cells if cell[side] == answer] for side in (0, 1) for answer in {cell[side] for cell in cells}
    ]
    hidden: set[tuple[Answer, Answer]] = set()
    before = None
    while hidden != before:
        before = set(hidden)
        for line in lines:
            hidden |= _hidden({cell: cells[cell] for cell in line}, hidden & set(line))
    return hidden


def enough(participants: int, *, small: bool) -> bool:
    """Whether there may be a figure about so many participants."""
    return participants >= MIN_PEOPLE or (small and participants > 0)


def held_back(counts: Mapping[Name, int], *, small: bool, hidden: Collection[Name] = ()) -> dict[Name, int | None]:
    """Counts to publish: None in place of those about fewer than `MIN_PEOPLE` participants.

    A single count that is held back could be had from the total, and several that add up to less than `MIN_PEOPLE`
    would be a figure about too few; so the next larger ones are held back with them. `hidden`: what is held back
    however many it is about.
    """
    chosen = {name for name in hidden if counts.get(name)}
    found = set() if small else _hidden(counts, chosen)
    while found and not chosen and (shown := [name for name, count in counts.items() if count and name not in found]):
        least = min(shown, key=lambda name: (counts[name], str(name)))
        total = sum(counts[name] for name in found)
        # At most one of them is not small, and it is not larger than what is shown. It is at least what is left beside
        # fours; unless it can be one more and still be smaller, all the others are four. So they are if all are.
        largest = total - (MIN_PEOPLE - 1) * (len(found) - 1)
        if largest + 1 < counts[least] and {counts[name] for name in found} != {MIN_PEOPLE - 1}:
            break
        found.add(least)
    return {answer: None if answer in found else count for answer, count in counts.items()}


def _hidden(counts: Mapping[Name, int], hidden: set[Name]) -> set[Name]:
    """What is to be held back besides what already is, from the smallest count on."""
    found, total = set(hidden), sum(counts[name] for name in hidden)
    for name, count in sorted(counts.items(), key=lambda item: (item[1], str(item[0]))):
        safe = not found or (total >= MIN_PEOPLE and len(found) > 1)
        if name not in found and count and (count < MIN_PEOPLE or not safe):
            found.add(name)
            total += count
    return found


@dataclass(frozen=True)
class Part(Generic[Name]):
    """Some of those who were counted, as they may be published."""

    name: Name | None
    """What they have in common; None for all others together."""
    number: int
    exact: bool = True
    """Otherwise, and where it is not `about`: at least so many gave `name`, or at most so many something else."""
    about: bool = False
    """Whether `number` is rounded to a multiple of `MIN_PEOPLE`."""


@dataclass(frozen=True)
class Counted(Generic[Name]):
    """How many gave which answer, or reached which verdict, as it may be published."""

    answered: int
    counts: dict[Name, int | None]
    """None where a count is held back."""
    most: Name | None = None
    """The most frequent of the answers that are held back, if fewer than `MIN_PEOPLE` people gave one of the others.
    None where there is no such answer, and where naming it would give a count away."""
    several: bool = False
    """Whether one person is counted with each of several answers, so that these do not add up to everybody."""
    complete: bool = False
    """Whether every count is shown, however small, as its class was opened to do."""
    rough: bool = False
    """Whether what is shown is rounded, but that all have the same."""

    def parts(self, limit: int | None = None) -> list[Part[Name]]:
        """The counts that are shown, the largest first, `most` among them, and all others together as the last.

        Empty where none is told apart. `limit`: how many may have a part of their own. Where one person may have given
        several answers, the others have no part: nothing is known of them together.
        """
        largest = sorted(((name, count) for name, count in self.counts.items() if count), key=lambda one: -one[1])
        shown = [self._part(name, count) for name, count in largest[:limit]]
        if self.several:
            return shown
        rest = self.answered - sum(count for _, count in largest[:limit])
        fits = limit is None or len(largest) < limit
        if self.most is None or not fits:
            return [*shown, self._part(None, rest)] if shown and rest else shown
        least = rest - (MIN_PEOPLE - 1)
        coarse = self.rough and rest < self.answered  # otherwise it is known from how many there are
        most = Part(self.most, max(MIN_PEOPLE, least - least % MIN_PEOPLE) if coarse else least, exact=False)
        return [*sorted([*shown, most], key=_larger), Part(None, MIN_PEOPLE - 1, exact=False)]

    def length(self, parts: Sequence[Part[Name]]) -> int:
        """What parts are measured against: everybody, or where rounded parts add up to more, these."""
        return self.answered if self.several else max(self.answered, sum(part.number for part in parts))

    def _part(self, name: Name | None, count: int) -> Part[Name]:
        if not self.rough or count == self.answered:
            return Part(name, count)
        nearest = (2 * count + MIN_PEOPLE) // (2 * MIN_PEOPLE) * MIN_PEOPLE
        return Part(name, max(MIN_PEOPLE, nearest), exact=False, about=True)


def _larger(part: Part[Name]) -> int:
    return -part.number


def published(
    counts: Mapping[Name, int], *, small: bool, hidden: Collection[Name] = (), rough: bool = False
) -> Counted[Name]:
    """Counts of enough participants, as they may be published; `hidden` as `held_back` takes it."""
    shown = held_back(counts, small=small, hidden=hidden)
    chosen = any(counts.get(name) for name in hidden)
    unknown = {name: counts[name] for name, count in shown.items() if count is None}
    together = sum(unknown.values())
    most = max(unknown, key=lambda name: unknown[name], default=None)
    few = most is not None and together - unknown[most] < MIN_PEOPLE and not chosen
    # It is the smallest count of five or more: told where the others can be three or four, and where as many counts
    # might each be four if it were not told.
    least = min((count for count in shown.values() if count), default=together)
    safe = 2 * MIN_PEOPLE - 1 <= together <= least + MIN_PEOPLE - 3 and together != (MIN_PEOPLE - 1) * len(unknown)
    return Counted(sum(counts.values()), shown, most if few and safe else None, rough=rough)


def counted(found: Ballots, question: str, *, small: bool, hidden: Collection[Answer] = ()) -> Counted[Answer] | None:
    """The answers to a question; None if too few have given one. `hidden` as `held_back` takes it."""
    counts = tally(found, question)
    answered = sum(counts.values()) - counts.get(NOT_ASKED, 0)
    return published(counts, small=small, hidden=hidden) if enough(answered, small=small) else None


def known(ballot: Mapping[str, Answer], given: Mapping[str, Answer] | None = None) -> dict[str, Answer]:
    """A ballot as answers to reason with: "not sure" says nothing; `given` are facts that were not asked."""
    asked = {question: answer for question, answer in ballot.items() if answer != NOT_SURE}
    return {**{id_: answer for id_, answer in (given or {}).items() if id_ not in ballot}, **asked}
