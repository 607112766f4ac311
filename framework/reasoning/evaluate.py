"""The reference: a three-valued (Kleene) interpreter of conditions, short enough to be checked by reading.

True, False, or None for unknown. A question that does not apply has no value, so a condition on it is False. Whether it
applies may itself be unknown. The diagram must agree with this module on every input that is tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from framework.model.condition import All, AnyOf, AtLeast, Condition, Is, Not
from framework.model.question import NOT_SURE
from framework.model.rulebase import RuleBase
from framework.model.rules import Status

Truth = bool | None
Answer = str | tuple[str, ...]

_ORDER = (Status.BLOCKING, Status.UNFAVOURABLE, Status.FAVOURABLE)


@dataclass(frozen=True)
class Trace:
    """Why a condition has its value: what was asked, what came back, and the parts it is made of."""

    text: str
    value: Truth
    parts: tuple[Trace, ...] = ()


class Facts:
    """One sheet seen through a rule base: answers, which questions apply, and how criteria stand."""

    def __init__(self, rulebase: RuleBase, answers: Mapping[str, Answer], late: Mapping[str, str | None] | None = None):
        """`late` gives results that later rules may ask for (verdict, task, ...); None there means still open."""
        self.rulebase = rulebase
        self.answers = {id_: given for id_, given in answers.items() if known(given)}
        self.late = dict(late or {})
        self._closed = rulebase.closed_questions
        self._applies: dict[str, Truth] = {}
        self._statuses: dict[tuple[str, Status], Truth] = {}

    def with_results(self, late: Mapping[str, str | None]) -> Facts:
        """The same sheet, with more results known; what was worked out is kept."""
        copy = Facts(self.rulebase, self.answers, {**self.late, **late})
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

    def status(self, criterion_id: str) -> Status:
        """Where a criterion stands; open where the answers do not settle it."""
        for status in _ORDER:
            if self.has_status(criterion_id, status):
                return status
        return Status.OPEN

    def has_status(self, criterion_id: str, status: Status) -> Truth:
        """Whether a criterion has a status: one of its clauses holds and no stronger status does."""
        key = (criterion_id, status)
        if key not in self._statuses:
            criterion = self.rulebase.criterion[criterion_id]
            own = _any(self.holds(clause.when) for clause in criterion.clauses(status))
            stronger = _ORDER[: _ORDER.index(status)]
            blocked = _any(self.holds(clause.when) for other in stronger for clause in criterion.clauses(other))
            self._statuses[key] = _all((own, None if blocked is None else not blocked))
        return self._statuses[key]

    def trace(self, condition: Condition) -> Trace:
        """The value of a condition with the values of its parts, for showing."""
        parts: Sequence[Condition] = ()
        match condition:
            case Is(name, values):
                text = f"{name}: {' or '.join(values)}"
            case Not(part):
                text, parts = "not", (part,)
            case All(parts):
                text = "all of"
            case AnyOf(parts):
                text = "any of"
            case AtLeast(count, parts):
                text = f"at least {count} of"
        return Trace(text, self.holds(condition), tuple(self.trace(part) for part in parts))

    def _is(self, leaf: Is) -> Truth:
        name = leaf.name
        question = self._closed.get(name)
        if question is not None:
            given = self.answers.get(name)
            if question.asked_when is None:
                return None if given is None else matches(given, leaf.values)
            applies = self.applies(name)
            if applies is False or (given is not None and not matches(given, leaf.values)):
                return False
            return None if given is None else applies
        if name in self.late:
            value = self.late[name]
            return None if value is None else value in leaf.values
        if name in self.rulebase.criterion:
            return _any(self.has_status(name, Status(value)) for value in leaf.values)
        return None


def known(given: object) -> bool:
    """Whether an answer says something: `not_sure`, nothing and an empty list are unknown."""
    return given is not None and given != NOT_SURE and given != () and given != [] and given != (NOT_SURE,)


def matches(given: Answer, values: Sequence[str]) -> bool:
    """Whether an answer is one of the values, or has one of them among several."""
    if isinstance(given, str):
        return given in values
    return any(value in given for value in values)


def first_that_holds(branches: Iterable[tuple[str, Condition]], otherwise: str, facts: Facts) -> tuple[str, ...]:
    """What an ordered list of rules can still give: an upper bound, exact when every answer is known."""
    possible: list[str] = []
    for name, condition in branches:
        value = facts.holds(condition)
        if value is not False and name not in possible:
            possible.append(name)
        if value:
            return tuple(possible)
    return tuple(possible if otherwise in possible else (*possible, otherwise))


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
