"""Numbers in the lessons' examples and explanations, worked out again."""

from __future__ import annotations

import math
import re

import pytest

from framework import load_rules
from framework.lessons import play
from framework.lessons.wording import fill
from framework.model.lesson import Block, CheckBlock, ExampleBlock, InteractiveBlock, PictureBlock

LESSON = load_rules().lesson


def _block(lesson: str, id_: str) -> Block:
    return next(block for block in LESSON[lesson].blocks if block.id == id_)


def _example(lesson: str, id_: str) -> ExampleBlock:
    block = _block(lesson, id_)
    assert isinstance(block, ExampleBlock)
    return block


def _rows(lesson: str, id_: str) -> list[list[float]]:
    """The numbers of each row, per cent as shares; what is no number is none."""
    return [[_number(cell) for cell in row] for row in _example(lesson, id_).rows]


def _number(cell: str) -> float:
    found = re.match(r"-?[\d,]+(?:\.\d+)?", cell)
    value = float(found[0].replace(",", "")) if found else math.nan
    return value / 100 if "%" in cell else value


def test_a_rare_case_makes_most_alarms_false() -> None:
    for real, caught, vain, right in _rows("why_use_ml", "base_rate"):
        assert (caught, vain) == pytest.approx((0.9 * real, 0.05 * (100_000 - real)))
        assert float(vain).is_integer() and float(caught).is_integer(), "nobody catches part of a case"
        assert right == pytest.approx(caught / (caught + vain), abs=0.005)


def test_three_ways_to_be_accurate() -> None:
    never, always, model = (row[1:] for row in _rows("when_to_use_ml", "accuracy"))
    assert (never, always) == ([990 / 1000, 0], [10 / 1000, 10])
    assert model == pytest.approx([(990 - 30 + 8) / 1000, 8])


def test_two_versions_with_the_same_average_and_one_that_is_met_on_65_of_100_days() -> None:
    for _, many, few, _ in _rows("ml_in_production", "percentiles"):
        assert (900 * many + 100 * few) / 1000 == 100
    said = _example("ml_in_production", "percentiles").conclusion
    assert f"on {round(100 * (1 - 0.9**10))} of 100 days" in said and f"is {0.9**10:.2f}." in said
    assert "every day" not in said


def test_a_chain_lets_through_the_product_of_its_links() -> None:
    rows = _rows("objectives", "broken_chain")
    left = 1000.0
    for _, share, parcels in rows:
        left *= share
        assert parcels == pytest.approx(left)
    said = _example("objectives", "broken_chain").conclusion
    assert f"6 % late parcels become {6 * (1 - left / 1000):.1f} %" in said
    raised = re.findall(r"(\d+) % adds (\d+)", said)
    assert len(raised) == len(rows) - 1
    for (share, adds), (_, before, _) in zip(raised, rows[1:], strict=True):
        assert float(share) == pytest.approx(100 * before + 10), "each by the same step"
        assert float(adds) == pytest.approx(left * 0.1 / before)


def test_the_less_accurate_model_earns_more_while_inspections_are_cheap() -> None:
    flagged, failures, accuracy, gain, dear = (row[1:] for row in _rows("objectives", "accuracy_and_profit"))
    for which in (0, 1):
        wrong = (flagged[which] - failures[which]) + (50 - failures[which])
        assert accuracy[which] == pytest.approx(1 - wrong / 1000, abs=1e-9)
        assert gain[which] == 200 * failures[which] - 20 * flagged[which]
        assert dear[which] == 200 * failures[which] - 80 * flagged[which]
    assert gain[0] < gain[1] and dear[0] > dear[1] and accuracy[0] > accuracy[1]
    said = " ".join(_example("objectives", "accuracy_and_profit").conclusion.split())
    more, found = flagged[1] - flagged[0], failures[1] - failures[0]
    assert f"flags {more:.0f} machines more than A and finds {found:.0f} more failures" in said
    assert f"{found:.0f} × 200 = {found * 200:,.0f} and costs {more:.0f} × 20 = {more * 20:,.0f}." in said
    assert f"At 80 an inspection it would cost {more * 80:,.0f}" in said and more * 80 > found * 200


def test_nothing_in_n_trials_leaves_three_in_n() -> None:
    said = {choice.text: choice.because for choice in _check("requirements", "check_three").choices}
    assert pytest.approx(0.03, abs=0.001) == 1 - 0.05 ** (1 / 100) and "About 3 %." in said
    assert "six of ten" in said["About 0 %."] and pytest.approx(0.6, abs=0.01) == 0.995**100
    assert "two of three" in said["About 1 %."] and pytest.approx(2 / 3, abs=0.04) == 1 - 0.99**100
    assert 0.98**100 > 0.05, "2 % is not excluded either"
    assert 1 - 0.05 ** (1 / 300) < 0.01 < 1 - 0.05 ** (1 / 290), "to claim less than 1 in 100 takes 300 clean trials"


def test_a_test_for_a_tenth_pays_up_to_nine_in_ten() -> None:
    said = {choice.text: choice.because for choice in _check("iterative_process", "check_test").choices}
    because = said["No, 80 per cent is sure enough to build."]
    assert "a fifth of the cost" in because and "only a tenth" in because and pytest.approx(1 / 5) == 1 - 0.8
    assert 1 - 0.95 < 0.1


def test_log_loss_at_three_probabilities() -> None:
    block = _block("framing", "loss")
    assert isinstance(block, PictureBlock)
    for probability in (0.9, 0.5, 0.1):
        assert f"{-math.log(probability):.4f}" in block.text


