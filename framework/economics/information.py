"""What it is worth to find out one number before deciding (value of information, one at a time; Hubbard). Pure.

The decision: build (worth W) or not (0). One number moves over its range and the others stay in the middle, so this is
not the expected value of partial perfect information (EVPPI), which averages over the others as well. W is taken to be
linear on each side of the middle.
"""

from __future__ import annotations

from collections.abc import Iterable

from framework.economics.spreads import Numbers, Result
from framework.model.economics import Point
from framework.model.worth import Information


def _above_zero(one: float, other: float) -> float:
    """Mean of max(0, x) for x spread evenly between two values."""
    low, high = min(one, other), max(one, other)
    if low == high:
        return max(0.0, low)
    return float((max(0.0, high) ** 2 - max(0.0, low) ** 2) / (2 * (high - low)))


def worth_of_knowing(low: float, middle: float, high: float) -> float:
    """The gain from knowing W before deciding, with half the weight spread evenly on each side of the middle.

    V = (h(lo, mid) + h(mid, hi)) / 2 - max(0, (lo + 2 mid + hi) / 4), h the mean of max(0, W) (derived).
    """
    known = (_above_zero(low, middle) + _above_zero(middle, high)) / 2
    return max(0.0, known - max(0.0, (low + 2 * middle + high) / 4))


def at_most(low: float, high: float) -> float:
    """The most that knowing can bring under any weights on the range: W+ |W-| / (W+ + |W-|) (derived).

    It is 0 where W keeps its sign.
    """
    low, high = min(low, high), max(low, high)
    return 0.0 if low >= 0 or high <= 0 else high * -low / (high - low)


def worths_of_knowing(roles: Iterable[str], numbers: Numbers, point: Point, worth: Result) -> tuple[Information, ...]:
    """Each number in a range alone, the others in the middle (`point`); the most worth knowing first."""
    found = []
    for role in roles:
        ends = numbers[role]
        worths = [worth({**point, role: at}) for at in (ends.low, ends.middle, ends.high)]
        low, middle, high = (0.0 if each is None else each for each in worths)
        if None not in worths:
            knowing = worth_of_knowing(low, middle, high)
            found.append(Information(role=role, worth=knowing, at_most=at_most(low, high)))
    return tuple(sorted(found, key=lambda item: (-item.worth, -item.at_most)))
