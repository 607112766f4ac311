"""A team can handle K cases, whichever they are: G = u K (P_K - P_0)(s L + h), since handling costs cancel (derived).

With the cost of looking at a case c_a, a list brings V = u K (P_K s L - c_a - (1 - P_K) h) against looking at nothing.
G is then V less the best that is known without a model, which is at least 0: today's list, or what the alerts of a
simple way would bring. Where today's list brings something, this is the G above. Hits that come too late count as
actions that do not work.
"""

from __future__ import annotations

from collections.abc import Iterator

from framework.economics.formulas.base import Formula
from framework.economics.formulas.per_thousand import works
from framework.economics.roc import OperatingPoint, auc_from_separation, separation_of
from framework.languages.catalogue import numerals, say
from framework.model.economics import Point
from framework.model.formulas import INPUTS, FormulaId


def _today(point: Point) -> float | None:
    """P_0: share of today's list that is worth it; in random order the share among all cases. None for a new team."""
    if "hits_today" in point:
        return point["hits_today"]
    return None if "cost_action" in point else point.get("base_rate")


def yearly(point: Point) -> float | None:
    """G for a list of hits P_K; None while the hits of today's list are unknown."""
    if "hits_hoped" not in point:
        return None
    if "cost_action" in point:
        return _looked_at(point, point["capacity"], point["hits_hoped"]) - _without_model(point)
    today = _today(point)
    if today is None:
        return None
    handled = point["adoption"] * point["capacity"]
    return handled * (point["hits_hoped"] - today) * (_won(point) + point["harm"])


def _won(point: Point) -> float:
    """What a hit brings, s L; one that comes too late counts as an action that does not work."""
    return works(point) * point["value"]


def _looked_at(point: Point, cases: float, hits: float) -> float:
    """V of looking at so many cases of which a share is worth it, against looking at none."""
    each = hits * _won(point) - point["cost_action"] - (1 - hits) * point["harm"]
    return point["adoption"] * cases * each


def _alerts(point: Point) -> float | None:
    """Cases a year that a simple way names, N pi R / P; None where it is not known."""
    if not {"cost_action", "volume", "base_rate", "rule_recall", "rule_precision"} <= point.keys():
        return None
    right = point["rule_precision"]
    return point["volume"] * point["base_rate"] * point["rule_recall"] / right if right > 0 else None


def _list_today(point: Point) -> float | None:
    """V of today's list; None where its hits or the cost of a look are not known."""
    if not {"hits_today", "cost_action"} <= point.keys():
        return None
    return _looked_at(point, point["capacity"], point["hits_today"])


def _rule(point: Point) -> float | None:
    """V of what a simple way names, as far as the team gets; None where it is not known."""
    alerts = _alerts(point)
    return None if alerts is None else _looked_at(point, min(alerts, point["capacity"]), point["rule_precision"])


def _simple(point: Point) -> float | None:
    """The better of both; None where neither is known."""
    return max((value for value in (_list_today(point), _rule(point)) if value is not None), default=None)


def _apart(point: Point) -> float | None:
    """By how much today's list brings more than the simple way."""
    today, rule = _list_today(point), _rule(point)
    return None if today is None or rule is None else today - rule


def _without_model(point: Point) -> float:
    """V of the best that is known without a model; one can also look at nothing."""
    return max(0.0, _simple(point) or 0.0)


def _more_alerts(point: Point) -> float | None:
    """Cases that a simple way names beyond those that the team can handle."""
    alerts = _alerts(point)
    return None if alerts is None else alerts - point["capacity"]


def _perfect(point: Point) -> float | None:
    """G of perfect answers; where looking costs something, nothing is then looked at that is not worth it (derived)."""
    hits = most_hits(point)
    if "cost_action" not in point:
        return yearly({**point, "hits_hoped": hits})
    return max(0.0, _looked_at(point, point["capacity"] * hits, 1.0)) - _without_model(point)


def most_hits(point: Point) -> float:
    """P_max = min(1, N pi / K): a list cannot hold more real cases than there are (derived)."""
    if not {"volume", "base_rate"} <= point.keys() or point["capacity"] <= 0:
        return 1.0
    return min(1.0, point["volume"] * point["base_rate"] / point["capacity"])


