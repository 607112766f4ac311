"""Checks exercises against the assembled rule base: every number is drawn, every slot can be filled."""

from __future__ import annotations

from collections.abc import Iterable

from framework.model.base import FieldPath
from framework.model.exercise import (
    CALCULATIONS,
    NUMBER_FORMATS,
    SLOTS,
    MetricExercise,
    NumbersExercise,
    VerdictExercise,
)
from framework.rulebase.checks.calculations import known_slots, same_names
from framework.rulebase.collection import Collection, Entry


def check(collection: Collection) -> None:
    """Report what is wrong in an exercise, at its place."""
    for entry in collection.all("exercises"):
        exercise = entry.value
        numbers: frozenset[str] = frozenset()
        if isinstance(exercise, NumbersExercise):
            calculation = CALCULATIONS[exercise.calculation]
            numbers = frozenset((*calculation.takes, *calculation.gives))
            for index, story in enumerate(exercise.stories):
                same_names(collection, entry, ("stories", index, "numbers"), story.numbers, calculation.takes, "number")
                _slots(collection, entry, ("stories", index, "text"), story.text, numbers, ())
            for row, cells in enumerate(exercise.grid.rows if exercise.grid else ()):
                for column, cell in enumerate(cells):
                    _slots(collection, entry, ("grid", "rows", row, column), cell, numbers, ())
        texts = SLOTS.get(exercise.kind, ())
        if not isinstance(exercise, NumbersExercise):
            _slots(collection, entry, ("also_right",), exercise.also_right, (), ("names",))
        if isinstance(exercise, VerdictExercise):
            _slots(collection, entry, ("by_rule",), exercise.by_rule, (), ("answers",))
            _slots(collection, entry, ("by_default",), exercise.by_default, (), ("because",))
        if isinstance(exercise, MetricExercise):
            _slots(collection, entry, ("why_not",), exercise.why_not, (), ("name", "why"))
        for index, part in enumerate(exercise.parts):
            _slots(collection, entry, ("parts", index, "ask"), part.ask, numbers, texts)
            _slots(collection, entry, ("parts", index, "solution"), part.solution, numbers, texts)
            states = CALCULATIONS[exercise.calculation].states if isinstance(exercise, NumbersExercise) else ()
            if part.in_state:
                same_names(collection, entry, ("parts", index, "in_state"), part.in_state, states, "state")
            for state, text in part.in_state.items():
                _slots(collection, entry, ("parts", index, "in_state", state), text, numbers, texts)


def _slots(
    collection: Collection, entry: Entry, at: FieldPath, template: str, numbers: Iterable[str], texts: Iterable[str]
) -> None:
    known = [*(f"{name}:{form}" for name in numbers for form in NUMBER_FORMATS), *texts]
    known_slots(collection, entry, at, template, known)
