"""The numbers of the formulas by role: names, which may lie below zero, or not at zero, and which are counted."""

from __future__ import annotations

from collections.abc import Mapping

Names = Mapping[str, str]
"""Roles in words that follow "the", as in a sentence about what is wrong with a number."""

BELOW_ZERO = frozenset({"order_today"})
"""Amounts that may be negative; all others are 0 or more."""

NEVER_ZERO = frozenset({"precision", "rule_precision"})
"""Shares by which something is divided."""

LEAST_WHOLE: Mapping[str, int] = {"options": 1, "retries": 1, "fields": 1, "tests_a_year": 0, "excursions": 0}
"""Roles that count a few things one by one, with the least of them there can be: half a way cannot be chosen."""


def counts_whole(role: str, number: float) -> bool:
    """Whether a number is a count of single things; an average of counts need not be whole."""
    return role in LEAST_WHOLE and number == round(number)
