"""What the votes of one round come to: answers by question, verdicts, and what decides between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from math import comb

from framework.classroom.plan import Plan
from framework.classroom.session import FIRST, SECOND
from framework.classroom.sheets import Leaves, Sheets
from framework.classroom.ticks import ticked
from framework.classroom.votes import (
    NOT_ASKED,
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
    with_not_asked,
    without_few_new,
)
from framework.model.answers import Answer
from framework.model.rulebase import RuleBase
from framework.reasoning.reasoner import Reasoner

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


@dataclass(frozen=True)
class Result:
    """One round, as it may be published. `questions`: that of the headline, then by the disagreement that makes a
    difference, then by that which makes none, in rough steps where a count is held back; one that too few have answered
    is not among them.
    """

    answered: int
    questions: tuple[QuestionResult, ...]
    verdicts: Counted[Leaves]
    """What the sheets lead to: how many, for each set of verdicts that stay possible, as `as_told`. Rough where a count
    of an answer is held back: the rules are known, so exact numbers would tell that count."""
    deciding: str | None
    """It may be one that too few have answered for a figure about it."""
    headline: str | None
    """Of the questions that make a difference the one that makes most, among those that at least half of the room has
    answered and whose figures, where any are told, show more than one answer. A headline about any other would seem
    to be wrong; so would one where all came to the same advice."""
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


def result(reasoner: Reasoner, plan: Plan, found: Ballots) -> Result | None:
    """What a round comes to; None where it would be a figure about too few."""
    if not enough(len(found), small=plan.small):
        return None
    rulebase, sheets = reasoner.rulebase, compared(reasoner, plan, found)
    asked = [id_ for id_ in plan.questions or sheets.questions if any(id_ in ballot for ballot in found.values())]
    given = {id_: found if plan.questions else with_not_asked(found, id_) for id_ in asked}
    votes = {id_: answers(rulebase, given[id_], id_, small=plan.small) for id_ in asked}
    holds_back = any(each is None or None in each.counts.values() for each in votes.values())
    if holds_back and not plan.questions:
        # Who was not asked is known from other answers: their number could be a sum of counts that are held back.
        votes = {id_: answers(rulebase, given[id_], id_, small=plan.small, hidden=(NOT_ASKED,)) for id_ in asked}
    pairs = max(1, comb(len(found), 2))
    parts = {id_: sheets.changed.get(id_, 0) / pairs for id_ in asked}
    questions = [
        QuestionResult(id_, each, None if holds_back else parts[id_], _reached(each, len(found), small=plan.small))
        for id_, each in votes.items()
        if each
    ]
    most = [id_ for id_ in sorted(asked, key=lambda id_: -parts[id_]) if parts[id_]]
    alike = len(set(sheets.results)) == 1
    headline = next(
        (id_ for id_ in most if not alike and _in_headline(tally(found, id_), votes[id_], len(found))), None
    )

    def step(share: float) -> float:
        return round(STEPS * share) if holds_back else share

    def first(item: QuestionResult) -> tuple[bool, float, float]:
        spread = _spread(tally(found, item.question))
        return (item.question != headline, -step(parts[item.question]), -step(spread))

    order = {verdict: place for place, verdict in enumerate(rulebase.verdict)}

    def told(leaves: Leaves) -> Leaves:
        return as_told(tuple(sorted(leaves, key=order.__getitem__)))

    leaves = dict(zip(found, map(told, sheets.results), strict=True))
    counts = Counter(leaves.values())
    ordered = dict(sorted(counts.items(), key=lambda item: (-item[1], len(item[0]), item[0])))
    apart = [id_ for id_ in asked if parts[id_]]
    if holds_back and len(apart) == 1:
        advice = _of_one_question(given[apart[0]], apart[0], votes[apart[0]], leaves)
    else:
        advice = published(ordered, small=plan.small, rough=holds_back)
    return Result(
        answered=len(found),
        questions=tuple(sorted(questions, key=first)),
        verdicts=advice,
        deciding=sheets.deciding,
        headline=headline,
        agreed=sheets.results[0] if alike else (),
        together=tuple(sorted(sheets.together, key=order.__getitem__)),
    )


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


@dataclass(frozen=True)
class BothRounds:
    """Both rounds as they may be published, as far as they are closed."""

    first: Result | None
    second: Result | None
    moved_on: str | None
    """The question that `moved` is about: the deciding one."""
    moved: Shift | None
    """None where several answers may hold: what is told of sets of them would give away how many ticked each. Also
    where the second vote has answers of people who gave none in the first: the difference would tell these."""

    @property
    def last(self) -> Result | None:
        """The last round about which there are figures."""
        return self.second or self.first


def both_rounds(reasoner: Reasoner, plan: Plan, votes: Sequence[Vote], *, done: bool) -> BothRounds:
    """What the votes come to; `done`: the second vote is closed too."""
    first = standing(votes, FIRST)
    second = without_few_new(first, standing(votes, SECOND), plan.questions, small=plan.small)
    before, after = result(reasoner, plan, first), result(reasoner, plan, second) if done else None
    question = None
    if after:
        question = after.headline or next((item.question for item in after.questions), None)
    one = question is not None and reasoner.rulebase.questions[question].kind == "one"
    moved = shift(first, second, question, small=plan.small) if question and one else None
    return BothRounds(before, after, question, moved)


def _spread(counts: Counts) -> float:
    """How likely two participants are to have answered differently."""
    total = sum(counts.values())
    return 1 - sum(count * count for count in counts.values()) / (total * total)
