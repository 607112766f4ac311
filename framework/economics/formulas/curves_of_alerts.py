"""What alerts are worth against the threshold and against the quality of a model, as points for charts. Pure.

Values are currency per 1,000 cases. The curves are binormal: one for each AUC.
"""

from __future__ import annotations

from collections.abc import Mapping

from framework.economics.formulas.base import Drawn
from framework.economics.formulas.per_thousand import (
    MODEL,
    SIMPLE,
    auc_for,
    best_simple,
    model_value,
    rate_of,
    separation,
    stakes_of,
)
from framework.economics.roc import at_probability, best_value, probability_at, separation_from_auc
from framework.economics.value import threshold, value_at_rates
from framework.model.economics import Curve, Point

POINTS = 100
"""Steps of a curve; it has one more point."""

GUESSING = 0.5 + 1e-9
"""An AUC up to this is no better than chance."""

SHOWS = 0.1
"""Share of the value of perfect answers from which a gain counts as noticeable."""

VISIBLE = 1e-4
"""Values below this share of the largest one on their curve are 0: no chart could show the difference."""

BEST_AUC = 0.99
"""Where the curve of quality ends: at 1 the bell curves are infinitely far apart."""


def _against_threshold(point: Point) -> Mapping[str, Curve]:
    """For the curve through the given shares, from 0 to 1; the most profitable threshold, and that of these shares.

    Nothing where no such curve exists (a rate of 0 or 1, or a model that ranks no better than chance).
    """
    stakes, apart, rate, value = stakes_of(point), separation(point), rate_of(point), model_value(point)
    best = threshold(stakes.false_alarm, stakes.catch)
    if apart is None or apart <= 0 or rate is None or value is None or best is None:
        return {}

    def worth(cut: float) -> float:
        return value_at_rates(stakes, *at_probability(apart, stakes.base_rate, cut), point["adoption"])

    cuts = (best, *(step / POINTS for step in range(POINTS + 1)))
    peak, *points = _visible(tuple((cut, worth(cut)) for cut in cuts))
    at = probability_at(apart, point["base_rate"], rate)
    given = () if at is None else ((at, value),)
    return {"threshold": tuple(points), "threshold_best": (peak,), "threshold_given": given}


def _against_auc(point: Point) -> Mapping[str, Curve]:
    """The best value for each AUC from 0.5.

    Where any signal at all beats the simple ways on paper, also from where a tenth is reached of what perfect answers
    would add: from there the gain is noticeable.
    """
    stakes, step = stakes_of(point), (BEST_AUC - 0.5) / POINTS
    aucs = [0.5 + step * index for index in range(POINTS + 1)]
    points = _visible(tuple((auc, best_value(separation_from_auc(auc), stakes, point["adoption"])) for auc in aucs))
    simple, needed = best_simple(point), auc_for(point, 0.0)
    found: dict[str, Curve] = {"auc": points}
    if simple is not None and needed is not None and needed <= GUESSING and points[-1][1] > simple:
        shows = SHOWS * (points[-1][1] - simple)
        found["auc_noticeable"] = (next(at for at in points if at[1] - simple >= shows),)
    return found


def _visible(points: Curve) -> Curve:
    largest = max(abs(y) for _, y in points)
    return tuple((x, 0.0 if abs(y) < VISIBLE * largest else y) for x, y in points)


CURVES = (Drawn(MODEL, _against_threshold), Drawn(SIMPLE, _against_auc))
