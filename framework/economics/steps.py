"""The gain against quality, and which qualities a table of it shows: round numbers around those where it changes."""

from __future__ import annotations

import math
from collections.abc import Iterable

from framework.economics.formulas.base import Formula
from framework.economics.value import settled
from framework.model.economics import Curve, Point

SAME = 1e-9
"""Marks closer than this share of what is possible differ only by rounding error."""

ROWS = 5
"""Steps that a table has, about."""

POINTS = 40
"""Steps that a curve has."""


def around(marks: Iterable[float], worst: float, best: float) -> list[float]:
    """Round qualities from somewhat below the first mark to somewhat above the last, within what is possible.

    Without marks between them, from the worst quality to the best.
    """
    low, high = min(worst, best), max(worst, best)
    inside = sorted(mark for mark in marks if low <= mark <= high) or [low, high]
    apart = inside[-1] - inside[0]
    spare = apart / 2 if apart > SAME * (high - low) else (high - low) / 4
    first, last = max(low, inside[0] - spare), min(high, inside[-1] + spare)
    if first >= last:
        return [first]
    step = _round((last - first) / ROWS)
    grid = [number * step for number in range(math.floor(first / step), math.ceil(last / step) + 1)]
    found = [_clean(x) for x in grid if low - step * 1e-6 <= x <= high + step * 1e-6]
    if not found or found[0] > inside[0]:
        found.insert(0, first)
    if found[-1] < inside[-1]:
        found.append(last)
    return found[::-1] if best < worst else found


def settled_curve(curve: Curve, beside: Curve = ()) -> Curve:
    """The points, 0 where they are only rounding error beside the largest of this curve and of the one beside it."""
    largest = max((abs(y) for _, y in (*curve, *beside)), default=0.0)
    return tuple((x, settled(y, y, largest)) for x, y in curve)


def _round(number: float) -> float:
    """The next number of one digit, which is 1, 2 or 5."""
    unit = 10.0 ** math.floor(math.log10(number))
    return next(unit * digit for digit in (1, 2, 5, 10) if unit * digit >= number * (1 - 1e-9))


def _clean(number: float) -> float:
    return float(f"{number:.12g}")


def quality_curve(formula: Formula, point: Point, stand_in: float | None, cost: float | None) -> Curve:
    """The gain from the worst quality to the best; where that has no bound, to what was reported or is needed."""
    worst, best = formula.worst(point), formula.best(point)
    if worst is None:
        return ()
    if best is None:
        need = None if cost is None else formula.quality_for(point, cost)
        best = max(stand_in or 1.25 * (need or 0.0), 1.25 * point.get(formula.quality, 0.0), 1e-9)
    at = [worst + (best - worst) * step / POINTS for step in range(POINTS + 1)]
    return settled_curve(tuple((x, gain) for x in at if (gain := formula.at(point, x)) is not None))
