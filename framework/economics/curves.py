"""Curves for charts, as tuples of points. Values are currency per 1,000 cases."""

from __future__ import annotations

from framework.economics.roc import (
    OperatingPoint,
    at_probability,
    best_value,
    probability_at,
    separation_from_auc,
    separation_of,
    smallest_auc,
)
from framework.economics.value import Stakes, false_alarm_rate, threshold, value_at_rates
from framework.model.economics import Curve, QualityCurve, ThresholdCurve

POINTS = 100
"""Steps of a curve; it has one more point."""

GUESSING = 0.5 + 1e-9
"""An AUC up to this is no better than chance."""

SHOWS = 0.1
"""Share of the value of perfect answers from which a gain counts as noticeable."""

VISIBLE = 1e-4
"""Values below this share of the largest one on their curve are 0: no chart could show the difference."""

BEST_AUC = 0.99
"""Where the quality curve ends: at 1 the bell curves are infinitely far apart."""


def threshold_curve(stakes: Stakes, recall: float, precision: float, adoption: float) -> ThresholdCurve | None:
    """For the curve through the given point, F being derived from precision and base rate and d' = z(R) - z(F).

    None where no such curve exists (a rate of 0 or 1, or a model that ranks no better than chance).
    """
    rate = false_alarm_rate(stakes.base_rate, recall, precision)
    separation = None if rate is None else separation_of(OperatingPoint(recall, rate))
    best = threshold(stakes.false_alarm, stakes.catch)
    if rate is None or separation is None or separation <= 0 or best is None:
        return None

    def value(cut: float) -> float:
        return value_at_rates(stakes, *at_probability(separation, stakes.base_rate, cut), adoption)

    at = probability_at(separation, stakes.base_rate, rate)
    steps = ((step / POINTS, value(step / POINTS)) for step in range(POINTS + 1))
    peak, *points = _visible(((best, value(best)), *steps))
    return ThresholdCurve(
        points=tuple(points),
        best=peak,
        given=None if at is None else (at, value_at_rates(stakes, recall, rate, adoption)),
    )


def quality_curve(stakes: Stakes, simple: float, adoption: float) -> QualityCurve:
    """Best value for each AUC from 0.5, with the AUC that beats the best simple alternative (`simple`)."""
    step = (BEST_AUC - 0.5) / POINTS
    aucs = [0.5 + step * index for index in range(POINTS + 1)]
    points = _visible(tuple((auc, best_value(separation_from_auc(auc), stakes, adoption)) for auc in aucs))
    break_even = smallest_auc(stakes, simple, adoption)
    return QualityCurve(
        points=points,
        simple=simple,
        break_even=break_even,
        any_signal=break_even is not None and break_even <= GUESSING,
        shows_from=_shows_from(points, simple),
    )


def _visible(points: Curve) -> Curve:
    largest = max(abs(y) for _, y in points)
    return tuple((x, 0.0 if abs(y) < VISIBLE * largest else y) for x, y in points)


def _shows_from(points: Curve, simple: float) -> float | None:
    most = points[-1][1] - simple
    return next(auc for auc, worth in points if worth - simple >= SHOWS * most) if most > 0 else None
