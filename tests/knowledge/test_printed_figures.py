"""Every figure about generated content that the rules print is calculated again here, to the digit that is printed."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb, log2, sqrt
from statistics import NormalDist

import pytest

from framework import load_rules
from tests.economics import textbook

RULES = load_rules()


def printed(file: str) -> str:
    """A rule file as running text."""
    return " ".join((RULES.folders[0] / file).read_text(encoding="utf-8").split())


def percent(share: float) -> str:
    return f"{100 * share:.0f}"


def highest_share(wrong: int, checked: int) -> float:
    """The share of wrong ones that this many among those checked leave possible, one-sided with 95 %."""
    low, high = wrong / checked, 1.0
    for _ in range(60):
        share = (low + high) / 2
        at_most = sum(comb(checked, n) * share**n * (1 - share) ** (checked - n) for n in range(wrong + 1))
        low, high = (share, high) if at_most > 0.05 else (low, share)
    return low


def clean_enough(wrong: int) -> int:
    """The smallest sample in which this many wrong ones still show a rate below 1 %."""
    checked = 100
    while highest_share(wrong, checked) > 0.01:
        checked += 1
    return checked


def pairs_needed(differing: float, points: float) -> float:
    """Pairs to see a difference with 80 % power, where this share of pairs comes out differently (McNemar)."""
    normal = NormalDist()
    bound, power = normal.inv_cdf(0.975), normal.inv_cdf(0.8)
    return ((bound * sqrt(differing) + power * sqrt(differing - points**2)) / points) ** 2


def each_side_needed(one: float, other: float) -> float:
    """Cases on each side to see the difference of two shares with 80 % power."""
    normal, mean = NormalDist(), (one + other) / 2
    spread = one * (1 - one) + other * (1 - other)
    bound = normal.inv_cdf(0.975) * sqrt(2 * mean * (1 - mean)) + normal.inv_cdf(0.8) * sqrt(spread)
    return (bound / (one - other)) ** 2


def right_each_time(right: Sequence[int], runs: int, times: int) -> float:
    """pass^k: the mean over tasks of C(c, k) / C(n, k)."""
    return sum(comb(count, times) / comb(runs, times) for count in right) / len(right)


@pytest.mark.parametrize(("hits", "tries"), [(45, 50), (90, 100), (180, 200), (360, 400)])
def test_a_sample_shows_this_interval(hits: int, tries: int) -> None:
    low, high = map(percent, textbook.wilson(hits, tries))
    assert f"{hits} of {tries} shows {low} to {high} %" in printed("requirements/generation_quality.yaml")


def test_intervals_elsewhere() -> None:
    low, high = map(percent, textbook.wilson(90, 100))
    assert f"90 of 100 means between {low} and {high} %" in printed("requirements/generation_quality.yaml")
    low, high = map(percent, textbook.wilson(8, 10))
    assert f"8 of 10 means between {low} and {high} %" in printed("requirements/security.yaml")
    low, high = map(percent, textbook.wilson(180, 200))
    assert f'200 to say "{low} to {high} %"' in printed("plan/data.yaml")


def test_no_error_in_so_many_shows_so_little() -> None:
    """0 of 299, 1 of 473 and 2 of 628 show a rate below 1 %; 2 of 200 leave 3.1 % open, and none of 50 leaves 6 %."""
    assert [clean_enough(wrong) for wrong in (0, 1, 2)] == [299, 473, 628]
    assert f"{100 * highest_share(2, 200):.1f}" == "3.1"
    assert percent(textbook.highest_rate(50)) == "6"
    assert textbook.clean_trials(0.01) == 300
    said = printed("requirements/generation_quality.yaml")
    assert "0 wrong in [300] checked, or 2 in 630" in said
    assert 'a sample of 50 can only show "below 6 %"' in said
    assert '300 without a grave error to say "below 1 %"' in printed("plan/data.yaml")


def test_pairs_to_see_a_difference() -> None:
    five, ten, sides = pairs_needed(0.15, 0.05), pairs_needed(0.2, 0.1), each_side_needed(0.8, 0.85)
    assert [round(five, -1), round(ten / 5) * 5, round(sides / 5) * 5] == [470, 155, 905]
    said = printed("requirements/generation_quality.yaml")
    assert "[5] points takes about 470 cases if 15 % come out differently" in said
    assert "[10] points take about 155 if 20 % do. On different cases, 80 against 85 % takes about 905" in said
    assert "470 pairs to see 5 points" in printed("plan/data.yaml")
    assert round(each_side_needed(0.12, 0.08) / 5) * 5 == 880
    assert "To see a fall from 12 to 8 %, each half needs about 880." in printed("verdicts/dont_use_ml.yaml")


def test_right_each_time_is_no_power_of_the_average() -> None:
    """Ten tasks of eight runs, 72.5 % right on average: failures cluster."""
    right = (8, 8, 8, 8, 8, 6, 6, 4, 2, 0)
    assert sum(right) / 80 == 0.725
    assert [f"{100 * 0.725**8:.1f}", percent(right_each_time(right, 8, 8))] == ["7.6", "50"]
    assert "gives 7.6 % where the truth is 50 %" in printed("metrics.yaml")


def test_ten_steps_and_a_growing_history() -> None:
    assert [percent(share**10) for share in (0.99, 0.95)] == ["90", "60"]
    assert "99 % of cases succeed together in 90 %; at 95 % each it is 60 %" in printed("tasks/generation.yaml")
    tokens = [2_000 + 1_000 * turn for turn in range(20)]
    assert sum(tokens) == 230_000
    assert "230,000 tokens of input against 2,000 for the first" in printed("ladder.yaml")


def test_a_judge_that_agrees_often_can_let_half_of_the_bad_ones_pass() -> None:
    """Of 200 results 150 passed by both, 20 failed by both, 20 passed by the judge alone and 10 by people alone."""
    both, judge, people, neither = 150, 20, 10, 20
    agreed = (both + neither) / 200
    chance = ((both + judge) * (both + people) + (people + neither) * (judge + neither)) / 200**2
    passes, stops = both / (both + people), neither / (judge + neither)
    assert [percent(agreed), f"{(agreed - chance) / (1 - chance):.2f}", f"{stops:.2f}"] == ["85", "0.48", "0.50"]
    assert "Agreement of 85 % can hide that half of the bad ones pass" in printed("metrics.yaml")
    said_by_judge = (both + judge) / 200
    corrected = (said_by_judge + stops - 1) / (passes + stops - 1)
    assert [percent(said_by_judge), percent(corrected)] == ["85", "80"]
    assert percent((both + people) / 200) == "80"


def test_few_cases_show_few_faults() -> None:
    assert percent(1 - (1 - 0.05) ** 50) == "92"
    assert "With 50 cases, the chance of seeing a fault that affects 5 % of all cases is 92 %" in printed(
        "plan/signal_test.yaml"
    )


def test_text_that_is_sent_again() -> None:
    """Writing to the cache costs 1.25 and reading 0.1 of the price: cheaper from the second call on."""
    costs = [(1.25 + 0.1 * (calls - 1)) / calls for calls in (1, 2, 10)]
    assert costs[0] > 1 > costs[1]
    assert f"{costs[2]:.3f}" == "0.215"
    assert "it pays from the second call, and ten calls cost 0.215" in printed("requirements/cost.yaml")


def test_an_order_against_the_best_one() -> None:
    """Two right ones at places 1 and 3."""
    gained = 1 / log2(2) + 1 / log2(4)
    assert f"{gained / (1 / log2(2) + 1 / log2(3)):.3f}" == "0.920"
