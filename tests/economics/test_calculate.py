"""One call: what is calculated from which numbers, what is assumed, what is refused."""

import math

import pytest

from framework.economics import ROLES, calculate
from framework.economics.roc import best_value, separation_from_auc
from framework.economics.roles import DEFAULTS
from framework.economics.value import Stakes
from framework.model.sheet import Range

CARDS = {
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
VAGUE: dict[str, float | Range] = {
    **CARDS,
    "precision": Range(low=0.1, middle=0.25, high=0.4),
    "volume": Range(low=1e5, middle=5e5, high=6e5),
}


def sentences(numbers):
    return {issue.role: issue.sentence for issue in calculate(numbers, {}).issues}


def test_the_card_payments_from_one_call():
    found = calculate(CARDS, {})
    assert found.value_model.middle == pytest.approx(560)
    assert found.value_all.middle == pytest.approx(-3040)
    assert round(found.value_rule.middle, 2) == 277.33
    assert found.best_simple == "rule"
    assert round(found.gain.middle, 2) == 282.67
    assert round(found.project.gain_per_year.middle) == 141_333
    assert round(found.project.net_per_year.middle) == 81_333
    assert round(found.project.payback_months.middle, 1) == 13.3
    assert found.counts.alerts == pytest.approx(28)
    assert found.assumed == ("harm", "adoption")
    assert found.issues == ()


def test_nothing_usable_gives_nothing():
    assert calculate({}, {}) is None
    assert calculate({"volume": 100}, {}) is None
    assert calculate({"no_such_role": 1}, {}) is None


@pytest.mark.parametrize("role", [role for role in ROLES if role not in DEFAULTS and not role.startswith("cost_")])
def test_a_missing_number_leaves_parts_out_and_is_never_assumed(role):
    found = calculate({name: number for name, number in CARDS.items() if name != role}, {})
    assert getattr(found.quantities, role) is None
    assert role not in found.assumed
    if role in ("base_rate", "value", "recall", "precision"):
        assert found.gain is None
        assert found.tornado is None
    if role in ("volume", "running"):
        assert found.project.net_per_year is None
        assert found.quality.to_cover_running is None
        assert found.tornado.measure == "gain"
    if role == "one_off":
        assert found.project.payback_months is None


def test_only_stakes_give_threshold_and_break_even():
    found = calculate({"value": 100, "cost_action": 10}, {})
    assert found.threshold.middle == pytest.approx(0.1)
    assert (found.gain, found.quality, found.counts) == (None, None, None)


def test_only_costs_of_guessing_give_a_quantile():
    assert calculate({"cost_under": 3, "cost_over": 1}, {}).quantile.middle == 0.75


def test_adoption_scales_the_gain_once():
    assert calculate({**CARDS, "adoption": 0.5}, {}).gain.middle == pytest.approx(calculate(CARDS, {}).gain.middle / 2)


def test_the_quality_that_pays_is_where_value_reaches_the_rule():
    found, stakes = calculate(CARDS, {}), Stakes(0.01, 92, 4)
    beat, cover = found.quality.to_beat_simple.middle, found.quality.to_cover_running.middle
    assert 0.5 < beat < cover < found.quality.implied < 1
    assert best_value(separation_from_auc(beat), stakes, 1.0) == pytest.approx(found.value_rule.middle)
    assert best_value(separation_from_auc(cover), stakes, 1.0) == pytest.approx(found.value_rule.middle + 120)
    assert calculate({**CARDS, "running": 1e9}, {}).quality.to_cover_running.middle is None


def test_without_a_rule_any_signal_beats_nothing():
    found = calculate({"base_rate": 0.01, "value": 120, "cost_action": 4}, {})
    assert found.quality.to_beat_simple.middle == 0.5


def test_curves_peak_at_the_threshold_and_rise_with_quality():
    found = calculate(CARDS, {})
    curve = found.threshold_curve
    assert curve.best[0] == pytest.approx(4 / 96)
    assert curve.best[1] >= max(worth for _, worth in curve.points) - 1e-9
    assert curve.given[1] == pytest.approx(560)
    assert list(curve.points[-1]) == [1, 0]
    worths = [worth for _, worth in found.quality_curve.points]
    assert worths == sorted(worths)
    assert found.quality_curve.break_even == pytest.approx(found.quality.to_beat_simple.middle)


def test_ranges_give_low_middle_high():
    found = calculate(VAGUE, {})
    assert found.gain.low < found.gain.middle < found.gain.high
    assert found.gain.low == pytest.approx(7 * 92 - 63 * 4 - found.value_rule.middle)
    assert found.project.net_per_year.low == pytest.approx(found.gain.low * 100 - 60_000)
    assert found.project.payback_months.high is None
    assert found.project.payback_months.low < found.project.payback_months.middle


def test_the_highest_gain_can_lie_where_another_alternative_becomes_the_best():
    # At a share of 1/2 acting on all and on none are worth the same, and the model gains most over both.
    share = Range(low=0.2, middle=0.3, high=0.8)
    found = calculate({"base_rate": share, "value": 2, "cost_action": 1, "recall": 0.9, "precision": 0.95}, {})
    at_half = calculate({"base_rate": 0.5, "value": 2, "cost_action": 1, "recall": 0.9, "precision": 0.95}, {})
    assert found.gain.high == pytest.approx(at_half.gain.middle)


def test_the_tornado_names_what_to_find_out_first():
    tornado = calculate(VAGUE, {}).tornado
    assert tornado.find_out_first == tornado.flips[0] == "volume"
    assert [bar.width for bar in tornado.bars] == sorted((bar.width for bar in tornado.bars), reverse=True)
    bars = {bar.role: bar for bar in tornado.bars}
    assert (bars["volume"].swing_assumed, bars["value"].swing_assumed) == (False, True)
    assert (bars["value"].low, bars["value"].high) == (90, 150)
    assert bars["volume"].switch_at == pytest.approx(calculate(CARDS, {}).project.break_even_volume.middle)
    assert bars["precision"].switch_at is None or bars["precision"].flips
    assert bars["adoption"].high == 1
    assert "harm" not in bars, "0 up or down by a quarter is still 0"


def test_ranges_that_turn_the_sign_only_together_name_the_one_that_comes_nearest():
    narrow = {role: Range(low=0.9 * number, middle=number, high=1.1 * number) for role, number in CARDS.items()}
    tornado = calculate(narrow, {}).tornado
    assert tornado.flips == ()
    assert tornado.find_out_first == "recall"
    assert tornado.alike == ("recall",), "an assumed swing of another number, which comes nearer, is no range"


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
        ({"precision": 0}, "precision", "above 0. At 0 every alert is false"),
        ({"base_rate": 0.3, "recall": 0.7, "precision": 0.3}, "precision", "no better than guessing"),
        ({"base_rate": 0.3, "recall": 0.7, "precision": 0.2}, "precision", "but only 700 of"),
        ({"base_rate": 0.3, "rule_recall": 0.7, "rule_precision": 0.2}, "rule_precision", "23.1 %"),
        ({"value": 3, "cost_action": 5}, "value", "never pays"),
        ({"value": 3, "success_rate": 0.1, "cost_action": 0.3}, "value", "brings 0.3 on average and costs 0.3"),
        ({"cost_under": 0, "cost_over": 0}, "cost_under", "above 0"),
        (
            {"base_rate": 0.1, "recall": 0.9, "precision": Range(low=0.01, middle=0.5, high=0.6)},
            "precision",
            "left out",
        ),
    ],
)
def test_an_impossible_number_is_named_with_what_would_be_possible(numbers, role, part):
    found = sentences(numbers)
    assert list(found) == [role]
    assert part in found[role]


