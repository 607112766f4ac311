"""Alerts: what is told from which numbers, as soon as these are known; what is assumed, and what is refused."""

from __future__ import annotations

import math
from typing import Any

import pytest

from framework.economics.formulas import FORMULAS
from framework.economics.formulas.per_thousand import FIGURES, MODEL, SIMPLE, STAKES
from framework.economics.roc import best_value, separation_from_auc
from framework.economics.value import Stakes
from framework.economics.worth import worth_of
from framework.model.formulas import FormulaId
from framework.model.sheet import Range
from framework.model.worth import Worth
from tests.economics import models
from tests.economics.printed import middle

CARDS: dict[str, Any] = {
    "volume": 500_000,
    "base_rate": 0.01,
    "value": 120,
    "success_rate": 0.8,
    "cost_action": 4,
    "recall": 0.7,
    "precision": 0.25,
    "rule_recall": 0.4,
    "rule_precision": 0.15,
    "running": 60_000,
    "one_off": 90_000,
}
VAGUE: dict[str, Any] = {
    **CARDS,
    "precision": Range(low=0.1, middle=0.25, high=0.4),
    "volume": Range(low=1e5, middle=5e5, high=6e5),
}


def alerts(numbers: dict[str, Any]) -> Worth:
    return models.worth(FormulaId.ALERTS, **numbers)


def sentences(numbers: dict[str, Any]) -> dict[str, str]:
    return {issue.role: issue.sentence for issue in alerts(numbers).issues}


def test_the_card_payments_from_one_call() -> None:
    found = alerts(CARDS)
    assert middle(found, "value_model") == pytest.approx(560)
    assert middle(found, "value_all") == pytest.approx(-3040)
    assert round(middle(found, "value_rule"), 2) == 277.33
    assert round(middle(found, "value_gained"), 2) == 282.67
    assert round(found.gain.middle) == 141_333
    assert round(found.net.middle) == 81_333
    assert middle(found, "caught") + middle(found, "false_alarms") == pytest.approx(28)
    assert found.assumed == ("harm", "adoption", "in_time")
    assert found.issues == ()


def test_nothing_usable_gives_nothing() -> None:
    model = models.value_model(FormulaId.ALERTS)
    assert worth_of(model, {}, models.BASIS, {}) is None
    assert worth_of(model, {"no_such_role": 1}, models.BASIS, {}) is None


@pytest.mark.parametrize("role", CARDS)
def test_whatever_needs_a_number_is_told_only_with_it(role: str) -> None:
    """What has a default is assumed, and everything is told; without the rule, all but what it is worth."""
    found = alerts({name: number for name, number in CARDS.items() if name != role})
    default = role in FORMULAS[FormulaId.ALERTS].defaults
    assert (role in found.assumed) is default
    left_out = set() if default else {name for name, figure in FIGURES.items() if role in figure.needs}
    assert FIGURES.keys() - found.figures.keys() == left_out | ({"value_rule"} if role.startswith("rule_") else set())


def test_every_figure_is_shown_by_the_numbers_that_it_needs() -> None:
    for name, figure in FIGURES.items():
        assert name in alerts({role: CARDS[role] for role in figure.needs if role in CARDS}).figures, name


def test_only_stakes_give_threshold_and_break_even() -> None:
    found = alerts({"value": 100, "cost_action": 10})
    assert middle(found, "threshold") == pytest.approx(0.1)
    assert found.figures.keys() == {"value_none", "threshold", "precision_even", "alarms_paid"}
    assert (found.gain, found.curves) == (None, {})


def test_adoption_scales_the_gain_once() -> None:
    half = alerts({**CARDS, "adoption": 0.5})
    assert middle(half, "value_gained") == pytest.approx(middle(alerts(CARDS), "value_gained") / 2)


def test_a_gain_of_a_year_is_the_gain_per_thousand_times_the_cases() -> None:
    """Also where catches come too late, and at both ends of ranges."""
    for numbers in (CARDS, {**CARDS, "in_time": 0.8}, {**VAGUE, "volume": 500_000}):
        found = alerts(numbers)
        each = found.figures["value_gained"]
        assert [found.gain.low, found.gain.middle, found.gain.high] == pytest.approx(
            [500 * each.low, 500 * each.middle, 500 * each.high]
        )
    assert alerts({**CARDS, "in_time": 0.8}).gain.middle < 141_333


def test_the_quality_that_pays_is_where_value_reaches_the_rule() -> None:
    found, stakes = alerts(CARDS), Stakes(0.01, 92, 4)
    beat, cover = middle(found, "auc_today"), middle(found, "auc_upkeep")
    assert 0.5 < beat < cover < middle(found, "auc_implied") < 1
    assert best_value(separation_from_auc(beat), stakes, 1.0) == pytest.approx(middle(found, "value_rule"))
    assert best_value(separation_from_auc(cover), stakes, 1.0) == pytest.approx(middle(found, "value_rule") + 120)
    assert alerts({**CARDS, "running": 1e9}).figures["auc_upkeep"].middle is None


