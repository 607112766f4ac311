"""The worked examples of every value model, to the digit that is printed in the reference."""

from __future__ import annotations

import math
from typing import Any

import pytest

from framework.economics import economics_of
from framework.economics.formulas import (
    FORMULAS,
    checking,
    decision,
    estimate,
    linking,
    newsvendor,
    review,
    shown_list,
    treatment,
    trials,
    work_list,
)
from framework.economics.formulas import attempts as steps
from framework.economics.formulas.base import turning_point
from framework.economics.spreads import middles
from framework.model.value import FormulaId
from framework.model.worth import Worth
from tests.economics.models import value_model, worth


def shown(number: float, form: str) -> str:
    """A number as the reference prints it; `%` forms are percentages."""
    return format(100 * number, form[:-1]) + " %" if form.endswith("%") else format(number, form)


def turns(found: Worth, formula: FormulaId, role: str, largest: float) -> float:
    """The value of one input at which the gain equals the running cost."""
    at = turning_point(FORMULAS[formula].gain, middles(found.numbers), role, found.numbers["running"].middle, largest)
    assert at is not None
    return at


def needs(found: Worth, form: str) -> list[str]:
    """The quality needed for each of the three break-evens."""
    spans = (found.needed.today, found.needed.upkeep, found.needed.pays)
    return [shown(span.middle, form) for span in spans if span is not None and span.middle is not None]


def middle(found: Worth, figure: str) -> float:
    at = found.figures[figure].middle
    assert at is not None
    return at


CARDS: dict[str, Any] = {
    "volume": 500_000,
    "base_rate": 0.01,
    "value": 120,
    "success_rate": 0.8,
    "cost_action": 4,
    "harm": 0,
    "rule_recall": 0.4,
    "rule_precision": 0.15,
    "recall": 0.7,
    "precision": 0.25,
    "running": 60_000,
    "one_off": 90_000,
    "years": 3,
}


def test_act_or_leave() -> None:
    found = worth(FormulaId.ALERTS, **CARDS)
    assert shown(found.gain.middle, ",.0f") == "141,333"
    assert shown(found.cost.middle, ",.0f") == "90,000"
    assert shown(found.ratio.middle, ".3f") == "1.570"
    assert needs(found, ".1f%") == ["7.1 %", "10.2 %", "13.0 %"]
    aucs = [shown(middle(found, f"auc_{name}"), ".3f") for name in ("today", "upkeep", "pays", "implied")]
    assert aucs == ["0.883", "0.923", "0.939", "0.965"]
    assert shown(found.perfect.middle + 138_667, ",.0f") == "460,000"
    assert shown(found.share_needed, ".1f%") == "28.0 %"
    assert (found.result, found.certainty) == ("pays", "sure")


def test_catches_that_come_too_late_count_in_both_tables_of_alerts() -> None:
    late: dict[str, Any] = {**CARDS, "in_time": 0.8}
    found = economics_of(late, value_model(FormulaId.ALERTS))
    assert found.project.gain_per_year.middle == pytest.approx(worth(FormulaId.ALERTS, **late).gain.middle)
    assert found.project.gain_per_year.middle < 141_333


def test_top_of_list() -> None:
    numbers: dict[str, Any] = {"volume": 12_000, "base_rate": 0.04, "capacity": 600, "value": 1500}
    numbers |= {"success_rate": 0.9, "harm": 0, "hits_hoped": 0.15, "running": 40_000, "one_off": 0}
    found = worth(FormulaId.WORK_LIST, **numbers)
    assert shown(found.gain.middle, ",.0f") == "89,100"
    assert needs(found, ".2f%")[1] == "8.94 %"
    assert shown(middle(found, "lift_needed"), ".2f") == "2.23"
    assert shown(middle(found, "most_hits"), ".0f%") == "80 %"
    assert shown(found.perfect.middle, ",.0f") == "615,600"
    assert shown(middle(found, "recall_hoped"), ".2f%") == "18.75 %"
    assert shown(middle(found, "false_alarms_hoped"), ".2f%") == "4.43 %"
    assert shown(middle(found, "auc_hoped"), ".3f") == "0.718"
    assert shown(middle(found, "auc_needed"), ".3f") == "0.626"
    assert shown(found.share_needed, ".1f%") == "6.5 %"


