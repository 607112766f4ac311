"""Every part is looked at: cost = c_look + pi (1 - R) c_miss + (1 - pi) F c_reject, G = u N (cost0 - cost1) (derived).

People are no gold standard: in a classic study inspectors passed 23 % of the faulty and rejected 2 % of the good.
"""

from __future__ import annotations

from framework.economics.formulas.base import Formula
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId


def cost_of_part(point: Point, look: float, found: float, rejected: float) -> float:
    """Expected cost of one part."""
    share = point["base_rate"]
    return look + share * (1 - found) * point["cost_miss"] + (1 - share) * rejected * point["cost_reject"]


def _today(point: Point) -> float:
    return cost_of_part(point, point["cost_look_now"], point["faults_found_now"], point["good_rejected_now"])


def yearly(point: Point) -> float | None:
    """G for a share of faults found; None while the share of good parts rejected is unknown."""
    if "faults_found" not in point or "good_rejected" not in point:
        return None
    new = cost_of_part(point, point["cost_look"], point["faults_found"], point["good_rejected"])
    return point["adoption"] * point["volume"] * (_today(point) - new)


def _figures(point: Point) -> dict[str, float]:
    found = {"cost_part_today": _today(point), "faults_left_now": 1 - point["faults_found_now"]}
    if "faults_found" in point:
        found["faults_left"] = 1 - point["faults_found"]
    if {"faults_found", "good_rejected"} <= point.keys():
        found["cost_part_then"] = cost_of_part(point, point["cost_look"], point["faults_found"], point["good_rejected"])
    return found


FORMULA = Formula(
    INPUTS[FormulaId.INSPECTION],
    defaults={"cost_look_now": 0.0, "cost_look": 0.0, "adoption": 1.0},
    optional=("good_rejected",),
    gain=yearly,
    perfect=lambda point: point["adoption"] * point["volume"] * (_today(point) - point["cost_look"]),
    figures=_figures,
    rare=lambda point: point["volume"] * point["base_rate"],
)
