"""Worked examples to the digit that is printed in the reference: choosing cases, people and options."""

from __future__ import annotations

import math
from typing import Any

import pytest

from framework.economics.formulas import shown_list, work_list
from framework.model.formulas import FormulaId
from framework.model.sheet import Range
from tests.economics import textbook
from tests.economics.models import worth
from tests.economics.printed import middle, needs, shown

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
    assert (found.result, found.certainty) == ("pays", None)
    ranged = worth(FormulaId.ALERTS, **{**CARDS, "recall": Range(low=0.65, middle=0.7, high=0.75)})
    assert (ranged.result, ranged.certainty) == ("pays", "sure")


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
    assert work_list.yearly({**numbers, "success_rate": 1.0, "adoption": 1.0, "in_time": 1.0}) == pytest.approx(40_000)


PUMPS: dict[str, Any] = {"volume": 15_600, "base_rate": 0.004, "value": 9_000, "success_rate": 0.7, "cost_action": 450}
PUMPS |= {"harm": 50, "capacity": 150, "adoption": 0.75, "one_off": 60_000, "running": 15_000, "years": 4}


def test_the_alerts_of_a_simple_way_are_what_a_new_list_has_to_beat() -> None:
    """Its 156 alerts a year fill the time of the team, so that its precision is that of today's list."""
    assert needs(worth(FormulaId.WORK_LIST, **PUMPS), ".2f%")[::2] == ["7.87 %", "12.07 %"]
    known = {**PUMPS, "rule_recall": 0.3, "rule_precision": 0.12}
    assert needs(worth(FormulaId.WORK_LIST, **known), ".1f%")[::2] == ["12.0 %", "16.2 %"]
    late = worth(FormulaId.WORK_LIST, **known, in_time=0.8)
    assert needs(late, ".1f%")[2] == "17.2 %"
    few = worth(FormulaId.WORK_LIST, **{**known, "rule_recall": 0.1})
    assert needs(few, ".1f%")[0] == "9.3 %"


def test_perfect_answers_let_nobody_look_in_vain() -> None:
    """A case from a review: they opened 88 healthy pumps, as there are fewer real cases than the team can handle."""
    found = worth(FormulaId.WORK_LIST, **PUMPS)
    assert found.perfect.middle == pytest.approx(0.75 * 62.4 * 5_850)
    assert found.smallest_count == pytest.approx(30_000 / (0.75 * 5_850))


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


def test_a_lift_that_nobody_reaches_gets_no_size_of_a_trial() -> None:
    """It said that four visits show a lift of 648 %."""
    numbers: dict[str, Any] = {"volume": 2_000_000, "rate_today": 0.03, "margin": 12, "extra": 0.7, "lift": 0.02}
    at_most = worth(FormulaId.SHOWN_LIST, 0.12, **numbers, running=503_000, one_off=0)
    assert middle(at_most, "arm_needed") == pytest.approx(520, abs=1)
    beyond = worth(FormulaId.SHOWN_LIST, 0.12, **numbers, running=505_000, one_off=0)
    assert beyond.needed.pays is not None and beyond.needed.pays.middle is not None and beyond.needed.pays.middle > 1
    assert "arm_needed" not in beyond.figures


def test_no_trial_shows_a_lift_that_may_be_nothing() -> None:
    """A case from a review: lifts from 0 to 4 % took "from 240,000 to 960,000" visits, as those from 2 % do."""
    numbers: dict[str, Any] = {"volume": 3_000_000, "rate_today": 0.04, "margin": 7.5}
    found = worth(FormulaId.SHOWN_LIST, 0.12, **numbers, lift=Range(low=0, middle=0.02, high=0.04)).figures["arm_hoped"]
    assert (found.low, found.middle, found.high) == (240_000, 960_000, None)


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
    assert textbook.qini(1000, 2000, 80, 120) == 20


OFFERS: dict[str, Any] = {"volume": 90_000, "rate_without": 0.79, "rate_with": 0.81, "value": 160, "cost_treat": 9}
OFFERS |= {"share_treated": 0.2, "adoption": 0.9, "one_off": 50_000, "running": 20_000, "years": 3}


