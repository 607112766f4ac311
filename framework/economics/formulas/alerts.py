"""An alert, and somebody acts or not: G = N u (pi R (v - c_FP (1 - P) / P) - V_today), v = s b L - c_a (Elkan 2001).

Wraps the arithmetic of `per_thousand` as one value model among others.
"""

from __future__ import annotations

from framework.economics.formulas.base import Formula
from framework.economics.formulas.curves_of_alerts import CURVES
from framework.economics.formulas.odd_alerts import odd
from framework.economics.formulas.per_thousand import (
    BENDS,
    FIGURES,
    PAIRS,
    auc_for_cost,
    gain,
    has_rule,
    separation,
    simple_values,
    stakes_of,
    works,
)
from framework.economics.roc import auc_from_separation, best_value
from framework.economics.value import PER, difference, precision_floor, threshold, value_of_perfect
from framework.model.economics import Point
from framework.model.formulas import INPUTS, SHARES, FormulaId


def yearly(point: Point) -> float | None:
    """G, from the gain per 1,000 cases; None where recall or precision are unknown or cannot be."""
    if "recall" not in point or "precision" not in point:
        return None
    found = gain(point)
    return None if found is None else found * point["volume"] / PER


def _today(point: Point) -> float:
    """What the best simple way is worth a year (V_today), adoption included."""
    return max(simple_values(point).values()) * point["volume"] / PER


def _perfect(point: Point) -> float:
    """N u pi max(v, 0) - V_today (derived)."""
    return value_of_perfect(stakes_of(point), point["adoption"]) * point["volume"] / PER - _today(point)


def _needed(point: Point, cost: float) -> float | None:
    """P*(C) = c_FP / (c_FP + k), k = v - (V_today + C) / (u N pi R): never if k <= 0 (derived)."""
    if "recall" not in point:
        return None
    acted = point["adoption"] * point["volume"] * point["base_rate"] * point["recall"]
    if acted <= 0:
        return None
    stakes = stakes_of(point)
    left = stakes.catch - (_today(point) + cost) / acted
    if left < 0 or (left == 0 and stakes.false_alarm > 0):
        return None
    floor = precision_floor(point["base_rate"], point["recall"])
    return max(floor, stakes.false_alarm / (stakes.false_alarm + left)) if stakes.false_alarm else floor


def _saved(point: Point, recall: float) -> float:
    """N u pi R s b L: what acting saves a year, before what it costs."""
    acted = point["adoption"] * point["volume"] * point["base_rate"] * recall
    return acted * works(point) * point["value"]


def _happening(point: Point) -> dict[str, float]:
    """N pi R, N pi (1 - u R s b), pi (1 - u R s b): real cases a year that are found and that are not averted, and
    what share of all cases these are (derived).

    Each today by the rule, then, and with perfect answers.
    """
    real, averted = point["volume"] * point["base_rate"], point["adoption"] * works(point)
    today = point["rule_recall"] if has_rule(point) else 0.0
    found = {"happen_now": real * (1 - today * averted), "happen_least": real * (1 - averted)}
    found |= {"found_today": real * today, "found_most": real}
    found |= {"share_now": point["base_rate"] * (1 - today * averted)}
    found |= {"share_least": point["base_rate"] * (1 - averted)}
    if "recall" in point:
        found["found_hoped"] = real * point["recall"]
        found["happen_then"] = real * (1 - point["recall"] * averted)
        found["share_then"] = point["base_rate"] * (1 - point["recall"] * averted)
    return found


def _figures(point: Point) -> dict[str, float]:
    """The AUC that earns its whole cost, and the one that the given numbers imply (binormal curves).

    Also what the most profitable threshold on the curve through these numbers brings, and what acting saves.
    """
    stakes = stakes_of(point)
    found = {"saved_at_most": _saved(point, 1.0)} | _happening(point)
    if "recall" in point:
        found["saved"] = _saved(point, point["recall"])
    pays = auc_for_cost(point, point["yearly_cost"]) if "yearly_cost" in point else None
    if pays is not None:
        found["auc_pays"] = pays
    apart = separation(point) if {"recall", "precision"} <= point.keys() else None
    cut = threshold(stakes.false_alarm, stakes.catch)
    if apart is not None:
        found["auc_implied"] = auc_from_separation(apart)
        if apart > 0 and cut is not None:
            most = best_value(apart, stakes, point["adoption"]) * point["volume"] / PER
            found |= {"best_cut": cut, "gain_at_best_cut": difference(most, _today(point))}
    return found


def _limits(role: str, point: Point) -> tuple[float, float]:
    """Lowest and highest possible value of a number, all others fixed: shares end at 1, false alarms at all cases."""
    low, high = 0.0, 1.0 if role in SHARES else float("inf")
    for recall, precision in PAIRS:
        if not {"base_rate", recall, precision} <= point.keys():
            continue
        share, caught, right = point["base_rate"], point[recall], point[precision]
        if role == precision:
            low = max(low, precision_floor(share, caught))
        elif role == recall and share * (1 - right) > 0:
            high = min(high, right * (1 - share) / (share * (1 - right)))
        elif role == "base_rate":
            high = min(high, right / (right + caught * (1 - right)))
    return low, high


FORMULA = Formula(
    INPUTS[FormulaId.ALERTS],
    defaults={"harm": 0.0, "success_rate": 1.0, "adoption": 1.0, "in_time": 1.0},
    optional=("recall", "rule_recall", "rule_precision"),
    gain=yearly,
    worst=lambda point: precision_floor(point["base_rate"], point.get("recall", 1.0)),
    perfect=_perfect,
    needed=_needed,
    figures=_figures,
    early=FIGURES,
    curves=CURVES,
    bends=BENDS,
    rare=lambda point: point["volume"] * point["base_rate"],
    odd=odd,
    limits=_limits,
)
