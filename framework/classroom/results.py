"""What the votes of one round come to: answers by question, verdicts, and what decides between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from framework.classroom.plan import Plan
from framework.classroom.sheets import Leaves, Sheets
from framework.classroom.votes import Ballots, Counts, enough, known, tally
from framework.model.answers import Answer
from framework.reasoning.reasoner import Reasoner


@dataclass(frozen=True)
class QuestionResult:
    """The answers to one question. `parts` is how often, of all ordered pairs of participants, the verdict of the first
    changes with the second's answer to this question: from 0 to 1.
    """

    question: str
    counts: Counts
    parts: float


@dataclass(frozen=True)
class Result:
    """One round. `questions` are ordered by the disagreement that makes a difference, then by that which makes none."""

    answered: int
    questions: tuple[QuestionResult, ...]
    verdicts: dict[Leaves, int]
    """What the sheets lead to: a set of verdicts that stay possible, to the number of participants."""
    deciding: str | None
    together: Leaves
    """The verdicts that are possible if any of the answers to each question may be right."""


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
    sheets = compared(reasoner, plan, found)
    pairs = max(1, len(found) * (len(found) - 1))
    questions = [
        QuestionResult(id_, counts, sheets.changed.get(id_, 0) / pairs)
        for id_ in (plan.questions or sheets.questions)
        if (counts := tally(found, id_))
    ]
    order = {verdict: place for place, verdict in enumerate(reasoner.rulebase.verdict)}
    verdicts = {tuple(sorted(leaves, key=order.__getitem__)): n for leaves, n in Counter(sheets.results).items()}
    return Result(
        answered=len(found),
        questions=tuple(sorted(questions, key=lambda item: (-item.parts, -_spread(item.counts)))),
        verdicts=dict(sorted(verdicts.items(), key=lambda item: (-item[1], len(item[0]), item[0]))),
        deciding=sheets.deciding,
        together=tuple(sorted(sheets.together, key=order.__getitem__)),
    )


def _spread(counts: Counts) -> float:
    """How likely two participants are to have answered differently."""
    total = sum(counts.values())
    return 1 - sum(count * count for count in counts.values()) / (total * total)
