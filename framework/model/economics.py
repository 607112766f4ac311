"""Inputs and results of the cost-benefit calculation: quantities, ranges, curves, and problems with a number.

Models only; the formulas are in `framework.economics`. Shares are 0..1. Amounts are in the person's own currency (or
hours, or incidents), per 1,000 cases unless a name says otherwise. A result whose inputs are missing is None.
"""

from __future__ import annotations

from typing import Literal

from framework.model.base import FrozenModel
from framework.model.sheet import Number, Range

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


class Quantities(FrozenModel):
    """Inputs by role; the field names are the roles. A year is the period; None is unknown."""

    volume: Number | None = None
    """N, cases a year."""
    base_rate: Number | None = None
    """pi, share of real cases."""
    value: Number | None = None
    """L, currency a case: gained, or no longer lost, when the action works on a real case."""
    success_rate: Number | None = None
    """s, share of real cases acted upon in which the action works."""
    cost_action: Number | None = None
    """c_a, currency an alert."""
    harm: Number | None = None
    """h, currency a false alarm, beyond the cost of acting."""
    adoption: Number | None = None
    """u, share of answers acted upon."""
    one_off: Number | None = None
    """I, currency."""
    running: Number | None = None
    """O, currency a year."""
    recall: Number | None = None
    precision: Number | None = None
    rule_recall: Number | None = None
    rule_precision: Number | None = None
    cost_under: Number | None = None
    """c_u, currency per unit predicted too low."""
    cost_over: Number | None = None
    """c_o, currency per unit predicted too high."""

    def range_of(self, role: str) -> Range | None:
        """Low, middle, high of a role; a plain number is all three."""
        given: Number | None = getattr(self, role)
        if given is None or isinstance(given, Range):
            return given
        return Range(low=given, middle=given, high=given)

    def known(self) -> dict[str, Range]:
        """Low, middle, high of every known role."""
        return {role: found for role in type(self).model_fields if (found := self.range_of(role)) is not None}

    def point(self) -> Point:
        """The likeliest value of every known role."""
        return {role: found.middle for role, found in self.known().items()}


class Confusion(FrozenModel):
    """What happens in 1,000 cases."""

    caught: Range
    false_alarms: Range
    missed: Range
    left_alone: Range

    @property
    def alerts(self) -> float:
        """Caught and false alarms, in the middle."""
        return self.caught.middle + self.false_alarms.middle


class Project(FrozenModel):
    """The result over time, in currency a year unless stated otherwise."""

    gain_per_year: Range | None = None
    """Gain over the best simple alternative."""
    net_per_year: Range | None = None
    """That less the running cost."""
    payback_months: Span | None = None
    """None inside: never. The low end belongs to the best case."""
    first_year_return: Range | None = None
    """Net gain of the first year less the one-off cost, over the one-off cost; 0.1 is 10 %."""
    break_even_volume: Span | None = None
    """Cases a year from which the gain covers the running cost. None inside: no number of cases does."""


class Quality(FrozenModel):
    """How good the model has to be, as AUC (0.5 guessing, 1 perfect)."""

    to_beat_simple: Span
    """Above this it is worth more than the best of nothing, everyone and the rule; 0.5: any real signal will do. None
    inside: not even a perfect model is."""
    to_cover_running: Span | None
    """Above this it also earns its running cost; None where volume or running cost are unknown."""
    implied: float | None
    """The AUC that the given recall and precision imply."""


class Bar(FrozenModel):
    """One input of the tornado: the result when it alone is low or high, all others in the middle."""

    role: str
    low: float
    high: float
    at_low: float
    at_high: float
    swing_assumed: bool
    """Whether the ends come from the default swing around a single number instead of the person's own range."""
    flips: bool
    """Whether the sign of the result changes between the ends."""
    switch_at: float | None
    """The value of the input at which it does."""

    @property
    def width(self) -> float:
        """How much the result moves."""
        return abs(self.at_high - self.at_low)


class Tornado(FrozenModel):
    """What the result depends on."""

    measure: Literal["net_per_year", "gain", "less_cost", "gain_per_year"]
    """Which result: net gain a year where volume and running cost are known, else gain per 1,000 cases. Of a value
    model: gain a year less its whole yearly cost where that is known, else gain a year."""
    middle: float
    bars: tuple[Bar, ...]
    """Widest first."""
    flips: tuple[str, ...]
    """The inputs that can turn gain into loss or back, widest first."""
    find_out_first: str | None
    """The first of these. Where only several ranges together turn the sign, the widest; else None."""
    alike: tuple[str, ...] = ()
    """That one, or else the widest, and all others that matter as much, to rounding."""


class ThresholdCurve(FrozenModel):
    """Value against the decision threshold, for a model with the given recall and precision."""

    points: Curve
    best: tuple[float, float]
    """The most profitable threshold, and its value."""
    given: tuple[float, float] | None
    """The threshold that gives the stated recall and precision, and their value."""


class QualityCurve(FrozenModel):
    """Best value against AUC, 0.5 being guessing."""

    points: Curve
    simple: float
    """Value of the best simple alternative: a horizontal line."""
    break_even: float | None
    """The AUC at which the curve rises above that line; None where it never does."""
    any_signal: bool
    """Whether anything better than guessing is worth more than the best simple alternative."""
    shows_from: float | None
    """The AUC from which a tenth of what perfect answers add is reached; None where they add nothing. Any signal at all
    may be worth something on paper; from here on the gain is noticeable."""


class Economics(FrozenModel):
    """All results for one set of numbers."""

    quantities: Quantities
    assumed: tuple[str, ...]
    """Inputs that were not given and took their default."""
    issues: tuple[NumberIssue, ...]
    catch: Range | None
    """v_TP, currency a real case acted upon."""
    false_alarm: Range | None
    """c_FP, currency a false alarm."""
    threshold: Range | None
    """p*, 0..1; 1 is "never act"."""
    break_even_precision: Range | None
    break_even_base_rate: Range | None
    affordable_false_alarms: Range | None
    counts: Confusion | None
    rule_counts: Confusion | None
    false_alarm_rate: Range | None
    value_none: Range | None
    value_all: Range | None
    value_rule: Range | None
    value_model: Range | None
    value_perfect: Range | None
    best_simple: Literal["none", "all", "rule"] | None
    """The best simple alternative at the middle values; on a tie the simpler one."""
    gain: Range | None
    """Value of the model less that of the best simple alternative."""
    project: Project
    quality: Quality | None
    tornado: Tornado | None
    quantile: Range | None
    """tau*, 0..1: the quantile to predict where predicting too low and too high cost different amounts."""
    threshold_curve: ThresholdCurve | None
    quality_curve: QualityCurve | None