def test_without_a_rule_any_signal_beats_nothing() -> None:
    assert middle(alerts({"base_rate": 0.01, "value": 120, "cost_action": 4}), "auc_today") == 0.5


def test_curves_peak_at_the_threshold_and_rise_with_quality() -> None:
    found = alerts(CARDS)
    points, (best,), (given,) = (found.curves[name] for name in ("threshold", "threshold_best", "threshold_given"))
    assert best[0] == pytest.approx(4 / 96)
    assert best[1] >= max(worth for _, worth in points) - 1e-9
    assert given[1] == pytest.approx(560)
    assert list(points[-1]) == [1, 0]
    worths = [worth for _, worth in found.curves["auc"]]
    assert worths == sorted(worths)
    assert "auc_noticeable" not in found.curves


def test_curves_are_drawn_without_the_number_of_cases() -> None:
    found = alerts({name: number for name, number in CARDS.items() if name != "volume"})
    assert {"threshold", "auc"} <= found.curves.keys()
    assert found.missing == ("volume",)


def test_where_the_worth_of_a_model_begins_to_show() -> None:
    """Costly false alarms on rare cases: guessing is beaten on paper at once, but noticeably only much later."""
    found = alerts({"base_rate": 0.01, "value": 100, "success_rate": 1, "cost_action": 20, "harm": 0})
    ((shows, _),), points = found.curves["auc_noticeable"], found.curves["auc"]
    assert middle(found, "auc_today") == pytest.approx(0.5)
    assert shows > 0.6
    for auc, worth in points:
        assert (worth >= 0.1 * points[-1][1]) is (auc >= shows)


def test_ranges_give_low_middle_high() -> None:
    found = alerts(VAGUE)
    each, rule = found.figures["value_gained"], middle(found, "value_rule")
    assert each.low < each.middle < each.high
    assert each.low == pytest.approx(7 * 92 - 63 * 4 - rule)
    assert found.net.low == pytest.approx(min(each.low * 100, each.low * 600) - 60_000)


def test_the_highest_gain_can_lie_where_another_alternative_becomes_the_best() -> None:
    """At a share of 1/2 acting on all and on none are worth the same, and the model gains most over both."""
    numbers = {"value": 2, "cost_action": 1, "recall": 0.9, "precision": 0.95}
    found = alerts({**numbers, "base_rate": Range(low=0.2, middle=0.3, high=0.8)})
    at_half = alerts({**numbers, "base_rate": 0.5})
    assert found.figures["value_gained"].high == pytest.approx(middle(at_half, "value_gained"))


def test_the_tornado_names_what_to_find_out_first() -> None:
    tornado = alerts(VAGUE).tornado
    assert tornado.find_out_first == tornado.flips[0] == "volume"
    assert [bar.width for bar in tornado.bars] == sorted((bar.width for bar in tornado.bars), reverse=True)
    bars = {bar.role: bar for bar in tornado.bars}
    assert (bars["volume"].swing_assumed, bars["value"].swing_assumed) == (False, True)
    assert (bars["value"].low, bars["value"].high) == (90, 150)
    assert bars["volume"].switches[0].at == pytest.approx(1000 * 90_000 / middle(alerts(CARDS), "value_gained"))
    assert bool(bars["precision"].switches) == bars["precision"].flips
    assert bars["adoption"].high == 1
    assert "harm" not in bars, "0 up or down by a quarter is still 0"


@pytest.mark.parametrize(
    ("numbers", "role", "part"),
    [
        ({"base_rate": 1.5}, "base_rate", "enter 0.015"),
        ({"base_rate": 0}, "base_rate", "nothing to find"),
        ({"base_rate": 1}, "base_rate", "nothing to tell apart"),
        ({"volume": -4}, "volume", "must be 0 or more"),
        ({"volume": math.nan}, "volume", "must be a number"),
        ({"volume": math.inf}, "volume", "must be a number"),
        ({"volume": 10**400}, "volume", "must be a number"),
        ({"volume": 1e30}, "volume", "too large to calculate with"),
        ({"volume": 5e-324}, "volume", "too small to calculate with"),
        ({"value": Range(low=5, middle=2, high=1)}, "value", "In rising order they are 1, 2, 5."),
        ({"precision": 0}, "precision", "above 0: at 0, nothing"),
        ({"base_rate": 0.3, "recall": 0.7, "precision": 0.3}, "precision", "no better than guessing"),
        ({"base_rate": 0.3, "recall": 0.7, "precision": 0.2}, "precision", "but only 700 of"),
        ({"base_rate": 0.3, "rule_recall": 0.7, "rule_precision": 0.2}, "rule_precision", "23.1 %"),
        ({"value": 3, "cost_action": 5}, "value", "never pays"),
        ({"value": 3, "success_rate": 0.1, "cost_action": 0.3}, "value", "brings 0.3 on average and costs 0.3"),
        (
            {"base_rate": 0.1, "recall": 0.9, "precision": Range(low=0.01, middle=0.5, high=0.6)},
            "precision",
            "left out",
        ),
    ],
)
def test_an_impossible_number_is_named_with_what_would_be_possible(
    numbers: dict[str, Any], role: str, part: str
) -> None:
    found = sentences(numbers)
    assert list(found) == [role]
    assert part in found[role]


