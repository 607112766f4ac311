"""How much data a statement needs, and how sure a counted share is. Pure; used by tests of models and by briefs."""

from __future__ import annotations

import math
from typing import NamedTuple

ENOUGH = 100
"""Real cases below which even testing a model says little (Collins and others 2016)."""

Z = 1.959964


def years_until(cases: float, real_a_year: float, delay: float = 0.0) -> float | None:
    """Y = n / (real cases a year) + delay; None where there are none (definition)."""
    return cases / real_a_year + delay if real_a_year > 0 else None


def wilson(hits: int, tries: int) -> tuple[float, float]:
    """The 95 % interval of a counted share, valid also at 0 and 1 (Wilson)."""
    share = hits / tries
    middle = share + Z * Z / (2 * tries)
    half = Z * math.sqrt(share * (1 - share) / tries + Z * Z / (4 * tries**2))
    return (middle - half) / (1 + Z * Z / tries), (middle + half) / (1 + Z * Z / tries)


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
