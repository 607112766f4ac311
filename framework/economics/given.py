"""The numbers of a sheet and of one value model: which are usable, which are assumed, what is wrong with the others.

Also what conditions of advice may ask about numbers: which are given, and whether two that belong together differ.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from framework.economics.formulas import Formula
from framework.economics.issues import number_issue, one_of_each
from framework.economics.roles import Names
from framework.model.doubt import Doubt
from framework.model.economics import NumberIssue, Point
from framework.model.rulebase import RuleBase
from framework.model.sheet import Number, Range, Sheet
from framework.model.value import COMPARED, ValueModel
from framework.model.worth import NumberDoubt

COMMON = ("running", "one_off", "years")


def numbers_by_role(rulebase: RuleBase, sheet: Sheet) -> dict[str, Number]:
    """The numbers of a sheet, each in the role that its question declares."""
    asked = [question for question in rulebase.questions.values() if question.kind == "number"]
    return {item.role: sheet.numbers[item.id] for item in asked if item.role and item.id in sheet.numbers}


def known_facts(numbers: Mapping[str, Number]) -> tuple[str, ...]:
    """What conditions may ask: the roles of the usable numbers, and which of `COMPARED` hold."""
    usable = {role: _middle(number) for role, number in numbers.items() if number_issue(role, number, {}) is None}
    compared = [
        name
        for name, (one, holds, other) in COMPARED.items()
        if {one, other} <= usable.keys() and holds(usable[one], usable[other])
    ]
    return (*usable, *compared)


def as_range(number: Number) -> Range:
    """Low, middle, high; a plain number is all three."""
    return number if isinstance(number, Range) else Range(low=number, middle=number, high=number)


def usable_numbers(
    formula: Formula, numbers: Mapping[str, Number], names: Names, demanded: Collection[str] = (), language: str = ""
) -> tuple[dict[str, Range], tuple[str, ...], tuple[NumberIssue, ...]]:
    """The numbers to calculate with, the roles whose default was taken, and every issue.

    A number with an issue that blocks counts as unknown, and its default is not used, because something else was meant;
    nor is that of one in `demanded`.
    """
    read = (*formula.reads, *COMMON)
    given = {role: numbers[role] for role in read if role in numbers}
    issues = [found for role, number in given.items() if (found := number_issue(role, number, names, language))]
    blocked = {issue.role for issue in issues}
    usable = {role: as_range(number) for role, number in given.items() if role not in blocked}
    assumed = tuple(role for role in formula.defaults if role not in given and role not in demanded)
    usable |= {role: as_range(formula.defaults[role]) for role in assumed}
    told = one_of_each((*issues, *formula.odd(usable, language)))
    blocked = {issue.role for issue in told if issue.blocks}
    return {role: number for role, number in usable.items() if role not in blocked}, assumed, told


def doubts(value: ValueModel, point: Point, assumed: Collection[str]) -> tuple[NumberDoubt, ...]:
    """The numbers that are doubtful at their middle; those that nobody gave are said to be assumed instead."""
    found = []
    for asked in value.numbers:
        number = None if asked.role in assumed else point.get(asked.role)
        for doubt in (asked.doubts or ()) if number is not None else ():
            unit = _unit(doubt, point)
            if unit is None or number is None:
                continue
            low = doubt.below is not None and number < doubt.below * unit
            if low or (doubt.above is not None and number > doubt.above * unit):
                found.append(NumberDoubt(role=asked.role, sentence=doubt.say))
                break
    return tuple(found)


def _unit(doubt: Doubt, point: Point) -> float | None:
    """What the limits of a doubt are multiples of; None where it is not known, or nothing is left of it."""
    whole = 1.0 if doubt.times is None else point.get(doubt.times)
    if whole is None or doubt.less is None:
        return whole
    less = point.get(doubt.less)
    return whole - less if less is not None and whole > less else None


def yearly_cost(numbers: Mapping[str, Range], use: Range, *, once: bool) -> Range | None:
    """K = O + I / H over the years of `use`; None where running or one-off cost is unknown (definition).

    Where the gain comes `once`, a running cost that is missing counts as 0.
    """
    one_off, running = numbers.get("one_off"), numbers.get("running", as_range(0.0) if once else None)
    if one_off is None or running is None:
        return None
    return Range(
        low=running.low + one_off.low / use.high,
        middle=running.middle + one_off.middle / use.middle,
        high=running.high + one_off.high / use.low,
    )


def _middle(number: Number) -> float:
    return number.middle if isinstance(number, Range) else number
