"""Extraction in which a person sees only the unsure documents, against typing all of them (derived).

G = u N (rho w t0 - k c - r rho w t_r - ((1 - r) e_a + r e_r - e0) L): k calls of c each, r share reviewed, e_a error
among accepted, e_r after review, e0 when typed, L loss for a wrong document.
"""

from __future__ import annotations

from framework.economics.formulas.base import TIMED, Formula, hours, worth_of_minutes
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId


def _more_wrong(point: Point, reviewed: float, accepted: float) -> float:
    """Share of documents that end up wrong beyond today's."""
    return (1 - reviewed) * accepted + reviewed * point["wrong_reviewed"] - point["wrong_today"]


def _case(point: Point, reviewed: float, accepted: float) -> float:
    saved = worth_of_minutes(point, point["minutes_today"] - reviewed * point["minutes_review"])
    called = point["calls"] * point["cost_call"]
    return saved - called - _more_wrong(point, reviewed, accepted) * point["cost_wrong"]


def yearly(point: Point) -> float | None:
    """G for a share reviewed; None while the error among accepted ones is unknown."""
    if "share_reviewed" not in point or "wrong_accepted" not in point:
        return None
    return point["adoption"] * point["volume"] * _case(point, point["share_reviewed"], point["wrong_accepted"])


def _figures(point: Point) -> dict[str, float]:
    """Review a case when its calibrated chance of error exceeds w t_r / L + e_r; what reviewing all would add to G."""
    found = {}
    if point["cost_wrong"] > 0:
        look = point["realised"] * point["cost_minute"] * point["minutes_review"] / point["cost_wrong"]
        found["review_above"] = min(1.0, look + point["wrong_reviewed"])
    if {"share_reviewed", "wrong_accepted"} <= point.keys():
        more = _more_wrong(point, point["share_reviewed"], point["wrong_accepted"])
        found["more_wrong"] = point["adoption"] * point["volume"] * more
        found["wrong_then"] = point["wrong_today"] + more
        all_seen = _case(point, 1.0, 0.0) - _case(point, point["share_reviewed"], point["wrong_accepted"])
        found["more_if_all_reviewed"] = point["adoption"] * point["volume"] * all_seen
    if "share_reviewed" in point:
        found["minutes_each"] = point["share_reviewed"] * point["minutes_review"]
        found["check_hours"] = hours(point, found["minutes_each"])
    return found


FORMULA = Formula(
    INPUTS[FormulaId.REVIEW],
    defaults={**TIMED, "calls": 1.0, "cost_call": 0.0, "wrong_reviewed": 0.0},
    optional=("wrong_accepted",),
    gain=yearly,
    worst=lambda point: 1.0,
    best=lambda point: 0.0,
    perfect=lambda point: point["adoption"] * point["volume"] * max(_case(point, 0.0, 0.0), _case(point, 1.0, 0.0)),
    figures=_figures,
)
