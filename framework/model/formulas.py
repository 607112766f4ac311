"""The formulas that a value model may use, the numbers without which each gives nothing, and which are shares."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class FormulaId(StrEnum):
    """The formulas that a value model may use, one module each in `framework.economics.formulas`."""

    ALERTS = "alerts"
    WORK_LIST = "work_list"
    SORTING = "sorting"
    ESTIMATE = "estimate"
    NEWSVENDOR = "newsvendor"
    CHECKING = "checking"
    REVIEW = "review"
    SEARCH = "search"
    SHOWN_LIST = "shown_list"
    TREATMENT = "treatment"
    TRIALS = "trials"
    DECISION = "decision"
    LINKING = "linking"
    INSPECTION = "inspection"
    DRAFTING = "drafting"
    ANSWERING = "answering"
    ATTEMPTS = "attempts"
    OWN_OR_SERVICE = "own_or_service"
    STEERING = "steering"


class Inputs(NamedTuple):
    """What a value model has to ask for, by role."""

    quality: str
    """The role that says how good the model is."""
    needs: tuple[str, ...]
    """Roles without which nothing can be said."""
    shares: tuple[str, ...]
    """Which of all the roles that the formula reads are shares, 0..1. The others are amounts."""


INPUTS: Mapping[FormulaId, Inputs] = {
    FormulaId.ALERTS: Inputs(
        "precision",
        ("volume", "base_rate", "value", "cost_action"),
        ("base_rate", "success_rate", "adoption", "in_time", "recall", "rule_recall", "rule_precision", "precision"),
    ),
    FormulaId.WORK_LIST: Inputs(
        "hits_hoped",
        ("capacity", "value"),
        (
            "success_rate",
            "adoption",
            "in_time",
            "hits_today",
            "base_rate",
            "rule_recall",
            "rule_precision",
            "hits_hoped",
        ),
    ),
    FormulaId.SORTING: Inputs(
        "share_auto",
        ("volume", "minutes_item", "cost_minute", "wrong_today", "cost_wrong"),
        ("wrong_today", "adoption", "realised", "wrong_auto", "share_auto"),
    ),
    FormulaId.ESTIMATE: Inputs("error_hoped", ("volume", "cost_unit", "error_today"), ("adoption",)),
    FormulaId.NEWSVENDOR: Inputs(
        "error_cut", ("volume", "cost_under", "cost_over", "error_today"), ("adoption", "error_cut")
    ),
    FormulaId.CHECKING: Inputs(
        "right_untouched",
        ("volume", "minutes_today", "minutes_check", "minutes_fix", "cost_minute"),
        ("adoption", "realised", "wrong_today", "slips", "right_untouched"),
    ),
    FormulaId.REVIEW: Inputs(
        "share_reviewed",
        ("volume", "minutes_today", "minutes_review", "cost_minute", "wrong_today", "cost_wrong"),
        ("wrong_today", "adoption", "realised", "wrong_reviewed", "wrong_accepted", "share_reviewed"),
    ),
    FormulaId.SEARCH: Inputs(
        "found_then",
        ("volume", "minutes_now", "minutes_then", "cost_minute", "found_now", "cost_not_found"),
        ("found_now", "adoption", "realised", "misled_now", "misled_then", "found_then"),
    ),
    FormulaId.SHOWN_LIST: Inputs(
        "lift", ("volume", "rate_today", "margin"), ("rate_today", "extra", "adoption", "lift")
    ),
    FormulaId.TREATMENT: Inputs(
        "effect_top",
        ("volume", "rate_without", "rate_with", "value", "cost_treat"),
        ("rate_without", "rate_with", "adoption", "share_treated", "effect_top"),
    ),
    FormulaId.TRIALS: Inputs(
        "captured",
        ("options", "rate_today", "gap", "margin", "tests_a_year"),
        ("rate_today", "gap", "captured", "adoption"),
    ),
    FormulaId.DECISION: Inputs("chance", ("stake", "believed"), ("believed", "false_chance", "chance")),
    FormulaId.LINKING: Inputs(
        "links_right",
        ("duplicates", "cost_miss", "cost_merge"),
        ("adoption", "links_found", "links_found_now", "links_right_now", "links_right"),
    ),
    FormulaId.INSPECTION: Inputs(
        "faults_found",
        ("volume", "base_rate", "cost_miss", "cost_reject", "faults_found_now", "good_rejected_now"),
        ("base_rate", "faults_found_now", "good_rejected_now", "adoption", "good_rejected", "faults_found"),
    ),
    FormulaId.DRAFTING: Inputs(
        "usable",
        ("volume", "minutes_today", "minutes_check", "minutes_finish", "cost_minute"),
        ("adoption", "realised", "slip_today", "slip_draft", "usable"),
    ),
    FormulaId.ANSWERING: Inputs(
        "settled_right",
        ("volume", "value_settled", "harm_wrong"),
        ("adoption", "settled_simple", "share_answered", "settled_wrong", "settled_right"),
    ),
    FormulaId.ATTEMPTS: Inputs(
        "attempt_right",
        ("volume", "value_settled", "cost_undo", "noticed"),
        ("noticed", "adoption", "approval_catches", "attempt_right"),
    ),
    FormulaId.OWN_OR_SERVICE: Inputs(
        "wrong_own", ("volume", "cost_service", "cost_own"), ("wrong_service", "wrong_own")
    ),
    FormulaId.STEERING: Inputs("saving", ("cost_run",), ("share_in_control", "saving")),
}

SHARES = frozenset(role for inputs in INPUTS.values() for role in inputs.shares)
"""Roles that are shares, 0..1. All others are amounts."""

BELOW_ZERO = frozenset({"order_today"})
"""Amounts that may be negative."""

WHOLE = frozenset({"options", "retries", "fields"})
"""Amounts that are whole numbers from 1 on: half a way cannot be chosen."""


def least(role: str) -> int | None:
    """The least that an amount can be; None where it may be negative without limit."""
    return None if role in BELOW_ZERO else int(role in WHOLE or role == "years")
