"""An alert, and somebody acts or not: G = N u (pi R (v - c_FP (1 - P) / P) - V_today), v = s b L - c_a (Elkan 2001).

Wraps the arithmetic of `value` and `roc`, which is per 1,000 cases, as one value model among others.
"""

from __future__ import annotations

from framework.economics.formulas.base import Formula, Gain
from framework.economics.roc import OperatingPoint, auc_from_separation, best_value, separation_of, smallest_auc
from framework.economics.tornado import possible_limits
from framework.economics.value import (
    PER,
    Stakes,
    catch_value,
    difference,
    false_alarm_cost,
    false_alarm_rate,
    gain,
    possible,
    precision_floor,
    simple_values,
    threshold,
    value_of_perfect,
)
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId


def in_time(point: Point) -> Point:
    """The point with hits that come too late counted as actions that do not work: s becomes s b (derived)."""
    return {**point, "success_rate": point["success_rate"] * point["in_time"]}


def _stakes(point: Point) -> Stakes:
    worked = in_time(point)
    catch = catch_value(worked["value"], worked["success_rate"], worked["cost_action"])
    return Stakes(point["base_rate"], catch, false_alarm_cost(point["cost_action"], point["harm"]))


def yearly(point: Point) -> float | None:
    """G, from the gain per 1,000 cases; None where recall or precision are unknown or cannot be."""
    if "recall" not in point or "precision" not in point:
        return None
    found = gain(in_time(point))
    return None if found is None else found * point["volume"] / PER


def _today(point: Point) -> float:
    """What the best simple way is worth a year (V_today), adoption included."""
    return max(simple_values(in_time(point)).values()) * point["volume"] / PER


def _perfect(point: Point) -> float:
    """N u pi max(v, 0) - V_today (derived)."""
    return value_of_perfect(_stakes(point), point["adoption"]) * point["volume"] / PER - _today(point)


def _needed(point: Point, cost: float) -> float | None:
    """P*(C) = c_FP / (c_FP + k), k = v - (V_today + C) / (u N pi R): never if k <= 0 (derived)."""
    if "recall" not in point:
        return None
    acted = point["adoption"] * point["volume"] * point["base_rate"] * point["recall"]
    if acted <= 0:
        return None
    stakes = _stakes(point)
    left = stakes.catch - (_today(point) + cost) / acted
    if left < 0 or (left == 0 and stakes.false_alarm > 0):
        return None
    floor = precision_floor(point["base_rate"], point["recall"])
    return max(floor, stakes.false_alarm / (stakes.false_alarm + left)) if stakes.false_alarm else floor


def _saved(point: Point, recall: float) -> float:
    """N u pi R s b L: what acting saves a year, before what it costs."""
    acted = point["adoption"] * point["volume"] * point["base_rate"] * recall
    return acted * in_time(point)["success_rate"] * point["value"]


def _happening(point: Point) -> dict[str, float]:
    """N pi R, N pi (1 - R s b), pi (1 - R s b): real cases a year that are found and that are not averted, and what
    share of all cases these are (derived).

    Each today by the rule, then, and with perfect answers.
    """
    real, works = point["volume"] * point["base_rate"], in_time(point)["success_rate"]
    today = point["rule_recall"] if {"rule_recall", "rule_precision"} <= point.keys() else 0.0
    found = {"happen_now": real * (1 - today * works), "happen_least": real * (1 - works)}
    found |= {"found_today": real * today, "found_most": real}
    found |= {"share_now": point["base_rate"] * (1 - today * works), "share_least": point["base_rate"] * (1 - works)}
    if "recall" in point:
        found["found_hoped"] = real * point["recall"]
        found["happen_then"] = real * (1 - point["recall"] * works)
        found["share_then"] = point["base_rate"] * (1 - point["recall"] * works)
    return found


def _figures(point: Point) -> dict[str, float]:
    """The AUC that beats today's way, that earns its upkeep, and that the given numbers imply (binormal curves).

    Also what the most profitable threshold on the curve through these numbers brings, and what acting saves.
    """
    stakes, today = _stakes(point), _today(point)
    found = {"saved_at_most": _saved(point, 1.0)} | _happening(point)
    if "recall" in point:
        found["saved"] = _saved(point, point["recall"])
    costs = {"auc_today": 0.0, "auc_upkeep": point.get("running"), "auc_pays": point.get("yearly_cost")}
    for name, cost in costs.items():
        if cost is None or point["volume"] <= 0:
            continue
        auc = smallest_auc(stakes, (today + cost) * PER / point["volume"], point["adoption"])
        if auc is not None:
            found[name] = auc
    if {"recall", "precision"} <= point.keys() and possible(point["base_rate"], point["recall"], point["precision"]):
        rate = false_alarm_rate(point["base_rate"], point["recall"], point["precision"])
        apart = separation_of(OperatingPoint(point["recall"], rate)) if rate is not None else None
        if apart is not None:
            found["auc_implied"] = auc_from_separation(apart)
        cut = threshold(stakes.false_alarm, stakes.catch)
        if apart is not None and apart > 0 and cut is not None:
            most = best_value(apart, stakes, point["adoption"]) * point["volume"] / PER
            found |= {"best_cut": cut, "gain_at_best_cut": difference(most, today)}
    return found


def _more(one: str, other: str) -> Gain:
    def bend(point: Point) -> float | None:
        simple = simple_values(in_time(point))
        return simple[one] - simple[other] if {one, other} <= simple.keys() else None

    return bend


def _room(recall: str, precision: str) -> Gain:
    """P (pi R + 1 - pi) - pi R: below 0 these two cannot be together (derived). Affine in each, like the gain."""

    def bend(point: Point) -> float | None:
        if not {recall, precision} <= point.keys():
            return None
        caught = point["base_rate"] * point[recall]
        return point[precision] * (caught + 1 - point["base_rate"]) - caught

    return bend


FORMULA = Formula(
    INPUTS[FormulaId.ALERTS],
    defaults={"success_rate": 1.0, "harm": 0.0, "adoption": 1.0, "in_time": 1.0},
    optional=("recall", "rule_recall", "rule_precision"),
    gain=yearly,
    worst=lambda point: precision_floor(point["base_rate"], point.get("recall", 1.0)),
    perfect=_perfect,
    needed=_needed,
    figures=_figures,
    bends=(
        _more("all", "none"),
        _more("rule", "none"),
        _more("rule", "all"),
        _room("recall", "precision"),
        _room("rule_recall", "rule_precision"),
    ),
    rare=lambda point: point["volume"] * point["base_rate"],
    limits=possible_limits,
)
