"""The formulas, to the digit: the worked examples."""

import math
from random import Random

import pytest

from framework.assessment.economics import choices, economics, payback, roc, value
from framework.assessment.economics.value import Stakes

CARDS = Stakes(base_rate=0.01, catch=value.catch_value(120, 0.8, 4), false_alarm=value.false_alarm_cost(4, 0))
"""1,000 card payments, 1 % fraud, 120 lost each, four in five stopped, 4 for a review."""


def test_stakes_of_the_card_payments():
    assert CARDS.catch == pytest.approx(92)
    assert CARDS.false_alarm == 4
    assert value.threshold(CARDS.false_alarm, CARDS.catch) == pytest.approx(4 / 96)
    assert value.break_even_precision(CARDS) == pytest.approx(4 / 96)
    assert value.affordable_false_alarms(CARDS) == pytest.approx(23)


def test_counts_of_model_and_rule():
    assert value.confusion(0.01, 0.7, 0.25) == pytest.approx((7, 21, 3, 969))
    caught, false_alarms, _, _ = value.confusion(0.01, 0.4, 0.15)
    assert (caught, round(false_alarms, 2)) == (4, 22.67)


@pytest.mark.parametrize(
    ("recall", "precision", "worth"),
    [(0.7, 0.25, 560), (0.4, 0.15, 277.33), (0.7, 0.05, 112), (0.7, 0.04, -28), (1, 0.01, -3040)],
)
def test_value_of_a_thousand_payments(recall, precision, worth):
    assert value.value_at(CARDS, recall, precision) == pytest.approx(worth, abs=0.005)


def test_reviewing_everything_and_nothing_else():
    assert value.value_of_all(CARDS) == pytest.approx(10 * 92 - 990 * 4)
    assert value.value_of_perfect(CARDS) == pytest.approx(920)


def test_net_benefit_is_the_same_money():
    benefit = value.net_benefit(0.007, 0.021, 4 / 96)
    assert benefit == pytest.approx(0.006087, abs=5e-7)
    assert benefit * 1000 * 92 == pytest.approx(560)
    assert value.net_benefit_of_all(0.01, 4 / 96) * 1000 * 92 == pytest.approx(-3040)


def test_payback_of_the_card_payments():
    net = 141_333 - 60_000
    assert round(payback.payback(90_000, net), 3) == 1.107
    assert round(12 * payback.payback(90_000, net), 1) == 13.3
    assert payback.first_year_return(90_000, net) == pytest.approx((net - 90_000) / 90_000)
    assert payback.payback(90_000, 0) is None


@pytest.mark.parametrize(("base_rate", "percent"), [(0.5, 94.7), (0.1, 66.7), (0.01, 15.4), (0.001, 1.8)])
def test_the_same_test_is_right_less_often_where_the_event_is_rarer(base_rate, percent):
    assert round(100 * value.precision_from_rates(base_rate, 0.9, 0.05), 1) == percent


@pytest.mark.parametrize(("given", "loss"), [(0.9, 0.1054), (0.5, 0.6931), (0.1, 2.3026)])
def test_log_loss(given, loss):
    assert round(choices.log_loss(given), 4) == loss
    assert choices.log_loss(0) == math.inf


def test_sizes_of_experiments_and_test_sets():
    assert choices.experiment_size_of_share(0.05, 0.001) == 760_000
    assert choices.experiment_size(1, 0) is None
    assert choices.positives_to_test(0.7, 0.05) == 323
    assert choices.clean_trials(0.001) == 3000
    assert choices.failure_bound(300) == pytest.approx(0.01)


def test_break_evens_of_share_and_volume():
    share = value.break_even_base_rate(CARDS, 0.7, 0.02)
    assert value.value_at_rates(Stakes(share, 92, 4), 0.7, 0.02) == pytest.approx(0, abs=1e-9)
    assert value.break_even_volume(60_000, 0.56) == pytest.approx(60_000 / 0.56)
    assert value.break_even_volume(60_000, -1) is None


def test_a_team_that_handles_so_many_alerts():
    assert value.value_at_capacity(CARDS, 28, 0.25) == pytest.approx(560)


def test_present_value_and_what_a_study_is_worth():
    assert payback.npv(100, [60, 60], 10, 0.0) == pytest.approx(0)
    assert payback.npv(100, [60, 60], [10, 0], 0.1) == pytest.approx(-100 + 50 / 1.1 + 60 / 1.21)
    assert payback.decaying(100, 0.5, 3) == (100, 50, 25)
    assert payback.expected_with_study(0.5, 100, 10) == 40
    assert payback.value_of_study(0.5, 80, 10) == 30
    with pytest.raises(ValueError, match="argument"):
        payback.npv(100, [60, 60], [10], 0.1)


def test_the_best_quantile_is_the_cheapest_guess():
    level, outcomes = choices.quantile_to_predict(3, 1), [Random(7).gauss(0, 1) for _ in range(1)] + list(range(101))
    cheapest = min(range(101), key=lambda guess: choices.pinball_cost(3, 1, guess, outcomes))
    assert level == 0.75
    assert abs(cheapest - 75) <= 1
    assert choices.quantile_to_predict(0, 0) is None
    with pytest.raises(ValueError, match="outcome"):
        choices.pinball_cost(1, 1, 0, [])


@pytest.mark.parametrize("probability", [0.01, 0.04, 0.06, 0.5, 0.79, 0.81, 0.99])
def test_a_perfect_reviewer_is_asked_inside_the_zone(probability):
    low, high = choices.review_zone(miss=100, false_alarm=25, review=5)
    assert (low, high) == (0.05, 0.8)
    cheapest = choices.case_costs(probability, 100, 25, 5).cheapest
    assert cheapest == ("ask" if low < probability < high else "leave" if probability <= low else "act")
    assert choices.review_zone(10, 10, 6) is None


def test_buying_or_building_and_hours():
    per_call = choices.cost_per_call(1000, 1e-6, 500, 2e-6, review=0.008)
    assert per_call == pytest.approx(0.01)
    assert choices.build_volume(10_000, 0, 0.002, per_call) == pytest.approx(1_250_000)
    assert choices.build_volume(10_000, 0, 0.02, per_call) is None
    assert choices.hours_saved(100, 0.8, 1, 0.5, false_alarms=2, repair=3) == pytest.approx(64)


def test_rates_and_separation_are_inverse():
    point = roc.OperatingPoint(0.7, 0.0212)
    separation = roc.separation_of(point)
    cut = roc.probability_at(separation, 0.01, point.false_alarm_rate)
    assert roc.at_probability(separation, 0.01, cut) == pytest.approx(point)
    assert roc.separation_from_auc(roc.auc_from_separation(separation)) == pytest.approx(separation)
    assert roc.auc_from_separation(0) == 0.5
    assert roc.separation_of(roc.OperatingPoint(1, 0.1)) is None


def test_where_the_worth_of_a_model_begins_to_show() -> None:
    """Costly false alarms on rare cases: guessing is beaten on paper at once, but noticeably only much later."""
    found = economics({"base_rate": 0.01, "value": 100, "success_rate": 1, "cost_action": 20, "harm": 0})
    curve = found.quality_curve
    assert curve is not None
    assert curve.any_signal
    assert curve.shows_from is not None
    assert curve.shows_from > 0.6
    tenth = 0.1 * (curve.points[-1][1] - curve.simple)
    for auc, worth in curve.points:
        assert (worth - curve.simple >= tenth) is (auc >= curve.shows_from)
