"""Conditions: the small language that states when a rule holds. Data only; `reasoning` evaluates it."""

from __future__ import annotations

from dataclasses import dataclass, field

from framework.errors import Place


@dataclass(frozen=True)
class Is:
    """A question, criterion or earlier result has one of these values.

    For a question with several answers: at least one of the values was chosen. A question that does not apply has no
    value, so this is false for it.
    """

    name: str
    values: tuple[str, ...]
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class All:
    """Every part holds; true when there are no parts."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class AnyOf:
    """At least one part holds; false when there are no parts."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Not:
    """The part does not hold."""

    part: Condition


@dataclass(frozen=True)
class Unless:
    """The part is not known to hold. For what is said after the verdict: it is said while the part is open, too."""

    part: Condition


@dataclass(frozen=True)
class AtLeast:
    """At least `count` of the parts hold."""

    count: int
    parts: tuple[Condition, ...]


Condition = Is | All | AnyOf | Not | Unless | AtLeast
CONDITION_TYPES = (Is, All, AnyOf, Not, Unless, AtLeast)

NEVER = AnyOf(())


def names_in(condition: Condition) -> tuple[Is, ...]:
    """Every leaf of a condition, from left to right."""
    if isinstance(condition, Is):
        return (condition,)
    if isinstance(condition, Not | Unless):
        return names_in(condition.part)
    return tuple(leaf for part in condition.parts for leaf in names_in(part))


def depth_of(condition: Condition) -> int:
    """How many levels of parts a condition has; a leaf has none."""
    if isinstance(condition, Is):
        return 0
    parts = (condition.part,) if isinstance(condition, Not | Unless) else condition.parts
    return 1 + max(map(depth_of, parts), default=-1)


def uses_unless(condition: Condition) -> bool:
    """Whether a part of a condition counts what is open as not holding."""
    if isinstance(condition, Is | Unless):
        return isinstance(condition, Unless)
    return any(map(uses_unless, (condition.part,) if isinstance(condition, Not) else condition.parts))