def test_a_round_keeps_what_it_agreed_on() -> None:
    block = _example("iterative_process", "walked")
    gained = [float(found[0]) for row in block.rows[1:] if (found := re.search(r"\d\.\d(?= days)", row[2]))]
    first, rule, test, use = gained
    agreed = re.search(r"stop if less than (\d\.\d) days better than a simple rule", block.rows[0][1])
    assert agreed and use - rule >= float(agreed[1]) - 1e-9, "what is kept is as much better as was agreed"
    assert first < rule < use < test
    assert f"{test - rule:.1f} days more than the rule" in block.rows[4][3]
    assert f"{use - rule:.1f} days more than the rule" in block.rows[6][3]
    assert f"with the rule {rule}" in block.rows[6][2]


def test_the_cost_at_a_threshold_can_be_worked_out_from_what_is_said() -> None:
    block = _block("when_to_use_ml", "threshold")
    assert isinstance(block, InteractiveBlock)
    in_vain = re.search(r"stopped for nothing costs (\d+)", block.text)
    assert in_vain and float(in_vain[1]) == block.parameters["cost_vain"]
    miss = next(control.value for control in block.controls if control.name == "cost_miss")
    played = play(block)
    missed, vain, cost = map(_number, re.findall(r"[\d,.]*\d", fill(block.says[played.state], played.numbers))[:3])
    assert cost == pytest.approx(missed * miss + vain * float(in_vain[1]), abs=(miss + float(in_vain[1])) / 2)


ANSWERS: list[tuple[str, str, list[tuple[dict[str, float], dict[str, str]]]]] = [
    (
        *("what_ml_is", "memorise"),
        [
            (
                {"freedom": 3},
                {"best": "Degree {:.0f}", "tested": "error of {:.2f} on new", "trained": "from {:.2f} to"},
            ),
            ({"freedom": 8}, {"trained": "to {:.2f}, while", "tested": "rises to {:.2f}"}),
        ],
    ),
    (
        *("when_to_use_ml", "threshold"),
        [
            ({}, {"best": "from {:.1f} to"}),
            ({"cost_miss": 500}, {"best": "to {:.1f}, where", "least": "cost {:,.0f}."}),
            ({"cost_miss": 500, "threshold": -0.4}, {"vain": "{:.0f} of 1,000"}),
            ({"cost_miss": 500, "apart": 3}, {"least": "threshold costs {:,.0f}."}),
        ],
    ),
    (*("ml_vs_software", "drift"), [({"speed": 2, "every": 2}, {}), ({"speed": 2, "every": 3}, {})]),
    (*("framing", "three"), [({"line": 10}, {"off": "off by {:.1f} minutes"})]),
]
"""Lesson, block, and for settings of its sliders the numbers that its answer names."""


@pytest.mark.parametrize(
    ("lesson", "id_", "settings"), ANSWERS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_answer_to_a_task_has_the_numbers_of_the_figure(lesson, id_, settings) -> None:
    block = _block(lesson, id_)
    assert isinstance(block, InteractiveBlock) and block.answer
    for sliders, told in settings:
        numbers = play(block, sliders).numbers
        for name, form in told.items():
            assert form.format(numbers[name]).replace("-", "−") in block.answer.replace("-", "−"), name


def test_the_other_answers_are_what_the_figures_show() -> None:
    def found(lesson: str, id_: str, **sliders: float) -> dict[str, float]:
        block = _block(lesson, id_)
        assert isinstance(block, InteractiveBlock)
        return dict(play(block, sliders).numbers)

    rare = {"base_rate": 1.0}
    assert found("why_use_ml", "volume", **rare)["each"] < 0
    assert found("why_use_ml", "volume", **rare, false_alarms=2)["needed"] < 20_000
    assert found("why_use_ml", "volume", **rare, recall=100)["needed"] == pytest.approx(70_000, rel=0.01)
    before, after = (found("ml_in_production", "latency", leave=share)["best"] for share in (5, 10))
    assert (before, after) == pytest.approx((290, 190), abs=5) and after / before == pytest.approx(2 / 3, abs=0.02)
    even = {share: found("ml_in_production", "confirming", at_random=share)["share"] for share in (80, 90)}
    assert even == pytest.approx({80: 0.58, 90: 0.54}, abs=0.005)
    assert [found("ml_vs_software", "drift", speed=2, every=n)["renewed"] for n in (2, 3)] == pytest.approx(
        [0.04, 0.06]
    )
    assert found("objectives", "gap", seen=60)["second"] == 0 < found("objectives", "gap", seen=65)["second"]
    fair = found("requirements", "measures", cut_first=1, cut_second=1)
    shown = ("recall_first", "recall_second", "false_alarms_first", "precision_first", "precision_second")
    assert [round(100 * fair[name]) for name in shown] == [69, 69, 16, 74, 52]
    assert [found("iterative_process", "test_first", test=cost)["turns"] for cost in (10, 50)] == [0.9, 0.5]


def test_400_a_day_is_about_a_minute_each() -> None:
    check = _check("requirements", "check_agree")
    proposals = int("".join(filter(str.isdigit, check.heading)))
    said = next(choice.because for choice in check.choices if choice.text.startswith("Yes, a person decides"))
    assert "about a minute" in said and 1 <= 8 * 60 / proposals < 1.5


def _check(lesson: str, id_: str) -> CheckBlock:
    block = _block(lesson, id_)
    assert isinstance(block, CheckBlock)
    return block
