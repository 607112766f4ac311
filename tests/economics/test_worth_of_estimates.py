"""Worked examples to the digit that is printed in the reference: estimating, reading, finding, linking, steering."""

from __future__ import annotations

import math
from typing import Any

import pytest

from framework.economics.formulas import checking, estimate, linking, newsvendor
from framework.economics.spreads import middles
from framework.model.formulas import FormulaId
from tests.economics import textbook
from tests.economics.models import worth
from tests.economics.printed import middle, needs, shown


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
    assert shown(textbook.spread_left(0.5), ".3f") == "0.707"


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
    assert shown(textbook.whole_from_parts(0.98, 10), ".1f%") == "81.7 %"
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


PAIRS: dict[str, Any] = {"duplicates": 10_000, "cost_miss": 2, "cost_merge": 50, "cost_pair": 0.5}
PAIRS |= {"links_found": 0.8, "links_right": 0.99, "links_found_now": 0.5, "links_right_now": 0.999}


def test_minutes_that_are_spent_count_in_full() -> None:
    """A case from a review: of the minutes spent on doubtful pairs only those "put to use" were counted."""
    links: dict[str, Any] = {"duplicates": 22_000, "cost_miss": 4, "cost_merge": 60, "links_found": 0.92}
    links |= {"links_right": 0.985, "links_found_now": 0.6, "links_right_now": 0.99, "one_off": 40_000}
    links |= {"running": 8_000, "years": 3}
    spent = worth(FormulaId.LINKING, **links, review_minutes=20_000, cost_minute=0.6)
    assert worth(FormulaId.LINKING, **links).gain.middle - spent.gain.middle == pytest.approx(12_000)
    assert "realised" not in spent.numbers
    slow: dict[str, Any] = {"volume": 1_000, "minutes_today": 4, "minutes_check": 4.2, "minutes_fix": 2.5}
    slow |= {"cost_minute": 0.5, "wrong_today": 0.1, "slips": 0.1, "cost_wrong": 30, "realised": 0.4}
    lost = worth(FormulaId.CHECKING, **slow, right_untouched=0.8)
    assert lost.gain.middle == pytest.approx(1_000 * (-0.5 * 0.7 + 0.08 * 30))
    quick = {**slow, "minutes_check": 3}
    saved = worth(FormulaId.CHECKING, **quick, right_untouched=0.8)
    assert saved.gain.middle == pytest.approx(1_000 * (0.4 * 0.5 * 0.5 + 0.08 * 30))
    need = worth(FormulaId.CHECKING, **quick, running=1_500, one_off=0).needed.upkeep
    assert need is not None and need.middle is not None
    assert worth(FormulaId.CHECKING, **quick, right_untouched=need.middle).gain.middle == pytest.approx(1_500)
    assert need.middle < 0.6, "where minutes are spent"


def test_perfect_answers_mislead_nobody() -> None:
    """A case from a review: of perfect answers 3 % misled, so that 3,000 searches were asked for."""
    numbers: dict[str, Any] = {"volume": 24_000, "minutes_now": 9, "minutes_then": 4, "found_now": 0.7, "realised": 0.5}
    numbers |= {"found_then": 0.85, "cost_not_found": 30, "misled_now": 0.02, "misled_then": 0.03, "cost_misled": 200}
    numbers |= {"cost_minute": 0.9, "one_off": 50_000, "running": 15_000, "years": 4}
    found = worth(FormulaId.SEARCH, **numbers)
    assert found.smallest_count == pytest.approx(27_500 / 15.25)
    drafts: dict[str, Any] = {"volume": 12_000, "minutes_today": 8, "minutes_check": 1.5, "minutes_finish": 2}
    drafts |= {"usable": 0.65, "cost_minute": 0.6, "slip_today": 0.01, "slip_draft": 0.018, "cost_slip": 40}
    assert worth(FormulaId.DRAFTING, **drafts).perfect.middle == pytest.approx(12_000 * (0.6 * 4.5 + 0.4))


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


def test_steer() -> None:
    numbers: dict[str, Any] = {"cost_run": 400_000, "share_in_control": 0.8, "saving": 0.08, "variation": 0.15}
    found = worth(FormulaId.STEERING, 0.13, **numbers, running=35_000, one_off=0)
    assert shown(found.gain.middle, ",.0f") == "25,600"
    crossed = worth(FormulaId.STEERING, 0.13, **numbers, excursions=2, cost_excursion=5_000)
    assert shown(crossed.gain.middle, ",.0f") == "15,600"
    assert needs(found, ".1f%")[1] == "10.9 %"
    assert middle(found, "trial_days") == 57
    assert shown(found.perfect.middle, ",.0f") == "41,600"
