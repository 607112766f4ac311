"""Settings of a running process over time: G = u C_run x - n_v c_v (derived).

C_run yearly cost that is steered, u share of the time in control, x saving against the tuned controller, n_v limit
excursions. A trial needs 16 (cv / x)^2 days an arm, cv being the variation of the daily cost.
"""

from __future__ import annotations

import math

from framework.economics.formulas.base import Formula
from framework.economics.value import TOLERANCE
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId


def yearly(point: Point) -> float | None:
    """G for a share saved."""
    if "saving" not in point:
        return None
    steered = point["share_in_control"] * point["cost_run"] * point["saving"]
    return steered - point["excursions"] * point["cost_excursion"]


def _needed(point: Point, cost: float) -> float | None:
    """x*(C) = (C + n_v c_v) / (u C_run); never where more than the whole cost would have to be saved (derived)."""
    steered = point["share_in_control"] * point["cost_run"]
    cost += point["excursions"] * point["cost_excursion"]
    if cost <= 0:
        return 0.0
    return cost / steered if steered > 0 and cost <= steered * (1 + TOLERANCE) else None


def trial_days(variation: float, saving: float) -> float:
    """Days in each arm of an alternated trial."""
    return 16 * (variation / saving) ** 2


def _figures(point: Point) -> dict[str, float]:
    if "variation" not in point or point.get("saving", 0.0) <= 0:
        return {}
    return {"trial_days": float(math.ceil(trial_days(point["variation"], point["saving"])))}


FORMULA = Formula(
    INPUTS[FormulaId.STEERING],
    defaults={"share_in_control": 1.0, "excursions": 0.0, "cost_excursion": 0.0},
    optional=("variation",),
    gain=yearly,
    counted=None,
    best=lambda point: None,
    needed=_needed,
    figures=_figures,
)
