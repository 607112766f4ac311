"""Numbers that cannot be are named with what would be possible, whatever the value model."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.economics.formulas import FORMULAS
from framework.economics.worth import worth_of
from framework.model.formulas import SHARES, FormulaId
from framework.model.sheet import Range
from tests.economics.drawn import MODELS
from tests.economics.models import BASIS, value_model, worth

SHARE_OF = [(formula, role) for formula in FORMULAS for role in FORMULAS[formula].reads if role in SHARES]
AMOUNT_OF = [(formula, role) for formula in FORMULAS for role in FORMULAS[formula].needs if role not in SHARES]


@pytest.mark.parametrize(("formula", "role"), SHARE_OF)
def test_a_percentage_typed_as_a_whole_number_is_asked_for_again(formula: FormulaId, role: str) -> None:
    found = worth_of(value_model(formula), {role: 65}, BASIS, {})
    assert found is not None
    said = {issue.role: issue.sentence for issue in found.issues}
    assert "enter 0.65" in said[role]
    assert role not in found.numbers


@pytest.mark.parametrize(("formula", "role"), AMOUNT_OF)
def test_an_amount_below_nothing_is_named(formula: FormulaId, role: str) -> None:
    found = worth_of(value_model(formula), {role: -3}, BASIS, {})
    assert found is not None
    assert role in {issue.role for issue in found.issues}
    assert found.gain is None


def test_more_caught_than_there_are_is_named_with_both_counts() -> None:
    """For alerts and for a list of fixed length: what would be caught, and what there is."""
    shares = {"base_rate": 0.5, "recall": 1, "precision": 0.3}
    alerts = worth(FormulaId.ALERTS, volume=1_000, value=1, cost_action=0, **shares)
    listed = worth(FormulaId.WORK_LIST, volume=100, base_rate=0.01, capacity=50, value=1, hits_hoped=0.5)
    assert any("only 500 of the 1,000 cases are not real" in issue.sentence for issue in alerts.issues)
    assert any("only 1" in issue.sentence for issue in listed.issues)


def test_ranges_that_reach_beyond_what_can_be_are_named() -> None:
    found = worth(FormulaId.SEARCH, found_now=Range(low=0.5, middle=0.8, high=1.2))
    assert [issue.role for issue in found.issues] == ["found_now"]


def test_every_share_and_amount_is_looked_at() -> None:
    assert len(SHARE_OF) > 50
    assert len(AMOUNT_OF) > 30


ANYTHING = st.one_of(
    st.floats(),
    st.sampled_from([0.0, 1.0, -1.0, 5e-324, 1e-300, 1e15, 1e300, 0.5]),
    st.lists(st.floats(0, 1), min_size=3, max_size=3).map(
        lambda ends: Range(**dict(zip(("low", "middle", "high"), sorted(ends), strict=True)))
    ),
)


@pytest.mark.parametrize("formula", MODELS)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_nonsense_gets_a_sentence_and_never_a_trace(formula, data) -> None:
    roles = (*FORMULAS[formula].reads, "running", "one_off", "years")
    numbers = data.draw(st.dictionaries(st.sampled_from(roles), ANYTHING))
    found = worth_of(value_model(formula, 0.12), numbers, BASIS, {})
    if found is None:
        return
    for issue in found.issues:
        assert issue.sentence.endswith(".")
    assert all(math.isfinite(number) for number in _floats(found.model_dump()))


def _floats(thing):
    if isinstance(thing, float):
        yield thing
    elif isinstance(thing, dict):
        for part in thing.values():
            yield from _floats(part)
    elif isinstance(thing, list | tuple):
        for part in thing:
            yield from _floats(part)


@pytest.mark.parametrize(
    ("formula", "numbers", "role", "part"),
    [
        (FormulaId.SORTING, {"volume": 1, "share_auto": 65}, "share_auto", "enter 0.65"),
        (
            FormulaId.WORK_LIST,
            {"volume": 100, "base_rate": 0.01, "capacity": 50, "value": 1, "hits_hoped": 0.5},
            "hits_hoped",
            "25 real cases a year, but there are only 1",
        ),
        (FormulaId.WORK_LIST, {"volume": 10, "capacity": 50, "value": 1}, "capacity", "more cases than there are"),
        (
            FormulaId.ANSWERING,
            {
                "volume": 9,
                "value_settled": 5,
                "harm_wrong": 3,
                "share_answered": 0.5,
                "settled_right": 0.9,
                "settled_wrong": 0.2,
            },
            "settled_right",
            "more than 100",
        ),
        (
            FormulaId.TREATMENT,
            {
                "volume": 9,
                "rate_without": 0.06,
                "rate_with": 0.07,
                "value": 4,
                "cost_treat": 1,
                "share_treated": 0.5,
                "effect_top": 0.5,
            },
            "effect_top",
            "cannot all be true",
        ),
        (
            FormulaId.NEWSVENDOR,
            {"volume": 9, "cost_under": 0, "cost_over": 1, "error_today": 3},
            "cost_under",
            "above 0",
        ),
        (FormulaId.ESTIMATE, {"error_today": -3}, "error_today", "must be 0 or more"),
        (FormulaId.ESTIMATE, {"error_today": 3, "years": 0.2}, "years", "at least a year"),
    ],
)
def test_planted_nonsense_is_named(formula, numbers, role, part) -> None:
    found = worth_of(value_model(formula), numbers, BASIS, {})
    assert found is not None
    said = {issue.role: issue.sentence for issue in found.issues}
    assert part in said[role]
    assert found.gain is None or role not in found.numbers
