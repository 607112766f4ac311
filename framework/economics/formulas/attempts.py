"""A task is carried out in steps, with up to R attempts and a retry only after a failure that was noticed (derived).

s right, f = (1 - s) d failed and noticed, b = (1 - s)(1 - d) failed unnoticed; m = (1 - f^R) / (1 - f) attempts,
P_ok = s m, P_bad = b m, P_up = f^R. G = u N (P_ok v - m c_a - P_bad U - P_up x - approvals).
"""

from __future__ import annotations

from typing import NamedTuple

from framework.economics.formulas.base import Formula, searched
from framework.model.economics import Point


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
    alone, times = point["noticed"], max(1, round(point["retries"]))
    caught = point["approval_catches"] if point["cost_approval"] > 0 else 0.0
    noticed = alone + (1 - alone) * caught
    failed, hidden = (1 - right) * noticed, (1 - right) * (1 - noticed)
    tried = float(times) if failed >= 1 else (1 - failed**times) / (1 - failed)
    return Attempts(tried, right * tried, hidden * tried, failed**times, tried * (right + (1 - right) * (1 - alone)))


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


def _needed(point: Point, cost: float) -> float | None:
    return searched(lambda right: yearly({**point, "attempt_right": right}) or 0.0, cost, 0.0, 1.0)


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


FORMULA = Formula(
    quality="attempt_right",
    needs=("volume", "value_settled", "cost_undo", "noticed"),
    defaults={
        "adoption": 1.0,
        "retries": 1.0,
        "cost_attempt": 0.0,
        "cost_passed": 0.0,
        "cost_approval": 0.0,
        "approval_catches": 0.0,
    },
    gain=yearly,
    needed=_needed,
    figures=_figures,
)
