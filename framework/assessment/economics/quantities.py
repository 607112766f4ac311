"""The inputs of the arithmetic: what a person gave, what was assumed, what could not be used."""

from __future__ import annotations

from collections.abc import Mapping

from framework.assessment.economics.problems import WORDS, Problem, combination_problems, number_problem
from framework.model.base import Noun
from framework.model.sheet import Range

ROLES = tuple(WORDS)
"""Every role that a number can have."""

DEFAULTS = {"harm": 0.0, "success_rate": 1.0, "adoption": 1.0}
"""What is taken where nothing is given, and then listed as assumed. No other number is ever assumed."""

Point = dict[str, float]
"""One value for each known role."""

Number = float | Range


class Quantities(Noun):
    """Inputs by role. Shares are 0..1; a year is the period; None is unknown."""

    volume: Number | None = None
    """N, decisions a year."""
    base_rate: Number | None = None
    """pi, share of real cases."""
    value: Number | None = None
    """L, currency a case: gained, or lost no longer, when the action works on a real case."""
    success_rate: Number | None = None
    """s, share of real cases acted upon in which the action works."""
    cost_action: Number | None = None
    """c_a, currency an alert."""
    harm: Number | None = None
    """h, currency a false alarm, beyond the cost of acting."""
    adoption: Number | None = None
    """u, share of answers acted upon."""
    one_off: Number | None = None
    """I, currency."""
    running: Number | None = None
    """O, currency a year."""
    recall: Number | None = None
    precision: Number | None = None
    rule_recall: Number | None = None
    rule_precision: Number | None = None
    cost_under: Number | None = None
    """c_u, currency a unit guessed too low."""
    cost_over: Number | None = None
    """c_o, currency a unit guessed too high."""

    def range_of(self, role: str) -> Range | None:
        """Low, middle, high of a role; a plain number is all three."""
        given: Number | None = getattr(self, role)
        if given is None or isinstance(given, Range):
            return given
        return Range(low=given, middle=given, high=given)

    def point(self) -> Point:
        """The likeliest value of every known role."""
        known = ((role, self.range_of(role)) for role in ROLES)
        return {role: found.middle for role, found in known if found is not None}

    def ranged(self, roles: tuple[str, ...]) -> tuple[str, ...]:
        """Those of `roles` that are known only within limits."""
        known = ((role, self.range_of(role)) for role in roles)
        return tuple(role for role, found in known if found is not None and found.low < found.high)


def read_quantities(
    numbers: Mapping[str, float | Range],
) -> tuple[Quantities, tuple[str, ...], tuple[Problem, ...]]:
    """The usable inputs, the roles whose default was taken, and every problem.

    A number with a blocking problem counts as unknown; its default is not taken either, because something else was
    meant. A recall and a precision that cannot go together count as unknown, both. Keys that are no role are ignored.
    """
    given = {role: numbers[role] for role in ROLES if role in numbers}
    problems = [found for role, number in given.items() if (found := number_problem(role, number)) is not None]
    blocked = {problem.role for problem in problems}
    usable: dict[str, Number] = {role: number for role, number in given.items() if role not in blocked}
    assumed = [role for role in DEFAULTS if role not in given] if {"value", "cost_action"} <= usable.keys() else []
    usable |= {role: DEFAULTS[role] for role in assumed}
    quantities = Quantities.model_validate(usable)
    combined = tuple(combination_problems(quantities.point()))
    for problem in combined:
        if problem.blocks:
            partner = problem.role.replace("precision", "recall")
            quantities = quantities.model_copy(update={problem.role: None, partner: None})
    problems += combined
    return quantities, tuple(assumed), tuple(problems)
