"""What the votes of one round come to: answers by question, verdicts, and what decides between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framework.classroom.counting import QuestionResult, Round
from framework.classroom.plan import Plan
from framework.classroom.session import FIRST, SECOND
from framework.classroom.sheets import Leaves, Sheets
from framework.classroom.votes import (
    Ballots,
    Counted,
    Shift,
    Vote,
    enough,
    known,
    shift,
    standing,
    without_few_new,
)
from framework.model.answers import Answer
from framework.reasoning.reasoner import Reasoner


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


def compared(reasoner: Reasoner, plan: Plan, found: Ballots) -> Sheets:
    """The sheets of everybody who voted, in the order of `found`."""
    asked = plan.questions or tuple(
        id_ for id_ in reasoner.rulebase.closed_questions if any(id_ in ballot for ballot in found.values())
    )
    return Sheets.of(reasoner, [sheet(reasoner, plan, ballot) for ballot in found.values()], asked)


def sheet(reasoner: Reasoner, plan: Plan, ballot: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers that one participant's verdict follows from."""
    return reasoner.rulebase.accept(known(ballot, plan.given))


def result(reasoner: Reasoner, plan: Plan, found: Ballots) -> Result | None:
    """What a round comes to; None where it would be a figure about too few."""
    if not enough(len(found), small=plan.small):
        return None
    counting = Round(reasoner.rulebase, plan, found, compared(reasoner, plan, found))
    return Result(
        answered=len(found),
        questions=counting.questions,
        verdicts=counting.advice,
        deciding=counting.sheets.deciding,
        headline=counting.headline,
        agreed=counting.sheets.results[0] if counting.alike else (),
        together=counting.in_order(counting.sheets.together),
    )


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
