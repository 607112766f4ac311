"""The numbers of the formulas by role: which are shares, and which may lie below zero."""

from __future__ import annotations

from collections.abc import Mapping

Names = Mapping[str, str]
"""Roles in words that follow "the", as in a sentence about what is wrong with a number."""

_SHARES = """
base_rate success_rate adoption recall precision rule_recall rule_precision in_time realised hits_today
hits_hoped wrong_today wrong_auto share_auto right_untouched slips found_now found_then misled_now misled_then
rate_today lift extra rate_without rate_with share_treated effect_top gap captured chance believed
false_chance links_found links_right links_found_now links_right_now faults_found good_rejected
faults_found_now good_rejected_now error_cut usable slip_today slip_draft share_answered settled_right
settled_wrong settled_simple attempt_right noticed approval_catches wrong_own wrong_service share_reviewed
wrong_accepted wrong_reviewed share_in_control saving
"""
SHARES = frozenset(_SHARES.split())
"""Roles that are shares, 0..1. All others are amounts, 0 or more."""

BELOW_ZERO = frozenset({"order_today"})
"""Amounts that may be negative."""
