"""Counting the votes of one round, and what of the counts may be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import comb

from framework.classroom.plan import Plan
from framework.classroom.sheets import Leaves, Sheets
from framework.classroom.ticks import ticked
from framework.classroom.votes import (
    NOT_ASKED,
    Ballots,
    Counted,
    Counts,
    counted,
    enough,
    published,
    tally,
    with_not_asked,
)
from framework.model.answers import Answer
from framework.model.rulebase import RuleBase

STEPS = 5
"""Steps of the shares by which questions are ordered, where exact ones would tell a count that is held back."""

MIN_ANSWERS = 2
"""Different answers to a question on which a room can be said to disagree."""

MAX_VERDICTS = 2
"""Verdicts of one sheet that are told by name."""


@dataclass(frozen=True)
class QuestionResult:
    """The answers to one question, as they may be published.

    `parts` is in which share of all pairs of participants the verdict of at least one changes with the other's answer
    to this question: from 0 to 1. None where a count of the round is held back, of whichever question: the rules
    are known, so it would tell that count.
    """

    question: str
    counted: Counted[Answer]
    parts: float | None
    reached: int | None = None
    """How many gave an answer, where others did not or were not asked, and that may be told."""


def answers(
    rulebase: RuleBase, found: Ballots, question: str, *, small: bool, hidden: Collection[Answer] = ()
) -> Counted[Answer] | None:
    """The answers to a question, as they may be published; None if too few have given one. Where several may hold, each
    is counted by itself: few tick the same ones together, so as sets nearly all would have to be held back. `hidden`:
    what is held back however many it is about.
    """
    asked = rulebase.questions[question]
    if asked.kind == "many":
        alone = [option.id for option in asked.options if option.exclusive]
        return ticked(found, question, alone, small=small, hidden=hidden)
    return counted(found, question, small=small, hidden=hidden)


@dataclass(frozen=True)
class Round:
    """The votes of a round about which there are figures. Only `questions`, `headline` and `advice` may be told as they
    are.
    """

    rulebase: RuleBase
    plan: Plan
    found: Ballots
    sheets: Sheets

    @cached_property
    def asked(self) -> list[str]:
        """The questions that somebody has answered, in asking order."""
        ids = self.plan.questions or self.sheets.questions
        return [id_ for id_ in ids if any(id_ in ballot for ballot in self.found.values())]

    @cached_property
    def given(self) -> dict[str, Ballots]:
        """The ballots by question; where each was asked what still mattered, with those who were not asked it."""
        return {id_: self.found if self.plan.questions else with_not_asked(self.found, id_) for id_ in self.asked}

    @cached_property
    def votes(self) -> dict[str, Counted[Answer] | None]:
        """The answers by question, as they may be published."""
        votes = self._votes()
        # Who was not asked is known from other answers: their number could be a sum of counts that are held back.
        return self._votes(hidden=(NOT_ASKED,)) if _holds_back(votes) and not self.plan.questions else votes

    def _votes(self, *, hidden: Collection[Answer] = ()) -> dict[str, Counted[Answer] | None]:
        return {
            id_: answers(self.rulebase, self.given[id_], id_, small=self.plan.small, hidden=hidden)
            for id_ in self.asked
        }

    @cached_property
    def holds_back(self) -> bool:
        """Is a count of the round held back, of whichever question?"""
        return _holds_back(self.votes)

    @cached_property
    def parts(self) -> dict[str, float]:
        """In which share of all pairs the question makes a difference, by question. See `QuestionResult.parts`."""
        pairs = max(1, comb(len(self.found), 2))
        return {id_: self.sheets.changed.get(id_, 0) / pairs for id_ in self.asked}

    @cached_property
    def alike(self) -> bool:
        """Do all sheets lead to the same?"""
        return len(set(self.sheets.results)) == 1

    @cached_property
    def headline(self) -> str | None:
        """See `Result.headline`."""
        if self.alike:
            return None
        for id_ in sorted(self.asked, key=lambda id_: -self.parts[id_]):
            if self.parts[id_] and _in_headline(tally(self.found, id_), self.votes[id_], len(self.found)):
                return id_
        return None

    @cached_property
    def questions(self) -> tuple[QuestionResult, ...]:
        """See `Result.questions`."""
        everybody, small = len(self.found), self.plan.small
        told = [
            QuestionResult(
                id_, each, None if self.holds_back else self.parts[id_], _reached(each, everybody, small=small)
            )
            for id_, each in self.votes.items()
            if each
        ]
        return tuple(sorted(told, key=lambda item: self._place(item.question)))

    def _place(self, question: str) -> tuple[bool, float, float]:
        shares = (self.parts[question], _spread(tally(self.found, question)))
        parts, spread = (round(STEPS * share) for share in shares) if self.holds_back else shares
        return (question != self.headline, -parts, -spread)

    @cached_property
    def advice(self) -> Counted[Leaves]:
        """See `Result.verdicts`."""
        leaves = {
            name: as_told(self.in_order(each)) for name, each in zip(self.found, self.sheets.results, strict=True)
        }
        apart = [id_ for id_ in self.asked if self.parts[id_]]
        if self.holds_back and len(apart) == 1:
            return _of_one_question(self.given[apart[0]], apart[0], self.votes[apart[0]], leaves)
        counts = Counter(leaves.values()).items()
        ordered = dict(sorted(counts, key=lambda item: (-item[1], len(item[0]), item[0])))
        return published(ordered, small=self.plan.small, rough=self.holds_back)

    def in_order(self, leaves: Leaves) -> Leaves:
        """Verdicts in the order of the rule base."""
        order = list(self.rulebase.verdict)
        return tuple(sorted(leaves, key=order.index))


def _holds_back(votes: Mapping[str, Counted[Answer] | None]) -> bool:
    return any(each is None or None in each.counts.values() for each in votes.values())


def as_told(leaves: Leaves) -> Leaves:
    """What is told of the verdicts that a sheet leaves possible: which, where there are one or two, else nothing. As
    sets they would be many, each with few participants, and nobody takes in a row of three or four names.
    """
    return leaves if len(leaves) <= MAX_VERDICTS else ()


def _reached(votes: Counted[Answer], everybody: int, *, small: bool) -> int | None:
    """How many answered a question, where that is not everybody, and neither they nor the others are too few."""
    not_asked = votes.counts.get(NOT_ASKED, everybody - votes.answered)
    if not not_asked or not (enough(not_asked, small=small) and enough(everybody - not_asked, small=small)):
        return None
    return everybody - not_asked


def _in_headline(given: Counts, votes: Counted[Answer] | None, everybody: int) -> bool:
    """See `Result.headline`."""
    if votes is None or len(given) < MIN_ANSWERS or 2 * sum(given.values()) < everybody:
        return False
    shown = [part for part in votes.parts() if part.name != NOT_ASKED]
    return not shown or len(shown) >= MIN_ANSWERS


def _of_one_question(
    given: Ballots, question: str, votes: Counted[Answer] | None, leaves: Mapping[str, Leaves]
) -> Counted[Leaves]:
    """What the sheets lead to where one question makes all the difference and a count is held back. Their numbers are
    sums of the counts of its answers, so that even rounded ones could tell one: only what follows from what is told of
    these answers is told.
    """
    nothing: Counted[Leaves] = Counted(len(leaves), dict.fromkeys(leaves.values()), rough=True)
    if votes is None or votes.most is None:
        return nothing
    known = {votes.most, *(answer for answer, count in votes.counts.items() if count)}
    reached = {leaves[name] for name, ballot in given.items() if ballot.get(question) in known}
    everybody = votes.answered == len(leaves)
    return replace(nothing, most=reached.pop()) if everybody and len(reached) == 1 else nothing


def _spread(counts: Counts) -> float:
    """How likely two participants are to have answered differently."""
    total = sum(counts.values())
    return 1 - sum(count * count for count in counts.values()) / (total * total)
