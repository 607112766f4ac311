"""An action is offered to those whom it changes (uplift: Radcliffe; Ascarza 2018; Qini: Radcliffe 2007).

G = u (N k (U_k L - c_t) - max(0, N (U L - c_t))): U_k mean effect among the share k treated, U among all (derived).
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from framework.economics.formulas.base import Formula
from framework.languages.catalogue import say
from framework.model.economics import Point
from framework.model.formulas import INPUTS, SHARES, FormulaId


def to_everybody(point: Point) -> float:
    """N (U L - c_t): what offering it to everybody brings; negative where it costs more than it brings."""
    effect = point["rate_with"] - point["rate_without"]
    return point["volume"] * (effect * point["value"] - point["cost_treat"])


def _to_all(point: Point) -> float:
    return max(0.0, to_everybody(point))


def yearly(point: Point) -> float | None:
    """G for a mean effect among those treated; None while the share treated is unknown."""
    if "effect_top" not in point or "share_treated" not in point:
        return None
    treated = point["volume"] * point["share_treated"]
    won = treated * (point["effect_top"] * point["value"] - point["cost_treat"])
    return point["adoption"] * (won - _to_all(point))


def persuadable(without: float, with_it: float) -> tuple[float, float]:
    """Least and most share of cases that the action changes, for a yes-or-no outcome (Frechet bounds)."""
    return max(0.0, with_it - without), min(with_it, 1 - without)


def _persuaded(point: Point, share: float) -> float:
    """G where only the persuadable cases are treated, so large a share, over what treating everybody brings."""
    won = point["volume"] * share * max(0.0, point["value"] - point["cost_treat"])
    return point["adoption"] * (won - _to_all(point))


def _perfect(point: Point) -> float:
    return _persuaded(point, persuadable(point["rate_without"], point["rate_with"])[1])


def _perfect_least(point: Point) -> float:
    return _persuaded(point, persuadable(point["rate_without"], point["rate_with"])[0])


def _best(point: Point) -> float:
    """Most mean effect among those treated: more cases cannot change than the action changes at all (derived)."""
    treated = point.get("share_treated", 0.0)
    most = persuadable(point["rate_without"], point["rate_with"])[1]
    return min(1.0, most / treated) if treated > 0 else 1.0


def trial_size(rate: float, effect: float) -> float:
    """N per arm for a mean effect, 16 p (1 - p) / d^2; 4 times that to tell two halves apart, 16 for half of it."""
    return 16 * rate * (1 - rate) / effect**2


def _figures(point: Point) -> dict[str, float]:
    low, high = persuadable(point["rate_without"], point["rate_with"])
    effect = abs(point["rate_with"] - point["rate_without"])
    found = {"persuadable_low": low, "persuadable_high": high}
    found["everybody"] = to_everybody(point)
    found |= {"outcome_now": point["rate_without"], "without_now": 1 - point["rate_without"]}
    each = point["adoption"] * point["volume"] * point["value"]
    found["saved_at_most"] = each * high
    if {"effect_top", "share_treated"} <= point.keys():
        changed = point["share_treated"] * point["effect_top"]
        found["saved"] = each * changed
        found |= {"outcome_then": point["rate_without"] + changed, "without_then": 1 - point["rate_without"] - changed}
    if point["value"] > 0:
        found["treat_above"] = point["cost_treat"] / point["value"]
    if effect > 0:
        found["arm"] = trial_size((point["rate_with"] + point["rate_without"]) / 2, effect)
    return found


def _problems(point: Point, language: str) -> Iterator[tuple[str, str]]:
    if {"effect_top", "share_treated"} <= point.keys():
        changed = point["effect_top"] * point["share_treated"]
        most = persuadable(point["rate_without"], point["rate_with"])[1]
        if changed > most + 1e-9:
            yield (
                "effect_top",
                say(
                    language,
                    "These numbers cannot all be true: more cases would change than have the outcome at all. "
                    "Check the effect among those treated and the two rates.",
                ),
            )


def _limits(role: str, point: Point) -> tuple[float, float]:
    """What can be together: at most as many change as the offer changes, and those chosen no less than the mean.

    The second only where the numbers given say so themselves.
    """
    low, high = (0.0, 1.0) if role in SHARES else (0.0, math.inf)
    without, with_it, effect = point["rate_without"], point["rate_with"], point.get("effect_top", 0.0)
    changed, chosen = effect * point.get("share_treated", 0.0), effect >= with_it - without
    match role:
        case "rate_without":
            return (max(low, with_it - effect) if chosen else low), min(high, 1 - changed)
        case "rate_with":
            return max(low, changed), (min(high, without + effect) if chosen else high)
        case "effect_top":
            return (max(low, with_it - without) if chosen else low), _best(point)
        case "share_treated" if effect > 0:
            return low, min(high, persuadable(without, with_it)[1] / effect)
    return low, high


FORMULA = Formula(
    INPUTS[FormulaId.TREATMENT],
    optional=("share_treated",),
    gain=yearly,
    best=_best,
    perfect=_perfect,
    perfect_least=_perfect_least,
    figures=_figures,
    bends=(to_everybody,),
    problems=_problems,
    limits=_limits,
)
