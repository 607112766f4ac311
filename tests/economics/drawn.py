"""Numbers drawn for every formula, and what a task is worth with them."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from framework.economics.formulas import FORMULAS
from framework.model.formulas import SHARES, FormulaId
from framework.model.sheet import Range
from framework.model.worth import Worth
from tests.economics import models

MODELS = sorted(FORMULAS, key=lambda formula: formula.value)
COUNTS = {"retries": (1, 4), "options": (2, 6), "years": (1, 10), "fields": (1, 20)}
"""Roles that count something, from and to."""

QUICK = settings(max_examples=8, deadline=None)


def _number_for(draw: st.DrawFn, role: str) -> float:
    if role in COUNTS:
        return draw(st.integers(*COUNTS[role]))
    if role in SHARES:
        return draw(st.floats(0.01, 0.99))
    return draw(st.floats(0.1, 1e4))


@st.composite
def numbers_of(draw: st.DrawFn, formula: FormulaId, ranges: int = 0) -> dict[str, Any]:
    """Numbers for every role that can occur together, some of them known only as ranges."""
    found = FORMULAS[formula]
    roles = (*found.reads, "running", "one_off", "years")
    numbers: dict[str, Any] = {role: _number_for(draw, role) for role in roles}
    if formula is FormulaId.ANSWERING:
        numbers["settled_right"] = numbers["settled_right"] * (1 - numbers["settled_wrong"])
    if formula is FormulaId.ESTIMATE:
        numbers["error_hoped"] = numbers["error_today"] * draw(st.floats(0, 1))
    if formula is FormulaId.ATTEMPTS:
        numbers["cost_approval"] = min(numbers["cost_approval"], numbers["value_settled"])
    if formula is FormulaId.WORK_LIST:
        numbers["volume"] = numbers["capacity"] * draw(st.floats(1, 50))
        most = min(1.0, numbers["volume"] * numbers["base_rate"] / numbers["capacity"])
        numbers["hits_hoped"], numbers["hits_today"] = (most * draw(st.floats(0.1, 1)) for _ in range(2))
        if draw(st.booleans()):
            del numbers["hits_today"]
    if formula is FormulaId.TREATMENT:
        numbers["effect_top"] = min(numbers["rate_with"], 1 - numbers["rate_without"])
    if formula is FormulaId.ALERTS:
        floor = FORMULAS[formula].worst(numbers)
        numbers["precision"] = floor + (1 - floor) * draw(st.floats(0.1, 1))
        numbers["rule_recall"], numbers["rule_precision"] = 0.3, max(0.5, numbers["base_rate"])
    moving = [
        role
        for role in roles
        if role in numbers and role not in COUNTS and role not in ("volume", "precision", "hits_hoped")
    ]
    for role in draw(st.lists(st.sampled_from(moving), max_size=ranges, unique=True)):
        middle = numbers[role]
        wide = formula is FormulaId.ATTEMPTS
        high = min(0.999, (3 if wide else 1.1) * middle) if role in SHARES else 1.2 * middle
        numbers[role] = Range(low=(0.2 if wide else 0.8) * middle, middle=middle, high=max(middle, high))
    return numbers


def worth(formula: FormulaId, numbers: dict[str, Any]) -> Worth:
    """With a stand-in where the quality is not known."""
    return models.worth(formula, 0.12, **numbers)
