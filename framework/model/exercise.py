"""Exercises to be solved by hand: what a rule base says about them. `framework.exercises` draws the numbers.

Texts are templates: `{name:number}` is a number, `{name}` a text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from framework.model.base import TAG, CaseId, FrozenModel, Id, QuestionId, Ref, SourceId, Text, tag_of
from framework.model.calculation import Calculation

_AT = ("low", "middle", "high")

CALCULATIONS: Mapping[str, Calculation] = {
    "break_even_share": Calculation(
        ("value", "success", "cost", "harm", "precision"),
        ("gain", "loss", "share", "hits", "vain", "hundred"),
        ("pays", "loses"),
    ),
    "expected_cost": Calculation(
        ("real", "miss", "false_alarm", *(f"{what}_{at}" for at in _AT for what in ("recall", "vain"))),
        tuple(f"{what}_{at}" for at in _AT for what in ("caught", "missed", "cost")),
        _AT,
    ),
    "base_rate": Calculation(
        ("volume", "base_rate", "recall", "false_alarms"),
        ("real", "others", "caught", "vain", "alarms", "precision", "right", "never"),
        ("better", "worse"),
    ),
}
"""Every calculation that an exercise can be about, by id; `framework.exercises.calculations` makes them."""


NUMBER_FORMATS = ("number", "percent", "tenths")
"""How a number can be written: with at most two decimal places, in per cent with at most one, or with exactly one."""

SLOTS: Mapping[str, tuple[str, ...]] = {
    "verdict": (
        *("verdict", "because", "also_right", "note", "deciding", "count"),
        *("question", "before", "after", "then", "then_because"),
    ),
    "metric": ("task", "also_right", "metric", "why", "wrong", "misleads"),
}
"""The texts that templates can use, by kind of exercise."""


class Part(FrozenModel):
    """One thing to work out, and how."""

    ask: Text
    solution: Text
    in_state: dict[Id, Text] = Field(default_factory=dict)
    """What follows, for each state that the calculation tells apart."""


class Story(FrozenModel):
    """A worked case as an exercise: what is told, and for each number the values that it is drawn from."""

    case: CaseId
    text: Text
    numbers: dict[Id, Annotated[tuple[float, ...], Field(min_length=1)]]


class Grid(FrozenModel):
    """A table of numbers: a name and templates in each row."""

    columns: tuple[Text, ...] = Field(min_length=2)
    rows: tuple[tuple[Text, ...], ...] = Field(min_length=1)


class _Exercise(FrozenModel):
    """What every exercise has."""

    id: Id
    title: Text
    minutes: int = Field(ge=1, le=60)
    sources: tuple[SourceId, ...] = Field(min_length=1)
    parts: tuple[Part, ...] = Field(min_length=1)


class NumbersExercise(_Exercise):
    """A calculation with numbers that differ from sheet to sheet."""

    kind: Literal["numbers"]
    calculation: Annotated[str, Ref("calculation")]
    stories: tuple[Story, ...] = Field(min_length=1)
    grid: Grid | None = None


class _CaseExercise(_Exercise):
    """An exercise whose solution what was published about a case has to support."""

    also_right: Text
    """What else is accepted, in {names}; left out where there is nothing else."""


class VerdictExercise(_CaseExercise):
    """A worked case and some of its answers: which verdict, which answers the deciding rule reads, and what another
    answer would change. A part about what decides is left out where no answer does, or too many do. A case's `note`
    stands only where something else is accepted.
    """

    kind: Literal["verdict"]
    answers_shown: int = Field(default=6, ge=3, le=12)
    by_rule: Text
    """Which answers decide, in {answers}: those that the deciding rule reads."""
    by_default: Text = "{because}"
    """Why the last verdict holds, which does so because nothing speaks against it; {because} is why in this form."""
    seldom: tuple[QuestionId, ...] = ()
    """Questions on which the verdicts of most cases hang: in most draws, another one is asked about."""


class MetricExercise(_CaseExercise):
    """A worked case and some metrics, each with what it means: which one to judge by. Among them are some numbers that
    the task type calls misleading.
    """

    kind: Literal["metric"]
    choices: int = Field(default=4, ge=2, le=8)
    misleading: int = Field(default=2, ge=0, le=6)
    """At most so many of the choices are misleading numbers; one metric at least is explained as the right one is."""
    why_not: Text
    """Why a misleading number is not right, in {name} and {why}."""


Exercise = Annotated[
    Annotated[NumbersExercise, Tag(f"{TAG}numbers")]
    | Annotated[VerdictExercise, Tag(f"{TAG}verdict")]
    | Annotated[MetricExercise, Tag(f"{TAG}metric")],
    Discriminator(tag_of),
]
