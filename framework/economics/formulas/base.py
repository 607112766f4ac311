"""What a formula is: the gain of a year from numbers by role, and what follows from it whatever the model.

Costs, harms and prices are positive numbers that are subtracted; only differences to today's way count. A formula is a
pure function of a point (a value for each known role). Amounts are currency a year unless a name says otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from framework.economics.spreads import Numbers
from framework.economics.value import settled
from framework.model.economics import Curve, NumberIssue, Point
from framework.model.formulas import Inputs

Gain = Callable[[Point], float | None]
Needed = Callable[[Point, float], float | None]

STEPS = 60
"""Halvings of a search."""

FULLY = {"adoption": 1.0}
TIMED = {"adoption": 1.0, "realised": 1.0}
"""Defaults of most formulas; `realised` where minutes are counted. Whatever is assumed is said."""


class Figure(NamedTuple):
    """A further result that is told as soon as the numbers behind it are known, over the whole of their ranges."""

    needs: tuple[str, ...]
    result: Gain
    """None: there is none; infinite: no number is enough."""
    also: tuple[str, ...] = ()
    """Roles that are used if known."""
    bends: tuple[Gain, ...] = ()
    """As those of a formula."""


class Drawn(NamedTuple):
    """Further curves for charts, by name, as soon as the numbers behind them are known."""

    needs: tuple[str, ...]
    curves: Callable[[Point], Mapping[str, Curve]]


def _none(point: Point) -> dict[str, float]:
    return {}


def _no_problems(point: Point, language: str) -> Iterator[tuple[str, str]]:
    yield from ()


def _nothing_odd(numbers: Numbers, language: str) -> Iterator[NumberIssue]:
    yield from ()


def nearest_count(number: float) -> int:
    """The nearest whole number, from a half on the next: the middle between two counts need not be whole."""
    return math.floor(number + 0.5)


def worth_of_minutes(point: Point, saved: float) -> float:
    """The worth of minutes saved, of which only a share is put to use; of minutes spent all count (derived)."""
    return point["cost_minute"] * (point["realised"] * saved if saved > 0 else saved)


def hours(point: Point, minutes: float) -> float:
    """Hours a year that so many minutes for each case come to (definition)."""
    return point["adoption"] * point["volume"] * minutes / 60


@dataclass(frozen=True)
class Formula:
    """One way in which answers are worth something."""

    inputs: Inputs
    """The role of the quality, and the roles without which nothing can be said."""
    gain: Gain
    """G, gross gain a year over today's way.

    It mostly rises with quality, but may fall: where what is sorted alone is wrong too often, more of it costs more. It
    may have its peak between, as where every finished attempt has to be approved.
    """
    defaults: Mapping[str, float] = field(default_factory=lambda: FULLY)
    optional: tuple[str, ...] = ()
    """Roles that are used if known."""
    counted: str | None = "volume"
    """The role that the gain grows with in proportion; None: no such role."""
    grows_to: Gain | None = None
    """Up to which number of it the gain of perfect answers grows, if not without end."""
    worst: Gain = lambda point: 0.0
    best: Gain = lambda point: 1.0
    """The ends of quality; `best` is None where no bound is known. Errors go from today's down to 0."""
    perfect: Gain | None = None
    """G of perfect answers, if that is more than the gain at the best quality."""
    perfect_least: Gain | None = None
    """The least that perfect answers may bring, where `perfect` is a bound and not known exactly."""
    needed: Needed | None = None
    """q*(C) in closed form, where the gain rises with quality all the way: it is not affine, or has an end that no
    answer is perfect at."""
    figures: Callable[[Point], dict[str, float]] = _none
    """Further results by id, once every number is known; infinite where no number is enough."""
    early: Mapping[str, Figure] = field(default_factory=dict)
    """Those that are told sooner."""
    rare: Gain | None = None
    """Real cases a year, where a model would learn from few of them."""
    bends: tuple[Gain, ...] = ()
    """Where one of these is 0 the gain bends (another simple way becomes the best), ends or has its peak."""
    curves: tuple[Drawn, ...] = ()
    problems: Callable[[Point, str], Iterator[tuple[str, str]]] = _no_problems
    """Combinations that cannot be, once every number is known: the role to correct, and a sentence in a language."""
    odd: Callable[[Numbers, str], Iterator[NumberIssue]] = _nothing_odd
    """Combinations that cannot be, or are doubtful, of whichever numbers are known."""
    limits: Callable[[str, Point], tuple[float, float]] | None = None
    """How far one number can go while the others stay, where that is more than the ends of quality and of shares."""
    once: bool = False
    """Whether the gain comes once and not every year."""

    @property
    def quality(self) -> str:
        """The role that says how good the model is."""
        return self.inputs.quality

    @property
    def needs(self) -> tuple[str, ...]:
        """Roles without which nothing can be said."""
        return self.inputs.needs

    @property
    def reads(self) -> tuple[str, ...]:
        """Every role that the gain may depend on."""
        return tuple(dict.fromkeys((*self.needs, *self.defaults, *self.optional, self.quality)))

    def at(self, point: Point, quality: float) -> float | None:
        """The gain with another quality."""
        return self.gain({**point, self.quality: quality})

    def quality_for(self, point: Point, cost: float) -> float | None:
        """q*(C): the quality from which on the gain covers a yearly cost; None is never.

        Where the gain does not rise all the way, the given quality decides: the break-even lies up to it if its own
        gain covers the cost, and else beyond it. So no quality is called enough that loses.
        """
        if self.needed is not None:
            return self.needed(point, cost)
        worst, best = self.worst(point), self.best(point)
        if worst is None:
            return None
        found = self._reaching(point, cost, worst, best)
        gain = self.gain(point) if self.quality in point else None
        if gain is None or best is None:
            return found
        given = point[self.quality]
        enough = found is not None and (given - found) * (best - worst) >= 0
        if enough == (gain >= cost):
            return found
        return self._reaching(point, cost, *((worst, given) if gain >= cost else (given, best)))

    def _reaching(self, point: Point, cost: float, worst: float, best: float | None) -> float | None:
        """The worst quality between two from which on the gain covers a cost; never if the better of them does not.

        Exact for a gain that is affine in quality: two of its points give the line. Else it is searched.
        """
        far = 1.0 if best is None else best
        at_worst, at_best = self.at(point, worst), self.at(point, far)
        if at_worst is None or at_best is None:
            return None
        if at_best < cost and (at_best <= at_worst or (best is not None and not math.isclose(at_best, cost))):
            return None
        if at_worst >= cost:
            return worst
        part = (cost - at_worst) / (at_best - at_worst)
        there = self.at(point, worst + (far - worst) * part)
        if there is not None and not math.isclose(there, cost, rel_tol=1e-9, abs_tol=1e-9 * (at_best - at_worst)):
            part = searched(lambda way: self.at(point, worst + (far - worst) * way) or 0.0, cost, 0.0, 1.0) or part
        return settled(worst + (far - worst) * part, far, worst)

    def most(self, point: Point, stand_in: float | None = None) -> float | None:
        """G of perfect answers, or of the best that was reported where no bound is known."""
        if self.perfect is not None:
            return self.perfect(point)
        best = self.best(point)
        best = stand_in if best is None else best
        return None if best is None else self.at(point, best)


def searched(gain: Callable[[float], float], cost: float, low: float, high: float) -> float | None:
    """The smallest x in low..high with gain(x) >= cost, by bisection on a gain that never falls; None is never."""
    if gain(low) >= cost:
        return low
    if gain(high) < cost:
        return None
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if gain(middle) >= cost else (middle, high)
    return high
