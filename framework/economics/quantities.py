"""Turns numbers by role into inputs of the calculation: which are usable, assumed or invalid."""

from __future__ import annotations

from collections.abc import Mapping

from framework.economics.issues import combination_issues, number_issue
from framework.economics.roles import DEFAULTS, ROLES, Names
from framework.model.economics import NumberIssue, Quantities
from framework.model.sheet import Number


def read_quantities(
    numbers: Mapping[str, Number], names: Names
) -> tuple[Quantities, tuple[str, ...], tuple[NumberIssue, ...]]:
    """The usable inputs, the roles whose default was taken, and every issue.

    A number with a blocking issue counts as unknown, and its default is not used either, because something else was
    meant. An inconsistent recall and precision both count as unknown. Unknown roles are ignored.
    """
    given = {role: numbers[role] for role in ROLES if role in numbers}
    issues = [found for role, number in given.items() if (found := number_issue(role, number, names)) is not None]
    blocked = {issue.role for issue in issues}
    usable: dict[str, Number] = {role: number for role, number in given.items() if role not in blocked}
    assumed = [role for role in DEFAULTS if role not in given] if {"value", "cost_action"} <= usable.keys() else []
    usable |= {role: DEFAULTS[role] for role in assumed}
    quantities = Quantities.model_validate(usable)
    combined = tuple(combination_issues(quantities.point()))
    for issue in combined:
        if issue.blocks:
            partner = issue.role.replace("precision", "recall")
            quantities = quantities.model_copy(update={issue.role: None, partner: None})
    issues += combined
    return quantities, tuple(assumed), tuple(issues)
