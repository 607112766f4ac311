"""A quality that is called enough must not lose, whatever the formula."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.economics.formulas import FORMULAS
from framework.economics.spreads import middles
from framework.model.formulas import SHARES, FormulaId
from tests.economics.models import worth

WRONG_TOO_OFTEN = {
    "volume": 10_000,
    "minutes_item": 1,
    "cost_minute": 0.5,
    "wrong_today": 0.02,
    "wrong_auto": 0.10,
    "cost_wrong": 50,
}
"""Each item that is sorted alone costs more than it saves, so that more of them lose more."""

REVIEWED = {
    "volume": 10_000,
    "minutes_today": 4,
    "minutes_review": 2,
    "cost_minute": 0.5,
    "wrong_today": 0.02,
    "wrong_accepted": 0.2,
    "cost_wrong": 50,
}
"""Reviewing all brings 20,000 a year; the fewer are reviewed, the less."""

ERRORS = {"error_hoped", "share_reviewed", "wrong_own"}
"""Qualities of which less is better."""

shares = st.one_of(st.sampled_from([0.0, 1.0]), st.floats(0.001, 0.999))
amounts = st.one_of(st.sampled_from([0.0, 1.0, 2.0]), st.floats(0.01, 1e4))


@st.composite
def sheets(draw):
    """A formula, and numbers in every role that it reads."""
    formula = draw(st.sampled_from(list(FormulaId)))
    numbers = {role: draw(shares if role in SHARES else amounts) for role in FORMULAS[formula].reads}
    return formula, numbers | {"running": draw(amounts), "one_off": draw(amounts)}


def test_no_share_is_enough_where_more_of_it_loses_more() -> None:
    found = worth(FormulaId.SORTING, **WRONG_TOO_OFTEN, share_auto=0.8, running=1_000, one_off=3_000)
    assert found.gain is not None and found.gain.middle == pytest.approx(-28_000)
    assert found.needed.today is not None and found.needed.today.middle is None
    assert found.needed.pays is not None and found.needed.pays.middle is None
    unknown = worth(FormulaId.SORTING, **WRONG_TOO_OFTEN)
    assert unknown.needed.today is not None and unknown.needed.today.middle is None


def test_where_more_loses_the_given_quality_may_still_be_enough() -> None:
    few = worth(FormulaId.REVIEW, **REVIEWED, share_reviewed=0.95)
    assert few.gain is not None and few.gain.middle > 0
    assert few.needed.today is not None and few.needed.today.middle == 1
    fewer = worth(FormulaId.REVIEW, **REVIEWED, share_reviewed=0.05)
    assert fewer.gain is not None and fewer.gain.middle < 0
    assert fewer.needed.today is not None and fewer.needed.today.middle is None


def test_where_all_attempts_are_approved_more_right_ones_can_cost_more() -> None:
    numbers = {"volume": 1_000, "value_settled": 1, "cost_undo": 5, "noticed": 1, "cost_approval": 3}
    found = worth(FormulaId.ATTEMPTS, **numbers, attempt_right=0.5)
    assert found.gain is not None and found.gain.middle < 0
    assert found.needed.today is not None and found.needed.today.middle is None


@settings(max_examples=400, deadline=None)
@given(sheets())
def test_no_quality_is_called_enough_that_loses(drawn) -> None:
    formula, numbers = drawn
    found = worth(formula, stand_in=0.5, **numbers)
    if found.impossible or found.gain is None or found.quality not in numbers:
        return
    model, point = FORMULAS[formula], middles(found.numbers)
    quality, gain = point[model.quality], found.gain.middle
    upwards = model.quality not in ERRORS
    costs = {"today": 0.0, "upkeep": numbers["running"], "pays": found.cost and found.cost.middle}
    noise = 1e-6 * max(1.0, *(abs(gain) for _, gain in found.curves["quality"]))
    for level, cost in costs.items():
        span = getattr(found.needed, level)
        if span is None or cost is None:
            continue
        need = span.middle
        enough = need is not None and (quality >= need if upwards else quality <= need)
        if enough and not math.isclose(quality, need, rel_tol=1e-6, abs_tol=1e-9):
            assert gain >= cost - noise, (formula, level, need)
