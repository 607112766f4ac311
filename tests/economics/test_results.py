"""Three-way result, value of information, evidence and metrics that follow costs: the worked examples, to the digit."""

from __future__ import annotations

import math
import random

import pytest

from framework.economics import evidence, information
from framework.economics.result import ratio_of, three_way
from framework.economics.value import Stakes, value_at_rates
from framework.model.sheet import Range
from tests.economics import textbook


def ends(low: float, middle: float, high: float) -> Range:
    return Range(low=low, middle=middle, high=high)


@pytest.mark.parametrize(
    ("gain", "cost", "ratios", "told"),
    [
        ((120, 150, 200), (80, 90, 95), ("1.26", "1.67", "2.50"), ("pays", "sure")),
        ((90, 150, 200), (80, 90, 120), ("0.75", "1.67", "2.50"), ("pays", "likely")),
        ((50, 95, 160), (90, 100, 110), ("0.45", "0.95", "1.78"), ("even", "open")),
        ((20, 40, 60), (90, 100, 110), ("0.18", "0.40", "0.67"), ("loses", "sure")),
    ],
)
def test_three_way(gain, cost, ratios, told) -> None:
    found = ratio_of(ends(*gain), ends(*cost))
    assert tuple(f"{one:.2f}" for one in (found.low, found.middle, found.high)) == ratios
    assert three_way(ends(*gain), ends(*cost), 0.25)[:2] == told


def test_a_gain_below_nothing_never_pays_and_a_cost_of_nothing_pays_at_any_gain() -> None:
    assert three_way(ends(-3, -2, -1), ends(0, 0, 0), 0.25)[:2] == ("loses", "sure")
    assert three_way(ends(1, 2, 3), ends(0, 0, 0), 0.25)[:2] == ("pays", "sure")
    assert three_way(ends(-1, 2, 3), ends(0, 0, 0), 0.25)[:2] == ("pays", "open")
    assert three_way(ends(80, 100, 130), ends(100, 100, 100), 0.25) == ("even", "likely", "gain")


def test_information() -> None:
    assert f"{information.worth_of_knowing(-30_000, 20_000, 60_000):,.0f}" == "4,500"
    assert f"{textbook.worth_without_middle(-30_000, 60_000):,.0f}" == "5,000"
    assert f"{information.at_most(-30_000, 60_000):,.0f}" == "20,000"
    assert f"{information.worth_of_knowing(-10_000, 20_000, 35_000):,.0f}" == "833"
    assert f"{information.at_most(-10_000, 35_000):,.0f}" == "7,778"
    assert information.at_most(5, 9) == textbook.worth_without_middle(-9, -5) == 0


def test_no_weights_on_a_range_are_worth_more_than_the_bound() -> None:
    rng = random.Random(1)
    for _ in range(300):
        points = [rng.uniform(-30, 60) for _ in range(4)]
        weights = [rng.random() for _ in points]
        total = sum(weights)
        mean = sum(w * p for w, p in zip(weights, points, strict=True)) / total
        known = sum(w * max(0, p) for w, p in zip(weights, points, strict=True)) / total
        assert known - max(0, mean) <= information.at_most(-30, 60) + 1e-9


def test_feasibility() -> None:
    assert evidence.years_until(100, 2000 * 0.005 * 0.8) == pytest.approx(12.5)
    assert evidence.years_until(100, 0) is None
    cases, hours = textbook.labelling(100, 0.005, 2)
    assert (f"{cases:,.0f}", f"{hours:,.0f}") == ("20,000", "667")
    intervals = [textbook.wilson(*counted) for counted in ((45, 50), (9, 10), (0, 30))]
    assert [f"{100 * end:.1f}" for pair in intervals for end in pair] == ["78.6", "95.7", "59.6", "98.2", "0.0", "11.4"]
    assert f"{100 * textbook.highest_rate(30):.1f}" == "9.5"
    assert textbook.clean_trials(0.001) == 3_000
    sizes = [(textbook.wilson_size(*aim), textbook.rule_size(*aim)) for aim in ((0.8, 0.1), (0.25, 0.05))]
    assert sizes == [(60, 62), (286, 288)]
    errors = [textbook.auc_error(0.75, *counts) for counts in ((50, 950), (150, 1350))]
    assert [f"{error:.4f}" for error in errors] == ["0.0406", "0.0237"]
    found = textbook.training_size(20, 0.05)
    assert [f"{found.most_explained:.4f}", f"{found.explained:.4f}"] == ["0.3277", "0.0492"]
    assert found[2:] == (3_562, 1_181, 73)
    assert [f"{max(found[2:]) * 0.05:.0f}", f"{max(found[2:]) * 0.05 / 20:.1f}"] == ["178", "8.9"]
    assert textbook.error_size(0.05) == 878


def test_metric_amount() -> None:
    """The mean absolute error would pick the dearer guess; pinball at the cost quantile picks the cheaper one."""
    outcomes, under, over = (8, 10, 12, 20), 2.0, 0.6

    def cost(guess: float) -> float:
        return sum(under * max(0, y - guess) + over * max(0, guess - y) for y in outcomes) / 4

    def error(guess: float) -> float:
        return sum(abs(y - guess) for y in outcomes) / 4

    assert [f"{error(g):.1f}" for g in (10, 14)] == ["3.5", "4.5"]
    assert [f"{cost(g):.1f}" for g in (10, 14)] == ["6.3", "4.8"]
    assert f"{cost(14) / (under + over):.4f}" == "1.8462"


def test_metric_yes_no() -> None:
    def worth(recall: float, rate: float, false_alarm: float) -> float:
        return value_at_rates(Stakes(0.01, 92, false_alarm), recall, rate, 1.0)

    shown = [f"{worth(*model, c):.1f}" for c in (4, 0.5) for model in ((0.6, 0.02), (0.8, 0.1))]
    assert shown == ["472.8", "340.0", "542.1", "686.5"]
    flip = (0.8 - 0.6) * 0.01 * 92 / ((0.1 - 0.02) * 0.99)
    assert f"{flip:.2f}" == "2.32"
    assert math.isclose(worth(0.6, 0.02, flip), worth(0.8, 0.1, flip))
