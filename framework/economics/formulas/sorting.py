"""Items are sorted, doubtful ones by a person (reject option, Chow 1970).

g = a (rho t w + (e0 - e1) c_e) + (1 - a) rho (t - t_r) w: a share sorted without a person, e1 its error share, e0
today's, c_e the cost of one wrong item, t minutes by hand and t_r for an item that was left over (derived).
"""

from __future__ import annotations

from framework.economics.formulas.base import TIMED, Formula, worth_of_minutes
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId


def _case(point: Point, alone: float, wrong: float) -> float:
    by_hand, rest = point["minutes_item"], point.get("minutes_rest", point["minutes_item"])
    saved = by_hand - (1 - alone) * rest
    return worth_of_minutes(point, saved) + alone * (point["wrong_today"] - wrong) * point["cost_wrong"]


def yearly(point: Point) -> float | None:
    """G for a share sorted alone; None while its error share is unknown."""
    if "share_auto" not in point or "wrong_auto" not in point:
        return None
    return point["adoption"] * point["volume"] * _case(point, point["share_auto"], point["wrong_auto"])


def _figures(point: Point) -> dict[str, float]:
    """Chow's cut 1 - c_h / c_e, c_h = rho t w + e0 c_e, and the error share at which sorting alone is worth nothing."""
    found = dict[str, float]()
    if point["cost_wrong"] > 0:
        by_hand = point["realised"] * point["minutes_item"] * point["cost_minute"]
        cost = by_hand + point["wrong_today"] * point["cost_wrong"]
        share = cost / point["cost_wrong"]
        found |= {"cost_by_hand": cost, "cut": max(0.0, 1 - share), "error_limit": min(1.0, share)}
    if {"share_auto", "wrong_auto"} <= point.keys():
        alone = point["adoption"] * point["volume"] * point["share_auto"]
        more = point["wrong_auto"] - point["wrong_today"]
        found |= {"more_wrong": alone * more, "wrong_then": point["wrong_today"] + point["share_auto"] * more}
    if "share_auto" in point:
        found["minutes_each"] = (1 - point["share_auto"]) * point.get("minutes_rest", point["minutes_item"])
    return found


FORMULA = Formula(
    INPUTS[FormulaId.SORTING],
    defaults=TIMED,
    optional=("minutes_rest", "wrong_auto"),
    gain=yearly,
    perfect=lambda point: point["adoption"] * point["volume"] * _case(point, 1.0, 0.0),
    figures=_figures,
)
