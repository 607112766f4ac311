"""The variant of a task type, an alternative or an outcome: its own words where it has some, or else its owner's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from framework.model.content import Task, TaskVariant
from framework.model.rule_id import ALTERNATIVES, TASKS, VARIANTS, rule_id
from framework.model.rules import Alternative, AlternativeVariant, Outcome, OutcomeVariant
from framework.reasoning.interpreter import Facts

Whole = TypeVar("Whole", Task, Alternative)
_NOT_FIELDS = frozenset({"id", "name", "when", "cheaper", "evidence", "sources"})
"""What a variant has besides the fields of its owner."""


@dataclass(frozen=True)
class Worded(Generic[Whole]):
    """A task type or an alternative in the words that fit these answers."""

    whole: Whole
    """With the fields of the variant in place of its own."""
    variant: TaskVariant | AlternativeVariant | None
    folder: str

    def where(self, field: str, *path: str) -> str:
        """The rule id of a field, or of something inside it."""
        inside = (VARIANTS, self.variant.id) if self.variant and self._is_own(field) else ()
        return rule_id(self.folder, self.whole.id, *inside, *field.split("/"), *path)

    def sources(self, field: str) -> tuple[str, ...]:
        """The sources of a field."""
        return self.variant.sources if self.variant and self._is_own(field) else self.whole.sources

    def _is_own(self, field: str) -> bool:
        name = field.partition("/")[0]
        return name not in ("name", "sources") and getattr(self.variant, name, None) is not None


def framed(facts: Facts, task: Task) -> Facts:
    """What a framing by this task type starts from. `facts` with the results.

    Of options that the person is between, those that exclude the task type count no more; the others stay open.
    """
    if facts.results.get("task") == task.id:
        return facts
    closed = facts.rulebase.closed_questions
    for id_, given in facts.answers.items():
        if closed[id_].is_partial(given):
            kept = tuple(option for option in given if _may_fit(facts, task, id_, option))
            if 0 < len(kept) < len(given):
                facts = Facts(facts.rulebase, {**facts.answers, id_: kept}, facts.results)
    return facts


def _may_fit(facts: Facts, task: Task, question: str, option: str) -> bool:
    supposed = Facts(facts.rulebase, {**facts.answers, question: option})
    return any(supposed.holds(rule.when) is not False for rule in task.rules)


def task_in_words(facts: Facts, task: Task) -> Worded[Task]:
    """A task type in the words of its first variant that holds. `facts` with the results."""
    variant = framed(facts, task).first(task.variants)
    return Worded(task.model_copy(update=_own(variant)) if variant else task, variant, TASKS)


def alternative_in_words(facts: Facts, alternative: Alternative) -> Worded[Alternative]:
    """An alternative in the words of its first variant that holds. `facts` with the results."""
    variant = facts.first(alternative.variants)
    return Worded(alternative.model_copy(update=_own(variant)) if variant else alternative, variant, ALTERNATIVES)


def outcome_in_words(facts: Facts, outcome: Outcome) -> Outcome:
    """An outcome in the words of its first variant that holds. `facts` with the results."""
    variant = facts.first(outcome.variants)
    return outcome.model_copy(update=_own(variant)) if variant else outcome


def _own(variant: TaskVariant | AlternativeVariant | OutcomeVariant) -> dict[str, object]:
    """The fields that a variant words itself."""
    return {name: value for name, value in variant if name not in _NOT_FIELDS and value is not None}
