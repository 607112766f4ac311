"""Alerts per 1,000 cases, from numbers by role: what each way of acting is worth, what happens, and break-evens. Pure.

Each result is told as soon as the numbers behind it are known; `alerts` makes gains of a year of them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import combinations

from framework.economics.formulas.base import Figure, Gain
from framework.economics.roc import OperatingPoint, separation_of, smallest_auc
from framework.economics.value import (
    PER,
    Stakes,
    affordable_false_alarms,
    break_even_base_rate,
    break_even_precision,
    catch_value,
    confusion,
    false_alarm_cost,
    false_alarm_rate,
    possible,
    settled,
    threshold,
    value_at,
    value_of_all,
    value_of_perfect,
)
from framework.model.economics import Point

STAKES = ("value", "success_rate", "in_time", "cost_action", "harm")
SIMPLE = ("base_rate", *STAKES, "adoption")
QUALITY = ("recall", "precision")
RULE = ("rule_recall", "rule_precision")
PAIRS = (QUALITY, RULE)
MODEL = (*SIMPLE, *QUALITY)
COUNTED = ("base_rate", *QUALITY)


def works(point: Point) -> float:
    """Share of real cases acted upon in which the action works, s b; one caught too late counts as not (derived)."""
    return point["success_rate"] * point["in_time"]


def stakes_of(point: Point) -> Stakes:
    """What is at stake in one case. Without a share of real cases it is 0: use only the other two then."""
    return Stakes(
        point.get("base_rate", 0.0),
        catch_value(point["value"], works(point), point["cost_action"]),
        false_alarm_cost(point["cost_action"], point["harm"]),
    )


def simple_values(point: Point) -> dict[str, float]:
    """Value per 1,000 cases of `none` (0), `all`, and of the `rule` where it is known and possible.

    Adoption scales all of them alike, so that the gain is u times the gain at full adoption, and u is applied once.
    """
    stakes, adoption = stakes_of(point), point["adoption"]
    values = {"none": 0.0, "all": value_of_all(stakes, adoption)}
    if has_rule(point):
        rule = point["rule_recall"], point["rule_precision"]
        if possible(stakes.base_rate, *rule):
            found, everyone = value_at(stakes, *rule, adoption), values["all"]
            same = settled(found - everyone, value_of_perfect(stakes, adoption)) == 0
            values["rule"] = everyone if same else found
    return values


def has_rule(point: Point) -> bool:
    """Whether both shares of today's rule are known."""
    return set(RULE) <= point.keys()


def best_simple(point: Point) -> float | None:
    """What the best simple way is worth. None if the recall and precision of the rule are inconsistent."""
    simple = simple_values(point)
    return None if "rule" not in simple and has_rule(point) else max(simple.values())


def model_value(point: Point) -> float | None:
    """What the model is worth. None if its recall and precision are inconsistent."""
    stakes = stakes_of(point)
    if not possible(stakes.base_rate, point["recall"], point["precision"]):
        return None
    return value_at(stakes, point["recall"], point["precision"], point["adoption"])


def gain(point: Point) -> float | None:
    """Delta V = V_ML - max(V_none, V_all, V_rule), currency (derived). None if two shares are inconsistent."""
    value, simple = model_value(point), best_simple(point)
    if value is None or simple is None:
        return None
    # the best simple way is worth 0 or more: where both agree, no amount in them exceeds the worth of perfect answers
    return settled(value - simple, value_of_perfect(stakes_of(point), point["adoption"]))


def auc_for(point: Point, more: float) -> float | None:
    """The AUC whose best value exceeds that of the best simple way by `more`; infinite is never. Binormal curves.

    None if the recall and precision of the rule are inconsistent.
    """
    simple = best_simple(point)
    if simple is None:
        return None
    found = smallest_auc(stakes_of(point), simple + more, point["adoption"])
    return math.inf if found is None else found


def auc_for_cost(point: Point, yearly_cost: float) -> float | None:
    """The AUC whose best value in a year exceeds that of the best simple way by `yearly_cost`; infinite if none does.

    None without cases, or if the recall and precision of the rule are inconsistent.
    """
    return auc_for(point, PER * yearly_cost / point["volume"]) if point["volume"] > 0 else None


def separation(point: Point) -> float | None:
    """How far the curve through the given shares tells real cases from others; None where there is no such curve."""
    rate = rate_of(point)
    return None if rate is None else separation_of(OperatingPoint(point["recall"], rate))


def rate_of(point: Point) -> float | None:
    """The model's false-alarm rate; None if its numbers are inconsistent or every case is real."""
    triple = point["base_rate"], point["recall"], point["precision"]
    return false_alarm_rate(*triple) if possible(*triple) else None


def _more(one: str, other: str) -> Gain:
    """By how much one simple way is worth more than another; None where one of them cannot occur."""

    def bend(point: Point) -> float | None:
        simple = simple_values(point)
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


BENDS = (
    *(_more(one, other) for one, other in combinations(("rule", "all", "none"), 2)),
    *(_room(*pair) for pair in PAIRS),
)
"""Where another simple way becomes the best, and where two shares cease to be possible together."""


def _count(index: int) -> Gain:
    def cell(point: Point) -> float | None:
        triple = point["base_rate"], point["recall"], point["precision"]
        return confusion(*triple)[index] if possible(*triple) else None

    return cell


def _threshold(point: Point) -> float | None:
    stakes = stakes_of(point)
    return threshold(stakes.false_alarm, stakes.catch)


def _break_even_base_rate(point: Point) -> float | None:
    rate = rate_of(point)
    return None if rate is None else break_even_base_rate(stakes_of(point), point["recall"], rate)


def _perfect(point: Point) -> float:
    return value_of_perfect(stakes_of(point), point["adoption"])


FIGURES: Mapping[str, Figure] = {
    "value_none": Figure(STAKES, lambda point: 0.0),
    "value_all": Figure(SIMPLE, lambda point: simple_values(point)["all"]),
    "value_rule": Figure((*SIMPLE, *RULE), lambda point: simple_values(point).get("rule")),
    "value_model": Figure(MODEL, model_value),
    "value_perfect": Figure(SIMPLE, _perfect),
    "value_gained": Figure(MODEL, gain, also=RULE, bends=BENDS),
    "threshold": Figure(STAKES, _threshold),
    "precision_even": Figure(STAKES, lambda point: break_even_precision(stakes_of(point))),
    "base_rate_even": Figure(MODEL, _break_even_base_rate),
    "alarms_paid": Figure(STAKES, lambda point: affordable_false_alarms(stakes_of(point))),
    "auc_today": Figure(SIMPLE, lambda point: auc_for(point, 0.0), also=RULE),
    "auc_upkeep": Figure(
        (*SIMPLE, "volume", "running"), lambda point: auc_for_cost(point, point["running"]), also=RULE
    ),
    "caught": Figure(COUNTED, _count(0)),
    "false_alarms": Figure(COUNTED, _count(1)),
    "missed": Figure(COUNTED, _count(2)),
    "left_alone": Figure(COUNTED, _count(3)),
}
"""Values, of what is done in 1,000 cases; break-evens; and what happens in 1,000 cases."""