def test_a_refused_number_takes_no_default_and_affects_nothing_else():
    found = calculate({**CARDS, "harm": -1}, {})
    assert "harm" not in found.assumed
    assert found.threshold is None
    assert found.counts is not None


def test_an_impossible_rule_is_left_out_of_the_comparison():
    found = calculate({**CARDS, "rule_precision": 0.001}, {})
    assert found.issues[0].blocks
    assert (found.best_simple, found.rule_counts, found.value_rule) == ("none", None, None)


def test_acting_that_never_pays_has_threshold_one():
    found = calculate({"value": 3, "cost_action": 5, "base_rate": 0.1}, {})
    assert found.threshold.middle == found.break_even_precision.middle == 1
    assert found.quality.to_beat_simple.middle is None
    assert found.best_simple == "none"


ALERTS_ON_ALL = {"base_rate": 0.7, "value": 50, "cost_action": 12, "harm": 30, "adoption": 0.5}
ALERTS_ON_ALL |= {"recall": 1, "precision": 0.7, "volume": 1000, "running": 0}
"""A model that acts on everyone: floats alone would make it worth 1.8e-12 more than acting on every case."""


def test_a_model_that_does_what_a_simple_way_does_gains_nothing():
    found = calculate(ALERTS_ON_ALL, {})
    assert found.value_model.middle > 0
    assert found.gain == found.project.net_per_year == Range(low=0, middle=0, high=0)
    assert found.tornado.middle == 0


def test_a_rule_that_acts_on_everyone_is_not_the_better_simple_way():
    numbers = {"base_rate": 0.7, "value": 100, "cost_action": 10, "harm": 15, "adoption": 0.5}
    found = calculate({**numbers, "rule_recall": 1, "rule_precision": 0.7}, {})
    assert found.value_rule == found.value_all
    assert found.best_simple == "all"


@pytest.mark.parametrize(
    ("numbers", "part"),
    [
        ({"value": 3, "success_rate": 0.1, "cost_action": 0.3}, "catch"),
        ({"value": 7, "success_rate": 0.3, "cost_action": 0.7, "harm": 0.7, "adoption": 0.9}, "value_all"),
        ({"value": 100, "success_rate": 0.5, "cost_action": 15, "harm": 12, "volume": 0, "adoption": 0}, "value_all"),
    ],
)
def test_what_cancels_out_is_nothing_and_never_minus_nothing(numbers, part):
    found = getattr(calculate({"base_rate": 0.5, **numbers}, {}), part)
    assert str(found.middle) == "0.0"


def test_a_gain_times_no_decisions_is_not_minus_nothing():
    found = calculate({**CARDS, "precision": 0.03, "volume": 0, "running": 0}, {})
    assert found.gain.middle < 0
    assert str(found.project.gain_per_year.middle) == str(found.project.net_per_year.middle) == "0.0"


def test_the_end_of_a_range_at_which_the_sign_turns_is_named_exactly():
    numbers: dict[str, float | Range] = {**CARDS, "running": 0, "volume": Range(low=0, middle=1000, high=3000)}
    bar = next(bar for bar in calculate(numbers, {}).tornado.bars if bar.role == "volume")
    assert bar.flips
    assert bar.switch_at == 0


def test_curves_end_at_nothing_where_their_tails_cannot_be_seen():
    worths = [
        worth for _, worth in calculate({"base_rate": 0.01, "value": 100, "cost_action": 20}, {}).quality_curve.points
    ]
    assert all(worth == 0 or abs(worth) > 1e-4 * max(worths) for worth in worths)


def test_a_model_that_guesses_has_no_threshold_curve():
    assert calculate({**CARDS, "base_rate": 0.1, "recall": 0.15, "precision": 0.1}, {}).threshold_curve is None