def test_a_new_team_pays_for_every_case_it_looks_at() -> None:
    at = (30 + 5 + 40_000 / 600) / (1350 + 5)
    numbers: dict[str, Any] = {"capacity": 600, "value": 1350, "cost_action": 30, "harm": 5, "hits_hoped": at}
    assert work_list.yearly({**numbers, "success_rate": 1.0, "adoption": 1.0}) == pytest.approx(40_000)


def test_sort_work() -> None:
    numbers: dict[str, Any] = {"volume": 60_000, "minutes_item": 1.5, "cost_minute": 0.6, "wrong_today": 0.08}
    numbers |= {"cost_wrong": 6, "share_auto": 0.65, "wrong_auto": 0.05, "running": 18_000, "one_off": 0}
    found = worth(FormulaId.SORTING, **numbers)
    assert shown(found.gain.middle, ",.0f") == "42,120"
    assert shown(worth(FormulaId.SORTING, **numbers, realised=0.3).gain.middle, ",.0f") == "17,550"
    assert shown(middle(found, "cost_by_hand"), ".2f") == "1.38"
    assert shown(middle(found, "cut"), ".2f") == "0.77"
    assert shown(middle(found, "error_limit"), ".0f%") == "23 %"
    assert needs(found, ".1f%")[1] == "27.8 %"
    assert shown(found.perfect.middle, ",.0f") == "82,800"


def test_estimate() -> None:
    numbers: dict[str, Any] = {"volume": 5_000, "cost_unit": 12, "error_today": 6, "error_hoped": 4.5}
    numbers |= {"tolerance": 5, "experts_differ": 6, "running": 30_000, "one_off": 0}
    found = worth(FormulaId.ESTIMATE, **numbers)
    assert shown(found.gain.middle, ",.0f") == "90,000"
    assert needs(found, ".1f") == ["6.0", "5.5", "5.5"]
    assert shown(middle(found, "skill_needed"), ".1f%") == "8.3 %"
    assert shown(found.perfect.middle, ",.0f") == "360,000"
    assert [shown(mae * estimate.SPREAD, ".2f") for mae in (6, 4.5)] == ["7.52", "5.64"]
    assert [shown(middle(found, f"within_{when}"), ".1f%") for when in ("today", "hoped")] == ["49.4 %", "62.5 %"]
    assert shown(middle(found, "floor"), ".2f") == "4.24"
    assert shown(estimate.spread_left(0.5), ".3f") == "0.707"


LOAVES: dict[str, Any] = {"volume": 15_000, "cost_under": 2, "cost_over": 0.6, "error_cut": 0.15}
LOAVES |= {"error_today": 8 / estimate.SPREAD, "running": 9_000, "one_off": 0}


def test_stock_or_staff() -> None:
    found = worth(FormulaId.NEWSVENDOR, **LOAVES)
    assert shown(8 / estimate.SPREAD, ".2f") == "6.38"
    assert shown(middle(found, "quantile"), ".4f") == "0.7692"
    z = newsvendor.best_order({"cost_under": 2, "cost_over": 0.6})[1]
    assert [shown(z, ".4f"), shown(math.exp(-z * z / 2) / math.sqrt(2 * math.pi), ".4f")] == ["0.7363", "0.3042"]
    assert shown(middle(found, "cost_today"), ".3f") == "8.298"
    assert shown(middle(found, "order_more"), ".2f") == "5.89"
    assert shown(middle(found, "cost_best"), ".3f") == "6.328"
    assert shown(middle(found, "aim_yearly"), ",.0f") == "29,555"
    assert shown(found.gain.middle, ",.0f") == "14,237"
    assert needs(found, ".1f%")[1] == "9.5 %"
    assert shown(found.perfect.middle, ",.0f") == "94,915"


def test_the_cheapest_quantity_is_at_the_quantile() -> None:
    curve = worth(FormulaId.NEWSVENDOR, **LOAVES).curves["quantity"]
    lowest = min(curve, key=lambda point: point[1])
    assert lowest[0] == pytest.approx(5.89, abs=0.7)
    assert lowest[1] == pytest.approx(6.328, abs=0.02)


