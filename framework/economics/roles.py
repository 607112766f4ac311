"""The numbers of the formulas by role: names, which may not be zero, and which are counted."""

from __future__ import annotations

from collections.abc import Mapping

from framework.model.formulas import WHOLE

Names = Mapping[str, str]
"""Roles in words that follow "the", as in a sentence about what is wrong with a number."""

NEVER_ZERO = frozenset({"precision", "rule_precision"})
"""Shares by which something is divided."""

COUNTED = WHOLE | {"tests_a_year", "excursions"}
"""Roles that count a few things one by one."""


def counts_whole(role: str, number: float) -> bool:
    """Whether a number is a count of single things; what happens in a year on average need not be whole."""
    return role in COUNTED and number == round(number)
