"""What is done about a record that misleads, and about outcomes that are known only for some cases."""

from __future__ import annotations

from typing import Any

import pytest

from framework import assess
from framework.model.assessment import Assessment
from framework.model.rule_id import parts_of
from framework.model.rules import Status
from framework.report.forms import render
from tests.knowledge.cases import CASES, RULEBASE

PUMPS = {
    **CASES["fleet_failure_prediction"].answers,
    "answer_kind": "future_value",
    "plan_aim": "same_aim",
    "person_impact": "no_people",
    "signal_evidence": "tested_in_part",
    "past_answers": "by_itself",
    "label_problems": ["missing_wrong"],
    "reaction_to_prediction": "hides_truth",
    "feedback_delay": "only_if_acted",
}
"""Which machine will fail: repairs hide some failures, and those that were not opened show theirs."""


def pumps(**others: Any) -> Assessment:
    return assess(RULEBASE, {"answers": {**PUMPS, **others}})


@pytest.mark.parametrize(
    ("how", "outcome", "step"),
    [
        ("have_already", "test_signal_first", "join_the_better_record"),
        ("mark_weeks", "label_first", "hundred_first"),
        ("record_months", "collect_data", "right_record"),
    ],
)
def test_a_wrong_record_is_joined_marked_or_collected(how: str, outcome: str, step: str) -> None:
    """Nobody marks by hand what is recorded elsewhere, or collects for months what can be marked in weeks."""
    found = pumps(answers_obtainable=how)
    assert found.outcome == outcome
    assert step in {parts_of(each.rule)[-1] for each in found.next_steps}
    details = {parts_of(detail.rule)[-1] for planned in found.plan for detail in planned.details}
    assert ("join_the_better_record" in details) is (how == "have_already")


def test_marking_again_does_not_mend_what_was_decided() -> None:
    """Whoever marks who should have been invited decides once more."""
    found = pumps(label_problems=["missing_wrong", "past_decisions"], answers_obtainable="mark_weeks")
    assert found.outcome == "collect_data"


def test_which_outcomes_are_seen_is_said_in_either_direction() -> None:
    """Some are seen only where somebody acted, others only where nobody did."""
    found = pumps(answers_obtainable="have_already")
    said = [each.text for each in (*found.reasons, *found.faults) if "feedback_delay" in each.answers]
    assert len(said) > 1
    assert all("for some cases, depending on what was done" in text for text in said)


def test_a_serious_obstacle_is_called_that_under_use_ml_too() -> None:
    """A headline that says to use a model, and a reason that "blocks", would contradict each other."""
    found = pumps(answers_obtainable="have_already")
    assert found.verdict == "use_ml" and found.criteria["label_quality"] is Status.BLOCKING
    said = render("text", RULEBASE, found).decode()
    assert "Not met and a serious obstacle" in said and "locking" not in said
