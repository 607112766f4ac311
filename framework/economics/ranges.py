"""Low, middle and high of the results for alerts, when inputs are known only as ranges.

Method: the formulas are monotone in every input (affine, or affine in 1/x), so their extremes lie at corners of the box
of ranges, and every corner is tried. The gain over the best simple alternative is concave in every input: its lowest
value also lies at a corner; its highest may lie where another alternative becomes the best, so those crossings on the
edges of the box are tried as well. The smallest AUC is tried at the corners. Corners that cannot occur (a precision
that implies more false alarms than there are cases) are left out, and an issue says so. The middle is always among the
points tried.
"""

from __future__ import annotations

from itertools import combinations

from framework.economics.spreads import Result, combined_ends, crossings, middles, range_of, ranged, span_of
from framework.economics.value import gain, possible, simple_values
from framework.model.economics import Point, Quantities, Span
from framework.model.sheet import Range

STAKES = ("value", "success_rate", "cost_action", "harm")
SIMPLE = ("base_rate", *STAKES, "adoption")
MODEL = (*SIMPLE, "recall", "precision")
RULE = ("rule_recall", "rule_precision")
PAIRS = (("recall", "precision"), RULE)


def corners(quantities: Quantities, roles: tuple[str, ...]) -> list[Point]:
    """Every combination of low and high of the ranges among `roles`; all else in the middle.

    Where `roles` hold a recall with its precision, combinations that cannot occur are left out.
    """
    known = quantities.known()
    pairs = [
        (one, other) for one, other in PAIRS if {one, other} <= set(roles) and {"base_rate", one, other} <= set(known)
    ]
    return [
        point
        for point in combined_ends(middles(known), known, ranged(known, roles))
        if all(possible(point["base_rate"], point[recall], point[precision]) for recall, precision in pairs)
    ]


def spread(quantities: Quantities, needs: tuple[str, ...], formula: Result) -> Range | None:
    """Low, middle, high of a formula over all corners; None when an input is unknown or the middle has no value."""
    known = quantities.known()
    return range_of(known, corners(quantities, needs), formula) if set(needs) <= known.keys() else None


def reach(quantities: Quantities, needs: tuple[str, ...], formula: Result, also: tuple[str, ...] = ()) -> Span | None:
    """Like `spread` for a formula whose None means "never", which counts as higher than any number.

    `needs` are the inputs without which there is no result, `also` those that are used if known. None as a whole: an
    input is unknown.
    """
    known = quantities.known()
    return span_of(known, corners(quantities, (*needs, *also)), formula) if set(needs) <= known.keys() else None


def gain_spread(quantities: Quantities) -> Range | None:
    """Low, middle, high of the gain over the best simple alternative, per 1,000 cases."""
    known = quantities.known()
    if not set(MODEL) <= known.keys():
        return None
    points = corners(quantities, (*MODEL, *RULE))
    bends = [_difference(one, other) for one, other in combinations(simple_values(middles(known)), 2)]
    return range_of(known, [*points, *crossings(known, points, bends)], gain)


def _difference(one: str, other: str) -> Result:
    """By how much one simple alternative is worth more than another; None where one of them cannot occur."""

    def bend(point: Point) -> float | None:
        values = simple_values(point)
        return values[one] - values[other] if one in values and other in values else None

    return bend
