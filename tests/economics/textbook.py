"""Formulas of the literature that printed figures are checked against; no calculation of the product uses them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from framework.economics.formulas.base import STEPS, Gain
from framework.model.economics import Point

Z = 1.959964


def wilson(hits: int, tries: int) -> tuple[float, float]:
    """The 95 % interval of a counted share, valid also at 0 and 1 (Wilson)."""
    share = hits / tries
    middle = share + Z * Z / (2 * tries)
    half = Z * math.sqrt(share * (1 - share) / tries + Z * Z / (4 * tries**2))
    return (middle - half) / (1 + Z * Z / tries), (middle + half) / (1 + Z * Z / tries)


def labelling(wanted: int, share: float, minutes: float) -> tuple[float, float]:
    """Cases to look at until `wanted` real ones are found at random, n / pi, and the hours that takes (definition)."""
    cases = wanted / share
    return cases, cases * minutes / 60


def wilson_size(share: float, error: float) -> int:
    """The smallest sample whose Wilson interval around a share is no wider than +- `error` (derived)."""
    square = Z * Z
    first = 4 * error * error
    second = 8 * error * error * square - 4 * square * share * (1 - share)
    third = 4 * error * error * square * square - square * square
    return math.ceil((-second + math.sqrt(second * second - 4 * first * third)) / (2 * first))


def rule_size(share: float, error: float) -> int:
    """The usual rule for the same: 3.84 p (1 - p) / e^2."""
    return math.ceil(3.84 * share * (1 - share) / error**2)


def highest_rate(clean: int) -> float:
    """With no failure in n trials: the rate that 95 % one-sided confidence leaves, exactly 1 - 0.05^(1 / n)."""
    return float(1 - 0.05 ** (1 / clean))


def clean_trials(rate: float) -> int:
    """Trials without failure after which the rate is below this, by the rule of three (Jovanovic, Levy 1997)."""
    return math.ceil(3 / rate)


def auc_error(auc: float, real: int, other: int) -> float:
    """Standard error of an AUC (Hanley, McNeil 1982)."""
    one, two = auc / (2 - auc), 2 * auc * auc / (1 + auc)
    spread = auc * (1 - auc) + (real - 1) * (one - auc * auc) + (other - 1) * (two - auc * auc)
    return math.sqrt(spread / (real * other))


class TrainingSize(NamedTuple):
    """How many cases regression on this many inputs wants, by three criteria; the largest counts."""

    most_explained: float
    explained: float
    for_shrinkage: int
    for_optimism: int
    for_rate: int


def training_size(inputs: int, share: float, strength: float = 0.15, shrinkage: float = 0.9) -> TrainingSize:
    """From inputs, share of real cases and expected strength as a share of the largest R^2 (Riley and others 2019)."""
    most = 1 - math.exp(2 * (share * math.log(share) + (1 - share) * math.log(1 - share)))
    explained = strength * most
    first = math.ceil(inputs / ((shrinkage - 1) * math.log(1 - explained / shrinkage)))
    kept = explained / (explained + 0.05 * most)
    second = math.ceil(inputs / ((kept - 1) * math.log(1 - explained / kept)))
    third = math.ceil((1.96 / 0.05) ** 2 * share * (1 - share))
    return TrainingSize(most, explained, first, second, third)


def error_size(within: float) -> int:
    """Cases for a mean absolute error to +- this share: its spread is sqrt(pi / 2 - 1) of its mean (derived)."""
    return math.ceil((1.96 * math.sqrt(math.pi / 2 - 1) / within) ** 2)


def worth_without_middle(low: float, high: float) -> float:
    """min(W+, |W-|)^2 / (2 (W+ + |W-|)): evenly spread between the ends; 0 where W keeps its sign (derived)."""
    low, high = min(low, high), max(low, high)
    return 0.0 if low >= 0 or high <= 0 else min(high, -low) ** 2 / (2 * (high - low))


def without_model(documents: float, share: float, minutes: float, wage: float, cost: float) -> float:
    """What structured files for a share of the senders would save a year, less their own cost (derived)."""
    return documents * share * minutes * wage - cost


def by_group(groups: Sequence[tuple[float, Sequence[float]]]) -> tuple[float, float]:
    """One action for all, and the best action for each group: max_a sum s_g v_ga and sum s_g max_a v_ga."""
    actions = range(len(groups[0][1]))
    one = max(sum(share * worth[action] for share, worth in groups) for action in actions)
    return one, sum(share * max(worth) for share, worth in groups)


def spread_left(explained: float) -> float:
    """sqrt(1 - R^2): the share of the spread that a model with this R^2 leaves (definition)."""
    return math.sqrt(1 - explained)


def qini(treated: float, control: float, treated_won: float, control_won: float) -> float:
    """Extra outcomes at one depth of a randomised trial: Y_T - Y_C N_T / N_C (Radcliffe 2007)."""
    return treated_won - control_won * treated / control


def whole_from_parts(right: float, parts: int) -> float:
    """Q = f^k: share of documents right in all k fields, each right with f, if independent (definition)."""
    return right**parts


def by_context(contexts: Sequence[tuple[float, Sequence[float]]]) -> tuple[float, float]:
    """Best single way and best way for each context: max_a sum s_c r_ac and sum s_c max_a r_ac."""
    ways = range(len(contexts[0][1]))
    single = max(sum(share * rates[way] for share, rates in contexts) for way in ways)
    return single, sum(share * max(rates) for share, rates in contexts)


def replay_error(rate: float, options: int, rows: int) -> float:
    """95 % half-width of a replay on randomly chosen rows: 1.96 sqrt(r (1 - r) arms / n) (Dudik and others 2014)."""
    return 1.96 * math.sqrt(rate * (1 - rate) * options / rows)


def turning_point(gain: Gain, point: Point, role: str, cost: float, largest: float) -> float | None:
    """The value of any input at which the gain equals a cost, between 0 and `largest`; None where it crosses nowhere.

    Read off a line where the gain is one in this input, else by bisection.
    """

    def above(x: float) -> float | None:
        found = gain({**point, role: x})
        return None if found is None else found - cost

    at_first, at_middle, at_last = above(0.0), above(largest / 2), above(largest)
    if at_first is None or at_middle is None or at_last is None or (at_first > 0) == (at_last > 0):
        return None
    if math.isclose(2 * at_middle, at_first + at_last, rel_tol=1e-9, abs_tol=1e-12 * abs(at_first - at_last)):
        return largest * at_first / (at_first - at_last)
    low, high = 0.0, largest
    for _ in range(STEPS):
        middle = (low + high) / 2
        found = above(middle)
        low, high = (middle, high) if found is not None and (found > 0) == (at_first > 0) else (low, middle)
    return high
