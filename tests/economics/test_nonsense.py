"""Numbers that cannot be are named with what would be possible, whatever the value model."""

from __future__ import annotations

import pytest

from framework.economics import calculate
from framework.economics.formulas import FORMULAS
from framework.economics.roles import SHARES
from framework.economics.worth import worth_of
from framework.model.sheet import Range
from framework.model.value import FormulaId
from tests.economics.models import value_model, worth

SHARE_OF = [(formula, role) for formula in FORMULAS for role in FORMULAS[formula].reads if role in SHARES]
AMOUNT_OF = [(formula, role) for formula in FORMULAS for role in FORMULAS[formula].needs if role not in SHARES]


@pytest.mark.parametrize(("formula", "role"), SHARE_OF)
def test_a_percentage_typed_as_a_whole_number_is_asked_for_again(formula: FormulaId, role: str) -> None:
    found = worth_of(value_model(formula), {role: 65})
    assert found is not None
    said = {issue.role: issue.sentence for issue in found.issues}
    assert "enter 0.65" in said[role]
    assert role not in found.numbers


@pytest.mark.parametrize(("formula", "role"), AMOUNT_OF)
def test_an_amount_below_nothing_is_named(formula: FormulaId, role: str) -> None:
    found = worth_of(value_model(formula), {role: -3})
    assert found is not None
    assert role in {issue.role for issue in found.issues}
    assert found.gain is None


def test_more_caught_than_there_are_is_named_with_both_counts() -> None:
    """For alerts and for a list of fixed length: what would be caught, and what there is."""
    alerts = calculate({"volume": 1_000, "base_rate": 0.5, "value": 1, "cost_action": 0, "recall": 1, "precision": 0.3})
    listed = worth(FormulaId.WORK_LIST, volume=100, base_rate=0.01, capacity=50, value=1, hits_hoped=0.5)
    assert any("only 500 of the 1,000 cases are not real" in issue.sentence for issue in alerts.issues)
    assert any("only 1" in issue.sentence for issue in listed.issues)


def test_ranges_that_reach_beyond_what_can_be_are_named() -> None:
    found = worth(FormulaId.SEARCH, found_now=Range(low=0.5, middle=0.8, high=1.2))
    assert [issue.role for issue in found.issues] == ["found_now"]


def test_every_share_and_amount_is_looked_at() -> None:
    assert len(SHARE_OF) > 50
    assert len(AMOUNT_OF) > 30
