"""Sheets for the tests of the pages that show a result: one for each outcome, found on the diagram."""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import cache

from framework.model.answers import Answer
from framework.model.rulebase import RuleBase
from framework.model.sheet import Range, Sheet
from framework.reasoning.conclusions import conclude
from framework.reasoning.interpreter import Facts
from framework.reasoning.reasoner import reasoner_for
from framework.rulebase import load_rules
from tests.economics.numbers import NUMBERS

IN_RANGES: dict[str, float | Range] = {**NUMBERS, "value": Range(low=150, middle=300, high=500)}
"""The same with one that is known only within limits."""

MARKUP = "<b>cases</b> [x](y) **z** $a$ <script>alert(1)</script>"
"""A noun that would be markup anywhere it is not escaped."""


@cache
def rules() -> RuleBase:
    return load_rules()


def numbers_of(rulebase: RuleBase) -> dict[str, float | Range]:
    """The numbers under the ids of the questions that ask for them."""
    return {id_: IN_RANGES[q.role] for id_, q in rulebase.questions.items() if q.role in IN_RANGES}


@cache
def sheet_for(outcome: str, seed: int = 0) -> Sheet:
    """A sheet that is complete and leads to an outcome, with nouns full of markup and all numbers."""
    found = _sheet_with(outcome, seed, {})
    assert found is not None, outcome
    return found


def _sheet_with(outcome: str, seed: int, given: Mapping[str, Answer]) -> Sheet | None:
    """The same with these complete answers; None if no such sheet leads to the outcome."""
    rulebase = rules()
    diagram = reasoner_for(rulebase).outcomes
    allowed = [
        [0 if v.question not in given or v.position[given[v.question]] == n else None for n, _ in enumerate(v.members)]
        for v in diagram.variables
    ]
    found = diagram.cheapest(allowed).get(outcome)
    if found is None:
        return None
    _, way = found
    answers = {}
    for level, variable in enumerate(diagram.variables):
        members = variable.members[way[level]] if level in way else variable.values
        draw = random.Random(f"{outcome} {seed} {variable.question}")  # whatever the order of the questions is
        answers[variable.question] = draw.choice(members)
    words = {id_: MARKUP for id_, question in rulebase.questions.items() if question.kind == "text"}
    numbers = numbers_of(rulebase)
    return Sheet(title=f"Idea {MARKUP}", answers={**answers, **given}, words=words, numbers=numbers)


def sheet_for_task(task: str, fixed: Mapping[str, Answer] | None = None) -> Sheet | None:
    """A sheet with this task type and the `fixed` answers, put as it can be asked: of a case that builds a model, or
    else the first found.
    """
    rulebase = rules()
    reasoner = reasoner_for(rulebase)
    if reasoner.tasks is None:
        return None
    for case in rulebase.cases:
        answers = {**rulebase.accept(case.answers), **(fixed or {})}
        found_there = conclude(reasoner, reasoner.applicable_answers(Facts(rulebase, answers)))
        verdict = rulebase.verdict.get(found_there.verdict or "")
        if found_there.task == task and verdict and verdict.learns and not verdict.has_alternative:
            return sheet_for(rulebase.manifest.outcomes[-1]).model_copy(update={"answers": dict(answers)})
    found = reasoner.tasks.cheapest([[0] * len(variable.members) for variable in reasoner.tasks.variables]).get(task)
    if found is None:
        return None
    wanted = {
        variable.question: variable.members[found[1][level]][0]
        for level, variable in enumerate(reasoner.tasks.variables)
        if level in found[1]
    } | dict(fixed or {})
    for outcome in reversed(rulebase.outcome):  # those that build a model first
        for seed in range(20):
            if (sheet := _sheet_with(outcome, seed, wanted)) is None:
                break
            counting = reasoner.applicable_answers(Facts(rulebase, sheet.answers))
            reached = conclude(reasoner, counting)  # as assessed, without the rest of an assessment
            if reached.task == task and not rulebase.verdict[reached.verdict].needs_reframing:
                return sheet
    return None
