"""How good the model has to be before it pays."""

from __future__ import annotations

from framework.economics import value as formulas
from framework.economics.ranges import RULE, SIMPLE, reach
from framework.economics.roc import (
    OperatingPoint,
    auc_from_separation,
    separation_of,
    smallest_auc,
)
from framework.model.economics import Point, Quality, Quantities

TRIPLE = ("base_rate", "recall", "precision")


def rate_of(point: Point) -> float | None:
    """The model's false-alarm rate; None if its numbers are inconsistent or every case is real."""
    triple = point["base_rate"], point["recall"], point["precision"]
    return formulas.false_alarm_rate(*triple) if formulas.possible(*triple) else None


def required_quality(given: Quantities) -> Quality | None:
    """From the stakes and the simple alternatives; None where value, cost of acting or share of cases are unknown."""

    def to_beat(point: Point) -> float | None:
        return smallest_auc(formulas.stakes_of(point), max(formulas.simple_values(point).values()), point["adoption"])

    def to_cover(point: Point) -> float | None:
        if point["volume"] <= 0:
            return None
        needed = max(formulas.simple_values(point).values()) + formulas.PER * point["running"] / point["volume"]
        return smallest_auc(formulas.stakes_of(point), needed, point["adoption"])

    beat = reach(given, SIMPLE, to_beat, RULE)
    if beat is None:
        return None
    point = given.point()
    rate = rate_of(point) if set(TRIPLE) <= point.keys() else None
    separation = separation_of(OperatingPoint(point["recall"], rate)) if rate is not None else None
    return Quality(
        to_beat_simple=beat,
        to_cover_running=reach(given, (*SIMPLE, "volume", "running"), to_cover, RULE),
        implied=None if separation is None else auc_from_separation(separation),
    )
