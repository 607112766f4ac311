"""Why a criterion is neither met nor not met, and the questions on which it hangs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from framework.assessment.statements import questions_read
from framework.model.answers import Answer
from framework.model.rules import STRONGEST_FIRST, Criterion
from framework.reasoning.interpreter import Facts
from framework.reasoning.reasoner import reasoner_for

WhyUndecided = Literal["question_open", "in_between", "not_applicable"]
"""A question is open; every answer is there and speaks neither way; no question about it applies."""


def hanging_on(facts: Facts, criterion: Criterion, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """The questions that are open, or answered in part, and that may still move a criterion, in asking order.

    Empty where the criterion is settled, lies in between, or is not applicable.

    Args:
        facts: the answers with what follows from them.
        criterion: one of the rule base of these facts.
        answers: those that count (`Reasoner.applicable_answers`).
    """
    rulebase = facts.rulebase
    clauses = [clause.when for status in STRONGEST_FIRST for clause in criterion.clauses(status)]
    hanging = [when for when in clauses if facts.holds(when) is None]
    applies = reasoner_for(rulebase).applies
    return tuple(
        id_
        for id_ in questions_read(rulebase, hanging)
        if (id_ not in answers or rulebase.questions[id_].is_partial(answers[id_]))
        and applies(id_, answers) is not False
    )


def why_undecided(facts: Facts, criterion: Criterion, answers: Mapping[str, Answer]) -> WhyUndecided:
    """Why a criterion is undecided; the arguments are those of `hanging_on`."""
    if hanging_on(facts, criterion, answers):
        return "question_open"
    clauses = [clause.when for status in STRONGEST_FIRST for clause in criterion.clauses(status)]
    asked = any(id_ in answers for id_ in questions_read(facts.rulebase, clauses))
    return "in_between" if asked else "not_applicable"
