"""No result leaves out an error that costs something, nor the handling by a team that does not exist yet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework import assess
from framework.model.assessment import Assessment
from framework.model.sheet import Range
from framework.report.forms import render
from tests.report.sums import NUMBERS, RULES, SIGNED, sheet_of

Numbers = dict[str, float | Range]

DRAFTS: Numbers = {"volume": 6_000, "minutes_today": 25, "minutes_check": 5, "minutes_finish": 4, "usable": 0.75}
DRAFTS |= {"cost_minute": 0.8, "one_off": 60_000, "running": 25_000, "years": 3}
SLIPS: Numbers = {"slip_today": 0.01, "slip_draft": 0.07, "cost_slip": 150}
CONTRACTS: Numbers = {role: NUMBERS[role] for role in ("minutes_today", "minutes_check", "minutes_fix", "cost_minute")}
CONTRACTS |= {"volume": 20_000, "right_untouched": 0.8, "one_off": 20_000, "running": 9_000}
ALERTS: Numbers = {role: NUMBERS[role] for role in ("volume", "base_rate", "value", "cost_action", "recall")}
ALERTS |= {"precision": 0.35, "one_off": 20_000, "running": 9_000}
COOLING: Numbers = {"cost_run": 400_000, "saving": 0.08, "one_off": 20_000, "running": 9_000}


def assessed(task: str, numbers: Numbers, **answers: str) -> Assessment:
    return assess(RULES, sheet_of(task, numbers, **answers))


@pytest.mark.parametrize(
    ("task", "numbers", "harm", "answers"),
    [
        ("generation", DRAFTS, SLIPS, SIGNED),
        ("segmentation", CONTRACTS, {"wrong_today": 0.02, "slips": 0.1, "cost_wrong": 15}, {}),
        ("binary_classification", ALERTS, {"harm": 20}, {"worse_error": "alarm_worse"}),
        ("reinforcement_learning", COOLING, {"excursions": 4, "cost_excursion": 900}, {}),
    ],
)
def test_nothing_is_said_to_pay_before_what_a_costly_error_costs_is_known(
    task: str, numbers: Numbers, harm: Numbers, answers: dict[str, str]
) -> None:
    """A case from a review: "about even" with 54,000 a year of wrong figures counted as 0."""
    for cost in ("costly_fixable", "serious", "severe"):
        worth = assessed(task, numbers, error_cost=cost, **answers).worth
        assert worth is not None and worth.result is None and worth.gain is None
        assert worth.missing and set(worth.missing) <= harm.keys() and not set(worth.assumed) & set(worth.missing)
    known = assessed(task, {**numbers, **harm}, error_cost="costly_fixable", **answers).worth
    cheap = assessed(task, numbers, error_cost="annoying", **answers).worth
    assert known is not None and known.result is not None
    assert cheap is not None and cheap.result is not None


def test_what_the_others_come_to_is_said_on_the_first_screen() -> None:
    """6,000 x 0.8 x (0.75 x (25 - 4) - 5) = 51,600 a year, less 25,000 + 60,000 / 3 = 45,000."""
    found = assessed("generation", DRAFTS, error_cost="serious", **SIGNED)
    assert found.worth is not None and found.worth.partial is not None and found.worth.result is None
    assert found.worth.partial.middle == pytest.approx(6_600)
    roles = "“Harmful errors today”, “Harmful errors from drafts” and “Cost of a harmful error”"
    named = f"Without {roles}, still unknown, the"
    said = " ".join(render("text", RULES, found).decode().split())
    assert f"{named} gain exceeds the cost by 6,600 a year." in said
    loses = assessed("generation", {**DRAFTS, "running": 33_000}, error_cost="serious", **SIGNED)
    assert loses.money[0].text == f"{named} cost exceeds the gain by 1,400 a year."
    ranged: Numbers = {**DRAFTS, "running": Range(low=24_000, middle=25_000, high=26_000)}
    sheet = sheet_of("generation", ranged, error_cost="serious", **SIGNED)
    within = assess(RULES, sheet.model_copy(update={"words": {"currency": "euros"}})).money[0].text
    assert within.endswith("by 6,600 (from 5,600 to 7,600) euros a year.")


@pytest.mark.parametrize(
    ("task", "numbers", "answers", "comes_to"),
    [
        ("segmentation", CONTRACTS, {}, 56_333),
        ("binary_classification", ALERTS, {"worse_error": "alarm_worse"}, -37_152),
        ("reinforcement_learning", COOLING, {}, 32_000 - 9_000 - 20_000 / 3),
    ],
)
def test_what_is_missing_is_not_counted_meanwhile(
    task: str, numbers: Numbers, answers: dict[str, str], comes_to: float
) -> None:
    worth = assessed(task, numbers, error_cost="serious", **answers).worth
    assert worth is not None and worth.missing and worth.partial is not None
    assert worth.partial.middle == pytest.approx(comes_to, abs=1)


def test_numbers_that_leave_the_result_open_do_not_answer_whether_it_pays() -> None:
    """A case from a review: "your numbers answer this", and two of them were missing."""
    sheet = sheet_of("generation", DRAFTS, error_cost="serious", **SIGNED)
    answers = {id_: answer for id_, answer in sheet.answers.items() if id_ != "economics"}
    open_ = assess(RULES, sheet.model_copy(update={"answers": answers}))
    assert open_.worth is not None and open_.worth.partial is not None
    said = render("text", RULES, open_).decode()
    assert "Your numbers answer" not in " ".join(said.split())


@pytest.mark.parametrize("lacking", ["running", "one_off", "usable", "minutes_check"])
def test_nothing_is_left_for_them_while_anything_else_is_missing(lacking: str) -> None:
    numbers: Numbers = {role: number for role, number in DRAFTS.items() if role != lacking}
    found = assessed("generation", numbers, error_cost="serious", **SIGNED)
    assert found.worth is not None and found.worth.partial is None and found.worth.result is None


@given(slip=st.floats(0.001, 1), cost=st.floats(0.1, 10_000))
def test_what_was_missing_makes_the_difference(slip: float, cost: float) -> None:
    before = assessed("generation", DRAFTS, error_cost="serious", **SIGNED).worth
    slips: Numbers = {"slip_today": 0, "slip_draft": slip, "cost_slip": cost}
    after = assessed("generation", {**DRAFTS, **slips}, error_cost="serious", **SIGNED).worth
    assert before is not None and before.partial is not None
    assert after is not None and after.gain is not None and after.cost is not None
    costs = 6_000 * 0.75 * slip * cost
    assert after.gain.middle - after.cost.middle == pytest.approx(before.partial.middle - costs)


def test_numbers_that_cannot_be_true_are_named_before_the_harm_is_known() -> None:
    wrong = {**NUMBERS, "hits_hoped": 0.9, "volume": 1_000, "base_rate": 0.01, "capacity": 600}
    numbers: Numbers = {role: number for role, number in wrong.items() if role != "harm"}
    found = assessed("anomaly_detection", numbers, worse_error="alarm_worse", error_cost="serious").worth
    assert found is not None and "cannot all be true" in " ".join(issue.sentence for issue in found.impossible)


LIST: Numbers = {"volume": 60_000, "base_rate": 0.012, "capacity": 1_500, "hits_hoped": 0.3, "value": 20, "harm": 6}
LIST |= {"running": 4_000, "one_off": 8_000}


def test_where_nothing_is_done_today_handling_counts() -> None:
    """A case from a review: 3,080 a year gained, where the new team's 4,500 of handling had been entered."""
    both: Numbers = {**LIST, "hits_today": 0.05, "cost_action": 3}
    found = assessed("anomaly_detection", both, done_today="nothing")
    assert found.worth is not None and found.worth.gain is not None and "hits_today" not in found.worth.numbers
    assert found.worth.gain.middle == pytest.approx(1_500 * (0.3 * 20 - 3 - 0.7 * 6))
    assert "money/hits_of_nobody" in {said.rule for said in found.contradictions}
    simple = assessed("anomaly_detection", {**both, "value": 200}, done_today="simple")
    assert simple.worth is not None and simple.worth.gain is not None
    assert simple.worth.gain.middle == pytest.approx(1_500 * 0.25 * 206)
    assert "money/hits_of_nobody" not in {said.rule for said in simple.contradictions}


