"""Checks exercises against the assembled rule base: every number is drawn, every slot can be filled."""

from __future__ import annotations

import re
from collections.abc import Iterable

from framework.errors import did_you_mean
from framework.model.base import FieldPath
from framework.model.exercise import CALCULATIONS, NUMBER_FORMATS, SLOTS, NumbersExercise, VerdictExercise
from framework.rulebase.collection import Collection, Entry

_SLOT = re.compile(r"\{([^{}]*)\}")


def check(collection: Collection) -> None:
    """Report what is wrong in an exercise, at its place."""
    for entry in collection.all("exercises"):
        exercise = entry.value
        numbers: frozenset[str] = frozenset()
        if isinstance(exercise, NumbersExercise):
            calculation = CALCULATIONS[exercise.calculation]
            numbers = frozenset((*calculation.takes, *calculation.gives))
            for index, story in enumerate(exercise.stories):
                _same(collection, entry, ("stories", index, "numbers"), story.numbers, calculation.takes, "number")
                _slots(collection, entry, ("stories", index, "text"), story.text, numbers, ())
            for row, cells in enumerate(exercise.grid.rows if exercise.grid else ()):
                for column, cell in enumerate(cells):
                    _slots(collection, entry, ("grid", "rows", row, column), cell, numbers, ())
        texts = SLOTS.get(exercise.kind, ())
        if not isinstance(exercise, NumbersExercise):
            _slots(collection, entry, ("also_right",), exercise.also_right, (), ("names",))
        if isinstance(exercise, VerdictExercise):
            _slots(collection, entry, ("by_rule",), exercise.by_rule, (), ("answers",))
        for index, part in enumerate(exercise.parts):
            _slots(collection, entry, ("parts", index, "ask"), part.ask, numbers, texts)
            _slots(collection, entry, ("parts", index, "solution"), part.solution, numbers, texts)
            states = CALCULATIONS[exercise.calculation].states if isinstance(exercise, NumbersExercise) else ()
            if part.in_state:
                _same(collection, entry, ("parts", index, "in_state"), part.in_state, states, "state")
            for state, text in part.in_state.items():
                _slots(collection, entry, ("parts", index, "in_state", state), text, numbers, texts)


def _same(
    collection: Collection, entry: Entry, at: FieldPath, given: Iterable[str], wanted: Iterable[str], what: str
) -> None:
    for name in given:
        if name not in tuple(wanted):
            place = entry.place(*at, name, of_key=True)
            collection.report(place, f"unknown_{what}", f"there is no {what} `{name}`", did_you_mean(name, wanted))
    for name in wanted:
        if name not in tuple(given):
            collection.report(entry.place(*at), f"missing_{what}", f"the {what} `{name}` is missing", "add it")


def _slots(
    collection: Collection, entry: Entry, at: FieldPath, template: str, numbers: Iterable[str], texts: Iterable[str]
) -> None:
    known = [*(f"{name}:{form}" for name in numbers for form in NUMBER_FORMATS), *texts]
    for slot in _SLOT.findall(template):
        if slot not in known:
            collection.report(entry.place(*at), "unknown_slot", f"`{{{slot}}}` is unknown", did_you_mean(slot, known))
