"""Each unit of error costs: g = c (MAE0 - MAE1), the mean absolute errors of today's way and of the model (derived)."""

from __future__ import annotations

import math
from statistics import NormalDist

from framework.economics.formulas.base import Formula
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId

SPREAD = math.sqrt(math.pi / 2)
"""Standard deviation for each unit of mean absolute error, for normal errors."""


def yearly(point: Point) -> float | None:
    """G = u N c (MAE0 - MAE1)."""
    if "error_hoped" not in point:
        return None
    cases = point["adoption"] * point["volume"]
    return cases * point["cost_unit"] * (point["error_today"] - point["error_hoped"])


def share_within(error: float, tolerance: float) -> float:
    """Share of normal errors within a tolerance: 2 Phi(T / sigma) - 1, sigma = MAE sqrt(pi / 2) (derived)."""
    return 1.0 if error <= 0 else 2 * NormalDist().cdf(tolerance / (error * SPREAD)) - 1


def floor_from_experts(difference: float) -> float:
    """MAE >= D / sqrt 2 against one of two careful people who differ by D on average (normal errors; derived)."""
    return difference / math.sqrt(2)


def _figures(point: Point) -> dict[str, float]:
    found, cost = {}, point.get("yearly_cost")
    need = FORMULA.quality_for(point, cost) if cost is not None else None
    if need is not None and point["error_today"] > 0:
        found["skill_needed"] = 1 - need / point["error_today"]
    if "tolerance" in point:
        found["within_today"] = share_within(point["error_today"], point["tolerance"])
        if "error_hoped" in point:
            found["within_hoped"] = share_within(point["error_hoped"], point["tolerance"])
    if "experts_differ" in point:
        found["floor"] = floor_from_experts(point["experts_differ"])
    return found


FORMULA = Formula(
    INPUTS[FormulaId.ESTIMATE],
    optional=("tolerance", "experts_differ"),
    gain=yearly,
    worst=lambda point: point["error_today"],
    best=lambda point: 0.0,
    figures=_figures,
)
