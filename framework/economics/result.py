"""One result in three words and how certain it is, from gain and cost known as ranges. Pure."""

from __future__ import annotations

from itertools import product
from typing import Literal

from framework.economics.value import difference
from framework.model.sheet import Range
from framework.model.value import Certainty, Kind


def kind_of(ratio: float, margin: float) -> Kind:
    """Within `margin` of 1 about even; above it pays, below it does not."""
    return "pays" if ratio > 1 + margin else "loses" if ratio < 1 - margin else "even"


def less(gain: Range, cost: Range) -> Range:
    """What is left of a gain after a cost: the least, the likeliest and the most."""
    low, high = difference(gain.low, cost.high), difference(gain.high, cost.low)
    return Range(low=low, middle=difference(gain.middle, cost.middle), high=high)


def ratio_of(gain: Range, cost: Range) -> Range | None:
    """G / K: the middles, and the least and greatest quotient of the ends. None where a cost of 0 is possible."""
    if cost.low <= 0:
        return None
    ends = [one / other for one, other in product((gain.low, gain.high), (cost.low, cost.high))]
    middle = gain.middle / cost.middle
    return Range(low=min(*ends, middle), middle=middle, high=max(*ends, middle))


def three_way(gain: Range, cost: Range, margin: float) -> tuple[Kind, Certainty, Literal["gain", "loss"] | None]:
    """Result, certainty, and for an even result where the ranges lean to. A cost of 0: it pays if it gains at all."""
    ratio = ratio_of(gain, cost)
    if ratio is None:
        low, middle, high = (_against(g, k, margin) for g, k in _pairs(gain, cost))
    else:
        low, middle, high = (kind_of(end, margin) for end in (ratio.low, ratio.middle, ratio.high))
    if low == middle == high:
        return middle, "sure", None
    certainty: Certainty = "open" if (low, high) == ("loses", "pays") else "likely"
    leans: Literal["gain", "loss"] | None = None
    if middle == "even" and certainty == "likely":
        leans = "gain" if high == "pays" else "loss"
    return middle, certainty, leans


def _pairs(gain: Range, cost: Range) -> tuple[tuple[float, float], ...]:
    return (gain.low, cost.high), (gain.middle, cost.middle), (gain.high, cost.low)


def _against(gain: float, cost: float, margin: float) -> Kind:
    if gain <= 0:
        return "loses"
    return kind_of(gain / cost, margin) if cost > 0 else "pays"
