"""What a brief demands where it decides something important about one person: the law and what can be shown."""

from __future__ import annotations

from typing import Any

import pytest

from framework import assess
from framework.model.assessment import Assessment
from framework.model.rules import Status
from framework.report.forms import render
from framework.report.front import front_of
from tests.knowledge.cases import RULEBASE

APPLICANTS: dict[str, Any] = {
    "answer_kind": "hidden_now",
    "action_changes": "person_acts",
    "goal_stated": "clear_unmeasured",
    "plan_aim": "same_aim",
    "success_gap": "possible",
    "removable_cause": "no",
    "objective_family": "cost_efficiency",
    "team_and_owner": "supplier_runs",
    "output_form": "yes_no",
    "input_kind": "text",
    "worse_error": "miss_worse",
    "legitimacy": ["none_of_these"],
    "person_impact": "significant",
    "person_checks": ["none_shown"],
    "error_cost": "serious",
    "error_control": "person_nods",
    "explanation_need": "reasons",
    "reaction_to_prediction": "self_fulfilling",
    "rule_writable": "know_when_see",
    "signal_evidence": "plausible",
    "answer_agreement": "often_disagree",
    "future_like_past": "mostly",
    "change_rate": "slow_seasonal",
    "pretrained_fit": "partly",
    "pretrained_trial": "untried",
    "past_inputs": "ours",
    "past_answers": "judged",
    "rarest_outcome_count": "from_200_to_1000",
    "label_problems": ["past_decisions", "only_accepted"],
    "answers_obtainable": "mark_weeks",
    "feedback_delay": "only_if_acted",
    "inputs_at_decision_time": "all",
    "data_rights": "needs_approval",
    "repetition": "regular",
    "simple_way": "untried",
    "done_today": "people_badly",
    "economics": "believed",
    "response_time": "overnight",
}
"""Whether an applicant is invited, learned from whom recruiters invited; nothing of what protects people is shown."""

BUILDS: dict[str, dict[str, Any]] = {
    "collect_data_first": {},
    "use_ml": {"label_problems": ["sound"], "past_answers": "by_itself"},
    "pretrained": {"pretrained_fit": "exact"},
    "heuristics_first": {"economics": "even", "label_problems": ["sound"], "past_answers": "by_itself"},
}
"""What else is answered, by the verdict that it leads to."""


def judged(**others: Any) -> Assessment:
    return assess(RULEBASE, {"answers": {**APPLICANTS, **others}})


@pytest.mark.parametrize("verdict", BUILDS)
def test_the_law_comes_before_any_work_on_data(verdict: str) -> None:
    """Collecting is work on data, too; and why it is asked for stands in the first sentence."""
    found = judged(**BUILDS[verdict])
    assert found.verdict == verdict
    asked = next(each for each in found.requirements if each.requirement == "classified")
    assert asked.gravity == "grave"
    first = asked.statement.split(". ")[0]
    assert "high-risk" in first and "recruitment" in first and "before data are collected" in first


def test_what_was_not_shown_is_not_met_and_required() -> None:
    """ "None of these yet" is no sign that it is fair."""
    found = judged()
    assert found.criteria["ethical"] is Status.UNFAVOURABLE
    reason = next(each for each in found.reasons if each.rule == "criteria/ethical/nothing_shown")
    asked = next(each for each in found.requirements if each.requirement == "safeguards_shown")
    for named in ("the action helps", "measure is what you mean", "right often enough", "checked in every group"):
        assert named in reason.text and named in asked.statement


def test_some_safeguards_are_no_reason_against_it_and_the_others_are_required() -> None:
    found = judged(person_checks=["action_helps", "contestable"])
    assert found.criteria["ethical"] is Status.FAVOURABLE
    assert "safeguards_shown" in {each.requirement for each in found.requirements}


def test_all_safeguards_leave_nothing_to_ask_for() -> None:
    options = RULEBASE.questions["person_checks"].options
    found = judged(person_checks=[option.id for option in options if not option.exclusive])
    assert found.verdict == "collect_data_first"
    assert "safeguards_shown" not in {each.requirement for each in found.requirements}


def test_a_change_that_leads_to_a_model_names_what_it_would_need() -> None:
    for found, named in ((judged(), True), (judged(person_checks=["contestable"]), False)):
        assert "use_ml" in found.changes
        changed = render("text", RULEBASE, found).decode().split("What would change it")[1].split("Reconsider when")[0]
        assert ("seven safeguards" in " ".join(changed.split())) is named


def test_opponents_who_adapt_are_among_the_biggest_risks() -> None:
    """They come before leaks of later information and a missing owner, which can be mended at a desk."""
    found = judged(
        **BUILDS["heuristics_first"],
        reaction_to_prediction="adversaries",
        inputs_at_decision_time="most",
        team_and_owner="no_owner",
    )
    assert found.verdict == "heuristics_first"
    (biggest,) = (panel for panel in front_of(RULEBASE, found).panels if panel.id == "risks")
    assert "risks/gaming" in {line.statement.rule for line in biggest.lines if line.statement}


ALONE = {
    "action_changes": "automatic_action",
    "error_cost": "serious",
    "error_control": "none",
    "acts_alone": "irreversible_alone",
}
"""A program rejects by itself, for good, and nobody would notice a mistake."""


def test_a_refusal_asks_for_a_person_and_objection_and_checked_errors_together() -> None:
    """A way to object, where a program still decides, would read as clearance."""
    found = judged(**ALONE, person_checks=["none_shown"])
    assert found.outcome == "do_not_build"
    (different,) = (panel for panel in front_of(RULEBASE, found).panels if panel.id == "different")
    told = " ".join(line.text for line in different.lines)
    assert (
        "person decides each case, people can contest the result, and errors are checked" in told and " or " not in told
    )
    some = judged(**ALONE, person_checks=["action_helps"])
    assert some.outcome == "do_not_build"
    assert "remarks/objecting_is_not_enough" in {remark.rule for remark in some.remarks}


@pytest.mark.parametrize(("changed", "named"), [({}, True), ({"error_control": "person_every"}, False)])
def test_the_headline_says_that_no_person_decides(changed: dict[str, str], named: bool) -> None:
    """Where objecting alone leads away from a refusal, the first screen still asks for a person."""
    found = judged(**{**ALONE, **BUILDS["pretrained"], **changed}, person_checks=["contestable"])
    assert found.verdict == "pretrained"
    assert ("a program alone would decide" in front_of(RULEBASE, found).headline) is named


def test_limits_on_payments_are_told_only_to_what_acts_or_writes() -> None:
    found = judged(**ALONE, person_checks=["none_shown"])
    assert not {"caps_outside", "in_stages"} & {step.rule.rsplit("/", 1)[1] for step in found.if_replanned}
