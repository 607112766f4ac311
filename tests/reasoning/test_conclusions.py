"""What is concluded is concluded once: the assessment, the advice and the batch all say the same."""

from __future__ import annotations

import random

import pytest

from framework import assess, load_rules
from framework.model.condition import Is, Not, Unless
from framework.model.value import GIVEN
from framework.reasoning.conclusions import conclude, facts_of, metric_to_judge_by, suggested_baseline
from framework.reasoning.decision import NO_TASK
from framework.reasoning.interpreter import Facts
from framework.reasoning.reasoner import reasoner_for
from framework.report.forms import render
from framework.report.front import front_of
from tests.knowledge.cases import CASES
from tests.random_rules import random_sheet

RULEBASE = load_rules()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 1.0])
def test_the_facts_behind_an_assessment_are_those_it_was_made_from(share: float) -> None:
    """Results, metric and baseline come out the same from the answers and from the finished assessment."""
    rng = random.Random(share)
    for _ in range(40):
        answers = random_sheet(RULEBASE, rng, share)
        assessment = assess(RULEBASE, {"answers": answers})
        found = conclude(reasoner_for(RULEBASE), assessment.answers)
        facts = facts_of(RULEBASE, assessment)
        assert facts.results == {**found.results, GIVEN: ()}
        baseline = suggested_baseline(facts, found.task)
        assert metric_to_judge_by(facts, found.task, found.alternative) == assessment.metric
        assert (baseline.text if baseline else None) == assessment.baseline


def test_what_is_not_known_to_hold_is_said_where_a_negation_is_still_open() -> None:
    part = Is("exactness", ("defined",))
    for answers, opposite, unless in (
        ({}, None, True),
        ({"exactness": ("defined", "nearly_always")}, None, True),
        ({"exactness": "nearly_always"}, True, True),
        ({"exactness": "defined"}, False, False),
    ):
        facts = Facts(RULEBASE, RULEBASE.accept({"answer_kind": "create_content", **answers}))
        assert (facts.holds(Not(part)), facts.holds(Unless(part))) == (opposite, unless)


def test_a_verdict_without_a_task_concludes_that_there_is_none() -> None:
    """Advice that asks for the task then knows that there is none; while a task is possible, it is open."""
    open_ = conclude(reasoner_for(RULEBASE), {})
    assert open_.needs_task
    assert open_.results["task"] is None
    refused = next(case for case in RULEBASE.cases if not RULEBASE.verdict[case.expected.verdict].has_task)
    found = conclude(reasoner_for(RULEBASE), RULEBASE.accept(refused.answers))
    assert not found.needs_task
    assert found.task is None
    assert found.results["task"] == NO_TASK


def test_what_is_used_instead_of_a_model_can_have_a_metric() -> None:
    """An experiment is measured by what the action added, and the brief says so; a fixed step has no metric."""
    experiment = assess(RULEBASE, {"answers": {"answer_kind": "cause", "success_gap": "possible"}})
    assert (experiment.alternative, experiment.task, experiment.metric) == ("experiment", None, "incremental_lift")
    lift = RULEBASE.metric["incremental_lift"]
    assert f"**Measured by:** {lift.name}. {lift.plain}" in render("markdown", RULEBASE, experiment).decode()
    step = assess(RULEBASE, {"answers": {"answer_kind": "fixed_step"}})
    assert (step.verdict, step.metric) == (experiment.verdict, None)


def test_somebody_between_task_types_gets_a_framing_by_the_first() -> None:
    """What else it can be is named first among the others; advice that asks for the task type takes it as open."""
    between = {"answer_kind": "hidden_now", "output_form": ("yes_no", "one_of_several")}
    found = assess(RULEBASE, {"answers": between})
    assert (found.task, found.possible_tasks) == (
        "multiclass_classification",
        ("multiclass_classification", "binary_classification"),
    )
    assert found.other_tasks[0] == "binary_classification"
    assert found.task_alternatives[0].question == "output_form"
    assert found.framing
    assert conclude(reasoner_for(RULEBASE), found.answers).results["task"] is None


@pytest.mark.parametrize(
    "answers",
    [
        {"answer_kind": "hidden_now"},
        {"answer_kind": ("hidden_now", "choose_order"), "output_form": "yes_no"},
        {"answer_kind": "hidden_now", "output_form": ("yes_no", "one_of_several", "amount", "ordered_levels")},
    ],
    ids=["an open question", "a question that may apply", "between too many"],
)
def test_a_task_type_that_an_open_question_decides_is_open(answers: dict[str, str | tuple[str, ...]]) -> None:
    """Nothing is framed while a question can still tell, or where the answers name more than a few."""
    found = assess(RULEBASE, {"answers": answers})
    assert found.task is None
    assert found.framing is None
    assert len(found.possible_tasks) > 1


def test_a_framing_between_task_types_leaves_out_what_excludes_it() -> None:
    """Between talking and answering from texts it is framed as talking, and judged as talking is."""
    talking = {"answer_kind": "create_content", "gen_task": "converse"}
    found = assess(RULEBASE, {"answers": {**talking, "gen_task": ("answer_from_sources", "converse")}})
    assert found.task == "generation"
    alone = assess(RULEBASE, {"answers": talking})
    assert (found.variant, found.metric, found.baseline) == (alone.variant, alone.metric, alone.baseline)


def test_an_outcome_may_come_without_a_task_type_where_its_verdict_has_one() -> None:
    """Whoever goes by a number that has misled is to measure what they want: no task, metric of the experiment."""
    found = assess(RULEBASE, {"answers": CASES["halve_ad_budget"].answers})
    assert RULEBASE.verdict["reframe"].has_task
    assert found.possible_outcomes == ("ask_what_it_changes",)
    assert (found.verdict, found.alternative, found.task) == ("reframe", "experiment", None)
    assert (found.metric, found.task_question) == ("incremental_lift", None)
    concluded = conclude(reasoner_for(RULEBASE), RULEBASE.accept(found.answers))
    assert not concluded.needs_task
    assert concluded.results["task"] == NO_TASK
    assert front_of(RULEBASE, found).fault is None