PAPERS: dict[str, Any] = {"volume": 30_000, "minutes_today": 4, "minutes_check": 1.2, "minutes_fix": 2.5}
PAPERS |= {"cost_minute": 0.5, "right_untouched": 0.8, "wrong_today": 0.02, "slips": 0.1, "cost_wrong": 15}
PAPERS |= {"running": 12_000, "one_off": 0}


def test_read_and_check() -> None:
    found = worth(FormulaId.CHECKING, **PAPERS)
    assert shown(found.gain.middle, ",.0f") == "34,500"
    assert needs(found, ".1f%")[1] == "52.7 %"
    assert shown(found.perfect.middle, ",.0f") == "51,000"
    assert shown(checking.whole_from_parts(0.98, 10), ".1f%") == "81.7 %"
    assert shown(checking.part_from_whole(0.8, 10), ".1f%") == "97.8 %"
    slow = worth(FormulaId.CHECKING, **{**PAPERS, "minutes_check": 4.8})
    assert shown(slow.perfect.middle, ",.0f") == "-3,000"
    assert slow.needed.today.middle is None
    assert slow.too_small


def test_minutes_that_nobody_uses_are_varied_widely_where_all_were_counted() -> None:
    bars = {bar.role: bar for bar in worth(FormulaId.CHECKING, **PAPERS).tornado.bars}
    assert (bars["realised"].low, bars["realised"].high) == (0.3, 1.0)


def test_find() -> None:
    numbers: dict[str, Any] = {"volume": 50_000, "adoption": 0.5, "minutes_now": 6, "minutes_then": 4}
    numbers |= {"cost_minute": 0.7, "found_now": 0.6, "found_then": 0.75, "cost_not_found": 14}
    numbers |= {"running": 50_000, "one_off": 0}
    found = worth(FormulaId.SEARCH, **numbers)
    assert shown(found.gain.middle, ",.0f") == "87,500"
    assert shown(worth(FormulaId.SEARCH, **numbers, realised=0.3).gain.middle, ",.0f") == "63,000"
    assert needs(found, ".1f%")[1] == "64.3 %"
    assert shown(found.perfect.middle, ",.0f") == "175,000"


def test_show_list() -> None:
    numbers: dict[str, Any] = {"volume": 2_000_000, "rate_today": 0.03, "margin": 12, "extra": 0.7, "lift": 0.02}
    found = worth(FormulaId.SHOWN_LIST, 0.12, **numbers, running=60_000, one_off=0)
    assert shown(found.gain.middle, ",.0f") == "10,080"
    assert needs(found, ".1f%")[1] == "11.9 %"
    assert shown(middle(found, "arm_hoped"), ",.0f") == "1,293,334"
    assert shown(2 * middle(found, "arm_hoped"), ",.0f") == "2,586,668"
    assert shown(middle(found, "least_visible"), ".2f%") == "2.27 %"
    assert shown(middle(found, "arm_needed"), ",.0f") == "36,504"
    assert not found.bound
    visits = 2 * shown_list.per_arm(0.03, shown_list.least_visible(0.03, 2_000_000))
    assert visits == pytest.approx(2_000_000)


def test_treat_some() -> None:
    numbers: dict[str, Any] = {"volume": 100_000, "value": 40, "cost_treat": 1.5, "rate_without": 0.06}
    numbers |= {"rate_with": 0.075, "share_treated": 0.2, "effect_top": 0.06, "running": 12_000, "one_off": 0}
    found = worth(FormulaId.TREATMENT, **numbers)
    assert shown(middle(found, "everybody"), ",.0f") == "-90,000"
    assert shown(found.gain.middle, ",.0f") == "18,000"
    assert shown(middle(found, "treat_above"), ".2f%") == "3.75 %"
    assert needs(found, ".2f%")[1] == "5.25 %"
    assert [shown(middle(found, f"persuadable_{end}"), ".1f%") for end in ("low", "high")] == ["1.5 %", "7.5 %"]
    assert shown(found.perfect.middle, ",.0f") == "288,750"
    arm = math.ceil(middle(found, "arm"))
    assert [f"{times * arm:,}" for times in (1, 4, 16)] == ["4,477", "17,908", "71,632"]
    assert treatment.qini(1000, 2000, 80, 120) == 20


