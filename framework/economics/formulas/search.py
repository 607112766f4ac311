"""People look for something that exists (derived).

g = rho (t0 - t1) w + (p1 - p0) c_fail: p share of searches that end well.
"""

from __future__ import annotations

from framework.economics.formulas.base import TIMED, Formula
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId


def yearly(point: Point) -> float | None:
    """G for a share of searches that end well."""
    if "found_then" not in point:
        return None
    saved = point["realised"] * (point["minutes_now"] - point["minutes_then"]) * point["cost_minute"]
    found = (point["found_then"] - point["found_now"]) * point["cost_not_found"]
    return point["adoption"] * point["volume"] * (saved + found)


FORMULA = Formula(
    INPUTS[FormulaId.SEARCH],
    defaults=TIMED,
    gain=yearly,
)
