"""What must hold for every value model and all numbers."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from framework.economics.formulas import FORMULAS
from framework.model.formulas import SHARES, FormulaId
from tests.economics.drawn import MODELS, QUICK, numbers_of, worth


@pytest.mark.parametrize("formula", MODELS)
@QUICK
@given(data=st.data())
def test_a_better_model_is_never_worth_less(formula, data) -> None:
    found, point = FORMULAS[formula], {**FORMULAS[formula].defaults, **data.draw(numbers_of(formula))}
    if formula is FormulaId.SORTING:
        point["wrong_auto"] = min(point["wrong_auto"], point["wrong_today"])
    if formula is FormulaId.DRAFTING:
        point["slip_draft"] = min(point["slip_draft"], point["slip_today"])
        point["minutes_finish"] = min(point["minutes_finish"], point["minutes_today"])
    if formula is FormulaId.REVIEW:
        point["wrong_accepted"] = min(point["wrong_accepted"], point["wrong_reviewed"])
    worst, best = found.worst(point), found.best(point)
    best = 1.0 if best is None else best
    parts = sorted(data.draw(st.tuples(st.floats(0, 1), st.floats(0, 1))))
    gains = [found.at(point, worst + part * (best - worst)) for part in parts]
    if None not in gains:
        assert gains[1] >= gains[0] - 1e-9 * (abs(gains[0]) + abs(gains[1]) + 1)


@pytest.mark.parametrize("formula", MODELS)
@QUICK
@given(data=st.data())
def test_at_the_quality_needed_the_gain_is_the_cost(formula, data) -> None:
    found, point = FORMULAS[formula], {**FORMULAS[formula].defaults, **data.draw(numbers_of(formula))}
    worst, best = found.worst(point), found.best(point)
    best = 1.0 if best is None else best
    low, high = found.at(point, worst), found.at(point, best)
    assume(low is not None and high is not None and high > low + 1e-6 * (1 + abs(low)))
    most = min(1.0, 1 / point["rate_today"] - 1) if formula is FormulaId.SHOWN_LIST else 1.0
    assume(most > 0)
    cost = low + most * data.draw(st.floats(0.05, 0.95)) * (high - low)
    need = found.quality_for(point, cost)
    assert need is not None
    assert math.isclose(found.at(point, need), cost, rel_tol=1e-5, abs_tol=1e-6 * (abs(low) + abs(high)))
    more, given = high + 0.1 * (high - low), found.gain(point) if found.quality in point else None
    peak = given is not None and given >= more  # the gain falls again on the way to the best quality
    assert (found.quality_for(point, more) is not None) == peak or found.best(point) is None


@pytest.mark.parametrize("formula", MODELS)
@QUICK
@given(data=st.data())
def test_perfect_answers_are_never_worth_less(formula, data) -> None:
    numbers = data.draw(numbers_of(formula))
    for role in ("false_chance", "wrong_reviewed"):
        numbers |= {role: 0.0} if role in numbers else {}
    found = worth(formula, numbers)
    if found.gain is None or found.perfect is None or not found.bound:
        return
    if formula is FormulaId.DRAFTING and numbers["minutes_finish"] > numbers["minutes_today"]:
        return
    slack = 1e-9 * (1 + abs(found.gain.middle) + abs(found.perfect.middle))
    assert found.perfect.middle >= found.gain.middle - slack


@pytest.mark.parametrize("formula", MODELS)
@QUICK
@given(data=st.data())
def test_the_gain_follows_the_number_of_cases_and_the_unit_of_value(formula, data) -> None:
    found, numbers = FORMULAS[formula], data.draw(numbers_of(formula))
    before = found.gain({**found.defaults, **numbers})
    if before is None or found.counted is None or formula is FormulaId.LINKING:
        return
    grows = {found.counted, "volume"} if formula is FormulaId.WORK_LIST else {found.counted}
    twice = {role: 2 * number if role in grows else number for role, number in numbers.items()}
    assert math.isclose(found.gain({**found.defaults, **twice}), 2 * before, rel_tol=1e-9, abs_tol=1e-9)


LOWERS: dict[FormulaId, tuple[str, ...]] = {
    FormulaId.ANSWERING: ("harm_wrong", "cost_passed", "cost_call", "settled_simple"),
    FormulaId.ATTEMPTS: ("cost_attempt", "cost_undo", "cost_passed"),
    FormulaId.CHECKING: ("minutes_check", "minutes_fix", "slips"),
    FormulaId.DECISION: ("false_chance", "false_cost"),
    FormulaId.DRAFTING: ("minutes_check", "minutes_finish", "calls", "cost_call", "slip_draft"),
    FormulaId.ESTIMATE: ("error_hoped",),
    FormulaId.INSPECTION: ("cost_look", "good_rejected"),
    FormulaId.OWN_OR_SERVICE: ("cost_own", "wrong_own"),
    FormulaId.REVIEW: ("minutes_review", "cost_call", "wrong_accepted", "wrong_reviewed"),
    FormulaId.SEARCH: ("minutes_then", "misled_then"),
    FormulaId.SORTING: ("minutes_rest", "wrong_auto"),
    FormulaId.STEERING: ("excursions", "cost_excursion"),
}
"""Roles of which more never raises the gain. In the other formulas a cost falls on today's way as well."""


@pytest.mark.parametrize("formula", LOWERS)
@QUICK
@given(data=st.data())
def test_costs_are_subtracted(formula, data) -> None:
    found, point = FORMULAS[formula], {**FORMULAS[formula].defaults, **data.draw(numbers_of(formula))}
    before = found.gain(point)
    for role in LOWERS[formula]:
        after = found.gain({**point, role: min(1.0, 1.01 * point[role]) if role in SHARES else 1.01 * point[role]})
        if before is not None and after is not None:
            assert after <= before + 1e-9 * (1 + abs(before)), role
