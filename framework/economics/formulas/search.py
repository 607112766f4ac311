"""People look for something that exists (derived).

g = rho (t0 - t1) w + (p1 - p0) c_fail - (x1 - x0) c_wrong: p share of searches that end well, x share misled.
"""

from __future__ import annotations

from framework.economics.formulas.base import TIMED, Formula, worth_of_minutes
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId


def yearly(point: Point) -> float | None:
    """G for a share of searches that end well."""
    if "found_then" not in point:
        return None
    saved = worth_of_minutes(point, point["minutes_now"] - point["minutes_then"])
    found = (point["found_then"] - point["found_now"]) * point["cost_not_found"]
    misled = (point["misled_then"] - point["misled_now"]) * point["cost_misled"]
    return point["adoption"] * point["volume"] * (saved + found - misled)


def _figures(point: Point) -> dict[str, float]:
    return {"more_misled": point["adoption"] * point["volume"] * (point["misled_then"] - point["misled_now"])}


FORMULA = Formula(
    INPUTS[FormulaId.SEARCH],
    defaults={**TIMED, "misled_now": 0.0, "misled_then": 0.0, "cost_misled": 0.0},
    gain=yearly,
    perfect=lambda point: yearly({**point, "found_then": 1.0, "misled_then": 0.0}),
    figures=_figures,
)