def test_a_refused_number_takes_no_default() -> None:
    found = alerts({**CARDS, "harm": -1})
    assert "harm" not in found.assumed
    assert "harm" not in found.numbers


@pytest.mark.parametrize(
    "wrong",
    [
        {"harm": -1},
        {"recall": 1.4},
        {"rule_precision": 0.001},
        {"base_rate": 0.3, "precision": 0.1},
    ],
)
def test_numbers_that_cannot_be_true_give_no_result(wrong: dict[str, Any]) -> None:
    """Neither the numbers alone nor what could still be calculated without them: something else was meant."""
    found = alerts({**CARDS, **wrong})
    assert found.impossible and alerts(CARDS).figures
    assert found.gain is None and found.total is None and found.result is None and found.tornado is None
    assert not found.figures and not found.curves


def test_of_each_number_one_problem_is_told() -> None:
    """Guessing at the likeliest values, and impossible at some ends."""
    recall = Range(low=0.1, middle=0.7, high=1)
    found = alerts({"base_rate": 0.3, "recall": recall, "precision": Range(low=0.1, middle=0.3, high=0.4)})
    assert [issue.role for issue in found.issues] == ["precision"]
    assert "no better than guessing" in found.issues[0].sentence


def test_acting_that_never_pays_has_threshold_one() -> None:
    found = alerts({"value": 3, "cost_action": 5, "base_rate": 0.1})
    assert middle(found, "threshold") == middle(found, "precision_even") == 1
    assert found.figures["auc_today"].middle is None


ALERTS_ON_ALL: dict[str, Any] = {"base_rate": 0.7, "value": 50, "cost_action": 12, "harm": 30, "adoption": 0.5}
ALERTS_ON_ALL |= {"recall": 1, "precision": 0.7, "volume": 1000, "running": 0}
"""A model that acts on everyone: floats alone would make it worth 1.8e-12 more than acting on every case."""


def test_a_model_that_does_what_a_simple_way_does_gains_nothing() -> None:
    found = alerts(ALERTS_ON_ALL)
    assert middle(found, "value_model") > 0
    assert middle(found, "value_gained") == 0
    assert found.gain == found.net == Range(low=0, middle=0, high=0)
    assert found.tornado.middle == 0


def test_a_rule_that_acts_on_everyone_is_not_the_better_simple_way() -> None:
    numbers = {"base_rate": 0.7, "value": 100, "cost_action": 10, "harm": 15, "adoption": 0.5}
    found = alerts({**numbers, "rule_recall": 1, "rule_precision": 0.7})
    assert found.figures["value_rule"] == found.figures["value_all"]


@pytest.mark.parametrize(
    ("numbers", "part"),
    [
        ({"value": 7, "success_rate": 0.3, "cost_action": 0.7, "harm": 0.7, "adoption": 0.9}, "value_all"),
        ({"value": 100, "success_rate": 0.5, "cost_action": 15, "harm": 12, "volume": 0, "adoption": 0}, "value_all"),
    ],
)
def test_what_cancels_out_is_nothing_and_never_minus_nothing(numbers: dict[str, Any], part: str) -> None:
    assert str(middle(alerts({"base_rate": 0.5, **numbers}), part)) == "0.0"


def test_a_gain_times_no_decisions_is_not_minus_nothing() -> None:
    found = alerts({**CARDS, "precision": 0.03, "volume": 0, "running": 0})
    assert middle(found, "value_gained") < 0
    assert str(found.gain.middle) == str(found.net.middle) == "0.0"


def test_the_end_of_a_range_at_which_the_sign_turns_is_named_exactly() -> None:
    numbers = {**CARDS, "running": 0, "one_off": 0, "volume": Range(low=0, middle=1000, high=3000)}
    bar = next(bar for bar in alerts(numbers).tornado.bars if bar.role == "volume")
    assert bar.flips
    assert bar.switches[0].at == 0


def test_curves_end_at_nothing_where_their_tails_cannot_be_seen() -> None:
    worths = [worth for _, worth in alerts({"base_rate": 0.01, "value": 100, "cost_action": 20}).curves["auc"]]
    assert all(worth == 0 or abs(worth) > 1e-4 * max(worths) for worth in worths)


def test_a_model_that_guesses_has_no_threshold_curve() -> None:
    assert "threshold" not in alerts({**CARDS, "base_rate": 0.1, "recall": 0.15, "precision": 0.1}).curves


def test_every_number_behind_a_figure_is_read_by_the_formula() -> None:
    reads = {*FORMULAS[FormulaId.ALERTS].reads, "running"}
    assert {*STAKES, *SIMPLE, *MODEL} <= reads
    assert {role for figure in FIGURES.values() for role in (*figure.needs, *figure.also)} <= reads
