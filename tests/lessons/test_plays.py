"""What lessons compute equals the closed form, worked out here a second time."""

from __future__ import annotations

import itertools
import math

import pytest

from framework import load_rules
from framework.lessons import play
from framework.lessons.deciding import (
    best_threshold,
    break_even,
    latency_quality,
    loss,
    threshold_on_two_curves,
    trial_first,
)
from framework.lessons.fitting import fit_curve
from framework.lessons.judging import fairness_measures, three_framings
from framework.lessons.play import CALCULATIONS
from framework.lessons.wording import FORMATS, fill
from framework.lessons.worlds import drift, feedback_loop, label_gap
from framework.model.lesson import NUMBER_FORMATS, PLAYS, InteractiveBlock

FIT = {"points": 14, "fresh": 40, "noise": 0.3, "seed": 4, "highest": 13}
BLOCKS = [block for lesson in load_rules().lessons for block in lesson.blocks if isinstance(block, InteractiveBlock)]


def test_as_much_freedom_as_points_makes_no_error_on_them_and_none_is_the_spread():
    errors = [tuple(map(float, row)) for row in fit_curve({**FIT, "freedom": 13}).table.rows]
    values = fit_curve({**FIT, "freedom": 0}).panels[0].curves[1].y
    mean = sum(values) / len(values)
    assert errors[13][1] == pytest.approx(0, abs=1e-6)
    assert errors[0][1] == pytest.approx(math.sqrt(sum((y - mean) ** 2 for y in values) / len(values)))
    assert all(float(a[1]) >= float(b[1]) - 1e-9 for a, b in itertools.pairwise(errors))
    assert [fit_curve({**FIT, "freedom": n}).state for n in (0, 3, 13)] == ["stiff", "fits", "memorises"]


def test_an_alarm_breaks_even_where_the_gain_of_a_year_is_nothing():
    p = {
        "value": 400,
        "cost": 60,
        "fixed": 30000,
        "most": 200000,
        "base_rate": 0.02,
        "recall": 0.8,
        "false_alarms": 0.05,
    }
    found = break_even({**p, "volume": 20000})
    each = 0.02 * 0.8 * (400 - 60) - 0.98 * 0.05 * 60
    assert found.numbers["each"] == pytest.approx(each)
    assert found.numbers["precision"] == pytest.approx(0.016 / (0.016 + 0.049))
    needed = found.numbers["needed"]
    assert (
        break_even({**p, "volume": needed}).numbers["year"]
        >= 0
        > break_even({**p, "volume": needed - 1}).numbers["year"]
    )
    assert [break_even({**p, "volume": n}).state for n in (needed, needed - 1)] == ["pays", "too_few"]
    assert break_even({**p, "volume": 1000, "false_alarms": 0.2}).state == "never"


@pytest.mark.parametrize(("base_rate", "cost_miss"), [(0.1, 100), (0.5, 10), (0.01, 500)])
def test_no_threshold_is_better_than_the_best(base_rate, cost_miss):
    p = {"apart": 1.5, "base_rate": base_rate, "cost_miss": cost_miss, "cost_vain": 10, "threshold": 0}
    slider = {"lowest": -6, "highest": 6, "step": 0.1}
    best = best_threshold(p)
    assert all(loss(p, best) <= loss(p, best + step / 20) + 1e-9 for step in range(-60, 61))
    assert threshold_on_two_curves({**p, **slider, "threshold": best}).state == "near"
    found = threshold_on_two_curves({**p, **slider, "lowest": best + 1}).numbers["best"]
    assert found == pytest.approx(best + 1), "the best that the slider reaches"


def test_ten_rounds_of_a_loop():
    found = feedback_loop({"visits": 100, "rate": 0.1, "start": 20, "rounds": 10, "ahead": 2, "at_random": 0})
    assert (found.numbers["first"], found.numbers["second"]) == pytest.approx((22 + 10 * 100 * 0.1, 20))
    even = feedback_loop({"visits": 100, "rate": 0.1, "start": 20, "rounds": 10, "ahead": 2, "at_random": 1})
    assert even.numbers["first"] - even.numbers["second"] == pytest.approx(2)
    assert (found.state, even.state) == ("confirmed", "corrected")


def test_drift_makes_half_of_what_the_line_passed_wrong_and_leaves_the_alarms():
    found = drift({"months": 24, "speed": 0.02, "every": 6})
    assert found.numbers["fixed"] == pytest.approx(0.02 * 24 / 2)
    assert found.numbers["renewed"] == pytest.approx(0.02 * 6 / 2), "just before it is trained again"
    assert {row[3] for row in found.table.rows} == {0.5}
    assert drift({"months": 24, "speed": 0.06, "every": 6}).numbers["fixed"] == 0.5, "no case lies beyond the range"
    saw = found.panels[0].curves[1]
    assert [y for x, y in zip(saw.x, saw.y, strict=True) if x == 6] == [pytest.approx(0.06), 0.0]


