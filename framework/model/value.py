"""Value models: how a task type is worth something, in which numbers, and the sentences about it. Data only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from operator import eq, ne
from typing import Literal, NamedTuple, get_args

from pydantic import Field

from framework.model.base import FrozenModel, Id, RoleId, SourceId, TaskId, Text
from framework.model.condition import Condition
from framework.model.content import ChainLink, ConditionalText
from framework.model.doubt import Doubt
from framework.model.economics import Span
from framework.model.formulas import FormulaId
from framework.model.rules import Rule

MIN_CORE, MAX_CORE = 4, 8
"""Numbers of a value model that a person is asked for at first."""

GIVEN = "given"
"""The name under which conditions of advice ask which numbers are given: `{given: capacity}`, by role."""

COMPARED = {"costs_differ": ("cost_under", ne, "cost_over"), "costs_equal": ("cost_under", eq, "cost_over")}
"""What they may ask besides: whether two numbers are known, and differ or are the same."""


class NumberAsked(FrozenModel):
    """One number that a value model asks for, by the role of its question."""

    role: RoleId
    core: bool = False
    """Whether it is one of the few that a first result rests on; the others are folded away. Without any, all are."""
    demanded_when: Condition | None = None
    """When it must be given: no default is taken, and without it there is no result."""
    not_when: Condition | None = None
    """Where it is left out although it was given: another answer says that there is no such number."""
    doubts: tuple[Doubt, ...] | None = None
    """When it is doubtful here, in place of what its question says; an empty list: never. Without, as that says."""


class QualityNumber(FrozenModel):
    """The one number of model quality that a value model needs."""

    role: Id
    words: Text
    """What it is, in words that follow "a": "share of alerts that are right"."""
    stand_in: float | None = None
    """The best that was reported, where no bound is known."""
    stand_in_when: Condition | None = None
    """Where that was reported about something like this; without, everywhere."""
    today: RoleId | None = None
    """The role of the same number today."""
    below_today: Text | None = None
    """Why it may be lower than today's and pay nevertheless: a sentence."""


class Aim(FrozenModel):
    """A number that people may want to change, today and then: roles, or further results of the formula, by name."""

    name: Text | None = None
    """What it is called, where it is no number that people are asked for."""
    now: Id
    then: Id
    best: Id | None = None
    """The same if every answer were right, where that is known: a target beyond it is out of reach."""
    acted: bool = False
    """Whether these numbers already count that only a part of the answers is acted upon."""
    share: bool = False
    """Whether it is a share, 0..1: it is then what people mean by a number in %, and by no other."""
    along: Text | None = None
    """What it is, in the plural, where a number of the person's own may move in step with it; it is held against that
    whatever it is today. Without, only if it is the same today."""
    when: Condition | None = None
    """For whom the number of today is that of the formula; without a condition, for everybody."""


class Published(FrozenModel):
    """How good published work on a like problem was."""

    id: Id
    what: Text
    """The like problem."""
    figure: Text
    """What was reached, in words."""
    when: Condition | None = None
    top: float | None = None
    """The best of it, in terms of the quality number."""
    least: float | None = None
    """The least of it: from a hope above this on, what was reached is told."""
    middle: float | None = None
    """What to reckon with instead of a hope that goes beyond."""
    sources: tuple[SourceId, ...] = Field(min_length=1)


class ResultRow(FrozenModel):
    """One further result of the formula in words."""

    figure: Id
    label: Text
    first: bool = False
    """Whether it stands before the results that every value model has, and is left out like these where there are
    too many."""
    percent: bool = False
    rounded: Literal["up", "down"] | None = None
    """For a limit: to which side it is rounded, so that what is printed keeps it."""
    digits: int | None = Field(default=None, ge=1, le=6)
    """Significant digits of a limit that nobody could test more finely."""