def test_what_matters_most_is_a_number_that_could_turn_the_result() -> None:
    """A case from a review: "“Without the offer” affects the result most", of which both ends lost no less.

    Its low end meant that the offer changes more people on average than among those chosen.
    """
    tornado = worth(FormulaId.TREATMENT, **OFFERS, effect_top=0.05).tornado
    assert tornado is not None and not tornado.flips
    assert tornado.alike == ("cost_treat",)
    assert {"rate_without", "rate_with"}.isdisjoint(bar.role for bar in tornado.bars)
    narrow = worth(FormulaId.TREATMENT, **{**OFFERS, "cost_treat": 0.5}, effect_top=0.05).tornado
    bars = {bar.role: bar for bar in narrow.bars}
    assert bars["rate_without"].low == pytest.approx(0.76)
    assert bars["rate_with"].high == pytest.approx(0.84)


def test_perfect_offers_are_worth_something_between_two_bounds() -> None:
    """A case from a review: 1,290 cases, which assumed that the offer changes all whom it could change at most."""
    found = worth(FormulaId.TREATMENT, **OFFERS)
    assert found.smallest_count == pytest.approx(36_667 / (0.9 * 0.21 * 151), rel=1e-4)
    assert found.surely_enough == pytest.approx(36_667 / (0.9 * 0.02 * 151), rel=1e-4)
    assert worth(FormulaId.TREATMENT, **{**OFFERS, "rate_with": 0.78}).surely_enough is None


def test_try_options() -> None:
    numbers: dict[str, Any] = {"options": 2, "rate_today": 0.05, "gap": 0.005, "margin": 3, "tests_a_year": 12}
    found = worth(FormulaId.TRIALS, **numbers, volume=1_000_000)
    assert shown(middle(found, "arm"), ",.0f") == "30,400"
    assert shown(middle(found, "cost_of_test"), ",.0f") == "456"
    assert found.gain is None and shown(found.perfect.middle, ",.0f") == "5,472"
    assert shown(middle(found, "choose_once"), ",.0f") == "14,544"
    single, each = textbook.by_context([(0.6, (0.05, 0.04)), (0.4, (0.03, 0.06))])
    assert [shown(single, ".3f"), shown(each, ".3f")] == ["0.048", "0.054"]
    assert shown(1_000_000 * (each - single) * 3, ",.0f") == "18,000"
    assert shown(textbook.replay_error(0.05, 4, 40_000), ".4f") == "0.0043"


def test_change_a_decision() -> None:
    numbers: dict[str, Any] = {"stake": 80_000, "chance": 0.25, "believed": 0.5, "one_off": 6_000}
    found = worth(FormulaId.DECISION, **numbers)
    assert shown(found.total.middle, ",.0f") == "4,000"
    wary = worth(FormulaId.DECISION, **numbers, false_chance=0.1, false_cost=40_000)
    assert shown(wary.total.middle, ",.0f") == "1,000"
    assert shown(found.perfect.middle, ",.0f") == "20,000"
    assert shown(found.needed.pays.middle, ".0f%") == "15 %"
    one, each = textbook.by_group([(0.5, (4, 3)), (0.3, (1, 2.5)), (0.2, (2, 2.2))])
    assert [shown(one, ".2f"), shown(each, ".2f")] == ["2.70", "3.19"]
    assert shown(20_000 * (each - one), ",.0f") == "9,800"


def test_inspect() -> None:
    numbers: dict[str, Any] = {"volume": 500_000, "base_rate": 0.01, "cost_miss": 40, "cost_reject": 1.2}
    numbers |= {"faults_found_now": 0.77, "good_rejected_now": 0.02, "cost_look_now": 0.06, "cost_look": 0.01}
    numbers |= {"faults_found": 0.9, "good_rejected": 0.04, "running": 30_000, "one_off": 0}
    found = worth(FormulaId.INSPECTION, **numbers)
    assert [shown(middle(found, f"cost_part_{when}"), ".5f") for when in ("today", "then")] == ["0.17576", "0.09752"]
    assert shown(found.gain.middle, ",.0f") == "39,120"
    assert needs(found, ".1f%")[:2] == ["70.4 %", "85.4 %"]
    assert shown(found.perfect.middle, ",.0f") == "82,880"


def test_too_small_whatever_the_model() -> None:
    numbers: dict[str, Any] = {"volume": 300, "base_rate": 0.1, "value": 100, "cost_action": 0}
    found = worth(FormulaId.ALERTS, **numbers, harm=1e9, running=10_000, one_off=15_000, years=3)
    assert shown(found.perfect.middle, ",.0f") == "3,000"
    assert found.too_small
    assert shown(found.smallest_count, ",.0f") == "1,500"
    assert shown(3 * (found.perfect.middle - 10_000) - 15_000, ",.0f") == "-36,000"
