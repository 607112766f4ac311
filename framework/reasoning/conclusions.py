"""What is concluded from answers: verdict, outcome, alternative, task type, and the metric and baseline to go with it.

The one place that concludes. An assessment, a row of a batch, a rule page and a report all come from here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from framework.model.answers import Answer
from framework.model.assessment import Assessment
from framework.model.condition import Condition
from framework.model.content import Baseline, MetricChoice, Task
from framework.model.rulebase import RuleBase
from framework.model.rules import Outcome
from framework.model.value import GIVEN
from framework.reasoning.decision import NO_TASK
from framework.reasoning.diagram import Diagram
from framework.reasoning.interpreter import Facts
from framework.reasoning.reasoner import Reasoner
from framework.reasoning.variants import framed, outcome_in_words, task_in_words

MAX_BETWEEN = 3
"""Somebody who is between at most so many task types gets a framing by the first of them."""


@dataclass(frozen=True)
class Conclusions:
    """What the answers leave possible, and what they settle: None is open, or not called for."""

    possible_outcomes: tuple[str, ...]
    """In order of precedence."""
    possible_verdicts: tuple[str, ...]
    """In the order in which verdicts are shown."""
    possible_tasks: tuple[str, ...]
    """In order of precedence; `NO_TASK` last. Empty where the rule base has no task types."""
    verdict: str | None
    outcome: str | None
    alternative: str | None
    """What to use instead, where the verdict calls for it."""
    task: str | None
    """The task type to frame by, unless no possible verdict needs one: the only possible one, or the first of those
    that the person is between."""
    needs_task: bool
    """Whether a verdict that is still possible comes with a task type."""

    @property
    def results(self) -> dict[str, str | None]:
        """The values of the names that conditions of advice may ask for."""
        no_task = not self.needs_task or self.possible_tasks in ((), (NO_TASK,))
        settled = self.task if len(self.possible_tasks) == 1 else None
        return {
            "verdict": self.verdict,
            "outcome": self.outcome,
            "alternative": self.alternative,
            "task": settled or (NO_TASK if no_task else None),
        }


def conclude(reasoner: Reasoner, answers: Mapping[str, Answer]) -> Conclusions:
    """What follows from valid answers: exact, from the diagrams."""

    def possible(diagram: Diagram | None) -> tuple[str, ...]:
        return diagram.possible_under(answers) if diagram else ()

    outcomes, alternatives, tasks = map(possible, (reasoner.outcomes, reasoner.alternatives, reasoner.tasks))
    between = is_between(reasoner.tasks, tasks, answers)
    return conclusions_from(reasoner.rulebase, outcomes, alternatives, tasks, between=between)


def is_between(diagram: Diagram | None, tasks: Collection[str], answers: Mapping[str, Answer]) -> bool:
    """Whether somebody is between a few task types: only answers that name several options keep them open."""
    if diagram is None or not 1 < len(tasks) <= MAX_BETWEEN + (NO_TASK in tasks):
        return False
    return diagram.prospects(diagram.known(answers)).keys() <= answers.keys()


def conclusions_from(
    rulebase: RuleBase,
    outcomes: Collection[str],
    alternatives: Collection[str],
    tasks: Collection[str],
    *,
    between: bool = False,
) -> Conclusions:
    """The conclusions where each decision is known to leave these possible; `between` as by `is_between`."""
    reached = {rulebase.verdict_of[id_].id for id_ in outcomes}
    verdicts = tuple(id_ for id_ in rulebase.verdict if id_ in reached)
    verdict = rulebase.verdict[verdicts[0]] if len(verdicts) == 1 else None
    possible_tasks = _in_order(tasks, (*rulebase.task, NO_TASK))
    needs_task = rulebase.has_task(outcomes)
    task = possible_tasks[0] if needs_task and (between or len(possible_tasks) == 1) else None
    return Conclusions(
        possible_outcomes=_in_order(outcomes, rulebase.outcome),
        possible_verdicts=verdicts,
        possible_tasks=possible_tasks,
        verdict=verdict.id if verdict else None,
        outcome=_only(outcomes),
        alternative=_only(alternatives) if verdict and verdict.has_alternative else None,
        task=None if task == NO_TASK else task,
        needs_task=needs_task,
    )


def outcome_that_holds(facts: Facts, verdict: str | None, possible: Sequence[str]) -> Outcome | None:
    """The outcome reached; or, where only the verdict is settled, the last that is possible, if a rule of it holds; in
    the words that fit these answers. `facts` with the results.

    Another outcome of the same verdict may still take precedence. What this one says is true all the same.
    """
    if verdict is None:
        return None
    last = facts.rulebase.outcome[possible[-1]]
    holds = len(possible) == 1 or any(facts.holds(rule.when) for rule in last.rules)
    return outcome_in_words(facts, last) if holds else None


def primary_metric(facts: Facts, task_id: str | None) -> MetricChoice | None:
    """The metric to judge by: the first choice of the task type or its variant that holds. `facts` with the results."""
    task = facts.rulebase.task.get(task_id or "")
    return framed(facts, task).first(task_in_words(facts, task).whole.metrics) if task else None


def metric_to_judge_by(facts: Facts, task_id: str | None, alternative_id: str | None) -> str | None:
    """The primary metric of the task type or, without one, the metric of the alternative. `facts` with the results."""
    if choice := primary_metric(facts, task_id):
        return choice.metric
    alternative = facts.rulebase.alternative.get(alternative_id or "")
    return alternative.metric if alternative and task_id is None else None


def metric_conditions(task: Task) -> list[Condition]:
    """Every condition that the primary metric of a task type depends on: its own, and those that a framing fits to."""
    choices = [*task.metrics, *(choice for variant in task.variants for choice in variant.metrics or ())]
    kinds = [variant.when for variant in task.variants] + [rule.when for rule in task.rules]
    return kinds + [choice.when for choice in choices if choice.when is not None]


def suggested_baseline(facts: Facts, task_id: str | None) -> Baseline | None:
    """The baseline that the task type suggests: the first that holds. `facts` with the results."""
    task = facts.rulebase.task.get(task_id or "")
    return framed(facts, task).first(task_in_words(facts, task).whole.baselines) if task else None


def facts_of(rulebase: RuleBase, assessment: Assessment) -> Facts:
    """The answers of an assessment with the results that it came to, for the conditions of advice."""
    alternatives = (assessment.alternative,) if assessment.alternative else ()
    found = conclusions_from(rulebase, assessment.possible_outcomes, alternatives, assessment.possible_tasks)
    return Facts(rulebase, assessment.answers, {**found.results, GIVEN: assessment.given})


def _in_order(found: Collection[str], order: Iterable[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in order if id_ in found)


def _only(found: Collection[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None