@pytest.mark.parametrize(("seen", "helped"), [(0.7, 0.2), (0.3, 0.2), (1.0, 0.1), (0.9, 0.5)])
def test_the_cut_of_a_gap_helps_as_many_as_there_are_places(seen, helped):
    numbers = label_gap({"seen": seen, "helped": helped}).numbers
    assert (numbers["first"] + numbers["second"]) / 2 == pytest.approx(helped)
    assert (numbers["second"] > 0) == (1 - 2 * helped < seen)
    if seen == 1:
        assert numbers["share"] == pytest.approx(0.5)


def test_the_best_time_for_an_answer_is_where_more_quality_and_fewer_people_balance():
    p = {"most": 1000, "half": 60, "leave": 0.0005}
    best = latency_quality({**p, "time": 100}).numbers["best"]
    top = latency_quality({**p, "time": best}).numbers["served"]
    assert all(top >= latency_quality({**p, "time": best + step}).numbers["served"] for step in (-50, -5, 5, 50))
    assert [latency_quality({**p, "time": time}).state for time in (20, best, 900)] == ["hasty", "near", "slow"]


def test_a_test_pays_up_to_one_less_its_share_of_building():
    p = {"gain": 300, "build": 100, "test": 10}
    at = trial_first({**p, "chance": 0.9}).numbers
    assert at["turns"] == pytest.approx(0.9) and at["first"] == pytest.approx(at["now"])
    assert trial_first({**p, "chance": 0.5}).numbers["first"] == pytest.approx(0.5 * 200 - 10)
    assert trial_first({**p, "chance": 0.95}).state == "build"


def test_three_judgements_of_the_same_rows():
    rows = [("a", 9, 1), ("b", 8, 9), ("c", 1, 8), ("d", 0, 0)]
    found = three_framings({"line": 5, "first": 2}, rows).numbers
    assert (found["said"], found["right"], found["real"], found["hits"]) == (2, 1, 2, 1)
    assert found["off"] == pytest.approx((8 + 1 + 7 + 0) / 4)
    assert three_framings({"line": 10, "first": 2}, rows).state == "no_real"


@pytest.mark.parametrize("cut", [0.2, 1.0, 1.9])
def test_equal_errors_fix_the_third_measure_by_the_base_rate(cut):
    p = {"apart": 1.5, "cut_first": cut, "cut_second": cut, "base_first": 0.4, "base_second": 0.2}
    numbers = fairness_measures(p).numbers
    for which in ("first", "second"):
        base, right = numbers[f"base_{which}"], numbers[f"precision_{which}"]
        false_alarms = base / (1 - base) * (1 - right) / right * numbers[f"recall_{which}"]
        assert numbers[f"false_alarms_{which}"] == pytest.approx(false_alarms)
    assert fairness_measures(p).state == "errors_second_rarer"
    assert fairness_measures({**p, "base_first": 0.2, "base_second": 0.4}).state == "errors_first_rarer"
    assert fairness_measures({**p, "base_second": 0.4}).state == "all"


def test_every_calculation_is_taught():
    assert {block.play for block in BLOCKS} == set(PLAYS)


class Watched(dict[str, float]):
    """Numbers of which one knows which were read."""

    def __init__(self, numbers):
        super().__init__(numbers)
        self.read = set()

    def __getitem__(self, name):
        self.read.add(name)
        return super().__getitem__(name)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_a_calculation_takes_and_gives_what_the_check_of_lessons_says(block):
    """A needed parameter that nobody gave, or a misspelt state, ended in a KeyError when the lesson was printed."""
    known, sliders = PLAYS[block.play], {control.name: control.value * control.scale for control in block.controls}
    numbers = Watched({**block.parameters, **sliders})
    played = CALCULATIONS[block.play](numbers, block.rows)
    assert numbers.read == set(known.takes)
    assert set(played.numbers) == set(known.gives)
    assert played.state in known.states
    assert bool(block.rows) == known.on_rows


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_wherever_the_sliders_stand_there_is_a_sentence_and_a_word_for_everything(block):
    corners = [{}, *({c.name: end} for c in block.controls for end in (c.minimum, c.maximum))]
    for settings in corners:
        played = play(block, settings)
        said = fill(block.says[played.state], played.numbers)
        assert "{" not in said
        names = {curve.name for panel in played.panels for curve in panel.curves} | set(played.table.columns)
        names |= {axis for panel in played.panels for axis in (panel.across, panel.up)}
        names |= {mark for panel in played.panels for mark, _ in panel.marks}
        assert names <= set(block.labels), names - set(block.labels)
        assert all(math.isfinite(y) for panel in played.panels for curve in panel.curves for y in curve.y)


def test_a_sentence_formats_what_it_knows_and_leaves_the_rest():
    assert fill("{a:int} {a:two} {b:percent} {a} {a:odd} {c:int}", {"a": 1234.5, "b": 0.125}) == (
        "1,234 1234.50 12 % {a} {a:odd} {c:int}"
    )
    shares = ("0", "0.0025", "0.5", "0.9996", "1")
    assert [fill("{a:percent}", {"a": float(share)}) for share in shares] == [
        "0 %",
        "0.2 %",
        "50 %",
        "99.96 %",
        "100 %",
    ]
    assert fill("{a:int} {a:one} {a:two}", {"a": -0.001}) == "0 0.0 0.00"
    assert tuple(FORMATS) == NUMBER_FORMATS
