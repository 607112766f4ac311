"""Parts of the results of the cost-benefit calculation: ranges, curves, what a result depends on, problems.

Models only; the formulas are in `framework.economics`. Shares are 0..1. Amounts are in the person's own currency (or
hours, or incidents).
"""

from __future__ import annotations

from typing import Literal

from framework.model.base import FrozenModel

Point = dict[str, float]
"""One value for each known role."""

Curve = tuple[tuple[float, float], ...]


class Span(FrozenModel):
    """Low, middle, high of something that may not exist: None is "never"."""

    low: float | None
    middle: float | None
    high: float | None


class NumberIssue(FrozenModel):
    """One problem with the numbers. `role` names the input to check first."""

    role: str
    sentence: str
    blocks: bool = False
    """Whether the number or the combination was left out of the calculation."""


class Switch(FrozenModel):
    """A value of an input at which the sign of the result changes."""

    at: float
    up: bool
    """Whether the result is a gain above it, and not below."""


class Bar(FrozenModel):
    """One input of the tornado: the result when it alone is low or high, all others in the middle."""

    role: str
    low: float
    high: float
    at_low: float
    at_middle: float
    """The same for every bar. A result may have its peak, or its least, between the ends of an input."""
    at_high: float
    swing_assumed: bool
    """Whether the ends come from the default swing around a single number instead of the person's own range."""
    flips: bool
    """Whether the sign of the result changes between the ends."""
    switches: tuple[Switch, ...] = ()
    """Where it does: once, or on both sides of the middle."""

    @property
    def width(self) -> float:
        """How much the result moves."""
        ends = self.at_low, self.at_middle, self.at_high
        return max(ends) - min(ends)


class Tornado(FrozenModel):
    """What the result depends on."""

    measure: Literal["less_cost", "net_per_year", "gain_per_year"]
    """Which result: gain a year less its whole yearly cost where known, else less its running cost, else all."""
    varied: float
    """The part by which a single number is varied."""
    middle: float
    bars: tuple[Bar, ...]
    """Widest first."""
    flips: tuple[str, ...]
    """The inputs that can turn gain into loss or back, widest first."""
    find_out_first: str | None
    """The first of these; None where no single one turns the sign."""
    alike: tuple[str, ...] = ()
    """That one, or else the widest, and all others that matter as much, to rounding."""
