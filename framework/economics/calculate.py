"""Calculates all results for one set of numbers: an immutable result, without text except in issues."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from framework.economics import value as formulas
from framework.economics.curves import quality_curve, threshold_curve
from framework.economics.given import as_range
from framework.economics.issues import number_issue
from framework.economics.project import project
from framework.economics.quality import TRIPLE, rate_of, required_quality
from framework.economics.quantities import read_quantities
from framework.economics.ranges import (
    MODEL,
    PAIRS,
    RULE,
    SIMPLE,
    STAKES,
    corners,
    gain_spread,
    spread,
)
from framework.economics.roles import Names
from framework.economics.spreads import Result, ranged
from framework.economics.tornado import tornado
from framework.model.economics import Confusion, Economics, NumberIssue, Point, Quantities
from framework.model.formulas import FormulaId
from framework.model.rulebase import RuleBase
from framework.model.sheet import Number, Range, Sheet
from framework.model.value import ValueModel


def numbers_by_role(rulebase: RuleBase, sheet: Sheet) -> dict[str, Number]:
    """The numbers of a sheet, each in the role that its question declares."""
    asked = [question for question in rulebase.questions.values() if question.kind == "number"]
    return {item.role: sheet.numbers[item.id] for item in asked if item.role and item.id in sheet.numbers}


def economics_of(numbers: Mapping[str, Number], value: ValueModel | None, names: Names) -> Economics | None:
    """The results for alerts, if the value model is about these or still open; None for another one."""
    return calculate(_in_time(numbers), names) if value is None or value.formula is FormulaId.ALERTS else None


def _in_time(numbers: Mapping[str, Number]) -> Mapping[str, Number]:
    """Catches that come too late count as actions that do not work, as in the formula of alerts."""
    early, works = numbers.get("in_time"), numbers.get("success_rate", 1.0)
    if early is None or number_issue("in_time", early, {}) or number_issue("success_rate", works, {}):
        return numbers
    one, other = as_range(early), as_range(works)
    both = Range(low=one.low * other.low, middle=one.middle * other.middle, high=one.high * other.high)
    return {**numbers, "success_rate": both}


def calculate(numbers: Mapping[str, Number], names: Names) -> Economics | None:
    """Everything that follows from the numbers, keyed by role (see `ROLES`); None if nothing does.

    Results with missing inputs are None; only those in `DEFAULTS` are assumed. Never raises for numbers: see `issues`.
    """
    given, assumed, issues = read_quantities(numbers, names)
    issues += _impossible_corners(given)
    point = given.point()
    gained = gain_spread(given)
    paid = set(SIMPLE) <= point.keys()
    simple = formulas.simple_values(point) if paid else {}
    stakes = formulas.stakes_of(point) if paid else None
    at = formulas.model_value(point) if set(MODEL) <= point.keys() else None
    result = Economics(
        quantities=given,
        assumed=assumed,
        issues=issues,
        catch=spread(given, STAKES, lambda p: formulas.stakes_of(p).catch),
        false_alarm=spread(given, STAKES, lambda p: formulas.stakes_of(p).false_alarm),
        threshold=spread(given, STAKES, _threshold),
        break_even_precision=spread(given, STAKES, lambda p: formulas.break_even_precision(formulas.stakes_of(p))),
        break_even_base_rate=spread(given, MODEL, _break_even_base_rate),
        affordable_false_alarms=spread(
            given, STAKES, lambda p: formulas.affordable_false_alarms(formulas.stakes_of(p))
        ),
        counts=_counts(given, "recall", "precision"),
        rule_counts=_counts(given, *RULE),
        false_alarm_rate=spread(given, TRIPLE, rate_of),
        value_none=Range(low=0, middle=0, high=0) if set(STAKES) <= point.keys() else None,
        value_all=spread(given, SIMPLE, lambda p: formulas.simple_values(p)["all"]),
        value_rule=spread(given, (*SIMPLE, *RULE), lambda p: formulas.simple_values(p).get("rule")),
        value_model=spread(given, MODEL, formulas.model_value),
        value_perfect=spread(given, SIMPLE, _perfect),
        best_simple=_best(simple),
        gain=gained,
        project=project(given, gained),
        quality=required_quality(given),
        tornado=tornado(given, gained, assumed),
        quantile=spread(given, ("cost_under", "cost_over"), _quantile),
        threshold_curve=threshold_curve(stakes, point["recall"], point["precision"], point["adoption"])
        if stakes and at is not None
        else None,
        quality_curve=quality_curve(stakes, max(simple.values()), point["adoption"]) if stakes else None,
    )
    return None if _empty(result) else result


def _empty(found: Economics) -> bool:
    """Whether nothing could be calculated and nothing is wrong."""
    parts = (found.catch, found.counts, found.rule_counts, found.quantile, *found.issues)
    return all(part is None for part in parts)


def _threshold(point: Point) -> float | None:
    stakes = formulas.stakes_of(point)
    return formulas.threshold(stakes.false_alarm, stakes.catch)


def _break_even_base_rate(point: Point) -> float | None:
    rate = rate_of(point)
    return None if rate is None else formulas.break_even_base_rate(formulas.stakes_of(point), point["recall"], rate)


def _perfect(point: Point) -> float:
    return formulas.value_of_perfect(formulas.stakes_of(point), point["adoption"])


def _quantile(point: Point) -> float | None:
    return formulas.quantile_to_predict(point["cost_under"], point["cost_over"])


def _best(simple: Mapping[str, float]) -> Literal["none", "all", "rule"] | None:
    if not simple:
        return None
    order: tuple[Literal["none", "all", "rule"], ...] = ("none", "all", "rule")
    return max((name for name in order if name in simple), key=lambda name: simple[name])


def _counts(given: Quantities, recall: str, precision: str) -> Confusion | None:
    needs = ("base_rate", recall, precision)

    def cell(index: int) -> Result:
        def formula(point: Point) -> float | None:
            triple = point["base_rate"], point[recall], point[precision]
            return formulas.confusion(*triple)[index] if formulas.possible(*triple) else None

        return formula

    cells = [spread(given, needs, cell(index)) for index in range(4)]
    caught, false_alarms, missed, left_alone = cells
    if caught is None or false_alarms is None or missed is None or left_alone is None:
        return None
    return Confusion(caught=caught, false_alarms=false_alarms, missed=missed, left_alone=left_alone)


def _impossible_corners(given: Quantities) -> tuple[NumberIssue, ...]:
    """Issues for ranges that allow impossible combinations: one for the model, one for the rule."""
    found = []
    for pair in PAIRS:
        needs = ("base_rate", *pair)
        if not set(needs) <= given.point().keys():
            continue
        if len(corners(given, needs)) < 2 ** len(ranged(given.known(), needs)):
            text = (
                "Some ends of your ranges cannot be true together: there would be more false alarms than cases that "
                "are not real. These combinations are left out. Narrower ranges avoid this."
            )
            found.append(NumberIssue(role=pair[1], sentence=text))
    return tuple(found)