def auc_of(point: Point, hits: float) -> tuple[float, float, float] | None:
    """R = K P / (N pi), F = K (1 - P) / (N (1 - pi)) and Phi(d' / sqrt 2), d' = z(R) - z(F) (Green, Swets 1966)."""
    if not {"volume", "base_rate"} <= point.keys():
        return None
    real, other = point["volume"] * point["base_rate"], point["volume"] * (1 - point["base_rate"])
    if real <= 0 or other <= 0:
        return None
    recall, rate = point["capacity"] * hits / real, point["capacity"] * (1 - hits) / other
    apart = separation_of(OperatingPoint(recall, rate))
    return None if apart is None else (recall, rate, auc_from_separation(apart))


def _real(point: Point) -> float | None:
    return point["volume"] * point["base_rate"] if {"volume", "base_rate"} <= point.keys() else None


def _happening(point: Point) -> dict[str, float]:
    """K P and N pi - u K P s b: real cases a year that are found, and that are not averted (derived).

    Each today, then, and with perfect answers.
    """
    real, averted = _real(point), point["adoption"] * works(point)
    hits = {"today": _today(point) or 0.0, "hoped": point.get("hits_hoped"), "most": most_hits(point)}
    count = {name: point["capacity"] * share for name, share in hits.items() if share is not None}
    found = {f"found_{name}": cases for name, cases in count.items()}
    if real is not None:
        said = {"today": "happen_now", "hoped": "happen_then", "most": "happen_least"}
        found |= {said[name]: real - cases * averted for name, cases in count.items()}
    return found


def _figures(point: Point) -> dict[str, float]:
    each = point["adoption"] * point["capacity"] * _won(point)
    found = {"most_hits": most_hits(point), "saved_at_most": each * most_hits(point)}
    found |= _happening(point)
    if (simple := _simple(point)) is not None:
        found["simple_yearly"] = max(0.0, simple)
    if (today := _list_today({**point, "adoption": 1.0})) is not None:  # today nobody decides whether to act on it
        found["lost_today"] = max(0.0, -today)
    if "hits_hoped" in point:
        found["saved"] = each * point["hits_hoped"]
    hoped = auc_of(point, point["hits_hoped"]) if "hits_hoped" in point else None
    if hoped:
        found |= {"recall_hoped": hoped[0], "false_alarms_hoped": hoped[1], "auc_hoped": hoped[2]}
    cost = point.get("yearly_cost")
    need = FORMULA.quality_for(point, cost) if cost is not None else None
    if need and point.get("base_rate"):
        found["lift_needed"] = need / point["base_rate"]
        reached = auc_of(point, need)
        if reached:
            found["auc_needed"] = reached[2]
    return found


def _problems(point: Point, language: str) -> Iterator[tuple[str, str]]:
    if "volume" in point and point["capacity"] > point["volume"]:
        text = say(
            language, "The team can look at more cases than there are. Enter how many it really looks at in a year."
        )
        yield "capacity", text
    for role in ("hits_hoped", "hits_today"):
        if role in point and {"volume", "base_rate"} <= point.keys() and point[role] > most_hits(point) + 1e-9:
            there, listed = point["volume"] * point["base_rate"], point["capacity"] * point[role]
            text = say(
                language,
                "These numbers cannot all be true: the list would hold {listed} real cases a year, but there "
                "are only {there}. Check the share among those looked at, the share among all, and the counts.",
                listed=numerals(language, f"{listed:,.0f}"),
                there=numerals(language, f"{there:,.0f}"),
            )
            yield role, text


FORMULA = Formula(
    INPUTS[FormulaId.WORK_LIST],
    defaults={"success_rate": 1.0, "harm": 0.0, "adoption": 1.0, "in_time": 1.0},
    optional=("hits_today", "base_rate", "volume", "cost_action", "rule_recall", "rule_precision"),
    gain=yearly,
    counted="capacity",
    best=most_hits,
    perfect=_perfect,
    figures=_figures,
    bends=(_list_today, _rule, _apart, _more_alerts),
    grows_to=_real,
    rare=_real,
    problems=_problems,
)
