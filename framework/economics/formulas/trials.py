"""Several ways, quick feedback: what adapting could save against one A/B test after another (derived).

A test of n per arm costs about (arms - 1) n D M in worse answers, n = 16 r (1 - r) / D^2; a bandit can save at most
that each time: G <= f (arms - 1) n D M. It is the share of this that is captured that counts.
"""

from __future__ import annotations

from framework.economics.formulas.base import Formula
from framework.economics.formulas.treatment import trial_size
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId


def cost_of_test(point: Point) -> float:
    """What one A/B test costs in worse answers."""
    worse = point["options"] - 1
    return worse * trial_size(point["rate_today"], point["gap"]) * point["gap"] * point["margin"]


def yearly(point: Point) -> float | None:
    """G for the share captured of the most that can be saved; None while that share is unknown."""
    if point["gap"] <= 0 or "captured" not in point:
        return None
    return point["adoption"] * point["tests_a_year"] * max(0.0, cost_of_test(point)) * point["captured"]


def _beyond_the_peak(point: Point) -> float:
    """Below 0 where the rate lies past 50 %, at which r (1 - r), and so the cost of a test, is largest."""
    return 0.5 - point["rate_today"]


def _figures(point: Point) -> dict[str, float]:
    if point["gap"] <= 0:
        return {}
    arm = trial_size(point["rate_today"], point["gap"])
    found = {"arm": arm, "cost_of_test": cost_of_test(point)}
    if "volume" in point:
        found["choose_once"] = max(0.0, point["volume"] - arm) * point["gap"] * point["margin"]
    return found


FORMULA = Formula(
    INPUTS[FormulaId.TRIALS],
    optional=("volume",),
    counted="tests_a_year",
    gain=yearly,
    bends=(_beyond_the_peak,),
    figures=_figures,
)
