"""How good a model must be: an exact search over one family of trade-off (ROC) curves.

The family is the equal-variance binormal one: scores of real cases and of all others are bell curves of the same width,
d' apart, so AUC = Phi(d' / sqrt 2). It holds one curve for each AUC, and its best operating point has a closed form.
"""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import NamedTuple

from framework.economics.value import Stakes, difference, value_at_rates, value_of_all, value_of_perfect
from framework.model.thresholds import below, score_at

MAX_SEPARATION = 40.0
"""Bell curves this far apart do not overlap within float precision."""

STEPS = 80
"""Halvings of the search: 40 / 2**80 is far below the spacing of floats."""

_STANDARD = NormalDist()


class OperatingPoint(NamedTuple):
    """Where on its curve a model is used: two rates, 0..1."""

    recall: float
    false_alarm_rate: float


def auc_from_separation(separation: float) -> float:
    """AUC = Phi(d' / sqrt 2), 0.5..1: how often a real case scores above another (Green and Swets 1966)."""
    return below(separation / math.sqrt(2))


def separation_from_auc(auc: float) -> float:
    """The separation d' = sqrt 2 z(AUC), for `auc` in 0.5..1; 1 gives the largest separation."""
    if auc >= 1:
        return MAX_SEPARATION
    return min(MAX_SEPARATION, max(0.0, math.sqrt(2) * _STANDARD.inv_cdf(auc)))


def separation_of(point: OperatingPoint) -> float | None:
    """The d' of the curve through an operating point, z(R) - z(F). None where a rate is 0 or 1: no finite d' passes."""
    if not (0 < point.recall < 1 and 0 < point.false_alarm_rate < 1):
        return None
    return difference(_STANDARD.inv_cdf(point.recall), _STANDARD.inv_cdf(point.false_alarm_rate))


def at_probability(separation: float, base_rate: float, cut: float) -> OperatingPoint:
    """Rates when every case with calibrated probability >= `cut` is acted upon (Bayes).

    Probability `cut` is reached at the score x = `score_at`, and R = Phi(d' - x), F = Phi(-x).
    """
    if cut <= 0 or base_rate >= 1:
        return OperatingPoint(1.0, 1.0)
    if cut >= 1 or base_rate <= 0:
        return OperatingPoint(0.0, 0.0)
    if separation <= 0:
        return OperatingPoint(1.0, 1.0) if cut <= base_rate else OperatingPoint(0.0, 0.0)
    score = score_at(separation, base_rate, cut)
    return OperatingPoint(below(separation - score), below(-score))


def probability_at(separation: float, base_rate: float, false_alarm_rate: float) -> float | None:
    """The probability cut at which a model works that has this false-alarm rate; inverse of `at_probability`."""
    if separation <= 0 or not (0 < false_alarm_rate < 1 and 0 < base_rate < 1):
        return None
    score = -_STANDARD.inv_cdf(false_alarm_rate)
    log_odds = separation * score - separation**2 / 2 + math.log(base_rate) - math.log1p(-base_rate)
    return 1 / (1 + math.exp(-log_odds)) if log_odds > -700 else 0.0


def best_point(separation: float, stakes: Stakes) -> OperatingPoint:
    """The most profitable point of a curve: cut at p* = c_FP / (c_FP + v_TP) (Elkan 2001)."""
    if stakes.catch <= 0:
        return OperatingPoint(0.0, 0.0)
    return at_probability(separation, stakes.base_rate, stakes.false_alarm / (stakes.false_alarm + stakes.catch))


def best_value(separation: float, stakes: Stakes, adoption: float) -> float:
    """Value per 1,000 cases at the best point; never falls as d' grows. At d' = 0 the better of none and all."""
    if separation <= 0:
        return max(0.0, value_of_all(stakes, adoption))
    return value_at_rates(stakes, *best_point(separation, stakes), adoption)


def smallest_separation(stakes: Stakes, to_beat: float, adoption: float) -> float | None:
    """The smallest d' whose best value exceeds `to_beat` (currency per 1,000 cases), by bisection.

    0 means that any real signal does (the limit itself does not). None: not even a perfect model would.
    """
    if to_beat <= best_value(0.0, stakes, adoption):
        return 0.0 if value_of_perfect(stakes, adoption) > to_beat else None
    if best_value(MAX_SEPARATION, stakes, adoption) <= to_beat:
        return None
    low, high = 0.0, MAX_SEPARATION
    for _ in range(STEPS):
        middle = (low + high) / 2
        if best_value(middle, stakes, adoption) > to_beat:
            high = middle
        else:
            low = middle
    return high


def smallest_auc(stakes: Stakes, to_beat: float, adoption: float) -> float | None:
    """`smallest_separation` as an AUC, 0.5..1."""
    separation = smallest_separation(stakes, to_beat, adoption)
    return None if separation is None else auc_from_separation(separation)
