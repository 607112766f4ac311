"""A range contains whatever its points give, also where a gain is neither rising nor falling."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from framework.model.formulas import FormulaId
from framework.model.sheet import Range
from tests.economics.drawn import MODELS, QUICK, numbers_of, worth


@pytest.mark.parametrize("formula", MODELS)
@QUICK
@given(data=st.data())
def test_ranges_contain_their_points(formula, data) -> None:
    numbers = data.draw(numbers_of(formula, ranges=3))
    inside: dict[str, Any] = {
        role: number.low + data.draw(st.floats(0, 1)) * (number.high - number.low)
        if isinstance(number, Range)
        else number
        for role, number in numbers.items()
    }
    whole, one = worth(formula, numbers), worth(formula, inside)
    assume(whole.gain is not None and one.gain is not None)
    assume(not any(issue.blocks for issue in one.issues))  # a number that cannot be is left out: it is another question
    slack = 1e-9 * (1 + abs(whole.gain.low) + abs(whole.gain.high) + abs(one.gain.middle))
    assert whole.gain.low - slack <= one.gain.middle <= whole.gain.high + slack
    for name in ("gain", "cost", "net", "total", "ratio", "perfect"):
        found = getattr(whole, name)
        assert found is None or found.low <= found.middle <= found.high


def test_a_range_reaches_to_where_the_rule_in_use_could_not_be_as_good_as_typed() -> None:
    """Beyond a base rate of 0.77 nobody's alerts can be right in 75 % while they catch 30 %."""
    numbers = {
        **{"volume": 1.0, "value": 1.0, "cost_action": 1.0, "success_rate": 0.5, "harm": 1.0, "adoption": 0.5},
        **{"in_time": 0.5, "recall": 0.5, "precision": 0.9, "rule_recall": 0.3, "rule_precision": 0.75},
    }
    whole = worth(FormulaId.ALERTS, {**numbers, "base_rate": Range(low=0.6, middle=0.75, high=0.95)})
    inside = [worth(FormulaId.ALERTS, {**numbers, "base_rate": rate / 100}) for rate in range(60, 96)]
    points = [found.gain.middle for found in inside if not found.impossible]
    assert len(points) < len(inside)
    assert min(points) >= whole.gain.low - 1e-12
    assert max(points) <= whole.gain.high + 1e-12


def test_a_range_reaches_to_the_peak_of_a_gain_inside_it() -> None:
    """A test costs most at a rate of 50 %, which is neither end of this range."""
    numbers = {"options": 2, "gap": 0.5, "margin": 1.0, "tests_a_year": 1.0, "captured": 0.5, "adoption": 0.5}
    found = worth(FormulaId.TRIALS, {**numbers, "rate_today": Range(low=0.45, middle=0.5625, high=0.61875)})
    assert found.gain is not None
    assert found.gain.high == pytest.approx(0.5 * 16 * 0.25 / 0.25 * 0.5 * 0.5)


TRIED = {"volume": 1_000.0, "value_settled": 5.0, "cost_undo": 100.0, "attempt_right": 0.43, "retries": 3.0}
TRIED |= {"cost_attempt": 60.0, "cost_passed": 10.0}


def test_a_range_reaches_to_where_noticing_more_begins_to_help() -> None:
    """A case from a review: a failure that is noticed is tried again, which costs more than it brings at first."""
    whole = worth(FormulaId.ATTEMPTS, {**TRIED, "noticed": Range(low=0.2, middle=0.9, high=0.95)})
    inside = [worth(FormulaId.ATTEMPTS, {**TRIED, "noticed": share / 100}).gain for share in range(20, 96)]
    points = [found.middle for found in inside if found is not None]
    assert min(points) < min(points[0], points[-1]), "less than at both ends"
    assert whole.gain.low <= min(points)
    assert max(points) <= whole.gain.high
