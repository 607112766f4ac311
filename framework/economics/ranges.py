"""Low, middle and high of every result, when inputs are known only as ranges.

Method: the formulas are monotone in every input (affine, or affine in 1/x), so their extremes lie at corners of the box
of ranges, and every corner is tried. The gain over the best simple alternative is concave in every input: its lowest
value also lies at a corner; its highest may lie where another alternative becomes the best, so those crossings on the
edges of the box are tried as well. The smallest AUC is tried at the corners. Corners that cannot occur (a precision
that implies more false alarms than there are cases) are left out, and an issue says so. The middle is always among the
points tried.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, product

from framework.economics.value import gain, possible, simple_values
from framework.model.economics import Point, Quantities, Span
from framework.model.sheet import Range

Formula = Callable[[Point], float | None]

STAKES = ("value", "success_rate", "cost_action", "harm")
SIMPLE = ("base_rate", *STAKES, "adoption")
MODEL = (*SIMPLE, "recall", "precision")
RULE = ("rule_recall", "rule_precision")
PAIRS = (("recall", "precision"), RULE)
BENT = ("base_rate", *STAKES)
"""Inputs along which the best simple alternative can change in a way that bends the gain upwards."""


def corners(quantities: Quantities, roles: tuple[str, ...]) -> Iterator[Point]:
    """Every combination of low and high of the ranges among `roles`; all else in the middle.

    Where `roles` hold a recall with its precision, combinations that cannot occur are left out.
    """
    middle, ranged = quantities.point(), quantities.ranged(roles)
    ends = [quantities.range_of(role) for role in ranged]
    for chosen in product(*((end.low, end.high) for end in ends if end is not None)):
        point = {**middle, **dict(zip(ranged, chosen, strict=True))}
        if all(
            possible(point["base_rate"], point[recall], point[precision])
            for recall, precision in PAIRS
            if {recall, precision} <= set(roles) and {"base_rate", recall, precision} <= point.keys()
        ):
            yield point


def spread(
    quantities: Quantities, needs: tuple[str, ...], formula: Formula, also: tuple[str, ...] = ()
) -> Range | None:
    """Low, middle, high of a formula over all corners; None when an input is unknown or the middle has no value.

    `needs` are the inputs without which there is no result, `also` those that are used if known.
    """
    points = corners(quantities, (*needs, *also))
    return _range(quantities, needs, formula, points)


def reach(quantities: Quantities, needs: tuple[str, ...], formula: Formula, also: tuple[str, ...] = ()) -> Span | None:
    """Like `spread` for a formula whose None means "never", which counts as higher than any number.

    None as a whole: an input is unknown.
    """
    middle = quantities.point()
    if not set(needs) <= middle.keys():
        return None
    found = [_finite(formula(middle)), *(_finite(formula(point)) for point in corners(quantities, (*needs, *also)))]
    numbers = [value for value in found if value is not None]
    return Span(
        low=min(numbers, default=None), middle=found[0], high=max(numbers) if len(numbers) == len(found) else None
    )


def gain_spread(quantities: Quantities) -> Range | None:
    """Low, middle, high of the gain over the best simple alternative, per 1,000 decisions."""
    return _range(quantities, MODEL, gain, [*corners(quantities, (*MODEL, *RULE)), *_crossings(quantities)])


def _range(quantities: Quantities, needs: tuple[str, ...], formula: Formula, points: Iterable[Point]) -> Range | None:
    middle = quantities.point()
    if not set(needs) <= middle.keys():
        return None
    found = _finite(formula(middle))
    if found is None:
        return None
    reached = [value for point in points if (value := _finite(formula(point))) is not None]
    return Range(low=min((*reached, found)), middle=found, high=max((*reached, found)))


def _finite(number: float | None) -> float | None:
    """None for overflow: an extreme input divided by a tiny one gives no meaningful number."""
    return number if number is not None and math.isfinite(number) else None


def _crossings(quantities: Quantities) -> Iterator[Point]:
    """Points on edges of the box where two simple alternatives are worth the same."""
    if not set(SIMPLE) <= quantities.point().keys():
        return
    for role in quantities.ranged(BENT):
        end = quantities.range_of(role)
        assert end is not None
        others = tuple(other for other in (*MODEL, *RULE) if other != role)
        for point in corners(quantities, others):
            first, last = ({**point, role: edge} for edge in (end.low, end.high))
            at_first, at_last = simple_values(first), simple_values(last)
            for one, two in combinations(at_first.keys() & at_last.keys(), 2):
                before, after = at_first[one] - at_first[two], at_last[one] - at_last[two]
                if before * after < 0:
                    yield {**point, role: end.low + (end.high - end.low) * before / (before - after)}
