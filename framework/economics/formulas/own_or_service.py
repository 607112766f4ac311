"""An own small model, or a service that is paid by the call: which is cheaper from how many cases on (derived).

G = N ((c_service + e_service L) - (c_own + e_own L)) + F_service; the own model pays above
N* = (F_own - F_service) / bracket, and never where the bracket is not positive.
"""

from __future__ import annotations

from framework.economics.formulas.base import Formula
from framework.economics.value import difference
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId


def saved_by_case(point: Point) -> float | None:
    """The bracket: what one case costs less with an own model.

    None while mistakes cost something and the share that the own model makes is unknown.
    """
    if "wrong_own" not in point and point["cost_wrong"] > 0:
        return None
    service = point["cost_service"] + point["wrong_service"] * point["cost_wrong"]
    return difference(service, point["cost_own"] + point.get("wrong_own", 0.0) * point["cost_wrong"])


def yearly(point: Point) -> float | None:
    """G of the own model over the service, before the own model's fixed cost; None while a case's saving is unknown."""
    each = saved_by_case(point)
    return None if each is None else point["volume"] * each + point["fixed_service"]


def _figures(point: Point) -> dict[str, float]:
    found, cost = dict[str, float](), point.get("yearly_cost")
    if (each := saved_by_case(point)) is not None:
        found["saved_by_case"] = each
        if cost is not None and each > 0:
            found["volume_needed"] = max(0.0, (cost - point["fixed_service"]) / each)
    if point["cost_wrong"] > 0:
        found["wrong_equal"] = (point["cost_service"] - point["cost_own"]) / point["cost_wrong"]
    return found


FORMULA = Formula(
    INPUTS[FormulaId.OWN_OR_SERVICE],
    defaults={"wrong_service": 0.0, "cost_wrong": 0.0, "fixed_service": 0.0},
    gain=yearly,
    counted=None,
    worst=lambda point: 1.0,
    best=lambda point: 0.0,
    figures=_figures,
)
