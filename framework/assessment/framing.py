"""How the problem is framed: the task type, what else fits, the metric and the baseline, and what cannot work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from framework.assessment.statements import because, questions_read, rule_statements
from framework.assessment.words import Words
from framework.model.assessment import Statement, TaskOption
from framework.model.condition import Condition
from framework.model.content import Task
from framework.model.rulebase import RuleBase
from framework.reasoning.decision import NO_TASK
from framework.reasoning.evaluate import Facts


@dataclass(frozen=True)
class Framing:
    """Everything about the task type; `task` is None while it is open or none is needed."""

    task: str | None
    reasons: tuple[Statement, ...]
    alternatives: tuple[TaskOption, ...]
    metric: str | None
    baseline: str | None
    sentence: str | None
    faults: tuple[Statement, ...]
    decouplings: tuple[Statement, ...]


def frame(facts: Facts, words: Words, possible_tasks: tuple[str, ...], has_task: bool) -> Framing:
    """The framing of a sheet. A task type is named once the answers leave only one, unless the verdict needs none.

    `has_task` says whether the verdict needs a learning task; if not, the framing sentence is the one without.
    """
    rulebase = facts.rulebase
    only = possible_tasks[0] if len(possible_tasks) == 1 else NO_TASK
    task_id = only if has_task and only != NO_TASK else None
    task = rulebase.task.get(task_id) if task_id else None
    late = facts.with_results({"task": task_id or (NO_TASK if not has_task or possible_tasks == (NO_TASK,) else None)})
    template = rulebase.manifest.sentences.framing if task and has_task else rulebase.manifest.sentences.no_task
    return Framing(
        task=task_id,
        reasons=rule_statements(facts, f"tasks/{task_id}", task.rules) if task else (),
        alternatives=_also(late, task) if task else (),
        metric=chosen.metric if task and (chosen := _first(late, task.metrics)) else None,
        baseline=_baseline(late, task, words) if task else None,
        sentence=words.fill(template, task.verb if task else None) if template and (task or not has_task) else None,
        faults=_faults(late),
        decouplings=_decouplings(late),
    )


class _Conditional(Protocol):
    @property
    def when(self) -> Condition | None: ...


Choice = TypeVar("Choice", bound=_Conditional)


def _first(facts: Facts, choices: Iterable[Choice]) -> Choice | None:
    """The first choice whose condition holds (or has none)."""
    return next((choice for choice in choices if choice.when is None or facts.holds(choice.when)), None)


def _baseline(facts: Facts, task: Task, words: Words) -> str | None:
    """The person's own simple way if they named it, then the one the task type suggests."""
    suggested = _first(facts, task.baselines)
    return words.own.get("baseline") or (suggested.text if suggested else None)


def _also(facts: Facts, primary: Task) -> tuple[TaskOption, ...]:
    """Other task types that fit, each with its reason and the question that decides between it and the primary one."""
    options = []
    for task in facts.rulebase.task.values():
        if task.id == primary.id:
            continue
        reasons = rule_statements(facts, f"tasks/{task.id}", (*task.rules, *task.also_fits))
        if reasons:
            options.append(
                TaskOption(task=task.id, because=reasons[0], question=_deciding(facts.rulebase, primary, task))
            )
    return tuple(options)


def _deciding(rulebase: RuleBase, primary: Task, other: Task) -> str | None:
    """The question whose answer separates two task types: the last one, in asking order, that both rules read."""
    ours = set(questions_read(rulebase, [rule.when for rule in primary.rules]))
    theirs = questions_read(rulebase, [rule.when for rule in (*other.rules, *other.also_fits)])
    shared = [id_ for id_ in theirs if id_ in ours]
    return shared[-1] if shared else (theirs[-1] if theirs else None)


def _faults(facts: Facts) -> tuple[Statement, ...]:
    return tuple(
        because(facts, f"faults/{fault.id}", f"{fault.message} {fault.way_out}", fault.sources, fault.when)
        for fault in facts.rulebase.faults
        if facts.holds(fault.when)
    )


def _decouplings(facts: Facts) -> tuple[Statement, ...]:
    return tuple(
        because(facts, f"decouplings/{item.id}", f"{item.message} {item.combine}", item.sources, item.when)
        for item in facts.rulebase.decouplings
        if facts.holds(item.when)
    )
