"""The formulas of a confusion matrix and of money. Pure arithmetic on plain numbers.

Shares are 0..1, amounts are in one currency (or hours, or incidents: units are free), values are per case unless a name
says otherwise. Nothing here checks its input: `issues` does, and of combinations `formulas.odd_alerts`.
"""

from __future__ import annotations

from typing import NamedTuple

from framework.model.thresholds import even_share

PER = 1000.0
"""Values and counts are per this many decisions."""

TOLERANCE = 1e-9
"""Rounding error that checks on shares tolerate."""


ROUNDING = 1e-10
"""A difference smaller than this share of the amounts counts as 0: it is rounding error."""


class Counts(NamedTuple):
    """A confusion matrix, in decisions (fractions allowed: they are averages)."""

    caught: float
    """True positives."""
    false_alarms: float
    """False positives."""
    missed: float
    """False negatives."""
    left_alone: float
    """True negatives."""


class Stakes(NamedTuple):
    """What is at stake in one decision: how often a case is real, and what acting gains and costs."""

    base_rate: float
    """Share of real cases, pi."""
    catch: float
    """v_TP = s * L - c_a, currency a case: value of acting on a real case, against doing nothing."""
    false_alarm: float
    """c_FP = c_a + h, currency a case: cost of acting on any other."""


def settled(found: float, *terms: float) -> float:
    """`found`, or 0 if it is only rounding error of `terms` that cancel out; never minus 0."""
    return 0.0 if abs(found) < ROUNDING * max(map(abs, terms)) else found + 0.0


def difference(one: float, other: float) -> float:
    """The difference, 0 if they differ only by rounding error."""
    return settled(one - other, one, other)


def confusion(base_rate: float, recall: float, precision: float, decisions: float = PER) -> Counts:
    """TP = N pi R, FP = TP (1 - P) / P, FN = N pi (1 - R), TN = the rest. P above 0 (definition)."""
    caught = decisions * base_rate * recall
    false_alarms = caught * (1 - precision) / precision
    missed = decisions * base_rate * (1 - recall)
    left_alone = settled(decisions - caught - missed - false_alarms, decisions)
    return Counts(caught, false_alarms, missed, max(0.0, left_alone))


def false_alarm_rate(base_rate: float, recall: float, precision: float) -> float | None:
    """F = FP / (FP + TN) = pi R (1 - P) / (P (1 - pi)), 0..1. None when every case is real (definition)."""
    if base_rate >= 1:
        return None
    return min(1.0, base_rate * recall * (1 - precision) / precision / (1 - base_rate))


def precision_floor(base_rate: float, recall: float) -> float:
    """Least precision there can be, pi R / (pi R + 1 - pi) (derived).

    There, every case that is not real is an alert.
    """
    caught = base_rate * recall
    return caught / (caught + (1 - base_rate)) if caught else 0.0


def possible(base_rate: float, recall: float, precision: float) -> bool:
    """Whether a classifier with these numbers can exist: 0 < P <= 1 and FP <= N (1 - pi) (derived)."""
    return 0 < precision <= 1 and precision >= precision_floor(base_rate, recall) - TOLERANCE


def catch_value(value: float, success_rate: float, cost_action: float) -> float:
    """v_TP = s L - c_a, currency a case. A miss counts 0: it costs what doing nothing costs (derived)."""
    return difference(success_rate * value, cost_action)


def false_alarm_cost(cost_action: float, harm: float) -> float:
    """c_FP = c_a + h, currency a false alarm (derived)."""
    return cost_action + harm


def threshold(false_alarm: float, miss: float) -> float | None:
    """p* = C_FP / (C_FP + C_FN): act on a case when its calibrated probability is at least this (Elkan 2001).

    `false_alarm` is a false alarm compared with leaving the case alone, `miss` a miss compared with catching it (v_TP
    where doing nothing counts 0). 1 means "never": catching is worth nothing. None when nothing is at stake. Where
    values differ from case to case, calculate it for each; the same formula on averages is the break-even precision.
    """
    if miss <= 0:
        return 1.0 if false_alarm > 0 or miss < 0 else None
    return even_share(false_alarm, miss)


def break_even_precision(stakes: Stakes) -> float | None:
    """P_BE = c_FP / (c_FP + v_TP): a batch of alerts pays when more than this share is right. 1 means "never".

    The formula of `threshold`, another use: that judges the last case, this the average of all alerts (derived).
    """
    return threshold(stakes.false_alarm, stakes.catch)


def break_even_base_rate(stakes: Stakes, recall: float, false_alarm_rate: float) -> float | None:
    """pi_BE = F c_FP / (F c_FP + R v_TP): with the same R and F, alerts pay above this share (derived).

    1 means "never".
    """
    return threshold(false_alarm_rate * stakes.false_alarm, recall * stakes.catch)


def affordable_false_alarms(stakes: Stakes) -> float | None:
    """v_TP / c_FP: false alarms that one catch pays for (derived).

    0 when a catch is worth nothing; None when false alarms are free.
    """
    return max(0.0, stakes.catch) / stakes.false_alarm if stakes.false_alarm > 0 else None


def value_of_counts(counts: Counts, stakes: Stakes, adoption: float) -> float:
    """V = u (TP v_TP - FP c_FP), currency, for as many decisions as were counted (derived)."""
    return difference(*_terms_of_counts(counts, stakes, adoption))


def _terms_of_counts(counts: Counts, stakes: Stakes, adoption: float) -> tuple[float, float]:
    return adoption * counts.caught * stakes.catch, adoption * counts.false_alarms * stakes.false_alarm


def value_at(stakes: Stakes, recall: float, precision: float, adoption: float) -> float:
    """V1000 = 1000 u pi R (v_TP - c_FP (1 - P) / P), currency per 1,000 cases (derived)."""
    return value_of_counts(confusion(stakes.base_rate, recall, precision), stakes, adoption)


def value_at_rates(stakes: Stakes, recall: float, false_alarm_rate: float, adoption: float) -> float:
    """1000 u (pi R v_TP - (1 - pi) F c_FP): the same from the two rates, currency per 1,000 cases (derived)."""
    won = stakes.base_rate * recall * stakes.catch
    lost = (1 - stakes.base_rate) * false_alarm_rate * stakes.false_alarm
    return difference(PER * adoption * won, PER * adoption * lost)


def value_of_all(stakes: Stakes, adoption: float) -> float:
    """V_all = 1000 u (pi v_TP - (1 - pi) c_FP): act on every case, currency per 1,000 cases (derived)."""
    return value_at_rates(stakes, 1.0, 1.0, adoption)


def value_of_perfect(stakes: Stakes, adoption: float) -> float:
    """1000 u pi max(v_TP, 0): every real case caught and no false alarm; no model is worth more (derived)."""
    return PER * adoption * stakes.base_rate * max(0.0, stakes.catch)
