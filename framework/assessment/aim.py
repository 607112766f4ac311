"""What the numbers of a value model make of a number that the person wants to change, in their own unit."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from framework.assessment.target import Stated
from framework.economics.spreads import middles
from framework.economics.writing import OF_FIGURES, as_given, spread
from framework.languages.catalogue import numerals
from framework.model.economics import Span
from framework.model.money import PlainKind
from framework.model.sheet import Range
from framework.model.value import Aim
from framework.model.worth import Worth

NOISE = 1e-9

ROUNDED = 0.02
"""How far a count of the person's own may lie from that of their numbers and be the same: both are rounded."""


class Outlook(NamedTuple):
    """What a stated number comes to, and how far that reaches the target."""

    aim: Aim
    stated: Stated
    then: Range
    """What it comes to; with perfect answers, where even these miss the target."""
    met: str

    @property
    def kind(self) -> PlainKind:
        """The kind of sentence that tells it."""
        along = self.aim.along is not None
        match self.met:
            case "which":
                return "aim_which"
            case "beyond":
                return "aim_beyond_along" if along else "aim_beyond"
        return "aim_along" if along else "aim"

    @property
    def towards(self) -> bool:
        """Whether it moves the way that the target lies."""
        return (self.then.middle - self.stated.now) * (self.stated.goal - self.stated.now) > 0

    def words(self, language: str, unit: str) -> dict[str, str]:
        """What sentences about it may name; `unit` is that of the number, for somebody who typed none."""
        now, goal = (
            self._written(language, end, typed or unit)
            for end, typed in ((self.stated.now, self.stated.unit_now), (self.stated.goal, self.stated.unit_goal))
        )
        then = spread(self.then, self.stated.share, digits=OF_FIGURES, language=language)
        return {"now": now, "goal": goal, "then": then, "along": self.aim.along or ""}

    def _written(self, language: str, end: float, unit: str) -> str:
        """Today's number or the target, with its unit."""
        if self.stated.share:
            return numerals(language, f"{as_given(100 * end)} %")
        return f"{self.stated.sign}{numerals(language, as_given(end))} {unit}".rstrip()


def outlook(aims: Iterable[Aim], worth: Worth, stated: Stated) -> Outlook | None:
    """By the first of these numbers that is the same today, or else by one that theirs may move along with.

    Where it does worse than today's way even before its own cost, a number that counts only part of what happens may
    rise all the same: nobody's target is said to move along with that. Nor is a time, which counts no cases.
    """
    known: dict[str, Range | Span] = {**worth.numbers, **worth.figures}
    acted = middles(worth.numbers).get("adoption", 1.0)
    worse = worth.gain is not None and worth.gain.middle < 0
    for aim in sorted(aims, key=lambda aim: aim.along is not None):
        if aim.along is not None and (worse or stated.timed):
            break
        now = _range(known.get(aim.now))
        if now is None or now.middle <= 0 or (aim.along is None and not _same(aim, now, stated)):
            continue
        if aim.along is not None and _before_today(worth, now, stated):
            return Outlook(aim, stated, now, "which")
        best, then = (_range(known.get(name or "")) for name in (aim.best, aim.then))
        part = 1.0 if aim.acted else acted
        found = [_outlook(aim, stated, now, there, part) for there in (best, then) if there is not None]
        if best is not None and found[0].met == "missed" and found[0].towards:
            return found[0]._replace(met="beyond")
        if then is not None and aim.then not in worth.assumed and (aim.along is None or found[-1].towards):
            return found[-1]
    return None


def _same(aim: Aim, now: Range, stated: Stated) -> bool:
    """Whether the person's number is that of their numbers today: a share that they entered exactly, any other number
    as people round it.
    """
    exact = aim.share and aim.name is None
    return aim.share == stated.share and math.isclose(now.middle, stated.now, rel_tol=NOISE if exact else ROUNDED)


def _before_today(worth: Worth, now: Range, stated: Stated) -> bool:
    """Whether the person's number is that of all real cases, of which today's way averts some: it is held against what
    is `now` left of them.
    """
    base_rate, real = worth.numbers.get("base_rate"), worth.real_cases
    if base_rate is None or real is None or math.isclose(now.middle, real, rel_tol=ROUNDED):
        return False
    return math.isclose(base_rate.middle if stated.share else real, stated.now, rel_tol=ROUNDED)


def _outlook(aim: Aim, stated: Stated, now: Range, then: Range, acted: float) -> Outlook:
    start = now.middle if aim.along is None else stated.now
    ends = [start * (1 + acted * (end / now.middle - 1)) for end in (then.low, then.middle, then.high)]
    return Outlook(aim, stated, Range(low=ends[0], middle=ends[1], high=ends[2]), _met(ends, stated))


def _range(found: Range | Span | None) -> Range | None:
    if found is None or found.low is None or found.middle is None or found.high is None:
        return None
    return Range(low=found.low, middle=found.middle, high=found.high)


def _met(ends: list[float], stated: Stated) -> str:
    """`reached` wherever in the ranges, `middle` not at the worst end, `best` at the best end alone, or `missed`."""
    sign = 1 if stated.goal > stated.now else -1
    there = [sign * (end - stated.goal) >= -abs(stated.goal) * NOISE for end in ends]
    return "reached" if all(there) else "middle" if there[1] else "best" if any(there) else "missed"
