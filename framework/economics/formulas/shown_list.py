"""The order of a list changes what people take: G = N r0 l M i, l the relative lift (derived).

Only a trial shows a lift: n per arm = 16 (1 - r0) / (r0 l^2) (Kohavi and others). No more visits can take something
than there are: l <= 1 / r0 - 1.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from framework.economics.formulas.base import Formula
from framework.economics.value import TOLERANCE
from framework.languages.catalogue import numerals, say
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId

MOST_LIKE = 1.0
"""The largest lift for which a number of visits is given: `per_arm` takes both halves to vary alike."""


def yearly(point: Point) -> float | None:
    """G for a relative lift."""
    if "lift" not in point:
        return None
    taken = point["adoption"] * point["volume"] * point["rate_today"]
    return taken * point["lift"] * point["margin"] * point["extra"]


def _needed(point: Point, cost: float) -> float | None:
    """l*(C) = C / (u N r0 M i); never where more visits would have to take something than there are (derived)."""
    each = yearly({**point, "lift": 1.0}) or 0.0
    if cost <= 0:
        return 0.0
    return cost / each if each > 0 and _possible(point["rate_today"], cost / each) else None


def _possible(rate: float, lift: float) -> bool:
    return rate * (1 + lift) <= 1 + TOLERANCE


def _problems(point: Point, language: str) -> Iterator[tuple[str, str]]:
    if "lift" in point and not _possible(point["rate_today"], point["lift"]):
        most = numerals(language, f"{100 / point['rate_today'] - 100:.3g} %")
        text = say(
            language,
            "With this rise, more visits would take something than there are. It can be {most} at most.",
            most=most,
        )
        yield "lift", text


def per_arm(rate: float, lift: float) -> float:
    """Visits in each arm of a trial that can show a relative lift."""
    return 16 * (1 - rate) / (rate * lift**2)


def least_visible(rate: float, visits: float) -> float:
    """The least lift that this many visits can show, both arms together: sqrt(32 (1 - r0) / (r0 N)) (derived)."""
    return math.sqrt(32 * (1 - rate) / (rate * visits))


def _figures(point: Point) -> dict[str, float]:
    rate, found = point["rate_today"], {}
    if rate <= 0 or point["volume"] <= 0:
        return {}
    found["least_visible"] = least_visible(rate, point["volume"])
    if "lift" in point:
        lift = point["lift"]
        found["arm_hoped"] = float(math.ceil(per_arm(rate, lift))) if lift > 0 else math.inf
    cost = point.get("yearly_cost")
    need = FORMULA.quality_for(point, cost) if cost is not None else None
    if need and need <= MOST_LIKE:
        found["arm_needed"] = float(math.ceil(per_arm(rate, need)))
    return found


FORMULA = Formula(
    INPUTS[FormulaId.SHOWN_LIST],
    defaults={"extra": 1.0, "adoption": 1.0},
    gain=yearly,
    best=lambda point: None,
    needed=_needed,
    figures=_figures,
    problems=_problems,
)
