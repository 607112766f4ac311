"""Every id that can be referred to, by kind, collected once for all checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import BaseModel

from framework.model.base import FieldPath, Ref, pieces_of
from framework.model.brief import BRIEF_SECTIONS, LOSS_FIGURES, OWN_PARTS
from framework.model.condition import CONDITION_TYPES, Condition
from framework.model.exercise import CALCULATIONS
from framework.model.lesson import PLAYS
from framework.model.question import Question
from framework.model.rules import Status
from framework.model.value import COMPARED, GIVEN
from framework.rulebase.collection import Collection, Entry

RESULTS = ("verdict", "outcome", "alternative", "task", GIVEN)
"""Names that only conditions evaluated after the verdict may use."""

STATUSES = frozenset(status.value for status in Status if status is not Status.OPEN)


DEFINED_IN: dict[str, tuple[str, ...]] = {
    "questions": ("section", "question", "slot", "role", GIVEN),
    "criteria": ("criterion",),
    "sources": ("source",),
    "verdicts": ("verdict", "outcome"),
    "alternatives": ("alternative",),
    "tasks": ("task",),
    "values": ("value",),
    "metrics": ("metric",),
    "objectives": ("objective",),
    "lessons": ("lesson",),
    "cases": ("case",),
    "plan": ("step",),
    "exercises": ("exercise",),
}
"""Kind of file to the kinds of ids that it defines."""

WORDS = {
    "brief_section": "section of a brief",
    "loss_figure": "figure of a loss",
    "own_part": "part of an idea of one's own",
    "play": "calculation to play with",
    "step": "step of the plan",
}
"""Kinds whose name is not the word for them."""


@dataclass(frozen=True)
class Names:
    """Known ids by kind, and the closed questions with their options."""

    kinds: dict[str, frozenset[str]]
    options: dict[str, frozenset[str]]
    complete: bool = True
    """Whether every file could be read and none has a problem."""
    unknown: frozenset[str] = frozenset()
    """Kinds of which some ids may be in a file that could not be read, so that a missing one is not a mistake."""
    questions: dict[str, Question] = field(default_factory=dict)

    @classmethod
    def of(cls, collection: Collection) -> Names:
        """Collect from every file that could be read."""
        questions: dict[str, Question] = {}
        for entry in collection.all("questions"):
            for question in entry.value.questions:
                questions.setdefault(question.id, question)
        kinds = {
            kind: frozenset(entry.value.id for entry in collection.all(plural))
            for plural, (kind, *_) in DEFINED_IN.items()
        }
        kinds |= {
            "question": frozenset(questions),
            "slot": frozenset(q.id for q in questions.values() if q.kind == "text"),
            "outcome": frozenset(o.id for entry in collection.all("verdicts") for o in entry.value.outcomes),
            "brief_section": frozenset(BRIEF_SECTIONS),
            "loss_figure": frozenset(LOSS_FIGURES),
            "own_part": frozenset(OWN_PARTS),
            "play": frozenset(PLAYS),
            "calculation": frozenset(CALCULATIONS),
        }
        roles = {q.role for q in questions.values() if q.kind == "number" and q.role}
        kinds |= {"role": frozenset(roles), GIVEN: frozenset({*roles, *COMPARED})}
        options = {q.id: frozenset(option.id for option in q.options) for q in questions.values() if q.closed}
        unknown = frozenset(kind for plural in collection.unread for kind in DEFINED_IN.get(plural, ()))
        return cls(kinds, options, not collection.problems, unknown, questions)

    def knows(self, *kinds: str) -> bool:
        """Whether every id of these kinds is known."""
        return self.unknown.isdisjoint(kinds)

    def values_of(self, name: str, *, after_verdict: bool) -> frozenset[str] | None:
        """The values that a condition may compare `name` with; None if there is no such name."""
        if name in self.options:
            return self.options[name]
        if name in self.kinds["criterion"]:
            return STATUSES
        if after_verdict and name in RESULTS:
            return self.kinds[name]
        return None

    def condition_names(self, *, after_verdict: bool) -> frozenset[str]:
        """Every name that a condition may use."""
        return (
            frozenset(self.options) | self.kinds["criterion"] | (frozenset(RESULTS) if after_verdict else frozenset())
        )


def everything(collection: Collection) -> Iterator[tuple[str, Entry]]:
    """Every entry with its kind, the manifest included."""
    if collection.manifest is not None:
        yield "manifest", collection.manifest
    for kind, entries in collection.entries.items():
        for entry in entries:
            yield kind, entry


def references(model: BaseModel, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Ref, str]]:
    """Every reference inside a model, with its path."""
    for name, ref in _fields(type(model)):
        value = getattr(model, name)
        if value is not None:
            yield from _refs(value, ref, (*path, name))


def conditions_in(model: BaseModel, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Condition]]:
    """Every condition inside a model, with its path."""
    for name, _ in _fields(type(model)):
        yield from _conditions(getattr(model, name), (*path, name))


def _refs(value: Any, ref: Ref | None, path: FieldPath) -> Iterator[tuple[FieldPath, Ref, str]]:
    if isinstance(value, BaseModel):
        yield from references(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _refs(item, ref, (*path, index))
    elif ref is not None and isinstance(value, str):
        yield path, ref, value


def _conditions(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, Condition]]:
    if isinstance(value, CONDITION_TYPES):
        yield path, value
    elif isinstance(value, BaseModel):
        yield from conditions_in(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _conditions(item, (*path, index))


@cache
def _fields(kind: type[BaseModel]) -> tuple[tuple[str, Ref | None], ...]:
    """The fields of a model with what each refers to: of thousands of entries there are a few dozen kinds."""
    return tuple(
        (name, next((part for part in pieces_of(info.annotation, info.metadata) if isinstance(part, Ref)), None))
        for name, info in kind.model_fields.items()
    )
