"""What a result depends on: signs that change between the ends of an input, and inputs that count."""

import pytest

from framework.economics.tornado import bars_of, swing_of
from framework.model.formulas import FormulaId
from framework.model.sheet import Range
from tests.economics.models import BASIS, worth

TRIALS = {"options": 10, "rate_today": Range(low=0.1, middle=0.5, high=0.9), "gap": 0.05, "margin": 1}
AGENT = {"volume": 1_000, "attempt_right": 0.6, "value_settled": 5, "cost_undo": 10, "noticed": 0.9}


def bars(formula: FormulaId, **numbers):
    tornado = worth(formula, **numbers).tornado
    assert tornado is not None
    return {bar.role: bar for bar in tornado.bars}, tornado


def test_a_gain_that_has_its_peak_in_the_middle_turns_on_both_sides() -> None:
    """The cost of a test is largest at a rate of a half: what pays there loses at both ends."""
    found, tornado = bars(FormulaId.TRIALS, **TRIALS, tests_a_year=10, running=4_000, captured=1)
    bar = found["rate_today"]
    assert (bar.at_low, bar.at_middle, bar.at_high) == pytest.approx((-1_408, 3_200, -1_408))
    assert bar.flips and bar.width == pytest.approx(4_608)
    assert tornado.flips[0] == tornado.find_out_first == "rate_today"
    below, above = bar.switches
    assert below.at == pytest.approx(1 - above.at) and 0.1 < below.at < 0.5
    assert below.up and not above.up


def test_a_sign_that_changes_between_the_middle_and_one_end_is_searched_there() -> None:
    ends = bars_of({"x": Range(low=0, middle=4, high=5)}, {"x": 4}, lambda p: 9 - (p["x"] - 3) ** 2 - 7.5, _free, 0.25)
    (bar,) = ends
    assert bar.flips and len(bar.switches) == 2
    assert [round(switch.at, 3) for switch in bar.switches] == [1.775, 4.225]


def test_what_counts_is_varied_by_whole_steps() -> None:
    assert swing_of("options", 2, BASIS.varied) == (1, 3)
    assert swing_of("options", 1, BASIS.varied) == (1, 2)
    assert swing_of("options", 10, BASIS.varied) == (8, 12)
    assert swing_of("retries", 1, BASIS.varied) == (1, 2)
    assert swing_of("tests_a_year", 12, BASIS.varied) == (9, 15)
    assert swing_of("excursions", 0, BASIS.varied) == (0, 1)
    assert swing_of("excursions", 0.5, BASIS.varied) == (0.375, 0.625)
    assert swing_of("calls", 2, BASIS.varied) == (1.5, 2.5)


def test_one_attempt_is_varied_to_two() -> None:
    found, _ = bars(FormulaId.ATTEMPTS, **AGENT, running=0)
    assert (found["retries"].low, found["retries"].high) == (1, 2)


def test_the_sign_of_what_counts_changes_at_a_whole_number() -> None:
    found, _ = bars(FormulaId.ATTEMPTS, **AGENT, retries=2, running=3_500)
    bar = found["retries"]
    assert (bar.low, bar.high) == (1, 3)
    (switch,) = bar.switches
    assert switch.at == 2 and switch.up


def _free(role: str, point: object) -> tuple[float, float]:
    return float("-inf"), float("inf")
