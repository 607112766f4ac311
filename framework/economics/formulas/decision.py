"""A finding that may change one decision (value of information, EVPI).

value = p rho_d D - (1 - p) f D0 before its own cost: p chance that the finding speaks for the other choice, rho_d
chance that it is right, believed and acted upon, D the gain then, f chance of a false finding acted upon, D0 its cost.
No more than p D: perfect information. There is no value per case.
"""

from __future__ import annotations

from collections.abc import Sequence

from framework.economics.formulas.base import Formula
from framework.model.economics import Point


def yearly(point: Point) -> float | None:
    """The value of the finding; it comes once."""
    if "chance" not in point:
        return None
    right = point["chance"] * point["believed"] * point["stake"]
    return right - (1 - point["chance"]) * point["false_chance"] * point["false_cost"]


def by_group(groups: Sequence[tuple[float, Sequence[float]]]) -> tuple[float, float]:
    """One action for all, and the best action for each group: max_a sum s_g v_ga and sum s_g max_a v_ga."""
    actions = range(len(groups[0][1]))
    one = max(sum(share * worth[action] for share, worth in groups) for action in actions)
    return one, sum(share * max(worth) for share, worth in groups)


FORMULA = Formula(
    quality="chance",
    needs=("stake", "believed"),
    defaults={"false_chance": 0.0, "false_cost": 0.0},
    gain=yearly,
    counted=None,
    perfect=lambda point: point["chance"] * point["stake"] if "chance" in point else None,
    once=True,
)
