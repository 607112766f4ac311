"""How good the model has to be before it pays."""

from __future__ import annotations

from framework.assessment.economics import value as formulas
from framework.assessment.economics.quantities import Point, Quantities
from framework.assessment.economics.ranges import RULE, SIMPLE, Span, reach
from framework.assessment.economics.roc import (
    ASSUMPTION,
    OperatingPoint,
    auc_from_separation,
    separation_of,
    smallest_auc,
)
from framework.model.base import Noun

TRIPLE = ("base_rate", "recall", "precision")


class Quality(Noun):
    """How good the model has to be, as AUC (0.5 guessing, 1 perfect)."""

    to_beat_simple: Span
    """Above this it is worth more than the best of nothing, everyone and the rule; 0.5: any real signal will do. None
    inside: not even a perfect model is."""
    to_cover_running: Span | None
    """Above this it also earns its running cost; None where volume or running cost are unknown."""
    implied: float | None
    """What the given recall and precision amount to."""
    assumption: str = ASSUMPTION


def rate_of(point: Point) -> float | None:
    """The model's false-alarm rate; None where its numbers cannot go together or every case is real."""
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
