"""Value models for tests of the arithmetic, without a rule base."""

from __future__ import annotations

from typing import Any

from framework.economics.worth import worth_of
from framework.model.content import ChainLink
from framework.model.formulas import FormulaId
from framework.model.value import Basis, NumberAsked, QualityNumber, ValueModel
from framework.model.worth import Worth

BASIS = Basis(margin=0.25, enough=100, spread_over=3, varied=0.25, realised_least=0.3)
"""Those of the shipped rules."""

LINK = ChainLink(level="Level", assumption="Assumption", test="Test")


def value_model(formula: FormulaId, stand_in: float | None = None) -> ValueModel:
    from framework.economics.formulas import FORMULAS

    asked = tuple(NumberAsked(role=role) for role in (*FORMULAS[formula].reads, "running", "one_off", "years"))
    return ValueModel(
        id=formula.value,
        title="Title",
        about="About",
        formula=formula,
        cases="cases",
        numbers=asked,
        quality=QualityNumber(role=FORMULAS[formula].quality, words="quality", stand_in=stand_in),
        simple_ways=("one", "two"),
        process=LINK,
        policy=LINK,
        limits="Limits",
        sources=("own",),
    )


def worth(formula: FormulaId, stand_in: float | None = None, **numbers: Any) -> Worth:
    found = worth_of(value_model(formula, stand_in), numbers, BASIS, {})
    assert found is not None
    return found
