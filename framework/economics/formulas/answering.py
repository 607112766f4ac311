"""Questions are answered without a person, against the best way without a language model (derived).

G = u N (a p v - a q H - (1 - a p - a q) x - k c) - max(0, u N d v - O_simple): a share answered, of these p settled
rightly and q wrong, x extra cost of passing on or coming back, k calls of c each for one question, answered or not, d
share that better search and pages would settle.
The share u that goes by an answer multiplies cases, and so never the fixed cost O_simple of those pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from framework.economics.formulas.base import Formula
from framework.languages.catalogue import say
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId


def _cases(point: Point) -> float:
    """Questions in which people go by the answer, be it a model's or a page's."""
    return point["adoption"] * point["volume"]


def value_of_answers(point: Point, answered: float, right: float, wrong: float) -> float:
    """What the answers bring a year before running cost, against doing nothing."""
    settled, harmed = answered * right, answered * wrong
    passed = (1 - settled - harmed) * point["cost_passed"]
    called = point["calls"] * point["cost_call"]
    each = settled * point["value_settled"] - harmed * point["harm_wrong"] - passed - called
    return _cases(point) * each


def _pages(point: Point) -> float:
    return _cases(point) * point["settled_simple"] * point["value_settled"] - point["running_simple"]


def simple_way(point: Point) -> float:
    """What better search and pages bring a year after their own cost, or 0 (doing nothing)."""
    return max(0.0, _pages(point))


def yearly(point: Point) -> float | None:
    """G for a share settled rightly; None while the share answered or the share wrong is unknown."""
    if not {"share_answered", "settled_right", "settled_wrong"} <= point.keys():
        return None
    new = value_of_answers(point, point["share_answered"], point["settled_right"], point["settled_wrong"])
    return new - simple_way(point)


def wrong_limit(point: Point, cost: float) -> float | None:
    """The most wrong answers, as a share, at which the gain covers a yearly cost; None where none is few enough.

    The gain falls by u N a (H - x) with the share wrong, as a wrong answer that is believed is not passed on.
    """
    best = yearly({**point, "settled_wrong": 0.0})
    steep = _cases(point) * point.get("share_answered", 0.0) * (point["harm_wrong"] - point["cost_passed"])
    return None if best is None or steep <= 0 or best < cost else (best - cost) / steep


def _held_back(point: Point) -> float | None:
    """Share of cases that are neither settled rightly nor wrong and believed: passed on, held back or as today."""
    if not {"share_answered", "settled_right", "settled_wrong"} <= point.keys():
        return None
    return max(0.0, 1 - point["share_answered"] * (point["settled_right"] + point["settled_wrong"]))


def _figures(point: Point) -> dict[str, float]:
    found = {"simple_yearly": simple_way(point)} if point["settled_simple"] > 0 else {}
    held = _held_back(point)
    if held is not None:
        found["held_back"] = held
    limit = wrong_limit(point, point["yearly_cost"]) if "yearly_cost" in point else None
    if limit is not None and limit < 1 - point.get("settled_right", 0.0):
        found["wrong_limit"] = limit
    return found


def _problems(point: Point, language: str) -> Iterator[tuple[str, str]]:
    if point.get("settled_right", 0.0) + point.get("settled_wrong", 0.0) > 1 + 1e-9:
        text = say(
            language,
            "Of 100 answers, more than 100 would be settled or wrong. Lower one of the two; the rest comes back.",
        )
        yield "settled_right", text


FORMULA = Formula(
    INPUTS[FormulaId.ANSWERING],
    defaults={
        "adoption": 1.0,
        "cost_passed": 0.0,
        "calls": 1.0,
        "cost_call": 0.0,
        "settled_simple": 0.0,
        "running_simple": 0.0,
    },
    optional=("share_answered", "settled_wrong"),
    gain=yearly,
    counted=None,
    best=lambda point: 1 - point.get("settled_wrong", 0.0),
    perfect=lambda point: value_of_answers(point, 1.0, 1.0, 0.0) - simple_way(point),
    figures=_figures,
    bends=(_pages,),
    problems=_problems,
)
