"""What the numbers of a value model make of a number that the person wants to change, in their own unit."""

from __future__ import annotations

import math
from typing import NamedTuple

from framework.assessment.target import Stated
from framework.economics.roles import SHARES
from framework.economics.spreads import middles
from framework.economics.writing import OF_FIGURES, as_given, spread
from framework.languages.catalogue import numerals
from framework.model.economics import Span
from framework.model.sheet import Range
from framework.model.value import Aim, ValueModel
from framework.model.worth import Worth

NOISE = 1e-9


class Outlook(NamedTuple):
    """What a stated number comes to, and how far that reaches the target."""

    aim: Aim
    stated: Stated
    then: Range
    met: str

    def words(self, language: str) -> dict[str, str]:
        """What sentences about it may name."""
        scale, sign = (100, " %") if self.stated.share else (1, "")
        now, goal = (
            numerals(language, f"{as_given(scale * end)}{sign}") for end in (self.stated.now, self.stated.goal)
        )
        then = spread(self.then, self.stated.share, digits=OF_FIGURES, language=language)
        return {"now": now, "goal": goal, "then": then, "along": self.aim.along or ""}


def outlook(value: ValueModel, worth: Worth, stated: Stated) -> Outlook | None:
    """By the first number of the value model that is the same today, or else by one that theirs may move along with."""
    known: dict[str, Range | Span] = {**worth.numbers, **worth.figures}
    acted = middles(worth.numbers).get("adoption", 1.0)
    for aim in sorted(value.aims, key=lambda aim: aim.along is not None):
        now, then = _range(known.get(aim.now)), _range(known.get(aim.then))
        if now is None or then is None or now.middle <= 0 or aim.then in worth.assumed:
            continue
        scale = [stated.now * (1 + acted * (end / now.middle - 1)) for end in (then.low, then.middle, then.high)]
        told = Outlook(aim, stated, Range(low=scale[0], middle=scale[1], high=scale[2]), _met(scale, stated))
        same = math.isclose(now.middle, stated.now) and (aim.now in SHARES) == stated.share
        towards = (then.middle - now.middle) * (stated.goal - stated.now) > 0
        if same if aim.along is None else towards:
            return told
    return None


def _range(found: Range | Span | None) -> Range | None:
    if found is None or found.low is None or found.middle is None or found.high is None:
        return None
    return Range(low=found.low, middle=found.middle, high=found.high)


def _met(ends: list[float], stated: Stated) -> str:
    """`reached` wherever in the ranges, `middle` not at the worst end, `best` at the best end alone, or `missed`."""
    sign = 1 if stated.goal > stated.now else -1
    there = [sign * (end - stated.goal) >= -abs(stated.goal) * NOISE for end in ends]
    return "reached" if all(there) else "middle" if there[1] else "best" if any(there) else "missed"
