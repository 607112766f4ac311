"""Why the verdict came out, what would change it, and what is still open, as parts of an assessment."""

from __future__ import annotations

from collections.abc import Mapping

from framework.assessment.statements import criterion_statements
from framework.model.answers import Answer
from framework.model.assessment import AnswerChange, Effort, Flip, Given, Narrowing, Statement, Unknown
from framework.model.question import Change
from framework.model.rulebase import RuleBase
from framework.model.rules import STRONGEST_FIRST
from framework.reasoning.diagram import Diagram
from framework.reasoning.explain import cheapest_changes, flips, hardness_of, sufficient_reasons
from framework.reasoning.interpreter import Facts
from framework.reasoning.interview import Prospects

MAX_UNKNOWNS = 5
"""Maximum number of open questions listed as what the verdict depends on."""


def reasons(facts: Facts) -> tuple[Statement, ...]:
    """The reasons of every criterion that is not open: blocking first, then against, then for."""
    standing = {id_: facts.status(id_) for id_ in facts.rulebase.criterion}
    return tuple(
        statement
        for status in STRONGEST_FIRST
        for criterion in facts.rulebase.criteria
        if standing[criterion.id] is status
        for statement in criterion_statements(facts, criterion, status)
    )


def sufficient(
    verdicts: Diagram, answers: Mapping[str, Answer], deciding: tuple[Statement, ...]
) -> tuple[tuple[Given, ...], ...]:
    """The smallest sets of answers that force the verdict; in each, those that the deciding rules read come first."""
    read = {id_ for rule in deciding for id_ in rule.answers}
    return tuple(
        tuple(Given(question=id_, answer=answers[id_]) for id_ in sorted(reason, key=lambda id_: id_ not in read))
        for reason in sufficient_reasons(verdicts, answers)
    )


def changes(
    rulebase: RuleBase, verdicts: Diagram, answers: Mapping[str, Answer], verdict: str | None
) -> dict[str, tuple[AnswerChange, ...]]:
    """For each other verdict that can be reached: a cheapest set of answers that would have to be different."""
    ways = cheapest_changes(rulebase, verdicts, answers)
    return {
        id_: tuple(
            AnswerChange(
                question=question_id,
                before=answers.get(question_id),
                after=after,
                effort=_effort(rulebase, question_id, answers.get(question_id), after),
            )
            for question_id, after in ways[id_]
        )
        for id_ in rulebase.verdict
        if id_ != verdict and id_ in ways
    }


def check_first(verdicts: Diagram, answers: Mapping[str, Answer]) -> tuple[Flip, ...]:
    """The single answers which, if wrong, would change the verdict."""
    return tuple(Flip(question=id_, verdicts=others) for id_, others in flips(verdicts, answers).items())


def unknowns(rulebase: RuleBase, prospects: Prospects, answers: Mapping[str, Answer]) -> tuple[Unknown, ...]:
    """What the verdict still depends on: open questions that apply, the most decisive first."""
    return tuple(
        Unknown(
            question=item.question,
            decides=tuple(id_ for id_ in rulebase.verdict if id_ in item.decides),
            find_out=rulebase.questions[item.question].to_find_out(answers.get(item.question)),
            takes=rulebase.questions[item.question].takes,
            narrows=_narrows(rulebase, prospects, item.question),
        )
        for item in prospects.ranked(with_unsure=True)[:MAX_UNKNOWNS]
    )


def _narrows(rulebase: RuleBase, prospects: Prospects, question: str) -> tuple[Narrowing, ...]:
    """The answers that rule something out, together where they leave the same."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for option, left in prospects.after(question).items():
        if len(left) < len(prospects.possible):
            groups.setdefault(tuple(id_ for id_ in rulebase.verdict if id_ in left), []).append(option)
    return tuple(
        Narrowing(options=tuple(options), verdicts=left)
        for left, options in sorted(groups.items(), key=lambda group: len(group[0]))
    )


def _effort(rulebase: RuleBase, question_id: str, before: Answer | None, after: Answer) -> Effort:
    question = rulebase.closed_questions[question_id]
    if before is None or (question.is_partial(before) and after in question.allowed(before)):
        return Change.FREE
    return Change.EFFORT if Change.EFFORT in hardness_of(question, before, after) else Change.FREE
