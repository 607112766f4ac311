"""Results of a value model: what a task is worth a year, what quality it needs, and which number matters most.

Models only; the arithmetic is in `framework.economics.worth`. Amounts are in the person's own unit, a year unless a
name says otherwise. A result whose numbers are missing is None.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from framework.model.base import FrozenModel
from framework.model.economics import Curve, NumberIssue, Span, Tornado
from framework.model.sheet import Range
from framework.model.value import Certainty, Kind


class NumberDoubt(FrozenModel):
    """A number that is possible but doubtful."""

    role: str
    sentence: str


class Needed(FrozenModel):
    """The quality needed; None inside: never. None as a whole: it cannot be said yet."""

    today: Span | None = None
    """To be better than today's way."""
    upkeep: Span | None = None
    """To earn its running cost."""
    pays: Span | None = None
    """To earn its running cost and, over the years of use, what it cost once."""


class Information(FrozenModel):
    """What it is worth to know one number exactly, before deciding."""

    role: str
    worth: float
    """With half of the weight spread evenly on each side of the middle."""
    at_most: float
    """Under any weights on the range: never spend more on finding out."""


class Worth(FrozenModel):
    """Everything that follows from the numbers of one value model."""

    value: str
    """Id of the value model."""
    quality: str
    """The role that says how good the model is."""
    counted: str | None
    """The role that the gain grows with."""
    once: bool
    """Whether gain and cost come once and not every year."""
    numbers: dict[str, Range]
    """The usable numbers by role, defaults included."""
    assumed: tuple[str, ...]
    missing: tuple[str, ...]
    """Roles without which there is no result."""
    issues: tuple[NumberIssue, ...]
    doubts: tuple[NumberDoubt, ...]
    years_of_use: Range
    """Over which the one-off cost is written off; 1 where the gain comes once."""
    gain: Range | None = None
    """G, over today's way and before its own cost."""
    cost: Range | None = None
    """K, running cost and the share of the one-off cost; None where either is unknown."""
    net: Range | None = None
    """G less the running cost."""
    total: Range | None = None
    """W, over all years of use and less everything that it costs."""
    ratio: Range | None = None
    """G / K."""
    result: Kind | None = None
    partial: Range | None = None
    """Where only demanded numbers are missing: G - K while nothing is counted for them."""
    certainty: Certainty | None = None
    """None where no number is a range: single figures do not say how sure the result is."""
    leans: Literal["gain", "loss"] | None = None
    """For a result about even: where the ranges reach further."""
    needed: Needed = Field(default_factory=Needed)
    perfect: Range | None = None
    """G of perfect answers, or of the best that was reported where no bound is known."""
    perfect_least: Range | None = None
    """The least that perfect answers may bring, where `perfect` is the most that they may."""
    bound: bool = True
    """Whether no model can bring more than `perfect`."""
    share_needed: float | None = None
    """K over the gain of perfect answers: the share of perfection that it has to reach."""
    too_small: bool = False
    """Whether not even perfect answers would pay, with every number at its best end."""
    smallest_count: float | None = None
    """How many cases there would have to be for perfect answers to pay."""
    surely_enough: float | None = None
    """The same if perfect answers bring the least that they may."""
    count_at_best: float | None = None
    """The same with every number at its best end."""
    figures: dict[str, Span] = Field(default_factory=dict)
    """Further results of the formula by id."""
    real_cases: float | None = None
    """Real cases a year."""
    years: float | None = None
    """Years until there are enough of them to learn from."""
    tornado: Tornado | None = None
    information: tuple[Information, ...] = ()
    first: str | None = None
    """The role of the number to find out first."""
    alike: tuple[str, ...] = ()
    """That one and all others that matter as much, to rounding."""
    curves: dict[str, Curve] = Field(default_factory=dict)
    """Points for charts: `quality`, a few `steps` of it for a table, and what else the formula draws."""

    @property
    def impossible(self) -> tuple[NumberIssue, ...]:
        """The issues with numbers that cannot be true, alone or together; there is no result, figure or curve then."""
        return tuple(issue for issue in self.issues if issue.blocks)

    @property
    def lacking(self) -> frozenset[str]:
        """The roles without which there is no result: what is missing, else the quality, if nobody gave it."""
        return frozenset(self.missing) or frozenset({self.quality} - self.numbers.keys())

    @property
    def less_is_better(self) -> bool:
        """Whether the quality is an error, so that a smaller number is better."""
        curve = self.curves.get("quality", ())
        return bool(curve) and curve[0][0] > curve[-1][0]

    @property
    def given(self) -> frozenset[str]:
        """The roles of the usable numbers that somebody gave."""
        return frozenset(self.numbers).difference(self.assumed)
