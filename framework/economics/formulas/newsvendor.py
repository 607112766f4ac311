"""A quantity is set from a forecast; too little and too much cost differently (newsvendor: Hill 2017).

tau* = c_u / (c_u + c_o), z* = Phi^-1(tau*); ordering mean + z sigma with normal errors costs
sigma ((c_u + c_o)(phi(z) + z Phi(z)) - c_u z), least at z*: (c_u + c_o) phi(z*) sigma. Aiming at tau* needs no model;
a model that lowers the error by the share x brings u N (c_u + c_o) phi(z*) sigma0 x on top (derived).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from statistics import NormalDist

from framework.economics.formulas.base import Drawn, Formula
from framework.economics.formulas.estimate import SPREAD
from framework.languages.catalogue import say
from framework.model.economics import Curve, Point
from framework.model.formulas import INPUTS, FormulaId

_STANDARD = NormalDist()
POINTS = 40

NONE = 0.01
"""So little left over or short, in standard deviations, is as good as none: no change is a share of it."""


def cost_of_order(z: float, spread: float, under: float, over: float) -> float:
    """Expected cost of one decision that orders the mean plus z standard deviations."""
    return spread * ((under + over) * left_over(z) - under * z)


def left_over(z: float) -> float:
    """Expected surplus of an order of the mean plus z standard deviations, in these: phi(z) + z Phi(z)."""
    return _STANDARD.pdf(z) + z * _STANDARD.cdf(z)


def best_order(point: Point) -> tuple[float, float] | None:
    """tau* and z*; None unless both errors cost something."""
    under, over = point["cost_under"], point["cost_over"]
    if under <= 0 or over <= 0:
        return None
    share = under / (under + over)
    return (share, _STANDARD.inv_cdf(share)) if 0 < share < 1 else None


def _least(point: Point) -> float | None:
    best = best_order(point)
    if best is None:
        return None
    return (point["cost_under"] + point["cost_over"]) * _STANDARD.pdf(best[1]) * point["error_today"] * SPREAD


def yearly(point: Point) -> float | None:
    """G of a smaller error, once the order aims at tau*."""
    least = _least(point)
    if least is None or "error_cut" not in point:
        return None
    return point["adoption"] * point["volume"] * least * point["error_cut"]


def _figures(point: Point) -> dict[str, float]:
    best, least = best_order(point), _least(point)
    if best is None or least is None:
        return {}
    spread, under, over = point["error_today"] * SPREAD, point["cost_under"], point["cost_over"]
    z = point["order_today"] / spread if spread > 0 else 0.0
    today = cost_of_order(z, spread, under, over)
    aim = max(0.0, point["volume"] * (today - least))
    smaller = 1 - point["adoption"] * point.get("error_cut", 0.0)
    then = {"error_then": point["error_today"] * (1 - point["error_cut"])} if "error_cut" in point else {}
    return {
        **then,
        "quantile": best[0],
        "order_more": best[1] * spread,
        "cost_today": today,
        "cost_best": least,
        "aim_yearly": aim,
        **{
            name: smaller * left_over(side * best[1]) / before - 1
            for name, side in (("more_left_over", 1), ("more_short", -1))
            if (before := left_over(side * z)) > NONE
        },
    }


def cost_curve(point: Point) -> Curve:
    """Cost of a decision against the quantity ordered beyond the mean, three standard deviations either way."""
    spread = point["error_today"] * SPREAD
    if best_order(point) is None or not math.isfinite(spread) or spread <= 0:
        return ()
    steps = (-3 + 6 * step / POINTS for step in range(POINTS + 1))
    return tuple((z * spread, cost_of_order(z, spread, point["cost_under"], point["cost_over"])) for z in steps)


def _problems(point: Point, language: str) -> Iterator[tuple[str, str]]:
    for role in ("cost_under", "cost_over"):
        if point[role] == 0:
            text = say(
                language, "If one of the two errors costs nothing, no quantity is too extreme. Enter a cost above 0."
            )
            yield role, text


FORMULA = Formula(
    INPUTS[FormulaId.NEWSVENDOR],
    defaults={"order_today": 0.0, "adoption": 1.0},
    gain=yearly,
    figures=_figures,
    curves=(Drawn(INPUTS[FormulaId.NEWSVENDOR].needs, lambda point: {"quantity": cost_curve(point)}),),
    problems=_problems,
)
