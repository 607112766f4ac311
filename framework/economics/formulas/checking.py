"""Fields, tags or outlines are proposed and a person checks each one (derived).

g = rho (t0 - t_c - (1 - q) t_f) w + (e0 - (1 - q) m) c_e: q share right untouched, m share of wrong ones that slip
through the check.
"""

from __future__ import annotations

from framework.economics.formulas.base import TIMED, Formula, hours, nearest_count, worth_of_minutes
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId


def _more_wrong(point: Point) -> float:
    """Share of documents that end up wrong beyond today's."""
    return (1 - point["right_untouched"]) * point["slips"] - point["wrong_today"]


def _minutes(point: Point) -> float:
    """Minutes of one document, checked and mended."""
    return point["minutes_check"] + (1 - point["right_untouched"]) * point["minutes_fix"]


def yearly(point: Point) -> float | None:
    """G for a share that needs no correction."""
    if "right_untouched" not in point:
        return None
    saved = point["minutes_today"] - _minutes(point)
    each = worth_of_minutes(point, saved) - _more_wrong(point) * point["cost_wrong"]
    return point["adoption"] * point["volume"] * each


def part_from_whole(whole: float, parts: int) -> float:
    """F = q^(1 / k): the share right that each of k fields needs (definition)."""
    return float(whole ** (1 / parts))


def _figures(point: Point) -> dict[str, float]:
    found = {"check_hours": hours(point, point["minutes_check"])}
    cost = point.get("yearly_cost")
    need = FORMULA.quality_for(point, cost) if cost is not None else None
    fields = nearest_count(point.get("fields", 0))
    if need and fields:
        found["field_pays"] = part_from_whole(need, fields)
    if "right_untouched" not in point:
        return found
    found |= {"more_wrong": point["adoption"] * point["volume"] * _more_wrong(point)}
    found |= {"minutes_each": _minutes(point), "wrong_then": point["wrong_today"] + _more_wrong(point)}
    if fields:
        found["field_needed"] = part_from_whole(point["right_untouched"], fields)
    return found


FORMULA = Formula(
    INPUTS[FormulaId.CHECKING],
    defaults={**TIMED, "wrong_today": 0.0, "slips": 0.0, "cost_wrong": 0.0},
    optional=("fields",),
    gain=yearly,
    figures=_figures,
)
