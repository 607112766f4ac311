"""What the votes of one round come to: answers by question, verdicts, and what decides between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framework.classroom.plan import Plan
from framework.classroom.session import FIRST, SECOND
from framework.classroom.sheets import Leaves, Sheets
from framework.classroom.ticks import ticked
from framework.classroom.votes import (
    Ballots,
    Counted,
    Counts,
    Shift,
    Vote,
    counted,
    enough,
    known,
    published,
    shift,
    standing,
    tally,
)
from framework.model.answers import Answer
from framework.model.rulebase import RuleBase
from framework.reasoning.reasoner import Reasoner

MAX_VERDICTS = 2
"""Verdicts of one sheet that are told by name."""


@dataclass(frozen=True)
class QuestionResult:
    """The answers to one question, as they may be published.

    `parts` is how often, of all ordered pairs of participants, the verdict of the first changes with the second's
    answer to this question: from 0 to 1. None where a count is held back, as it would tell that count.
    """

    question: str
    counted: Counted[Answer]
    parts: float | None


@dataclass(frozen=True)
class Result:
    """One round, as it may be published. `questions` are ordered by the disagreement that makes a difference, then by
    that which makes none; one that too few have answered is not among them.
    """

    answered: int
    questions: tuple[QuestionResult, ...]
    verdicts: Counted[Leaves]
    """What the sheets lead to: how many, for each set of verdicts that stay possible, as `as_told`."""
    deciding: str | None
    """It may be one that too few have answered for a figure about it."""
    agreed: Leaves
    """What every sheet leaves possible, where that is the same for all: one verdict, or the same ones still open."""
    together: Leaves
    """The verdicts that are possible if any of the answers to each question may be right."""

    def on(self, question: str) -> Counted[Answer] | None:
        """The answers to a question; None if too few have given one."""
        return next((item.counted for item in self.questions if item.question == question), None)


def as_told(leaves: Leaves) -> Leaves:
    """What is told of the verdicts that a sheet leaves possible: which, where there are one or two, else nothing. As
    sets they would be many, each with few participants, and nobody takes in a row of three or four names.
    """
    return leaves if len(leaves) <= MAX_VERDICTS else ()


def compared(reasoner: Reasoner, plan: Plan, found: Ballots) -> Sheets:
    """The sheets of everybody who voted, in the order of `found`."""
    asked = plan.questions or tuple(
        id_ for id_ in reasoner.rulebase.closed_questions if any(id_ in ballot for ballot in found.values())
    )
    return Sheets.of(reasoner, [sheet(reasoner, plan, ballot) for ballot in found.values()], asked)


def sheet(reasoner: Reasoner, plan: Plan, ballot: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers that one participant's verdict follows from."""
    return reasoner.rulebase.accept(known(ballot, plan.given))


def answers(rulebase: RuleBase, found: Ballots, question: str, *, small: bool) -> Counted[Answer] | None:
    """The answers to a question, as they may be published; None if too few have given one. Where several may hold, each
    is counted by itself: few tick the same ones together, so as sets nearly all would have to be held back.
    """
    asked = rulebase.questions[question]
    if asked.kind == "many":
        return ticked(found, question, [option.id for option in asked.options if option.exclusive], small=small)
    return counted(found, question, small=small)


def result(reasoner: Reasoner, plan: Plan, found: Ballots) -> Result | None:
    """What a round comes to; None where it would be a figure about too few."""
    if not enough(len(found), small=plan.small):
        return None
    sheets = compared(reasoner, plan, found)
    pairs = max(1, len(found) * (len(found) - 1))
    questions: list[tuple[float, float, QuestionResult]] = []
    for id_ in plan.questions or sheets.questions:
        if votes := answers(reasoner.rulebase, found, id_, small=plan.small):
            parts = sheets.changed.get(id_, 0) / pairs
            told = parts if None not in votes.counts.values() else None
            questions.append((parts, _spread(tally(found, id_)), QuestionResult(id_, votes, told)))

    def first(one: tuple[float, float, QuestionResult]) -> tuple[float, bool, float]:
        parts, spread, item = one
        return (-parts, item.question != sheets.deciding, -spread)

    order = {verdict: place for place, verdict in enumerate(reasoner.rulebase.verdict)}
    verdicts = Counter(as_told(tuple(sorted(leaves, key=order.__getitem__))) for leaves in sheets.results)
    ordered = dict(sorted(verdicts.items(), key=lambda item: (-item[1], len(item[0]), item[0])))
    return Result(
        answered=len(found),
        questions=tuple(item for *_, item in sorted(questions, key=first)),
        verdicts=published(ordered, small=plan.small),
        deciding=sheets.deciding,
        agreed=sheets.results[0] if len(set(sheets.results)) == 1 else (),
        together=tuple(sorted(sheets.together, key=order.__getitem__)),
    )


@dataclass(frozen=True)
class BothRounds:
    """Both rounds as they may be published, as far as they are closed."""

    first: Result | None
    second: Result | None
    moved_on: str | None
    """The question that `moved` is about: the deciding one."""
    moved: Shift | None
    """None where several answers may hold: what is told of sets of them would give away how many ticked each."""

    @property
    def last(self) -> Result | None:
        """The last round about which there are figures."""
        return self.second or self.first


def both_rounds(reasoner: Reasoner, plan: Plan, votes: Sequence[Vote], *, done: bool) -> BothRounds:
    """What the votes come to; `done`: the second vote is closed too."""
    first, second = standing(votes, FIRST), standing(votes, SECOND)
    before, after = result(reasoner, plan, first), result(reasoner, plan, second) if done else None
    question = None
    if after:
        question = after.deciding or next((item.question for item in after.questions), None)
    one = question is not None and reasoner.rulebase.questions[question].kind == "one"
    moved = shift(first, second, question, small=plan.small) if question and one else None
    return BothRounds(before, after, question, moved)


def _spread(counts: Counts) -> float:
    """How likely two participants are to have answered differently."""
    total = sum(counts.values())
    return 1 - sum(count * count for count in counts.values()) / (total * total)
