"""Good results of one's own: when they are trained on, and when they go into a prompt or are marked first."""

from __future__ import annotations

import pytest

from framework import assess
from framework.model.assessment import Assessment
from tests.knowledge.cases import RULEBASE

CHAPTERS = {
    "answer_kind": "create_content",
    "gen_task": "condense",
    "input_kind": "text",
    "action_changes": "output_is_product",
    "goal_stated": "measurable",
    "plan_aim": "same_aim",
    "success_gap": "possible",
    "removable_cause": "no",
    "objective_family": "growth_engagement",
    "team_and_owner": "ml_and_ops",
    "legitimacy": ("none_of_these",),
    "person_impact": ("no_people",),
    "error_cost": "annoying",
    "check_effort": "shorter",
    "outside_text": "only_ours",
    "may_decline": "never",
    "reaction_to_prediction": "mild",
    "rule_writable": "know_when_see",
    "exactness": "better_on_average",
    "truth_source": "given_text",
    "never_wrong": "none",
    "answer_agreement": "mostly_agree",
    "future_like_past": "mostly",
    "change_rate": "slow_seasonal",
    "pretrained_fit": "partly",
    "pretrained_trial": "untried",
    "past_inputs": "ours",
    "past_answers": "judged",
    "label_problems": ("sound",),
    "feedback_delay": "days_weeks",
    "data_rights": "yes",
    "eval_cases": "over_200",
    "repetition": "frequent",
    "done_today": "nothing",
    "economics": "believed",
    "response_time": "overnight",
}
"""A title for each part of a talk, as an editor would write it; editors have written thousands."""

DUELS = {
    "answer_kind": "locate_parts",
    "piece_kind": "mark_words",
    "input_kind": "images",
    "error_cost": "annoying",
    "answer_agreement": "mostly_agree",
    "signal_evidence": "experts_succeed",
    "future_like_past": "new_segment",
    "change_rate": "stable",
    "past_answers": "older_kinds",
    "answers_obtainable": "mark_weeks",
    "simple_way": "tried_short",
}
"""Passes and duels in the films of a league whose films nobody has marked."""

FELL_SHORT = {"pretrained_trial": "fell_short"}


def titles(**changed: str) -> Assessment:
    return assess(RULEBASE, {"answers": {**CHAPTERS, **changed}})


@pytest.mark.parametrize(
    ("changed", "verdict"),
    [
        ({}, "use_ml"),
        ({"past_answers": "by_itself"}, "use_ml"),
        ({"past_answers": "few"}, "pretrained"),
        ({"eval_cases": "under_50"}, "pretrained"),
        ({"pretrained_fit": "exact"}, "pretrained"),
    ],
)
def test_many_results_that_instructions_cannot_say_are_trained_on(changed: dict[str, str], verdict: str) -> None:
    """But only with judged cases enough to see whether it helps, and where instructions may not be enough."""
    assert titles(**changed).verdict == verdict


@pytest.mark.parametrize(
    ("changed", "starts"),
    [({}, "light_tuning"), ({"pretrained_fit": "no"}, "training"), ({"past_answers": "few"}, "prompt")],
)
def test_the_ladder_says_what_is_trained(changed: dict[str, str], starts: str) -> None:
    assert titles(**changed).ladder_start == starts


def test_training_has_to_beat_a_prompt_with_examples() -> None:
    """It is compared only where it was not tried: a model that fell short has been compared."""
    steps = [[step.rule.rsplit("/", 1)[1] for step in titles(**tried).next_steps] for tried in ({}, FELL_SHORT)]
    assert ["prompt_as_rival" in told for told in steps] == [True, False]


@pytest.mark.parametrize(("how", "outcome"), [("mark_weeks", ("label_first",)), ("record_months", ("collect_data",))])
def test_a_new_place_whose_cases_can_be_marked_is_marked_first(how: str, outcome: tuple[str, ...]) -> None:
    """Marking is the first step where the cases are there; where they are not, they are collected."""
    answers = {**CHAPTERS, **DUELS, "answers_obtainable": how}
    assert assess(RULEBASE, {"answers": answers}).possible_outcomes == outcome
