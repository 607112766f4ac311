"""When to act on a score: the closed forms that value models, lessons and exercises share, each with its source."""

from __future__ import annotations

import math


def below(z: float) -> float:
    """Phi(z), the share of a standard bell curve below z; exact in the tails, where `NormalDist.cdf` rounds to 0."""
    return 0.5 * math.erfc(-z / math.sqrt(2))


def even_share(loss: float, gain: float) -> float:
    """P* = loss / (loss + gain), both above 0: where so many turn out well, gains and losses cancel out.

    So it is the probability from which to act on a case (Elkan 2001), and the share of right alarms at which all of
    them together bring nothing (derived).
    """
    return loss / (loss + gain)


def score_at(separation: float, base_rate: float, probability: float) -> float:
    """The score x at which a case is real with a probability, where x is normal with means 0 and d' (Bayes).

    The likelihood ratio exp(d' x - d'^2 / 2) times odds(pi) is odds(probability) at
    x = ln(odds(probability) / odds(pi)) / d' + d' / 2. All of it above 0, the shares below 1.
    """
    odds = math.log(probability) - math.log1p(-probability)
    return (odds - math.log(base_rate) + math.log1p(-base_rate)) / separation + separation / 2