def test_a_list_that_loses_today_is_no_baseline() -> None:
    """A case from a review: "about even" against today's list, while every visit of both lost money."""
    visits: Numbers = {
        "capacity": 900,
        "hits_today": 0.25,
        "hits_hoped": 0.35,
        "value": 504,
        "harm": 15,
        "adoption": 0.85,
    }
    visits |= {"volume": 43_400, "base_rate": 0.012, "running": 25_000, "one_off": 70_000, "years": 4}
    said = {}
    for cost in (100, 140, 1_400):
        found = assessed("anomaly_detection", {**visits, "cost_action": cost}, done_today="simple")
        assert found.worth is not None and found.worth.gain is not None
        today, then = (0.85 * 900 * (hits * 504 - cost - (1 - hits) * 15) for hits in (0.25, 0.35))
        assert found.worth.gain.middle == pytest.approx(then - max(0, today))
        said[cost] = next((money.text for money in found.money if money.rule == "money/list_loses"), None)
    assert said[100] is None and said[140] and "costs 22,700 a year more" in said[140], "whatever share is acted on"


def test_the_best_way_without_a_model_is_the_baseline_of_a_list() -> None:
    """Today's list loses 15,000 and the simple way brings 3,500: a losing list makes no model worth more."""
    sites: Numbers = {"capacity": 1_000, "hits_hoped": 0.3, "value": 100, "cost_action": 20, "volume": 10_000}
    sites |= {"base_rate": 0.05, "rule_recall": 0.35, "rule_precision": 0.25, "one_off": 1_000, "running": 1_000}
    for today, best in ((None, 3_500), (0.05, 3_500), (0.25, 5_000)):
        numbers: Numbers = sites if today is None else {**sites, "hits_today": today}
        found = assessed("anomaly_detection", numbers, done_today="simple")
        assert found.worth is not None and found.worth.gain is not None
        assert found.worth.gain.middle == pytest.approx(1_000 * (0.3 * 100 - 20) - best), today


def test_what_handling_costs_is_needed_where_nobody_does_it_yet() -> None:
    found = assessed("anomaly_detection", LIST, done_today="nothing").worth
    assert found is not None and found.missing == ("cost_action",)
