"""A decision as its conditions are read one by one: what diagrams must agree with, here and in the benchmarks."""

from __future__ import annotations

from framework.reasoning.decision import Decision
from framework.reasoning.interpreter import Facts


def first_that_holds(decision: Decision, facts: Facts) -> tuple[str, ...]:
    """What a decision can still give: an upper bound, exact when every answer is known."""
    possible: list[str] = []
    for name, condition in decision.branches:
        value = facts.holds(condition)
        if value is not False and name not in possible:
            possible.append(name)
        if value:
            return tuple(possible)
    return tuple(possible if decision.otherwise in possible else (*possible, decision.otherwise))
