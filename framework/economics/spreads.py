"""Low, middle and high of any formula over numbers that are known as ranges.

Formulas are affine or monotone in each number, so the ends of a result lie at corners of the box of ranges. Where a
gain bends or has its peak inside the box, as its formula says, such places on the edges are tried as well. More numbers
in ranges than `MAX_NUMBERS` are moved all together, first to the ends that lower the result, then to those that raise
it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import product

from framework.model.economics import Point, Span
from framework.model.sheet import Range

Numbers = Mapping[str, Range]
Result = Callable[[Point], float | None]

MAX_NUMBERS = 9
"""Numbers whose ends are combined freely: 512 corners."""


STRAIGHT = 1e-9
"""A bend is 0 where it is below this share of its values at the ends."""

HALVINGS = 60


def middles(numbers: Numbers) -> Point:
    """The likeliest value of every number."""
    return {role: number.middle for role, number in numbers.items()}


def ranged(numbers: Numbers, roles: Iterable[str]) -> tuple[str, ...]:
    """Which of `roles` have a number that is known only as a range, in the same order."""
    return tuple(role for role in roles if role in numbers and numbers[role].low < numbers[role].high)


def corner_points(numbers: Numbers, roles: Iterable[str], result: Result) -> list[Point]:
    """Every combination of ends, all else in the middle; `result` tells where numbers beyond `MAX_NUMBERS` go."""
    middle, moving = middles(numbers), ranged(numbers, roles)
    settings: list[Point] = [middle]
    if len(moving) > MAX_NUMBERS:
        moves = {role: _move(numbers[role], role, middle, result) for role in moving}
        moving = tuple(sorted(moving, key=lambda role: -abs(moves[role])))
        rest, moving = moving[MAX_NUMBERS:], moving[:MAX_NUMBERS]
        rising = {role: numbers[role].high if moves[role] >= 0 else numbers[role].low for role in rest}
        falling = {role: numbers[role].low if moves[role] >= 0 else numbers[role].high for role in rest}
        settings = [{**middle, **rising}, {**middle, **falling}]
    return [point for start in settings for point in combined_ends(start, numbers, moving)]


def combined_ends(start: Point, numbers: Numbers, roles: Collection[str]) -> Iterator[Point]:
    """Every combination of low and high of `roles`; all else as at `start`."""
    for chosen in product(*((numbers[role].low, numbers[role].high) for role in roles)):
        yield {**start, **dict(zip(roles, chosen, strict=True))}


def range_of(numbers: Numbers, points: Iterable[Point], result: Result) -> Range | None:
    """Low, middle, high of a result over points; None where its middle has no value."""
    middle = _finite(result(middles(numbers)))
    if middle is None:
        return None
    found = [value for point in points if (value := _finite(result(point))) is not None]
    return Range(low=min((*found, middle)), middle=middle, high=max((*found, middle)))


def span_of(numbers: Numbers, points: Iterable[Point], result: Result, *, never_is_low: bool = False) -> Span:
    """Low, middle, high of a result over points, where a result of None or infinity is "never" and told as None.

    "Never" lies above every number, so the high end is None; with `never_is_low` (for errors) below, so the low end is.
    """
    middle = _finite(result(middles(numbers)))
    found = [middle, *(_finite(result(point)) for point in points)]
    values, never = [value for value in found if value is not None], None in found
    low, high = min(values, default=None), max(values, default=None)
    return Span(
        low=None if never and never_is_low else low, middle=middle, high=None if never and not never_is_low else high
    )


def reach_of(middle: float, values: Iterable[float]) -> Span:
    """The least and greatest of values that are worked out already, with their middle; infinite means "never"."""
    ends = tuple(values)
    return Span(low=_finite(min(ends)), middle=_finite(middle), high=_finite(max(ends)))


def crossings(numbers: Numbers, points: Iterable[Point], bends: Iterable[Result]) -> list[Point]:
    """Places on the edges of the box where one of `bends` changes its sign between the ends."""
    several = tuple(bends)
    if not several:
        return []
    found: list[Point] = []
    known = list(points)
    for role in ranged(numbers, numbers):
        low, high = numbers[role].low, numbers[role].high
        for point in known:
            if point[role] != low:
                continue
            for bend in several:
                before, after = bend(point), bend({**point, role: high})
                if before is not None and after is not None and before * after < 0:
                    found.append({**point, role: _where(bend, point, role, (low, before), (high, after))})
    return found


def _where(bend: Result, point: Point, role: str, one: tuple[float, float], other: tuple[float, float]) -> float:
    """Where a bend is 0 between two ends at which its signs differ: the straight line between them, until it is."""
    (low, before), (high, after) = one, other
    least = STRAIGHT * (abs(before) + abs(after))
    at = low + (high - low) * before / (before - after)
    for _ in range(HALVINGS):
        found = bend({**point, role: at})
        if found is None or abs(found) <= least:
            break
        low, high = (at, high) if (found > 0) == (before > 0) else (low, at)
        at = (low + high) / 2
    return at


def _move(number: Range, role: str, middle: Point, result: Result) -> float:
    at_low, at_high = result({**middle, role: number.low}), result({**middle, role: number.high})
    return 0.0 if at_low is None or at_high is None else at_high - at_low


def _finite(number: float | None) -> float | None:
    return number if number is not None and math.isfinite(number) else None
