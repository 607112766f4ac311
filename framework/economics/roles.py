"""The numbers of the formulas by role: what they are called, which may lie below zero, and which may not be zero."""

from __future__ import annotations

from collections.abc import Mapping

Names = Mapping[str, str]
"""Roles in words that follow "the", as in a sentence about what is wrong with a number."""

BELOW_ZERO = frozenset({"order_today"})
"""Amounts that may be negative; all others are 0 or more."""

NEVER_ZERO = frozenset({"precision", "rule_precision"})
"""Shares by which something is divided."""
