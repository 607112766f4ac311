"""What must hold for all numbers."""

import math

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from framework.economics import value, worth_of
from framework.economics.formulas import FORMULAS
from framework.economics.roc import at_probability, best_value, smallest_separation
from framework.economics.value import Stakes
from framework.model.formulas import SHARES, FormulaId
from framework.model.sheet import Range
from tests.economics import models

MODEL = models.value_model(FormulaId.ALERTS)
ROLES = (*FORMULAS[FormulaId.ALERTS].reads, "running", "one_off", "years")

shares = st.floats(0.001, 0.999)
amounts = st.one_of(st.just(0.0), st.floats(1e-6, 1e6))
worth = st.floats(0.01, 1e6)
stakes = st.builds(Stakes, shares, worth, worth)
anything = st.one_of(
    st.floats(),
    st.sampled_from([0.0, 1.0, 5e-324, 1e-300, 1e15, 0.5, 1 - 2**-53]),
    st.lists(st.floats(0, 1), min_size=3, max_size=3).map(
        lambda ends: Range(**dict(zip(("low", "middle", "high"), sorted(ends), strict=True)))
    ),
)


def calculate(numbers):
    return worth_of(MODEL, numbers, models.BASIS, {})


@st.composite
def cases(draw):
    """Numbers that can occur, each known within limits now and then."""
    numbers = {"base_rate": draw(st.floats(0.01, 0.5)), "recall": draw(shares), "precision": draw(st.floats(0.5, 1))}
    numbers |= {"value": draw(amounts), "cost_action": draw(amounts), "harm": draw(amounts)}
    numbers |= {"volume": draw(amounts), "running": draw(amounts), "one_off": draw(amounts)}
    if draw(st.booleans()):
        numbers |= {"rule_recall": draw(shares), "rule_precision": draw(st.floats(0.5, 1))}
    for role in draw(st.sets(st.sampled_from(sorted(numbers)), max_size=3)):
        middle = numbers[role]
        numbers[role] = Range(
            low=middle * draw(shares), middle=middle, high=min(1, middle * 1.1) if role in SHARES else middle * 2
        )
    return numbers


def ranges_in(thing):
    if isinstance(thing, dict):
        if {"low", "middle", "high"} <= thing.keys():
            yield thing
        for part in thing.values():
            yield from ranges_in(part)
    elif isinstance(thing, list | tuple):
        for part in thing:
            yield from ranges_in(part)


def floats_in(thing):
    if isinstance(thing, float):
        yield thing
    elif isinstance(thing, dict | list | tuple):
        for part in thing.values() if isinstance(thing, dict) else thing:
            yield from floats_in(part)


@given(stakes, shares, shares, amounts)
def test_more_harm_never_raises_the_value(at, recall, precision, harm):
    worse = at._replace(false_alarm=at.false_alarm + harm)
    assert value.value_at(worse, recall, precision, 1.0) <= value.value_at(at, recall, precision, 1.0)
    assert value.value_of_all(worse, 1.0) <= value.value_of_all(at, 1.0)
    assert best_value(1.0, worse, 1.0) <= best_value(1.0, at, 1.0) + 1e-9 * abs(best_value(1.0, at, 1.0))


@given(amounts, st.floats(-1e6, 1e6))
def test_a_threshold_is_a_probability(false_alarm, miss):
    found = value.threshold(false_alarm, miss)
    assert found is None or 0 <= found <= 1


@given(stakes, shares)
def test_at_break_even_precision_the_value_is_zero(at, recall):
    precision = value.break_even_precision(at)
    size = 1000 * at.base_rate * at.catch
    assert math.isclose(value.value_at(at, recall, precision, 1.0), 0, abs_tol=1e-6 * size)


@given(stakes, shares, shares)
def test_at_break_even_base_rate_the_value_is_zero(at, recall, rate):
    share = value.break_even_base_rate(at, recall, rate)
    size = 1000 * share * recall * at.catch
    assert math.isclose(
        value.value_at_rates(at._replace(base_rate=share), recall, rate, 1.0),
        0,
        abs_tol=1e-6 * size + 1e-9 + 1e-12 * at.false_alarm,
    )


@given(stakes, shares, shares)
def test_no_model_is_worth_more_than_a_perfect_one(at, recall, precision):
    assert value.value_at(at, recall, precision, 1.0) <= value.value_of_perfect(at, 1.0)


