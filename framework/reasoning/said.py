"""Every condition of what is said after the verdict, with the id of what says it."""

from __future__ import annotations

from collections.abc import Iterator

from framework.model.condition import Condition
from framework.model.rulebase import RuleBase


def said_conditions(rulebase: RuleBase) -> Iterator[tuple[str, Condition]]:
    """Conditions of tasks' alternatives and choices, objectives, requirements, risks, plan, next steps and remarks."""
    for task in rulebase.tasks:
        for rule in task.also_fits:
            yield f"tasks/{task.id}/{rule.id}", rule.when
        choices = {
            "metrics": [choice.when for choice in task.metrics],
            "baselines": [choice.when for choice in task.baselines],
            "reframings": [choice.when for choice in task.reframings],
        }
        for kind, conditions in choices.items():
            for number, condition in enumerate(conditions, start=1):
                if condition is not None:
                    yield f"tasks/{task.id}/{kind}/{number}", condition
    for verdict in rulebase.verdicts:
        for outcome in verdict.outcomes:
            for number, step in enumerate(outcome.next_steps, start=1):
                if step.when is not None:
                    yield f"verdicts/{verdict.id}/{outcome.id}/next_steps/{number}", step.when
    for objective in rulebase.objectives:
        yield f"objectives/{objective.id}", objective.when
    for family in rulebase.requirements:
        for requirement in family.requirements:
            yield f"requirements/{family.id}/{requirement.id}", requirement.when
    for plan_step in rulebase.plan:
        if plan_step.when is not None:
            yield f"plan/{plan_step.id}", plan_step.when
        for number, detail in enumerate(plan_step.details, start=1):
            yield f"plan/{plan_step.id}/details/{number}", detail.when
    for kind in ("risks", "contradictions", "faults", "decouplings", "remarks"):
        for item in getattr(rulebase, kind):
            yield f"{kind}/{item.id}", item.when
    for audience in rulebase.manifest.audiences:
        yield f"rulebase/audiences/{audience.id}", audience.when
