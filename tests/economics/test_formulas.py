"""The formulas, to the digit: the worked examples."""

import pytest

from framework.economics import roc, value
from framework.economics.value import Stakes

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
    assert value.value_at(CARDS, recall, precision, 1.0) == pytest.approx(worth, abs=0.005)


def test_reviewing_everything_and_nothing_else():
    assert value.value_of_all(CARDS, 1.0) == pytest.approx(10 * 92 - 990 * 4)
    assert value.value_of_perfect(CARDS, 1.0) == pytest.approx(920)


def test_the_break_even_share_of_real_cases():
    share = value.break_even_base_rate(CARDS, 0.7, 0.02)
    assert value.value_at_rates(Stakes(share, 92, 4), 0.7, 0.02, 1.0) == pytest.approx(0, abs=1e-9)


def test_rates_and_separation_are_inverse():
    point = roc.OperatingPoint(0.7, 0.0212)
    separation = roc.separation_of(point)
    cut = roc.probability_at(separation, 0.01, point.false_alarm_rate)
    assert roc.at_probability(separation, 0.01, cut) == pytest.approx(point)
    assert roc.separation_from_auc(roc.auc_from_separation(separation)) == pytest.approx(separation)
    assert roc.auc_from_separation(0) == 0.5
    assert roc.separation_of(roc.OperatingPoint(1, 0.1)) is None
