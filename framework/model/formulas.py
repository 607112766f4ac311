"""The formulas that a value model may use, and the numbers without which each gives nothing. `economics` has them."""

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


INPUTS: Mapping[FormulaId, Inputs] = {
    FormulaId.ALERTS: Inputs("precision", ("volume", "base_rate", "value", "cost_action")),
    FormulaId.WORK_LIST: Inputs("hits_hoped", ("capacity", "value")),
    FormulaId.SORTING: Inputs("share_auto", ("volume", "minutes_item", "cost_minute", "wrong_today", "cost_wrong")),
    FormulaId.ESTIMATE: Inputs("error_hoped", ("volume", "cost_unit", "error_today")),
    FormulaId.NEWSVENDOR: Inputs("error_cut", ("volume", "cost_under", "cost_over", "error_today")),
    FormulaId.CHECKING: Inputs(
        "right_untouched", ("volume", "minutes_today", "minutes_check", "minutes_fix", "cost_minute")
    ),
    FormulaId.REVIEW: Inputs(
        "share_reviewed", ("volume", "minutes_today", "minutes_review", "cost_minute", "wrong_today", "cost_wrong")
    ),
    FormulaId.SEARCH: Inputs(
        "found_then", ("volume", "minutes_now", "minutes_then", "cost_minute", "found_now", "cost_not_found")
    ),
    FormulaId.SHOWN_LIST: Inputs("lift", ("volume", "rate_today", "margin")),
    FormulaId.TREATMENT: Inputs("effect_top", ("volume", "rate_without", "rate_with", "value", "cost_treat")),
    FormulaId.TRIALS: Inputs("captured", ("options", "rate_today", "gap", "margin", "tests_a_year")),
    FormulaId.DECISION: Inputs("chance", ("stake", "believed")),
    FormulaId.LINKING: Inputs("links_right", ("duplicates", "cost_miss", "cost_merge")),
    FormulaId.INSPECTION: Inputs(
        "faults_found", ("volume", "base_rate", "cost_miss", "cost_reject", "faults_found_now", "good_rejected_now")
    ),
    FormulaId.DRAFTING: Inputs("usable", ("volume", "minutes_today", "minutes_check", "minutes_finish", "cost_minute")),
    FormulaId.ANSWERING: Inputs("settled_right", ("volume", "value_settled", "harm_wrong")),
    FormulaId.ATTEMPTS: Inputs("attempt_right", ("volume", "value_settled", "cost_undo", "noticed")),
    FormulaId.OWN_OR_SERVICE: Inputs("wrong_own", ("volume", "cost_service", "cost_own")),
    FormulaId.STEERING: Inputs("saving", ("cost_run",)),
}
