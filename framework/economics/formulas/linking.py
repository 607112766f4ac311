"""Two records, one thing (Fellegi, Sunter 1969; Verykios, Moustakides).

V = D R (c_miss - c_merge (1 - P) / P) for D true pairs, G = u (V1 - V0) - w extra minutes of review, which are spent
whatever becomes of others that are saved; today's way is the better of nothing and the key in use (derived).
"""

from __future__ import annotations

from framework.economics.evidence import to_show
from framework.economics.formulas.base import Formula
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId


def value_of_links(point: Point, found: float, right: float) -> float:
    """V of links with this recall and precision above 0."""
    return point["duplicates"] * found * (point["cost_miss"] - point["cost_merge"] * (1 - right) / right)


def _key(point: Point) -> float:
    if point.get("links_right_now", 0.0) <= 0 or "links_found_now" not in point:
        return 0.0
    return value_of_links(point, point["links_found_now"], point["links_right_now"])


def _today(point: Point) -> float:
    return max(0.0, _key(point))


def _review(point: Point) -> float:
    return point["review_minutes"] * point["cost_minute"]


def yearly(point: Point) -> float | None:
    """G for a share of joins that are right; None while the share found is unknown."""
    if "links_found" not in point or point.get("links_right", 0.0) <= 0:
        return None
    new = value_of_links(point, point["links_found"], point["links_right"])
    return point["adoption"] * (new - _today(point)) - _review(point)


def _needed(point: Point, cost: float) -> float | None:
    """P*(C) = c_merge / (c_merge + k), k = c_miss - (V0 + C / u) / (D R); never if k < 0 (derived)."""
    joined = point["duplicates"] * point.get("links_found", 0.0)
    if joined <= 0 or point["adoption"] <= 0:
        return None
    left = point["cost_miss"] - (_today(point) + (cost + _review(point)) / point["adoption"]) / joined
    if left < 0:
        return None
    return point["cost_merge"] / (point["cost_merge"] + left) if point["cost_merge"] + left > 0 else 0.0


def _figures(point: Point) -> dict[str, float]:
    """Three zones: join above 1 - c_h / c_merge, leave below c_h / c_miss, a person between (Fellegi, Sunter)."""
    found = {"left_now": 1 - point.get("links_found_now", 0.0), "simple_yearly": point["adoption"] * _today(point)}
    if "links_found" in point:
        found["left"] = 1 - point["links_found"]
    if point["cost_merge"] + point["cost_miss"] > 0:
        found["right_to_beat_nothing"] = point["cost_merge"] / (point["cost_merge"] + point["cost_miss"])
    need = _needed(point, point["yearly_cost"]) if "yearly_cost" in point else None
    if need is not None and need < 1 and (judged := to_show(1 - need)) <= point["duplicates"]:
        found["joins_to_judge"] = judged
    look = point.get("cost_pair")
    if look is not None and point["cost_miss"] > 0 and point["cost_merge"] > 0:
        found |= {
            "leave_below": min(1.0, look / point["cost_miss"]),
            "join_above": max(0.0, 1 - look / point["cost_merge"]),
        }
    return found


FORMULA = Formula(
    INPUTS[FormulaId.LINKING],
    defaults={"adoption": 1.0, "review_minutes": 0.0, "cost_minute": 0.0},
    optional=("links_found", "links_found_now", "links_right_now", "cost_pair"),
    gain=yearly,
    counted="duplicates",
    worst=lambda point: 0.5,
    perfect=lambda point: point["adoption"] * (point["duplicates"] * point["cost_miss"] - _today(point)),
    needed=_needed,
    bends=(_key,),
    figures=_figures,
    rare=lambda point: point["duplicates"],
)
