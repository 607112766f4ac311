"""Sensitivity of the result: each input varied alone between its ends, and where the sign of the result changes."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping

from framework.economics.roles import counts_whole
from framework.economics.spreads import Result
from framework.economics.value import settled
from framework.model.economics import Bar, Point, Switch
from framework.model.formulas import SHARES, least
from framework.model.sheet import Range

Limits = Callable[[str, Point], tuple[float, float]]

MAX_SHOWN = 6
"""Maximum number of inputs that a chart shows, and its table."""

WHOLE = 1e-9
"""A place so near to a whole number is this number: the rest is rounding error of the search."""

ALIKE = 0.005
"""Bars whose widths differ by less than this part are equally wide."""


def nearest(found: Iterable[Bar], middle: float, *, ranges: bool = False) -> str | None:
    """The widest of the bars that turn the sign; without one, that which comes nearest to turning it.

    With `ranges` one of those that were given a range, if any was.
    """
    several = tuple(found)
    turning = next((bar.role for bar in several if bar.flips), None)
    own = tuple(bar for bar in several if ranges and not bar.swing_assumed)
    left = sorted(own or several, key=lambda bar: _left(bar, middle))
    return turning or next((bar.role for bar in left), None)


def _left(bar: Bar, middle: float) -> float:
    """What is left of a gain, or of a loss, at the end of the bar that is nearer to turning it."""
    return min(bar.at_low, bar.at_high) if middle > 0 else -max(bar.at_low, bar.at_high)


def alike(found: Iterable[Bar], role: str | None, middle: float) -> tuple[str, ...]:
    """The roles that matter as much as `role`, to rounding; itself first.

    Those whose bars are as wide if it turns the sign, and those that come as near to turning it if it does not.
    """
    several = tuple(found)
    own = next((bar for bar in several if bar.role == role), None)
    if own is None:
        return ()

    def weight(bar: Bar) -> float:
        return bar.width if own.flips else _left(bar, middle)

    others = (bar for bar in several if bar is not own and bar.flips == own.flips)
    return (own.role, *(bar.role for bar in others if math.isclose(weight(bar), weight(own), rel_tol=ALIKE)))


def swing_of(role: str, number: float, part: float, *, assumed: bool = False) -> tuple[float, float]:
    """The ends to which a single number is varied, by a `part` of it.

    For a share it is a part of its distance to the nearer end, for a count the nearest whole number of steps, at least
    one: with 0.25, 99.5 % becomes 99.375 to 99.625 % and never 75 %, and 2 ways become 1 to 3. A share of 100 % that
    nobody gave may well be less.
    """
    if part <= 0:
        return number, number
    if counts_whole(role, number):
        steps = max(1, round(part * number))
        return max(float(least(role) or 0), number - steps), number + steps
    nearer = min(number, 1 - number) if role in SHARES else abs(number)
    if role in SHARES and nearer <= 0 and assumed:
        return number * (1 - part), number
    return number - part * nearer, number + part * nearer


def bars_of(
    known: Mapping[str, Range],
    middle: Point,
    measure: Result,
    limits: Limits,
    part: float,
    nobody_gave: Collection[str] = (),
) -> tuple[Bar, ...]:
    """One bar for each of the known inputs, widest first; a single number is varied by a `part` of it.

    `limits` tells how far an input can go, all else fixed.
    """
    found = []
    for role, given in known.items():
        assumed, ends = given.low == given.high, (given.low, given.high)
        if assumed:
            ends = swing_of(role, given.middle, part, assumed=role in nobody_gave)
        least, most = limits(role, middle)
        low, high = max(ends[0], least), min(ends[1], most)
        if low < high and (bar := _bar(role, low, high, middle, measure, assumed)) is not None:
            found.append(bar)
    return tuple(sorted(found, key=lambda bar: (-bar.width, bar.role)))


def _bar(role: str, low: float, high: float, middle: Point, measure: Result, assumed: bool) -> Bar | None:
    at_low, at_middle, at_high = measure({**middle, role: low}), measure(middle), measure({**middle, role: high})
    if at_low is None or at_middle is None or at_high is None:
        return None
    centre = min(max(middle[role], low), high)
    halves = ((low, at_low, centre, at_middle), (centre, at_middle, high, at_high))
    switches = tuple(
        Switch(at=_switch(role, one, other, middle, measure), up=at_other > 0)
        for one, at_one, other, at_other in halves
        if (at_one > 0) != (at_other > 0)
    )
    return Bar(
        role=role,
        low=low,
        high=high,
        at_low=at_low,
        at_middle=at_middle,
        at_high=at_high,
        swing_assumed=assumed,
        flips=bool(switches),
        switches=switches,
    )


def _switch(role: str, low: float, high: float, middle: Point, measure: Result) -> float:
    """Where the sign changes between two values at which it differs, by bisection; one such place if there are more.

    The gain need not be concave in an input: the halves of a range are searched apart, so that a peak in the middle
    does not hide that both ends lose. For a count it is the first whole number that pays.
    """

    def pays(x: float) -> bool:
        return (measure({**middle, role: x}) or 0.0) > 0

    paying, largest = pays(low), high
    whole = counts_whole(role, low) and counts_whole(role, high)
    for _ in range(60):
        centre = (low + high) / 2
        low, high = (centre, high) if pays(centre) == paying else (low, centre)
    found = (low + high) / 2
    if whole:
        return float(math.floor(found + WHOLE) if paying else math.ceil(found - WHOLE))
    return settled(found, largest)
