"""A draft is written and a person checks each one, against writing by hand or with a template (derived).

G = u N (rho w (q (t0 - te) - tc) - k c - q (e1 - e0) H): q usable share (the rest is written by hand), tc minutes to
read and check every draft, te to finish a usable one, e0 and e1 share with a harmful error by hand and from drafts.
"""

from __future__ import annotations

from framework.economics.formulas.base import TIMED, Drawn, Figure, Formula, hours, worth_of_minutes
from framework.model.economics import Curve, Point
from framework.model.formulas import INPUTS, FormulaId

POINTS = 20


def minutes_saved(point: Point, usable: float) -> float:
    """Minutes saved by one draft, negative where checking takes longer than it saves."""
    return usable * (point["minutes_today"] - point["minutes_finish"]) - point["minutes_check"]


def _more_slips(point: Point) -> float:
    """Harmful errors that go out beyond today's, for each draft."""
    return point["usable"] * (point["slip_draft"] - point["slip_today"])


def yearly(point: Point) -> float | None:
    """G for a usable share."""
    if "usable" not in point:
        return None
    minutes = worth_of_minutes(point, minutes_saved(point, point["usable"]))
    slips = _more_slips(point) * point["cost_slip"]
    return point["adoption"] * point["volume"] * (minutes - point["calls"] * point["cost_call"] - slips)


def minutes_curve(point: Point) -> Curve:
    """Minutes saved by one draft against the share that is usable."""
    return tuple((step / POINTS, minutes_saved(point, step / POINTS)) for step in range(POINTS + 1))


def _figures(point: Point) -> dict[str, float]:
    found = {"minutes_least": point["minutes_check"] + point["minutes_finish"]}
    found["check_hours"] = hours(point, point["minutes_check"])
    if "usable" in point:
        found["minutes_saved"] = minutes_saved(point, point["usable"])
        found["minutes_each"] = point["minutes_today"] - found["minutes_saved"]
        found["more_slips"] = point["adoption"] * point["volume"] * _more_slips(point)
    return found


def _usable_that_saves_time(point: Point) -> float | None:
    """t_c / (t_0 - t_e): the usable share from which a draft saves minutes; None where no share does (derived)."""
    saved = point["minutes_today"] - point["minutes_finish"]
    return point["minutes_check"] / saved if 0 < point["minutes_check"] <= saved else None


FORMULA = Formula(
    INPUTS[FormulaId.DRAFTING],
    defaults={**TIMED, "calls": 1.0, "cost_call": 0.0, "slip_today": 0.0, "slip_draft": 0.0, "cost_slip": 0.0},
    gain=yearly,
    perfect=lambda point: yearly({**point, "usable": 1.0, "slip_draft": 0.0}),
    early={"usable_saves_time": Figure(("minutes_today", "minutes_check", "minutes_finish"), _usable_that_saves_time)},
    figures=_figures,
    curves=(Drawn(INPUTS[FormulaId.DRAFTING].needs, lambda point: {"minutes": minutes_curve(point)}),),
)
