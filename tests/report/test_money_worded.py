"""What the sentences about money say beside their numbers: from when, of how many, compared with what."""

from __future__ import annotations

import pytest

from framework import assess
from framework.model.sheet import Range
from framework.report.front import front_of
from framework.report.sections.pays_alerts import of_cases
from tests.report.briefs import texts
from tests.report.sums import LOAVES, NUMBERS, RULES, flat, sheet_of

PUMPS: dict[str, float | Range] = {"volume": 20_800, "base_rate": 0.0023, "value": 14_000, "success_rate": 0.8}
PUMPS |= {"cost_action": 600, "harm": 300, "adoption": 0.9, "recall": 0.6, "precision": 0.25, "in_time": 0.8}
PUMPS |= {"rule_recall": 0.35, "rule_precision": 0.15}

BANK: dict[str, float | Range] = {"volume": 480_000, "share_answered": 0.6, "settled_right": 0.8}
BANK |= {"settled_wrong": 0.03, "value_settled": 4.5, "harm_wrong": 40, "cost_passed": 1, "cost_call": 0.01}
BANK |= {"settled_simple": 0.25, "running_simple": 30_000, "one_off": 250_000, "running": 180_000, "years": 3}
"""Questions of customers, answered without a person, where better pages would settle a quarter."""

CHAT = {"gen_task": "converse", "action_changes": "output_is_product"}


def test_the_margin_of_a_plan_belongs_to_the_error_of_today() -> None:
    """A case from a review: "whatever the model", though a smaller error shrinks the margin in proportion."""
    said = flat(assess(RULES, sheet_of("forecasting", LOAVES)))
    assert (
        "With today's error, a decision costs least 5.89 units above the forecast. The smaller the error, the smaller "
        "this margin; the quantile stays the same." in said
    )
    assert "whatever the model" not in said


@pytest.mark.parametrize(
    ("caught", "false", "missed", "said"),
    [
        (1.38, 4.15, 0.92, "Of 10,000 cases 55 raise an alert, 14 of them correctly, and 9 real ones are missed."),
        (24, 44.6, 16, "Of 1,000 cases 69 raise an alert, 24 of them correctly, and 16 real ones are missed."),
        (0.06, 0.2, 0.04, "Of 1,000,000 cases 260 raise an alert, 60 of them correctly, and 40 real ones are missed."),
        (20, 5, 0, "Of 1,000 cases 25 raise an alert, 20 of them correctly, and no real ones are missed."),
        (0, 0, 20, "Of 1,000 cases 0 raise an alert, none of them correctly, and 20 real ones are missed."),
        (
            1e-6,
            1e-7,
            1e-6,
            "Of 1,000,000,000 cases 1 raises an alert, 1 of them correctly, and 1 real one is missed.",
        ),
    ],
)
def test_counts_of_cases_never_round_to_nothing(caught: float, false: float, missed: float, said: str) -> None:
    """A case from a review: "Of 1,000 cases 6 raise an alert, 1 of them correctly, and 1 real ones are missed"."""
    assert of_cases(caught, false, missed) == said


def test_what_turns_no_result_is_said_of_what_was_varied() -> None:
    """A case from a review: "no single number turns the loss into a gain", and "it pays only from 9.22 %"."""
    said = flat(assess(RULES, sheet_of("generation", BANK, **CHAT)))
    assert "No single number, varied as below, turns the loss into a gain" in said


def test_a_quality_that_beats_the_simple_ways_is_said_to_be_before_its_own_cost() -> None:
    bare = flat(assess(RULES, sheet_of("binary_classification", PUMPS)))
    assert "it is worth more than the simple ways, before its own cost." in bare
    running = flat(assess(RULES, sheet_of("binary_classification", {**PUMPS, "running": 60_000})))
    assert "before its own cost. From 0.968 it covers its running cost too." in running
    whole = {**PUMPS, "running": 60_000, "one_off": 150_000, "years": 5}
    assert " From 0.977 it covers its whole cost too." in flat(assess(RULES, sheet_of("binary_classification", whole)))
    never = {**whole, "running": 600_000}
    assert "simple ways, before its own cost. No quality covers its whole cost." in flat(
        assess(RULES, sheet_of("binary_classification", never))
    )


def test_a_break_even_of_alerts_names_what_it_is_compared_with() -> None:
    said = flat(assess(RULES, sheet_of("binary_classification", {**NUMBERS, "capacity": 0})))
    assert "must be right to break even against doing nothing, before its own cost" in said.replace("- ", "-")


def test_a_loss_names_the_one_way_that_it_is_compared_with() -> None:
    """A case from a review: "lost against better pages or today", though the pages are better than today."""
    dear: dict[str, float | Range] = {"running_simple": 900_000}
    open_: dict[str, float | Range] = {"running_simple": Range(low=30_000, middle=30_000, high=900_000)}
    for more, against in (({}, "better pages,"), (dear, "today's way,"), (open_, "better pages or today,")):
        found = assess(RULES, sheet_of("generation", {**BANK, **more}, **CHAT, removable_cause="partly"))
        said = " ".join(texts(front_of(RULES, found)))
        assert f"against {against.rstrip(',')}" in said or f"Gain a year over {against.rstrip(',')}" in flat(found)
        assert f"Gain a year over {against.rstrip(',')} " in flat(found)


def test_a_limit_for_testing_has_two_digits() -> None:
    """A case from a review: "at most 0.0807 %", which nobody could test; rounded down, so that it still pays."""
    found = assess(RULES, sheet_of("generation", BANK, **CHAT))
    said = flat(found)
    assert found.worth is not None and found.worth.figures["wrong_limit"].middle == pytest.approx(0.000807, abs=1e-6)
    assert "at most 0.08 % of the answers" in said and "0.0807" not in said
    assert "at most 0.52 % of" in flat(assess(RULES, sheet_of("generation", {**BANK, "cost_passed": 0.8}, **CHAT)))


def test_a_result_with_its_peak_between_the_ends_is_told_with_it() -> None:
    """A gain in the middle of a range and a loss at both of its ends: more noticed failures also cost more attempts."""
    noticed = Range(low=0.1, middle=0.5, high=0.9)
    tasks: dict[str, float | Range] = {"volume": 1_000, "attempt_right": 0.3, "noticed": noticed, "retries": 4}
    tasks |= {"value_settled": 20, "cost_undo": 1, "cost_passed": 50, "running": 6_500, "one_off": 0}
    said = flat(assess(RULES, sheet_of("generation", tasks, gen_task="act")))
    assert "-730 to -870, 1,300 in the middle Sign changes at: 23.6 % and 84.7 %" in said
    assert "counts by whole steps, at least one" in said