def test_try_options() -> None:
    numbers: dict[str, Any] = {"options": 2, "rate_today": 0.05, "gap": 0.005, "margin": 3, "tests_a_year": 12}
    found = worth(FormulaId.TRIALS, **numbers, volume=1_000_000)
    assert shown(middle(found, "arm"), ",.0f") == "30,400"
    assert shown(middle(found, "cost_of_test"), ",.0f") == "456"
    assert shown(found.gain.middle, ",.0f") == "5,472"
    assert shown(middle(found, "choose_once"), ",.0f") == "14,544"
    single, each = trials.by_context([(0.6, (0.05, 0.04)), (0.4, (0.03, 0.06))])
    assert [shown(single, ".3f"), shown(each, ".3f")] == ["0.048", "0.054"]
    assert shown(1_000_000 * (each - single) * 3, ",.0f") == "18,000"
    assert shown(trials.replay_error(0.05, 4, 40_000), ".4f") == "0.0043"


def test_change_a_decision() -> None:
    numbers: dict[str, Any] = {"stake": 80_000, "chance": 0.25, "believed": 0.5, "one_off": 6_000}
    found = worth(FormulaId.DECISION, **numbers)
    assert shown(found.total.middle, ",.0f") == "4,000"
    wary = worth(FormulaId.DECISION, **numbers, false_chance=0.1, false_cost=40_000)
    assert shown(wary.total.middle, ",.0f") == "1,000"
    assert shown(found.perfect.middle, ",.0f") == "20,000"
    assert shown(found.needed.pays.middle, ".0f%") == "15 %"
    one, each = decision.by_group([(0.5, (4, 3)), (0.3, (1, 2.5)), (0.2, (2, 2.2))])
    assert [shown(one, ".2f"), shown(each, ".2f")] == ["2.70", "3.19"]
    assert shown(20_000 * (each - one), ",.0f") == "9,800"


PAIRS: dict[str, Any] = {"duplicates": 10_000, "cost_miss": 2, "cost_merge": 50, "cost_pair": 0.5}
PAIRS |= {"links_found": 0.8, "links_right": 0.99, "links_found_now": 0.5, "links_right_now": 0.999}


def test_link_records() -> None:
    found = worth(FormulaId.LINKING, **PAIRS)
    point = middles(found.numbers)
    assert shown(linking.value_of_links(point, 0.8, 0.99), ",.0f") == "11,960"
    assert shown(linking.value_of_links(point, 0.5, 0.999), ",.0f") == "9,750"
    assert shown(found.gain.middle, ",.0f") == "2,210"
    assert shown(middle(found, "right_to_beat_nothing"), ".1f%") == "96.2 %"
    assert needs(found, ".1f%") == ["98.5 %"]
    assert shown(found.perfect.middle, ",.0f") == "10,250"
    assert [shown(middle(found, zone), ".2f") for zone in ("leave_below", "join_above")] == ["0.25", "0.99"]
    pairs = 200_000 * 199_999 / 2
    assert shown((pairs - 10_000) / pairs, ".5f%") == "99.99995 %"


def test_inspect() -> None:
    numbers: dict[str, Any] = {"volume": 500_000, "base_rate": 0.01, "cost_miss": 40, "cost_reject": 1.2}
    numbers |= {"faults_found_now": 0.77, "good_rejected_now": 0.02, "cost_look_now": 0.06, "cost_look": 0.01}
    numbers |= {"faults_found": 0.9, "good_rejected": 0.04, "running": 30_000, "one_off": 0}
    found = worth(FormulaId.INSPECTION, **numbers)
    assert [shown(middle(found, f"cost_part_{when}"), ".5f") for when in ("today", "then")] == ["0.17576", "0.09752"]
    assert shown(found.gain.middle, ",.0f") == "39,120"
    assert needs(found, ".1f%")[:2] == ["70.4 %", "85.4 %"]
    assert shown(found.perfect.middle, ",.0f") == "82,880"


def test_steer() -> None:
    numbers: dict[str, Any] = {"cost_run": 400_000, "share_in_control": 0.8, "saving": 0.08, "variation": 0.15}
    found = worth(FormulaId.STEERING, 0.13, **numbers, running=35_000, one_off=0)
    assert shown(found.gain.middle, ",.0f") == "25,600"
    crossed = worth(FormulaId.STEERING, 0.13, **numbers, excursions=2, cost_excursion=5_000)
    assert shown(crossed.gain.middle, ",.0f") == "15,600"
    assert needs(found, ".1f%")[1] == "10.9 %"
    assert middle(found, "trial_days") == 57
    assert shown(found.perfect.middle, ",.0f") == "41,600"


