"""A team can handle K cases, whichever they are: G = u K (P_K - P_0)(s L + h), since handling costs cancel (derived).

A new team, nothing handled today: G = u K (P_K s L - c_a - (1 - P_K) h).
"""

from __future__ import annotations

from collections.abc import Iterator

from framework.economics.formulas.base import Formula
from framework.economics.roc import OperatingPoint, auc_from_separation, separation_of
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId


def _today(point: Point) -> float | None:
    """P_0: share of today's list that is worth it; in random order the share among all cases. None for a new team."""
    if "hits_today" in point:
        return point["hits_today"]
    return None if "cost_action" in point else point.get("base_rate")


def yearly(point: Point) -> float | None:
    """G for a list of hits P_K; None while the hits of today's list are unknown."""
    if "hits_hoped" not in point:
        return None
    hits, won, harm = point["hits_hoped"], point["success_rate"] * point["value"], point["harm"]
    handled, today = point["adoption"] * point["capacity"], _today(point)
    if today is not None:
        return handled * (hits - today) * (won + harm)
    if "cost_action" not in point:
        return None
    return handled * (hits * won - point["cost_action"] - (1 - hits) * harm)


def most_hits(point: Point) -> float:
    """P_max = min(1, N pi / K): a list cannot hold more real cases than there are (derived)."""
    if not {"volume", "base_rate"} <= point.keys() or point["capacity"] <= 0:
        return 1.0
    return min(1.0, point["volume"] * point["base_rate"] / point["capacity"])


def auc_of(point: Point, hits: float) -> tuple[float, float, float] | None:
    """R = K P / (N pi), F = K (1 - P) / (N (1 - pi)) and Phi(d' / sqrt 2), d' = z(R) - z(F) (Green, Swets 1966)."""
    if not {"volume", "base_rate"} <= point.keys():
        return None
    real, other = point["volume"] * point["base_rate"], point["volume"] * (1 - point["base_rate"])
    if real <= 0 or other <= 0:
        return None
    recall, rate = point["capacity"] * hits / real, point["capacity"] * (1 - hits) / other
    apart = separation_of(OperatingPoint(recall, rate))
    return None if apart is None else (recall, rate, auc_from_separation(apart))


def _figures(point: Point) -> dict[str, float]:
    found = {"most_hits": most_hits(point)}
    hoped = auc_of(point, point["hits_hoped"]) if "hits_hoped" in point else None
    if hoped:
        found |= {"recall_hoped": hoped[0], "false_alarms_hoped": hoped[1], "auc_hoped": hoped[2]}
    cost = point.get("yearly_cost")
    need = FORMULA.quality_for(point, cost) if cost is not None else None
    if need and point.get("base_rate"):
        found["lift_needed"] = need / point["base_rate"]
        reached = auc_of(point, need)
        if reached:
            found["auc_needed"] = reached[2]
    return found


def _problems(point: Point) -> Iterator[tuple[str, str]]:
    if "volume" in point and point["capacity"] > point["volume"]:
        yield "capacity", "The team can look at more cases than there are. Enter how many it really looks at in a year."
    for role in ("hits_hoped", "hits_today"):
        if role in point and {"volume", "base_rate"} <= point.keys() and point[role] > most_hits(point) + 1e-9:
            there, listed = point["volume"] * point["base_rate"], point["capacity"] * point[role]
            text = (
                f"These numbers cannot all be true: the list would hold {listed:,.0f} real cases a year, but there "
                f"are only {there:,.0f}. Check the share among those looked at, the share among all, and the counts."
            )
            yield role, text


FORMULA = Formula(
    INPUTS[FormulaId.WORK_LIST],
    defaults={"success_rate": 1.0, "harm": 0.0, "adoption": 1.0},
    optional=("hits_today", "base_rate", "volume", "cost_action"),
    gain=yearly,
    counted="capacity",
    best=most_hits,
    figures=_figures,
    rare=lambda point: point["volume"] * point["base_rate"] if {"volume", "base_rate"} <= point.keys() else None,
    problems=_problems,
)
