"""While the outcome of a settled verdict is open, its next steps are facts to find out, and what fits either way."""

from __future__ import annotations

from framework import assess, load_rules
from framework.model.assessment import Assessment

AGREEMENT = "questions/answer_agreement"
UNSETTLED = ["objective", "mostly_agree", "often_disagree", "taste"]
"""Agreement as the screen of rare stops leaves it: no difference of values."""


def result(case: str, *forgotten: str, **changed: object) -> Assessment:
    """A worked case without some answers and with others, its agreement left open."""
    rulebase = load_rules()
    answers = {id_: answer for id_, answer in rulebase.case[case].answers.items() if id_ not in forgotten}
    found = assess(rulebase, {"answers": {**answers, "answer_agreement": UNSETTLED, **changed}})
    assert found.verdict == "use_ml" and found.outcome is None
    return found


def test_nobody_is_asked_to_judge_what_reality_has_shown() -> None:
    """ "How many of each item shall we sell?" got a step for two people to judge the same 50 cases."""
    steps = result("store_item_sales").next_steps
    assert AGREEMENT not in {step.rule for step in steps}
    assert [step.rule.split("/")[2] for step in steps] == ["automate"] * 3


def test_what_people_judged_is_judged_twice() -> None:
    found = result("store_item_sales", answer_kind="hidden_now", past_answers="judged")
    assert AGREEMENT in {step.rule for step in found.next_steps}


def test_where_few_facts_are_open_the_simple_way_comes_next() -> None:
    steps = result("store_item_sales", signal_evidence=["measured", "plausible"]).next_steps
    rules = [step.rule for step in steps]
    assert rules[0] == "questions/signal_evidence" and rules[-1] == "plan/baseline/details/rule_in_use"
    assert len(rules) == 3 and AGREEMENT not in rules


def test_an_answer_that_reality_gave_and_people_dispute_is_named() -> None:
    told = {said.rule for said in result("store_item_sales").contradictions}
    disputed = "contradictions/known_by_itself_but_disputed"
    answers = {"answer_kind": "future_value", "past_inputs": "ours", "past_answers": "by_itself"}
    for agreement, named in (("often_disagree", True), ("mostly_agree", False)):
        found = assess(load_rules(), {"answers": {**answers, "answer_agreement": agreement}})
        assert (disputed in {said.rule for said in found.contradictions}) is named
    assert disputed not in told
