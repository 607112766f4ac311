"""A team can handle K cases, whichever they are: G = u K (P_K - P_0)(s L + h), since handling costs cancel (derived).

A new team, nothing handled today: G = u K (P_K s L - c_a - (1 - P_K) h).
"""

from __future__ import annotations

from collections.abc import Iterator

from framework.economics.formulas.base import Formula
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


def _real(point: Point) -> float | None:
    """N pi, the real cases a year; None where they are not known."""
    return point["volume"] * point["base_rate"] if {"volume", "base_rate"} <= point.keys() else None


def most_hits(point: Point) -> float:
    """P_max = min(1, N pi / K): a list cannot hold more real cases than there are (derived)."""
    real = _real(point)
    return 1.0 if real is None or point["capacity"] <= 0 else min(1.0, real / point["capacity"])


def _figures(point: Point) -> dict[str, float]:
    found = {"most_hits": most_hits(point)}
    real = _real(point)
    if real and "hits_hoped" in point:
        found["recall_hoped"] = point["capacity"] * point["hits_hoped"] / real
    cost = point.get("yearly_cost")
    need = FORMULA.quality_for(point, cost) if cost is not None else None
    if need and point.get("base_rate"):
        found["lift_needed"] = need / point["base_rate"]
    return found


def _problems(point: Point) -> Iterator[tuple[str, str]]:
    if "volume" in point and point["capacity"] > point["volume"]:
        yield "capacity", "The team can look at more cases than there are. Enter how many it really looks at in a year."
    there = _real(point)
    for role in ("hits_hoped", "hits_today"):
        if role in point and there is not None and point[role] > most_hits(point) + 1e-9:
            listed = point["capacity"] * point[role]
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
    rare=_real,
    problems=_problems,
)