class TodayGiven(FrozenModel):
    """What a sum compares with if the numbers of these roles are given."""

    id: Id
    roles: tuple[RoleId, ...] = Field(min_length=1)
    text: Text
    """Words that follow "against"."""
    told_by: Id | None = None
    """The figure of what the simple way among these brings a year, which tells which of them is compared with."""
    if_more: Text | None = None
    """The words where the simple way brings something throughout."""
    if_none: Text | None = None
    """Those where it brings nothing throughout."""

    def named(self, figures: Mapping[str, Span]) -> str:
        """The one that is compared with; all of them where that is open."""
        found = figures.get(self.told_by or "")
        if found is None or found.low is None or found.high is None:
            return self.text
        one = self.if_more if found.low > 0 else self.if_none if found.high <= 0 else None
        return one or self.text


class ValueModel(FrozenModel):
    """How answers of one kind are worth something. It applies by one of its rules, or by default to its task types."""

    id: Id
    title: Text
    about: Text
    formula: FormulaId
    tasks: tuple[TaskId, ...] = ()
    """The task types that it is the default of."""
    rules: tuple[Rule, ...] = ()
    """When it applies whatever the default says."""
    cases: Text
    """What is counted, in the plural: "alerts", "documents"."""
    numbers: tuple[NumberAsked, ...] = Field(min_length=4)
    """In the order in which they are asked."""
    quality: QualityNumber
    today: Text | None = None
    """What the sum compares with, where that is not simply today's way: words that follow "against"."""
    today_given: tuple[TodayGiven, ...] = ()
    """What it compares with instead, by the numbers that are given: the first of which all are."""
    ml_objective: Text | None = None
    """Where it applies by one of its rules, in place of the ML objective of the task type."""
    simple_ways: tuple[Text | ConditionalText, ...] = Field(min_length=2)
    """What a model has to beat; a brief tells the first ones that hold."""
    leaves_out: tuple[ConditionalText, ...] = ()
    """Of a goal that the sum does not count, what to say where it comes to a loss: the first that holds. Such a loss
    does not speak against the verdict by itself."""
    process: ChainLink
    """The process metric, in the chain from the loss to the outcome."""
    policy: ChainLink
    """The decision policy, likewise."""
    results: tuple[ResultRow, ...] = ()
    aims: tuple[Aim, ...] = ()
    """What a target that the person stated in a unit of their own may be held against; the first that fits."""
    published: tuple[Published, ...] = ()
    limits: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)

    def with_doubts(self, doubts_of: Mapping[str, tuple[Doubt, ...]]) -> ValueModel:
        """The value model in which numbers without doubts of their own have those of their questions, by role."""
        numbers = (
            asked.model_copy(update={"doubts": doubts_of.get(asked.role, ())}) if asked.doubts is None else asked
            for asked in self.numbers
        )
        return self.model_copy(update=dict(numbers=tuple(numbers)))  # noqa: C408 (fields, no ids)

    def without_report(self) -> ValueModel:
        """The value model without the best quality that was reported, for where that is about something else."""
        bare = self.quality.model_copy(update=dict(stand_in=None, stand_in_when=None))  # noqa: C408 (fields, no ids)
        return self.model_copy(update={"quality": bare})

    def compared_with(self, given: Collection[str], figures: Mapping[str, Span]) -> str | None:
        """What the sum compares with when numbers of these roles are given; None for simply today's way."""
        known = set(given)
        return next((case.named(figures) for case in self.today_given if known.issuperset(case.roles)), self.today)


Kind = Literal["pays", "even", "loses"]
"""What the gain of a year comes to beside its cost."""

Certainty = Literal["sure", "likely", "open"]
"""How surely it does, for numbers given as ranges."""

RESULTS: tuple[Kind, ...] = get_args(Kind)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)


class Basis(NamedTuple):
    """The numbers of a rule base on which results rest; without one, the arithmetic goes on as the default says."""

    margin: float = 0.0
    """Within this of 1 the ratio of gain to cost is about even; 0: it pays or does not."""
    enough: float | None = None
    """Real cases below which even testing a model says little."""
    spread_over: float = 1.0
    """Years of use over which the one-off cost is written off, unless somebody says otherwise; 1: in one year."""
    varied: float = 0.0
    """How far an input given as a single number is varied up and down: this part of it, 0 to 1; 0: not at all."""
    realised_least: float = 1.0
    """The lowest share of saved minutes put to use that is tried, where all are counted; 1: as for any other share."""
