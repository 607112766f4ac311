"""Further results of a formula with their ranges: those that need every number, and those told sooner. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from framework.economics.formulas import Formula
from framework.economics.formulas.base import Figure
from framework.economics.spreads import Numbers, corner_points, crossings, middles, ranged, reach_of
from framework.economics.steps import settled_curve
from framework.model.economics import Curve, Point, Span
from framework.model.sheet import Range

FREE = 3
"""With at most this many numbers in ranges, results that need all have ranges too; else only their middle is told."""


def whole_figures(formula: Formula, numbers: Numbers, cost: Range | None, corners: Iterable[Point]) -> dict[str, Span]:
    """Further results that need every number, by name, over `corners`; a known yearly cost is taken at its middle.

    With more than `FREE` numbers in ranges only the middle of each result is told.
    """
    costs = {"yearly_cost": cost} if cost else {}
    known = {**numbers, **costs}
    few = len(ranged(known, (*formula.reads, *costs))) <= FREE
    points = [{**p, **{k: c.middle for k, c in costs.items()}} for p in corners] if few else []
    told = [formula.figures(point) for point in (middles(known), *points)]
    return {name: reach_of(middle, (one[name] for one in told if name in one)) for name, middle in told[0].items()}


def early_figures(formula: Formula, numbers: Numbers) -> dict[str, Span]:
    """Further results of a formula that need only known numbers, by name, over the ranges of these numbers.

    A result without a value where every number is at its middle is left out.
    """
    told = {name: _over(figure, numbers) for name, figure in formula.early.items() if _known(figure.needs, numbers)}
    return {name: span for name, span in told.items() if span is not None}


def early_curves(formula: Formula, numbers: Numbers) -> dict[str, Curve]:
    """The curves for charts of which the numbers behind them are known, at the likeliest of these."""
    drawn = [drawn.curves(middles(numbers)) for drawn in formula.curves if _known(drawn.needs, numbers)]
    return {name: settled_curve(curve) for curves in drawn for name, curve in curves.items()}


def _known(needs: Iterable[str], numbers: Numbers) -> bool:
    return set(needs) <= numbers.keys()


def _over(figure: Figure, numbers: Numbers) -> Span | None:
    corners = corner_points(numbers, (*figure.needs, *figure.also), figure.result)
    middle = figure.result(middles(numbers))
    ends = (figure.result(point) for point in (*corners, *crossings(numbers, corners, figure.bends)))
    return None if middle is None else reach_of(middle, (middle, *(end for end in ends if end is not None)))
