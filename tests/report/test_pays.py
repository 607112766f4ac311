"""Does it pay, for every task type: its own value model, its own words, no noise, a chain and a metric that fit."""

from __future__ import annotations

import re

import pytest

from framework import assess
from framework.economics.formulas import FORMULAS
from framework.model.assessment import Assessment
from framework.model.sheet import Range
from framework.reasoning.conclusions import facts_of, primary_metric
from framework.report.document import build_document
from framework.report.text import to_text
from tests.report.sums import NUMBERS, RULES, section, sheet_of


def asked_numbers(assessment: Assessment) -> dict[str, float | Range]:
    """An answer to each question that the value model asks, but not to those that would choose another one."""
    reads = FORMULAS[RULES.value[assessment.value or ""].formula].reads
    choosing = {"capacity", "cost_under", "cost_over"} - {*reads}
    roles = [RULES.questions[id_].role for id_ in assessment.numbers_asked]
    return {role: NUMBERS[role] for role in roles if role in NUMBERS and role not in choosing}


def whole(assessment: Assessment) -> str:
    """The whole brief on one line."""
    return " ".join(to_text(RULES, assessment, build_document(RULES, assessment)).split())


@pytest.mark.parametrize("task", list(RULES.task))
def test_every_task_type_has_a_result_in_its_own_words(task: str) -> None:
    """Alerts, thresholds and areas are words of alerts; treating and acting on all belong where they are meant."""
    plain = assess(RULES, sheet_of(task))
    assert plain.task is not None, "the rules give this task type under no verdict that was found"
    sheet = sheet_of(task, asked_numbers(plain))
    found = assess(RULES, sheet)
    assert found.worth is not None
    assert found.worth.missing == ()
    told = found.worth.result is not None
    assert told == (found.worth.quality in found.worth.numbers)
    assert found.money or not told
    said = section(found)
    formula = RULES.value[found.value or ""].formula.value
    if formula != "alerts":
        assert not any(row.first for row in RULES.value[found.value or ""].results)
        assert not re.search(r"false alarm|threshold|acting on every case", said, re.IGNORECASE)
        assert formula == "work_list" or not re.search(r"\balerts?\b|\bAUC\b", said)
    assert formula == "treatment" or not re.search("treating everybody", said, re.IGNORECASE)
    assert "{" not in said
    assert not re.search(r"\d\.\d{6,}|\d[eE]-\d", said), "noise"
    assert found == Assessment.model_validate_json(found.model_dump_json())


def test_a_forecast_with_unequal_costs_is_judged_by_them() -> None:
    found = assess(RULES, sheet_of("forecasting", {"cost_under": 2, "cost_over": 0.6}))
    assert (found.value, found.metric) == ("stock_or_staff", "pinball_loss")
    later = primary_metric(facts_of(RULES, found), found.task)
    assert later is not None
    assert later.metric == found.metric, "the finished assessment knows which numbers were given"
    equal = assess(RULES, sheet_of("forecasting", {"cost_under": 2, "cost_over": 2}))
    assert equal.metric == "mae"
    assert assess(RULES, sheet_of("forecasting")).metric not in ("pinball_loss", "mae")


def test_unequal_costs_make_an_estimate_a_quantity_to_plan_with() -> None:
    assert assess(RULES, sheet_of("regression", action_changes="person_acts")).value == "estimate"
    costs: dict[str, float | Range] = {"cost_under": 2, "cost_over": 0.6}
    assert assess(RULES, sheet_of("regression", costs, action_changes="person_acts")).value == "stock_or_staff"


def test_a_fixed_capacity_makes_alerts_a_list() -> None:
    base = {"action_changes": "person_acts", "objective_family": "cost_efficiency", "input_kind": "table"}
    alerts = assess(RULES, sheet_of("binary_classification", None, **base))
    assert (alerts.task, alerts.value) == ("binary_classification", "act_or_leave")
    listed = assess(RULES, sheet_of("binary_classification", {"capacity": 600}, **base))
    assert (listed.value, listed.metric) == ("top_of_list", "precision_at_k")


@pytest.mark.parametrize("task", ["ranking", "link_prediction"])
def test_a_fixed_capacity_makes_a_work_list_be_judged_by_its_first_places(task: str) -> None:
    worked = {"action_changes": "person_acts"}
    assert assess(RULES, sheet_of(task, None, **worked)).metric in ("ndcg", "map_at_k")
    assert assess(RULES, sheet_of(task, {"capacity": 600}, **worked)).metric == "precision_at_k"
    shown = assess(RULES, sheet_of(task, {"capacity": 600}, action_changes="output_is_product"))
    assert shown.metric in ("ndcg", "map_at_k"), "nobody works down a list that is shown"


def test_known_costs_and_cut_are_judged_by_value() -> None:
    numbers: dict[str, float | Range] = {"value": 300, "cost_action": 4, "precision": 0.35}
    assert assess(RULES, sheet_of("binary_classification", numbers)).metric == "expected_value"


def test_the_chain_of_a_list_of_no_shows_is_about_alerts() -> None:
    """A case from a review: less cost for each case promised a share finished automatically for any task."""
    found = assess(RULES, sheet_of("binary_classification", objective_family="cost_efficiency"))
    assert len(found.chain) == 5
    levels = " ".join(link.level for link in found.chain)
    assert "finished automatically" not in levels
    assert "alerts acted upon" in levels
    assert RULES.metric[found.metric or ""].name in found.chain[3].level
    assert found.chain[4].level.startswith("Training loss: ")


def test_the_number_that_a_person_named_stands_below_the_outcome_in_the_chain() -> None:
    """A case from a review: the chain began with the family's outcome and left out what the person wants to see."""
    sheet = sheet_of("binary_classification", objective_family="cost_efficiency")
    without = assess(RULES, sheet).chain
    named = assess(RULES, sheet.model_copy(update={"words": {"business_metric": "no-shows a week"}})).chain
    assert (named[0], *named[2:]) == without
    assert named[1].level == "Your own number: no-shows a week"
    assert "outcome" in named[1].assumption


def test_the_loss_of_the_chain_trains_for_the_metric() -> None:
    """A case from a review: two costs made pinball loss the metric, and the loss below it was the absolute error."""
    found = assess(RULES, sheet_of("forecasting", {"cost_under": 2, "cost_over": 0.6}))
    assert (found.metric, found.chain[4].level) == ("pinball_loss", "Training loss: Pinball")
    same = assess(RULES, sheet_of("forecasting", {"cost_under": 2, "cost_over": 2}))
    assert (same.metric, same.chain[4].level) == ("mae", "Training loss: Absolute error")


def test_a_ready_made_model_has_no_training_loss() -> None:
    sheet = {"answers": dict(RULES.case["survey_comment_labels"].answers)}
    found = assess(RULES, sheet)
    assert found.verdict == "pretrained"
    assert not any(link.level.startswith("Training loss") for link in found.chain)


@pytest.mark.parametrize("task", ["binary_classification", "forecasting"])
def test_less_cost_promises_automatic_cases_only_where_something_acts_alone(task: str) -> None:
    """A case from a review: a list of no-shows "automates the easy cases"."""
    words = ("automatic cases", "automates the easy cases", "nobody looked at")
    acted = {"objective_family": "cost_efficiency", "action_changes": "person_acts"}
    told = whole(assess(RULES, sheet_of(task, None, **acted)))
    assert not [word for word in words if word in told]
    assert "another cost rises that nobody counts" in told
    alone = assess(RULES, sheet_of(task, None, **{**acted, "action_changes": "automatic_action"}))
    assert all(word in whole(alone) for word in words)
