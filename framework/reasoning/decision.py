"""Decisions: ordered rules of which the first that holds is taken. Outcome, verdict, alternative and task are such."""

from __future__ import annotations

from dataclasses import dataclass

from framework.model.condition import AnyOf, Condition
from framework.model.rulebase import RuleBase
from framework.model.rules import NONE

NO_TASK = NONE
"""What the task decision gives where no task type fits."""


@dataclass(frozen=True)
class Decision:
    """Branches in order of precedence, and what is taken when none of them holds."""

    name: str
    branches: tuple[tuple[str, Condition], ...]
    otherwise: str

    @property
    def leaves(self) -> tuple[str, ...]:
        """Everything the decision can give, in order of precedence."""
        return tuple(dict.fromkeys((*(name for name, _ in self.branches), self.otherwise)))


def outcome_decision(rulebase: RuleBase) -> Decision:
    """Which outcome, and so which verdict, a sheet leads to."""
    *earlier, last = rulebase.outcome.values()
    branches = tuple((outcome.id, AnyOf(tuple(rule.when for rule in outcome.rules))) for outcome in earlier)
    return Decision("outcome", branches, last.id)


def alternative_decision(rulebase: RuleBase) -> Decision | None:
    """Which alternative is named where the verdict calls for one; None if the rule base has no alternatives."""
    if not rulebase.alternative:
        return None
    *earlier, last = rulebase.alternative.values()
    branches = tuple((item.id, AnyOf(tuple(rule.when for rule in item.rules))) for item in earlier)
    return Decision("alternative", branches, last.id)


def task_decision(rulebase: RuleBase) -> Decision | None:
    """Which task type a sheet leads to; None if the rule base has no task types."""
    if not rulebase.task:
        return None
    branches = tuple((task.id, AnyOf(tuple(rule.when for rule in task.rules))) for task in rulebase.task.values())
    return Decision("task", branches, NO_TASK)
