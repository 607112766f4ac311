"""A task is carried out in steps, with up to R attempts and a retry only after a failure that was noticed (derived).

s right, f = (1 - s) d failed and noticed, b = (1 - s)(1 - d) failed unnoticed; m = (1 - f^R) / (1 - f) attempts,
P_ok = s m, P_bad = b m, P_up = f^R. G = u N (P_ok v - m c_a - P_bad U - P_up x - approvals).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from framework.economics.formulas.base import Formula, Gain, nearest_count
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId

NEAR = 1e-6
"""Failed attempts nearer to all of them than this count as all: the slope would be rounding error."""


class Attempts(NamedTuple):
    """What becomes of one task, on average."""

    tried: float
    right: float
    wrong: float
    given_up: float
    approved: float
    """Finished attempts that somebody looked at."""


def attempts(point: Point, right: float) -> Attempts:
    """Approval of each finished attempt catches a share of the failures that would have gone unnoticed."""
    times = _times(point)
    failed, hidden = _failures(point, right)
    tried = _tried(failed, times)
    looked = right + (1 - right) * (1 - point["noticed"])
    return Attempts(tried, right * tried, hidden * tried, failed**times, tried * looked)


def _times(point: Point) -> int:
    """How many attempts there may be: whole, also in the middle of a range of them."""
    return max(1, nearest_count(point["retries"]))


def _caught(point: Point) -> float:
    """Share of the failures that would have gone unnoticed that approval catches."""
    return point["approval_catches"] if point["cost_approval"] > 0 else 0.0


def _noticed(point: Point) -> float:
    return point["noticed"] + (1 - point["noticed"]) * _caught(point)


def _failures(point: Point, right: float) -> tuple[float, float]:
    """Shares of attempts that fail noticed, f, and unnoticed."""
    noticed = _noticed(point)
    return (1 - right) * noticed, (1 - right) * (1 - noticed)


def _tried(failed: float, times: int) -> float:
    return float(times) if failed >= 1 else (1 - failed**times) / (1 - failed)


def cost_of_task(point: Point, right: float) -> float:
    """Calls, undoing, passing on and approvals of one task."""
    found = attempts(point, right)
    undone = found.wrong * point["cost_undo"] + found.given_up * point["cost_passed"]
    return found.tried * point["cost_attempt"] + undone + found.approved * point["cost_approval"]


def yearly(point: Point) -> float | None:
    """G for a share of attempts that come out right."""
    if "attempt_right" not in point:
        return None
    right = point["attempt_right"]
    each = attempts(point, right).right * point["value_settled"] - cost_of_task(point, right)
    return point["adoption"] * point["volume"] * each


def _figures(point: Point) -> dict[str, float]:
    if "attempt_right" not in point:
        return {}
    found, cost = attempts(point, point["attempt_right"]), cost_of_task(point, point["attempt_right"])
    shown = {"tried": found.tried, "right": found.right, "wrong": found.wrong, "given_up": found.given_up}
    if found.right > 0:
        shown["cost_completed"] = cost / found.right
    if cost > 0:
        shown["share_undoing"] = found.wrong * point["cost_undo"] / cost
    return shown


def _turn(of: Callable[[Point, float], tuple[float, float]]) -> Gain:
    """The slope of the gain in one share. It changes its sign at most once, where the gain has its peak or trough.

    With t = 1 - s the gain of a task is m(f) W - f^R x, where f and W are affine in the share. Its slope has
    coefficients in f of which all but the last have one sign, so one root at most (Descartes).
    """

    def bend(point: Point) -> float | None:
        if "attempt_right" not in point:
            return None
        right, times = point["attempt_right"], _times(point)
        failed, hidden = _failures(point, right)
        more_failed, more_worth = of(point, right)
        looked = point["cost_approval"] * (right + (1 - right) * (1 - point["noticed"]))
        each = right * point["value_settled"] - point["cost_attempt"] - hidden * point["cost_undo"] - looked
        passed = times * failed ** (times - 1) * point["cost_passed"]
        return more_failed * (_more_tried(failed, times) * each - passed) + _tried(failed, times) * more_worth

    return bend


def _more_tried(failed: float, times: int) -> float:
    """m'(f), the slope of the attempts of a task."""
    left = 1 - failed
    if left < NEAR:
        return times * (times - 1) / 2
    return float((1 - times * failed ** (times - 1) + (times - 1) * failed**times) / left**2)


def _by_noticed(point: Point, right: float) -> tuple[float, float]:
    """Slopes of f and W in the share of failures that is noticed."""
    more = (1 - right) * (1 - _caught(point))
    return more, more * point["cost_undo"] + (1 - right) * point["cost_approval"]


def _by_approval(point: Point, right: float) -> tuple[float, float]:
    """Slopes of f and W in the share that approval catches."""
    more = (1 - right) * (1 - point["noticed"]) if point["cost_approval"] > 0 else 0.0
    return more, more * point["cost_undo"]


def _by_right(point: Point) -> tuple[float, float]:
    """Slopes of f and W in the share of attempts that come out right: the same at every share."""
    noticed = _noticed(point)
    saved = point["value_settled"] + (1 - noticed) * point["cost_undo"]
    return -noticed, saved - point["cost_approval"] * point["noticed"]


FORMULA = Formula(
    INPUTS[FormulaId.ATTEMPTS],
    defaults={
        "adoption": 1.0,
        "retries": 1.0,
        "cost_attempt": 0.0,
        "cost_passed": 0.0,
        "cost_approval": 0.0,
        "approval_catches": 0.0,
    },
    gain=yearly,
    figures=_figures,
    bends=(_turn(_by_noticed), _turn(_by_approval), _turn(lambda point, _: _by_right(point))),
)
