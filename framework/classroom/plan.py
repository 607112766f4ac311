"""What an instructor decided before opening a class: it never changes afterwards."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from pydantic import Field

from framework.classroom.short_path import given_facts, short_path
from framework.model.answers import Answer
from framework.model.base import FrozenModel
from framework.model.case import Case
from framework.model.rulebase import RuleBase
from framework.reasoning.interpreter import Facts
from framework.reasoning.interview import Prospects
from framework.reasoning.left import is_left
from framework.reasoning.reasoner import Reasoner, reasoner_for

MAX_TITLE, MAX_DESCRIPTION = 120, 2_000
"""Characters; a description has to fit on a phone."""

DAYS, USUAL_DAYS = (1, 7, 30), 7
"""Days after which a class is deleted by itself, to choose from; and if none is chosen, so that what is prepared on a
Friday is there on Monday."""


class Plan(FrozenModel):
    """One class. `kind`: a case of the library, a case of the instructor's own, or an idea of each group's own."""

    kind: Literal["case", "own", "ideas"]
    title: str = Field(max_length=MAX_TITLE)
    description: str = Field(default="", max_length=MAX_DESCRIPTION)
    case: str = ""
    ready: str = ""
    questions: tuple[str, ...] = ()
    """What everybody is asked, in this order; empty: whatever can still matter for each."""
    given: dict[str, Answer] = Field(default_factory=dict)
    """Facts that are not asked: the answers of the case to everything else."""
    keeps_answers: bool = False
    """Whether the instructor may take home the answers of each participant; told to everybody who joins."""
    small: bool = False
    """Whether there are figures about fewer than five participants; told to everybody who joins."""
    days: int = USUAL_DAYS
    rulebase: str = ""
    digest: str = ""


def plan_of_case(
    rulebase: RuleBase,
    case: Case,
    chosen: Mapping[str, object] = MappingProxyType({}),
    *,
    full: bool = False,
    questions: Collection[str] = (),
) -> Plan:
    """A class on a case of the library; the short path, these `questions`, or everything that can matter.

    `chosen`: what else the instructor decided, by field.
    """
    asked = () if full else tuple(questions) or short_path(reasoner_for(rulebase), case)
    return Plan.model_validate(
        {
            "kind": "case",
            "title": case.title[:MAX_TITLE],
            "description": case.description[:MAX_DESCRIPTION],
            "case": case.id,
            "questions": asked,
            "given": given_facts(rulebase, case, asked) if asked else {},
            "rulebase": rulebase.manifest.id,
            "digest": rulebase.digest,
            **chosen,
        }
    )


class Upcoming(NamedTuple):
    """What a participant is asked next."""

    question: str | None
    """None when all is answered."""
    total: int | None
    """How many questions it will have been in the end; None where that depends on the answers still to come."""


def upcoming(reasoner: Reasoner, plan: Plan, ballot: Mapping[str, Answer]) -> Upcoming:
    """What comes next, with the number of all."""
    if plan.questions:
        return Upcoming(next((id_ for id_ in plan.questions if id_ not in ballot), None), len(plan.questions))
    prospects = Prospects(reasoner, reasoner.verdicts, _counting(reasoner, ballot), tuple(ballot))
    found = prospects.next(reasoner.rulebase.manifest.interview.opening)
    if found is None or found.question in ballot:
        return Upcoming(None, len(ballot))
    return Upcoming(found.question, len(ballot) + 1 if prospects.questions_left == 1 else None)


def next_question(reasoner: Reasoner, plan: Plan, ballot: Mapping[str, Answer]) -> str | None:
    """What a participant is asked next; None when all is answered."""
    return upcoming(reasoner, plan, ballot).question


def all_answered(reasoner: Reasoner, plan: Plan, ballot: Mapping[str, Answer]) -> bool:
    """Whether a participant is asked nothing more: whether there is no next question, many times faster where there is
    one. A process may have to know it at once of five hundred ballots that it has not seen before.
    """
    if plan.questions:
        return next_question(reasoner, plan, ballot) is None
    return not is_left(reasoner, _counting(reasoner, ballot), ballot)


def _counting(reasoner: Reasoner, ballot: Mapping[str, Answer]) -> dict[str, Answer]:
    rulebase = reasoner.rulebase
    return reasoner.applicable_answers(Facts(rulebase, rulebase.accept(ballot)))
