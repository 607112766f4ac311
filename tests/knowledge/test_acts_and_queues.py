"""What is said of an assistant that acts for people, and of a queue whose order people learn."""

from __future__ import annotations

import pytest

from framework import assess
from framework.model.answers import Answer
from framework.model.assessment import Assessment
from framework.model.sheet import Sheet
from framework.reasoning.interpreter import Facts
from tests.knowledge.cases import RULEBASE

ASSISTANT: dict[str, Answer] = {
    **RULEBASE.case["g_car_dealer_chat"].sheet().answers,
    "gen_task": "act",
    "acts_alone": "reversible",
    "action_changes": "automatic_action",
    "error_control": "capped",
    "simple_way": "tried_short",
    "rule_writable": "know_when_see",
    "eval_cases": "from_50_to_200",
    "done_today": "people_badly",
    "person_impact": "noticeable",
}
"""It refunds and answers, within a cap."""

QUEUE: dict[str, Answer] = {
    "answer_kind": "choose_order",
    "order_kind": "order_candidates",
    "action_changes": "person_acts",
    "goal_stated": "measurable",
    "plan_aim": "same_aim",
    "success_gap": "no",
    "removable_cause": "no",
    "input_kind": "text",
    "legitimacy": ("none_of_these",),
    "person_impact": "noticeable",
    "error_cost": "serious",
    "error_control": "order_only",
    "explanation_need": "none",
    "reaction_to_prediction": "adversaries",
    "rule_writable": "know_when_see",
    "answer_agreement": "mostly_agree",
    "future_like_past": "same",
    "change_rate": "slow_seasonal",
    "pretrained_fit": "no",
    "past_inputs": "ours",
    "past_answers": "by_itself",
    "label_problems": ("sound",),
    "feedback_delay": "days_weeks",
    "data_rights": "yes",
    "signal_evidence": "measured",
    "repetition": "frequent",
    "simple_way": "tried_short",
    "done_today": "people_badly",
    "economics": "believed",
    "response_time": "overnight",
}
"""Letters in the order in which they are answered."""


def _found(answers: dict[str, Answer], **changed: Answer) -> Assessment:
    return assess(RULEBASE, Sheet(answers={**answers, **changed}))


def _risks(found: Assessment) -> set[str]:
    return {risk.risk for risk in found.risks}


def _requirements(found: Assessment) -> set[str]:
    return {item.requirement for item in found.requirements}


def test_who_can_be_talked_into_an_act_checks_outside_the_model_who_may_have_it() -> None:
    """A reader missed what helps against a refund by persuasion."""
    found = _found(ASSISTANT)
    assert found.verdict == "pretrained"
    assert "talked_into_it" in _risks(found)
    assert "owed_by_the_records" in _requirements(found)


@pytest.mark.parametrize(
    ("question", "option"), [("acts_alone", "look_up"), ("person_impact", "no_people"), ("error_cost", "annoying")]
)
def test_nobody_gains_by_talking_where_nothing_is_to_be_had(question: str, option: str) -> None:
    """It only looks things up, acts for nobody, or what it gives away is worth nothing."""
    found = _found(ASSISTANT, **{question: option})
    assert "talked_into_it" not in _risks(found)
    assert "owed_by_the_records" not in _requirements(found)


def test_answering_and_acting_are_two_ideas() -> None:
    """The part that answers needs none of what the acts need."""
    assert "decouplings/answering_and_acting" in {item.rule for item in _found(ASSISTANT).decouplings}
    looked_up = _found(ASSISTANT, acts_alone="look_up").decouplings
    assert "decouplings/answering_and_acting" not in {item.rule for item in looked_up}


def test_a_refused_agent_may_come_back_with_approval_or_by_answering_only() -> None:
    """What would change the refusal names the approval of a person, and the part that can go first."""
    found = _found(ASSISTANT, acts_alone="irreversible_alone", error_control="noticed_late")
    assert found.outcome == "do_not_build"
    (rule,) = (rule for rule in RULEBASE.outcome["do_not_build"].rules if rule.id == "irreversible_acts")
    (changes,) = rule.changes_if
    assert "A person approves" in changes
    assert "only answering" in changes


@pytest.mark.parametrize(("input_kind", "other"), [("text", "gaming"), ("table", "worded_for_the_queue")])
def test_a_queue_is_moved_by_words_and_a_table_by_opponents(input_kind: str, other: str) -> None:
    """One of the two, as they say nearly the same."""
    raised = _risks(_found(QUEUE, input_kind=input_kind)) & {"gaming", "worded_for_the_queue"}
    assert raised == {"gaming", "worded_for_the_queue"} - {other}


def test_a_queue_is_no_list_of_results_from_which_spam_is_kept_out() -> None:
    """Each case of a queue is somebody's; none is filtered away."""
    told = {item.rule for item in _found(QUEUE).decouplings}
    assert "decouplings/wording_apart_from_need" in told
    assert "decouplings/spam_apart_from_quality" not in told


@pytest.mark.parametrize(("gen_task", "step"), [("media", "judge_test_cases"), ("draft", "collect_test_cases")])
def test_pictures_are_judged_and_have_no_right_answer(gen_task: str, step: str) -> None:
    """Where results are a matter of taste nobody can note the right ones beforehand."""
    facts = Facts(RULEBASE, {"answer_kind": "create_content", "gen_task": gen_task, "eval_cases": "none"})
    for id_ in ("test_pretrained", "pretrained_assist", "use_pretrained"):
        steps = [each for each in RULEBASE.outcome[id_].next_steps if each.id.endswith("_test_cases")]
        assert [each.id for each in steps if each.when and facts.holds(each.when)] == [step], id_
        assert not [each.id for each in steps if "right answer" in each.text], id_
