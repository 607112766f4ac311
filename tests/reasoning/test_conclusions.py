"""What is concluded is concluded once: the assessment, the advice and the batch all say the same."""

from __future__ import annotations

import random

import pytest

from framework import assess, load_rules
from framework.model.value import GIVEN
from framework.reasoning.conclusions import conclude, facts_of, primary_metric, suggested_baseline
from framework.reasoning.decision import NO_TASK
from framework.reasoning.reasoner import reasoner_for
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
        metric, baseline = primary_metric(facts, found.task), suggested_baseline(facts, found.task)
        assert (metric.metric if metric else None) == assessment.metric
        assert (baseline.text if baseline else None) == assessment.baseline


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
