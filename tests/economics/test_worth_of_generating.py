"""Worked examples to the digit that is printed in the reference: drafts, answers, steps, a model of one's own."""

from __future__ import annotations

from typing import Any

import pytest

from framework.economics.formulas import attempts as steps
from framework.economics.spreads import middles
from framework.model.formulas import FormulaId
from tests.economics import textbook
from tests.economics.models import worth
from tests.economics.printed import middle, needs, shown, turns

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
    limits = [shown(middle(one, "wrong_limit"), ".2f%") for one in (found, against)]
    assert limits == ["8.41 %", "4.50 %"]
    never_declines = {"share_answered": 1, "settled_right": 0.7, "settled_wrong": 0.13}
    assert shown(worth(FormulaId.ANSWERING, **{**CHATS, **never_declines}).net.middle, ",.0f") == "-80,760"
    assert shown(60_000 * 0.7 * 5 - 45_000, ",.0f") == "165,000"


def test_several_calls_for_one_answer_cost_several_times_as_much() -> None:
    one, three = (worth(FormulaId.ANSWERING, **CHATS, calls=calls) for calls in (1, 3))
    assert one.gain == worth(FormulaId.ANSWERING, **CHATS).gain
    assert one.gain.middle - three.gain.middle == pytest.approx(2 * 60_000 * 0.06)
    read = {**FORMS, "wrong_today": 0.01, "wrong_accepted": 0.012, "share_reviewed": 0.3, "minutes_review": 2.5}
    once, twice = (worth(FormulaId.REVIEW, **{**read, "cost_wrong": 25}, calls=calls) for calls in (1, 2))
    assert once.gain.middle - twice.gain.middle == pytest.approx(30_000 * 0.05)


def test_the_share_acted_upon_multiplies_cases_and_never_a_fixed_cost() -> None:
    """Half of the questions: the pages settle half as many, and cost what they cost."""
    half = worth(FormulaId.ANSWERING, **CHATS, **PAGES, adoption=0.5)
    assert middle(half, "simple_yearly") == pytest.approx(0.5 * 60_000 - 12_000)
    assert half.gain.middle == pytest.approx(0.5 * 60_000 * 1.6516 - 18_000)
    assert half.perfect.middle == pytest.approx(0.5 * 60_000 * (5 - 0.06) - 18_000)


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
    assert shown(textbook.without_model(30_000, 0.6, 4, 0.5, 15_000), ",.0f") == "21,000"
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
    unknown = worth(FormulaId.OWN_OR_SERVICE, **own, cost_wrong=0.1, wrong_service=0.08)
    assert unknown.result is None and "volume_needed" not in unknown.figures
    better = worth(FormulaId.OWN_OR_SERVICE, **own, cost_wrong=0.1, wrong_service=0.08, wrong_own=0.06)
    assert shown(middle(better, "volume_needed"), ",.0f") == "1,982,759"
    worse = worth(FormulaId.OWN_OR_SERVICE, **own, cost_wrong=0.1, wrong_service=0.06, wrong_own=0.1)
    assert shown(middle(worse, "saved_by_case"), ".4f") == "-0.0002"
    assert "volume_needed" not in worse.figures
    assert shown(middle(worse, "wrong_equal"), ".1f%") == "3.8 %"


@pytest.mark.parametrize(("attempts", "counted"), [(1.5, 2), (2.5, 3), (3.4, 3)])
def test_the_middle_of_a_range_of_attempts_is_taken_as_the_nearest_count_a_half_up(attempts, counted):
    """2.5 was taken as 2, and 1.5 as 2 as well."""
    one, other = (worth(FormulaId.ATTEMPTS, **{**TASKS, "retries": number}) for number in (attempts, counted))
    assert one.figures == other.figures
