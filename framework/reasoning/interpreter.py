"""The reference: a three-valued (Kleene) interpreter of conditions, short enough to be checked by reading.

True, False, or None for unknown. A question that does not apply has no value, so a condition on it is False. Whether it
applies may itself be unknown. The diagram must agree with this module on every input that is tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from framework.model.answers import Answer
from framework.model.condition import AnyOf, AtLeast, Condition, Is, Not, Unless
from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.model.rules import STRONGEST_FIRST, Status

Truth = bool | None
Result = str | tuple[str, ...] | None


class HasCondition(Protocol):
    """Something that is said or chosen only if its condition holds; always, where it has none."""

    @property
    def when(self) -> Condition | None:
        """The condition."""
        ...


Choice = TypeVar("Choice", bound=HasCondition)


class Facts:
    """One sheet seen through a rule base: answers, which questions apply, and how criteria stand."""

    def __init__(self, rulebase: RuleBase, answers: Mapping[str, Answer], results: Mapping[str, Result] | None = None):
        """`results` are those that advice may ask for (verdict, task, ...); None there means still open, and of several
        (the numbers that are given) one is enough.
        """
        self.rulebase = rulebase
        self.answers = rulebase.accept(answers)
        self.results = dict(results or {})
        self._closed = rulebase.closed_questions
        self._applies: dict[str, Truth] = {}
        self._statuses: dict[tuple[str, Status], Truth] = {}

    def with_results(self, results: Mapping[str, Result]) -> Facts:
        """A copy of these facts with more results known; what was worked out from the answers is kept."""
        copy = Facts(self.rulebase, {}, {**self.results, **results})
        copy.answers = self.answers
        copy._applies, copy._statuses = self._applies, self._statuses
        return copy

    def applies(self, question_id: str) -> Truth:
        """Whether the question is asked at all."""
        if question_id not in self._applies:
            condition = self.rulebase.questions[question_id].asked_when
            self._applies[question_id] = True if condition is None else self.holds(condition)
        return self._applies[question_id]

    def holds(self, condition: Condition) -> Truth:
        """The value of a condition. Plain loops: this is what a full assessment spends its time on."""
        if isinstance(condition, Is):
            return self._is(condition)
        if isinstance(condition, Not):
            value = self.holds(condition.part)
            return None if value is None else not value
        if isinstance(condition, Unless):
            return not self.holds(condition.part)
        if isinstance(condition, AtLeast):
            values = [self.holds(part) for part in condition.parts]
            if values.count(True) >= condition.count:
                return True
            return None if len(values) - values.count(False) >= condition.count else False
        settling = isinstance(condition, AnyOf)  # the value of one part that settles the whole
        result: Truth = not settling
        for part in condition.parts:
            value = self.holds(part)
            if value is settling:
                return settling
            if value is None:
                result = None
        return result

    def first(self, choices: Iterable[Choice]) -> Choice | None:
        """The first choice whose condition holds, or that has none."""
        return next((choice for choice in choices if choice.when is None or self.holds(choice.when)), None)

    def status(self, criterion_id: str) -> Status:
        """Where a criterion stands; open where the answers do not settle it."""
        for status in STRONGEST_FIRST:
            if self.has_status(criterion_id, status):
                return status
        return Status.OPEN

    def has_status(self, criterion_id: str, status: Status) -> Truth:
        """Whether a criterion has a status: one of its clauses holds and no stronger status does."""
        key = (criterion_id, status)
        if key not in self._statuses:
            criterion = self.rulebase.criterion[criterion_id]
            own = _any(self.holds(clause.when) for clause in criterion.clauses(status))
            stronger = STRONGEST_FIRST[: STRONGEST_FIRST.index(status)]
            blocked = _any(self.holds(clause.when) for other in stronger for clause in criterion.clauses(other))
            self._statuses[key] = _all((own, None if blocked is None else not blocked))
        return self._statuses[key]

    def _is(self, leaf: Is) -> Truth:
        name = leaf.name
        question = self._closed.get(name)
        if question is not None:
            given = self.answers.get(name)
            satisfied = None if given is None else satisfies(question, given, leaf.values)
            if satisfied is False or question.asked_when is None:
                return satisfied
            applies = self.applies(name)
            return None if satisfied is None and applies else applies
        if name in self.results:
            value = self.results[name]
            if isinstance(value, tuple):
                return any(one in leaf.values for one in value)
            return None if value is None else value in leaf.values
        if name in self.rulebase.criterion:
            return _any(self.has_status(name, Status(value)) for value in leaf.values)
        return None


def satisfies(question: Question, given: Answer, values: Sequence[str]) -> Truth:
    """Whether an answer is one of the values, or has one of them among several; None where a partial one may be."""
    if isinstance(given, str):
        return given in values
    complete = ((one,) if isinstance(one, str) else one for one in question.allowed(given))
    found = {any(value in values for value in one) for one in complete}
    return found.pop() if len(found) == 1 else None


def _all(values: Iterable[Truth]) -> Truth:
    result: Truth = True
    for value in values:
        if value is False:
            return False
        if value is None:
            result = None
    return result


def _any(values: Iterable[Truth]) -> Truth:
    result: Truth = False
    for value in values:
        if value:
            return True
        if value is None:
            result = None
    return result
