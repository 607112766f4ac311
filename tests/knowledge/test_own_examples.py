"""Good results of one's own: when they are trained on, and when they go into a prompt or are marked first."""

from __future__ import annotations

import pytest

from framework import assess
from framework.model.assessment import Assessment
from framework.report.forms import render
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
CLICKS = {"pretrained_trial": "pleasing", "past_answers": "by_itself", "repetition": "massive"}


def titles(**changed: str) -> Assessment:
    return assess(RULEBASE, {"answers": {**CHAPTERS, **changed}})


@pytest.mark.parametrize("changed", [{}, {"past_answers": "by_itself"}, {"gen_task": "convert"}, CLICKS])
def test_many_results_that_instructions_cannot_say_are_trained_on(changed: dict[str, str]) -> None:
    """A prompt that looks good is tested first, unless thousands of choices show what is better."""
    assert titles(**changed).verdict == "use_ml"


@pytest.mark.parametrize(
    "changed",
    [
        {"past_answers": "few"},
        {"eval_cases": "under_50"},
        {"pretrained_fit": "exact"},
        {"pretrained_trial": "pleasing"},
        {"gen_task": "draft"},
        {"gen_task": "answer_from_sources", "truth_source": "kept_collection", "action_changes": "person_acts"},
        {"gen_task": "act", "acts_alone": "reversible"},
        {"exactness": "defined"},
        {"repetition": "rare"},
        {"change_rate": "constant"},
        {"data_rights": "needs_approval"},
        {"label_problems": ("past_decisions",)},
    ],
    ids=lambda changed: "-".join(map(str, changed.values())),
)
def test_whoever_should_try_a_prompt_first_is_not_told_to_train(changed: dict[str, str]) -> None:
    assert titles(**changed).verdict != "use_ml"


@pytest.mark.parametrize(
    ("changed", "starts"),
    [({}, "light_tuning"), ({"pretrained_fit": "no"}, "light_tuning"), ({"past_answers": "few"}, "prompt")],
)
def test_the_ladder_says_what_is_trained(changed: dict[str, str], starts: str) -> None:
    assert titles(**changed).ladder_start == starts


def test_training_has_to_beat_a_prompt_with_examples() -> None:
    """It is compared only where it was not tried: a model that fell short has been compared."""
    steps = [[step.rule.rsplit("/", 1)[1] for step in titles(**tried).next_steps] for tried in ({}, FELL_SHORT)]
    assert ["prompt_as_rival" in told for told in steps] == [True, False]
    assert all("judged_cases_aside" in told for told in steps)
    framing = render("text", RULEBASE, titles()).decode()
    assert "In the same test: Step 4, a prompt with examples." in framing


def test_a_small_model_with_a_closed_list_of_answers_is_no_next_step_for_what_writes() -> None:
    framing = render("text", RULEBASE, titles()).decode()
    assert "Then “Training from the beginning”" in framing
    assert "Then “A small model of your own”" not in framing


def test_a_model_of_ones_own_that_writes_is_watched_as_a_rented_one_is() -> None:
    found = titles(outside_text="strangers_alone")
    plan = {detail.rule for step in found.plan for detail in step.details}
    for place in ("build/details/red_team", "shadow/details/beside_people", "run/details/pin_your_version"):
        assert f"plan/{place}" in plan
    assert "evaluation_drift" in {risk.risk for risk in found.risks}


@pytest.mark.parametrize(("how", "outcome"), [("mark_weeks", ("label_first",)), ("record_months", ("collect_data",))])
def test_a_new_place_whose_cases_can_be_marked_is_marked_first(how: str, outcome: tuple[str, ...]) -> None:
    """Marking is the first step where the cases are there; where they are not, they are collected."""
    answers = {**CHAPTERS, **DUELS, "answers_obtainable": how}
    assert assess(RULEBASE, {"answers": answers}).possible_outcomes == outcome