DRAFTS: dict[str, Any] = {"volume": 12_000, "minutes_today": 8, "minutes_check": 1.5, "minutes_finish": 2}
DRAFTS |= {"usable": 0.65, "cost_minute": 0.6, "calls": 1.2, "cost_call": 0.02, "slip_today": 0.01}
DRAFTS |= {"slip_draft": 0.018, "cost_slip": 40, "running": 9_000, "one_off": 0}


def test_draft_that_a_person_checks() -> None:
    found = worth(FormulaId.DRAFTING, **DRAFTS)
    assert shown(found.net.middle, ",.0f") == "5,496"
    assert shown(found.gain.middle / 12_000, ".3f") == "1.208"
    assert shown(middle(found, "minutes_saved"), ".1f") == "2.4"
    assert needs(found, ".3f")[1] == "0.510"
    assert shown(turns(found, FormulaId.DRAFTING, "minutes_check", 8), ".3f") == "2.263"
    assert shown(turns(found, FormulaId.DRAFTING, "slip_draft", 1), ".2f%") == "3.56 %"
    assert shown(turns(found, FormulaId.DRAFTING, "cost_call", 5), ".3f") == "0.402"
    careless = worth(FormulaId.DRAFTING, **{**DRAFTS, "minutes_check": 0.5, "slip_draft": 0.045})
    careful = worth(FormulaId.DRAFTING, **{**DRAFTS, "minutes_check": 2.5, "slip_draft": 0.012})
    assert [shown(other.net.middle, ",.0f") for other in (careless, careful)] == ["4,272", "168"]


CHATS: dict[str, Any] = {"volume": 60_000, "share_answered": 0.7, "settled_right": 0.82, "settled_wrong": 0.04}
CHATS |= {"value_settled": 5, "harm_wrong": 30, "cost_passed": 0.8, "cost_call": 0.06, "running": 45_000, "one_off": 0}
PAGES: dict[str, Any] = {"settled_simple": 0.2, "running_simple": 12_000}


def test_answering_alone() -> None:
    found = worth(FormulaId.ANSWERING, **CHATS)
    assert shown(found.gain.middle / 60_000, ".4f") == "1.6516"
    assert shown(found.net.middle, ",.0f") == "54,096"
    against = worth(FormulaId.ANSWERING, **CHATS, **PAGES)
    assert shown(middle(against, "simple_yearly"), ",.0f") == "48,000"
    assert shown(against.net.middle, ",.0f") == "6,096"
    assert shown(turns(found, FormulaId.ANSWERING, "settled_wrong", 0.18), ".2f%") == "8.41 %"
    assert shown(turns(against, FormulaId.ANSWERING, "settled_wrong", 0.18), ".2f%") == "4.50 %"
    assert shown(turns(against, FormulaId.ANSWERING, "harm_wrong", 100), ".2f") == "33.63"
    never_declines = {"share_answered": 1, "settled_right": 0.7, "settled_wrong": 0.13}
    assert shown(worth(FormulaId.ANSWERING, **{**CHATS, **never_declines}).net.middle, ",.0f") == "-80,760"
    assert shown(60_000 * 0.7 * 5 - 45_000, ",.0f") == "165,000"


FORMS: dict[str, Any] = {"volume": 30_000, "cost_minute": 0.5, "minutes_today": 4, "cost_call": 0.05}
FORMS |= {"share_reviewed": 0.3, "minutes_review": 2.5, "wrong_accepted": 0.012, "wrong_reviewed": 0.005}
FORMS |= {"wrong_today": 0.01, "cost_wrong": 25, "running": 20_000, "one_off": 0}