@given(stakes, st.floats(0, 10), st.floats(0, 10))
def test_a_better_model_is_never_worth_less_at_its_best(at, one, two):
    worse, better, perfect = (
        best_value(min(one, two), at, 1.0),
        best_value(max(one, two), at, 1.0),
        value.value_of_perfect(at, 1.0),
    )
    assert better >= worse - 1e-9 * perfect
    assert better <= perfect * (1 + 1e-12)


@given(stakes, st.floats(0, 8), st.floats(0.001, 0.999))
def test_the_best_point_is_the_best(at, separation, cut):
    tried = value.value_at_rates(at, *at_probability(separation, at.base_rate, cut), 1.0)
    scale = 1000 * (at.catch + at.false_alarm)
    assert tried <= best_value(separation, at, 1.0) + 1e-9 * scale


@given(stakes, shares)
def test_the_smallest_quality_pays_and_anything_less_does_not(at, part):
    floor, perfect = best_value(0.0, at, 1.0), value.value_of_perfect(at, 1.0)
    to_beat = floor + part * (perfect - floor)
    assume(perfect - to_beat > 1e-6 * perfect)
    assume(to_beat - floor > 1e-6 * perfect)
    found = smallest_separation(at, to_beat, 1.0)
    assert best_value(found, at, 1.0) > to_beat
    assert best_value(found * (1 - 1e-9), at, 1.0) <= to_beat + 1e-9 * perfect
    assert best_value(found * 0.99, at, 1.0) < to_beat


@settings(max_examples=40, deadline=None)
@given(cases(), st.sampled_from([0.001, 100.0]))
def test_another_currency_scales_money_and_nothing_else(numbers, rate):
    def exchanged(number):
        if isinstance(number, Range):
            return Range(low=number.low * rate, middle=number.middle * rate, high=number.high * rate)
        return number * rate

    money = {"value", "cost_action", "harm", "running", "one_off"}
    other = {role: exchanged(number) if role in money else number for role, number in numbers.items()}
    here, there = calculate(numbers), calculate(other)
    figures, others = here.figures, there.figures
    ends = (figures["value_perfect"].high, figures["value_all"].low, figures["value_all"].high)
    scale, gain, other_gain = 1000 * max(1.0, *map(abs, ends)), figures["value_gained"], others["value_gained"]
    assert math.isclose(other_gain.middle, gain.middle * rate, rel_tol=1e-9, abs_tol=1e-12 * scale * rate)
    assert math.isclose(other_gain.low, gain.low * rate, rel_tol=1e-9, abs_tol=1e-12 * scale * rate)
    if "threshold" in figures:
        assert math.isclose(others["threshold"].middle, figures["threshold"].middle, rel_tol=1e-9)
    for count in ("caught", "false_alarms", "missed", "left_alone"):
        assert figures[count] == others[count]


@settings(max_examples=40, deadline=None)
@given(cases())
def test_ranges_contain_the_middle(numbers):
    found = list(ranges_in(calculate(numbers).model_dump()))
    assert len(found) > 10
    for span in found:
        low, middle, high = span["low"], span["middle"], span["high"]
        assert low is None or middle is None or low <= middle
        assert high is None or (middle is not None and middle <= high)


@settings(max_examples=40, deadline=None)
@given(cases(), st.lists(st.floats(0, 1), min_size=15, max_size=15))
def test_no_point_inside_the_ranges_gains_less_than_the_low_end(numbers, where):
    inside = {
        role: number.low + at * (number.high - number.low) if isinstance(number, Range) else number
        for (role, number), at in zip(numbers.items(), where, strict=False)
    }
    whole, one = calculate(numbers), calculate(inside)
    assume(not any("left out" in issue.sentence for issue in whole.issues) and one.gain)
    gain, gains = whole.figures["value_gained"], one.figures["value_gained"]
    slack = 1e-9 * (1 + abs(gain.low) + whole.figures["value_perfect"].high)
    assert gains.middle >= gain.low - slack
    assert one.figures["value_model"].middle <= whole.figures["value_model"].high + slack


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(ROLES), anything))
def test_any_numbers_give_finite_results_or_sentences(numbers):
    found = calculate(numbers)
    if found is None:
        return
    for issue in found.issues:
        assert issue.role in ROLES
        assert issue.sentence.endswith(".")
    assert all(math.isfinite(number) for number in floats_in(found.model_dump()))


@settings(max_examples=100, deadline=None)
@given(cases())
def test_the_same_numbers_give_the_same_result(numbers):
    assert calculate(numbers) == calculate(dict(reversed(numbers.items())))
