"""A finding that may change one decision (value of information, EVPI).

value = p rho_d D - (1 - p) f D0 before its own cost: p chance that the finding speaks for the other choice, rho_d
chance that it is right, believed and acted upon, D the gain then, f chance of a false finding acted upon, D0 its cost.
No more than p D: perfect information. There is no value per case.
"""

from __future__ import annotations

from framework.economics.formulas.base import Formula
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId


def yearly(point: Point) -> float | None:
    """The value of the finding; it comes once."""
    if "chance" not in point:
        return None
    right = point["chance"] * point["believed"] * point["stake"]
    return right - (1 - point["chance"]) * point["false_chance"] * point["false_cost"]


FORMULA = Formula(
    INPUTS[FormulaId.DECISION],
    defaults={"false_chance": 0.0, "false_cost": 0.0},
    gain=yearly,
    counted=None,
    perfect=lambda point: point["chance"] * point["stake"] if "chance" in point else None,
    once=True,
)