def test_extraction_with_review() -> None:
    found = worth(FormulaId.REVIEW, **FORMS)
    assert shown(found.gain.middle / 30_000, ".4f") == "1.5775"
    assert shown(found.net.middle, ",.0f") == "27,325"
    assert shown(middle(found, "review_above"), ".1f%") == "5.5 %"
    assert shown(turns(found, FormulaId.REVIEW, "volume", 60_000) + 0.5, ",.0f") == "12,679"
    assert shown(turns(found, FormulaId.REVIEW, "wrong_accepted", 1), ".2f%") == "6.40 %"
    sure = worth(FormulaId.REVIEW, **{**FORMS, "share_reviewed": 0.1, "wrong_accepted": 0.05})
    assert shown(sure.net.middle, ",.0f") == "8,125"
    assert shown(review.without_model(30_000, 0.6, 4, 0.5, 15_000), ",.0f") == "21,000"
    rest = worth(FormulaId.REVIEW, **{**FORMS, "volume": 12_000})
    assert shown(rest.net.middle, ",.0f") == "-1,070"


TASKS: dict[str, Any] = {"volume": 20_000, "attempt_right": 0.8, "noticed": 0.6, "retries": 2, "cost_attempt": 0.4}
TASKS |= {"value_settled": 6, "cost_undo": 35, "cost_passed": 1, "running": 30_000, "one_off": 0}


def test_acting_in_steps() -> None:
    found = worth(FormulaId.ATTEMPTS, **TASKS)
    parts = [shown(middle(found, name), form) for name, form in (("tried", ".2f"), ("right", ".3f"), ("wrong", ".4f"))]
    assert parts == ["1.12", "0.896", "0.0896"]
    assert shown(middle(found, "given_up"), ".4f") == "0.0144"
    assert shown(found.gain.middle / 20_000, ".4f") == "1.7776"
    assert shown(found.net.middle, ",.0f") == "5,552"
    assert shown(middle(found, "cost_completed"), ".2f") == "4.02"
    assert shown(middle(found, "share_undoing"), ".0f%") == "87 %"
    assert shown(turns(found, FormulaId.ATTEMPTS, "cost_undo", 100), ".2f") == "38.10"
    assert needs(found, ".3f")[1] == "0.787"
    assert shown(turns(found, FormulaId.ATTEMPTS, "noticed", 1), ".3f") == "0.566"
    blind = worth(FormulaId.ATTEMPTS, **{**TASKS, "noticed": 0.4})
    once = worth(FormulaId.ATTEMPTS, **{**TASKS, "retries": 1})
    assert [shown(other.net.middle, ",.0f") for other in (blind, once)] == ["-25,808", "-400"]
    approved = worth(FormulaId.ATTEMPTS, **TASKS, cost_approval=0.6, approval_catches=0.8)
    assert shown(middle(approved, "wrong"), ".4f") == "0.0189"
    paid = steps.attempts(middles(approved.numbers), 0.8).approved * 0.6
    assert shown(paid, ".3f") == "0.625"
    assert shown(approved.net.middle, ",.0f") == "47,751"


def test_own_model_or_a_service() -> None:
    own: dict[str, Any] = {"volume": 1, "cost_service": 0.004, "cost_own": 0.0002, "fixed_service": 3_000}
    own |= {"running": 8_000, "one_off": 13_000, "years": 2}
    found = worth(FormulaId.OWN_OR_SERVICE, **own)
    assert shown(found.cost.middle, ",.0f") == "14,500"
    assert shown(middle(found, "volume_needed"), ",.0f") == "3,026,316"
    better = worth(FormulaId.OWN_OR_SERVICE, **own, cost_wrong=0.1, wrong_service=0.08, wrong_own=0.06)
    assert shown(middle(better, "volume_needed"), ",.0f") == "1,982,759"
    worse = worth(FormulaId.OWN_OR_SERVICE, **own, cost_wrong=0.1, wrong_service=0.06, wrong_own=0.1)
    assert shown(middle(worse, "saved_by_case"), ".4f") == "-0.0002"
    assert "volume_needed" not in worse.figures
    assert shown(middle(worse, "wrong_equal"), ".1f%") == "3.8 %"


def test_too_small_whatever_the_model() -> None:
    numbers: dict[str, Any] = {"volume": 300, "base_rate": 0.1, "value": 100, "cost_action": 0}
    found = worth(FormulaId.ALERTS, **numbers, harm=1e9, running=10_000, one_off=15_000, years=3)
    assert shown(found.perfect.middle, ",.0f") == "3,000"
    assert found.too_small
    assert shown(found.smallest_count, ",.0f") == "1,500"
    assert shown(3 * (found.perfect.middle - 10_000) - 15_000, ",.0f") == "-36,000"
