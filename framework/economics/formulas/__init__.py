"""The formulas of the value models by id, one module each. A new formula is a module, its id, and a line here."""

from __future__ import annotations

from collections.abc import Mapping

from framework.economics.formulas import (
    alerts,
    answering,
    attempts,
    checking,
    decision,
    drafting,
    estimate,
    inspection,
    linking,
    newsvendor,
    own_or_service,
    review,
    search,
    shown_list,
    sorting,
    steering,
    treatment,
    trials,
    work_list,
)
from framework.economics.formulas.base import Formula
from framework.model.formulas import FormulaId

FORMULAS: Mapping[FormulaId, Formula] = {
    FormulaId.ALERTS: alerts.FORMULA,
    FormulaId.WORK_LIST: work_list.FORMULA,
    FormulaId.SORTING: sorting.FORMULA,
    FormulaId.ESTIMATE: estimate.FORMULA,
    FormulaId.NEWSVENDOR: newsvendor.FORMULA,
    FormulaId.CHECKING: checking.FORMULA,
    FormulaId.REVIEW: review.FORMULA,
    FormulaId.SEARCH: search.FORMULA,
    FormulaId.SHOWN_LIST: shown_list.FORMULA,
    FormulaId.TREATMENT: treatment.FORMULA,
    FormulaId.TRIALS: trials.FORMULA,
    FormulaId.DECISION: decision.FORMULA,
    FormulaId.LINKING: linking.FORMULA,
    FormulaId.INSPECTION: inspection.FORMULA,
    FormulaId.DRAFTING: drafting.FORMULA,
    FormulaId.ANSWERING: answering.FORMULA,
    FormulaId.ATTEMPTS: attempts.FORMULA,
    FormulaId.OWN_OR_SERVICE: own_or_service.FORMULA,
    FormulaId.STEERING: steering.FORMULA,
}

__all__ = ["FORMULAS", "Formula"]
