"""Small formulas beside the confusion matrix: amounts, reviewers, buying, experiments, test sets."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Literal, NamedTuple

NORMAL_95_SQUARED = 3.84
"""1.96 squared: two-sided 95 %."""

EXPERIMENT_CONSTANT = 16.0
"""2 (1.96 + 0.84)^2 = 15.7, rounded up as usual: 80 % power at two-sided 5 %."""


def quantile_to_predict(cost_under: float, cost_over: float) -> float | None:
    """tau* = c_u / (c_u + c_o): the quantile that is cheapest to predict. None when no error costs (newsvendor)."""
    return cost_under / (cost_under + cost_over) if cost_under + cost_over > 0 else None


def pinball_cost(cost_under: float, cost_over: float, guess: float, outcomes: Iterable[float]) -> float:
    """c_u E[(y - q)+] + c_o E[(q - y)+]: expected cost of one guess, currency; pinball loss times c_u + c_o.

    Raises ValueError without outcomes (Koenker 2005).
    """
    costs = [cost_under * max(0.0, y - guess) + cost_over * max(0.0, guess - y) for y in outcomes]
    if not costs:
        raise ValueError("pinball_cost needs at least one outcome")
    return math.fsum(costs) / len(costs)


class CaseCosts(NamedTuple):
    """Expected cost of the three things one can do with a case, currency."""

    leave: float
    act: float
    ask: float

    @property
    def cheapest(self) -> Literal["leave", "act", "ask"]:
        """What to do; on a tie the simpler thing, in the order of the fields."""
        if self.leave <= min(self.act, self.ask):
            return "leave"
        return "act" if self.act <= self.ask else "ask"


def case_costs(
    probability: float,
    miss: float,
    false_alarm: float,
    review: float,
    error_miss: float = 0.0,
    error_false_alarm: float = 0.0,
) -> CaseCosts:
    """Leave: p C_FN. Act: (1 - p) C_FP. Ask a person: c_h + p e_miss C_FN + (1 - p) e_fa C_FP (derived)."""
    leave, act = probability * miss, (1 - probability) * false_alarm
    return CaseCosts(leave, act, review + error_miss * leave + error_false_alarm * act)


def review_zone(miss: float, false_alarm: float, review: float) -> tuple[float, float] | None:
    """c_h / C_FN < p < 1 - c_h / C_FP: where a perfect reviewer is worth asking; None where never (derived)."""
    if miss <= 0 or false_alarm <= 0:
        return None
    low, high = review / miss, 1 - review / false_alarm
    return (low, high) if low < high else None


def cost_per_call(tokens_in: float, price_in: float, tokens_out: float, price_out: float, review: float = 0.0) -> float:
    """c_api = tokens_in price_in + tokens_out price_out + review, currency a case; prices are per token (derived)."""
    return tokens_in * price_in + tokens_out * price_out + review


def build_volume(fixed_own: float, fixed_api: float, cost_own: float, cost_api: float) -> float | None:
    """N* = (fixed_own - fixed_api) / (c_api - c_own): cases a period above which building is cheaper than buying.

    0 when building is cheaper from the first case; None when buying stays cheaper (c_api <= c_own) (derived).
    """
    return max(0.0, (fixed_own - fixed_api) / (cost_api - cost_own)) if cost_api > cost_own else None


def hours_saved(
    cases: float, automated: float, manual: float, extra: float, false_alarms: float = 0.0, repair: float = 0.0
) -> float:
    """N a t_manual - N (1 - a) t_extra - FP t_repair, in the unit of the times.

    Money only if somebody does other work with the time (derived).
    """
    return cases * automated * manual - cases * (1 - automated) * extra - false_alarms * repair


def experiment_size(variance: float, change: float, constant: float = EXPERIMENT_CONSTANT) -> int | None:
    """Size n of each arm = 16 sigma^2 / delta^2: shows `change` with 80 % power at 5 % (Kohavi 2020).

    None for no change.
    """
    return _up(constant * variance / change**2) if change else None


def experiment_size_of_share(share: float, change: float, constant: float = EXPERIMENT_CONSTANT) -> int | None:
    """The same for a share (a conversion), with variance p (1 - p); `change` is absolute: 0.001 is 0.1 point."""
    return experiment_size(share * (1 - share), change, constant)


def log_loss(probability_of_truth: float) -> float:
    """Minus ln p, p being the probability that was given to what turned out true; infinite at 0 (definition)."""
    return -math.log(probability_of_truth) if probability_of_truth > 0 else math.inf


def positives_to_test(recall: float, margin: float) -> int | None:
    """Positives n_pos = 3.84 R (1 - R) / e^2 in the test set pin recall to +-e at 95 % (normal approximation)."""
    return _up(NORMAL_95_SQUARED * recall * (1 - recall) / margin**2) if margin else None


def failure_bound(trials: int) -> float:
    """3 / n: 95 % upper bound of the failure rate after n trials without failure, 1 at most (rule of three)."""
    return min(1.0, 3 / trials) if trials > 0 else 1.0


def clean_trials(rate: float) -> int | None:
    """3 / rate: trials without failure that show a failure rate below `rate`, with 95 % confidence (rule of three)."""
    return _up(3 / rate) if rate > 0 else None


def _up(number: float) -> int:
    """Rounded up, but not because of the last bit of a float."""
    return math.ceil(number * (1 - 1e-12))
