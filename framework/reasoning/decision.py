"""Decisions: ordered rules of which the first that holds is taken. Outcome, verdict, alternative and task are such."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from framework.model.condition import AnyOf, Condition
from framework.model.content import Task
from framework.model.rulebase import RuleBase
from framework.model.rules import NONE, Alternative, Outcome

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
    return Decision("outcome", _branches(earlier), last.id)


def alternative_decision(rulebase: RuleBase) -> Decision | None:
    """Which alternative is named where the verdict calls for one; None if the rule base has no alternatives."""
    if not rulebase.alternative:
        return None
    *earlier, last = rulebase.alternative.values()
    return Decision("alternative", _branches(earlier), last.id)


def task_decision(rulebase: RuleBase) -> Decision | None:
    """Which task type a sheet leads to; None if the rule base has no task types."""
    if not rulebase.task:
        return None
    return Decision("task", _branches(rulebase.task.values()), NO_TASK)


def _branches(ordered: Iterable[Outcome | Alternative | Task]) -> tuple[tuple[str, Condition], ...]:
    """Each with its condition: that one of its rules holds."""
    return tuple((item.id, AnyOf(tuple(rule.when for rule in item.rules))) for item in ordered)
