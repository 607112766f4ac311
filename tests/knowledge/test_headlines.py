"""Headline, reason and first steps fit what the owner answered: who decides, who checks, what is still to be found."""

from __future__ import annotations

from typing import Any

import pytest

from framework.model.assessment import Assessment
from framework.model.rule_id import parts_of
from framework.report.front import front_of
from framework.report.front_parts import Front
from tests.knowledge.test_signed import RULES, brief, changed, result

COURT, FORUM, WARD, LETTERS, QUERIES = (
    "court_transcripts",
    "forum_posts",
    "ward_round",
    "donation_letters",
    "warehouse_queries",
)


def front(found: Assessment) -> Front:
    return front_of(RULES, found)


def steps(found: Assessment) -> set[str]:
    return {parts_of(step.rule)[-1] for step in found.next_steps}


def test_where_a_person_gets_the_doubtful_cases_nobody_is_told_to_decide_each() -> None:
    """A case from a review: "let a person decide" for 2.4 million posts, the clear ones of which a program holds."""
    assert result(FORUM).outcome == "assist"
    assert front(result(FORUM)).headline.endswith(", and let a person decide the doubtful ones")
    assert "person_on_the_doubtful" in steps(result(FORUM)) and "person_with_model" not in steps(result(FORUM))
    each = changed(FORUM, action_changes="person_acts")
    assert each.outcome == "assist"
    assert front(each).headline.endswith(", and let a person decide")
    assert "person_with_model" in steps(each) and "person_on_the_doubtful" not in steps(each)
    assert "“Use a ready-made model, and let a person decide the doubtful cases”" in brief(FORUM)
    weighty = changed(FORUM, person_impact="significant")
    assert weighty.outcome != "assist" or front(weighty).headline.endswith(", and let a person decide")


@pytest.mark.parametrize(("task", "end"), [("convert", "correct and sign it"), ("code", "decide")])
def test_a_person_corrects_and_signs_what_is_written_and_decides_on_the_rest(task: str, end: str) -> None:
    tested: dict[str, Any] = {"gen_task": task, "pretrained_trial": "good_enough", "check_effort": "shorter"}
    found = changed(COURT, **tested, acts_alone="text_only")
    assert found.outcome == "pretrained_assist"
    assert front(found).headline.endswith(f", and a person {end}")
    assert RULES.outcome["pretrained_assist"].headline is not None, "the rules themselves stay as they are"


def test_checking_that_takes_as_long_and_checking_that_nobody_can_do_are_told_apart() -> None:
    """A case from a review: "It does not pay" where nobody had estimated, "or nobody could tell" where it was said."""
    assert front(result(COURT)).headline == "Nothing is gained while checking takes as long as doing"
    assert "nobody could tell" not in front(result(COURT)).why
    assert steps(result(COURT)) == {"time_ten_cases", "lead_to_the_place"}
    assert front(result(QUERIES)).headline == "Leave it to people: nobody could tell that a result is wrong"
    assert "as long" not in front(result(QUERIES)).why
    assert steps(result(QUERIES)) == {"judged_apart", "checked_queries"}
    for name in (COURT, QUERIES):
        assert result(name).outcome == "not_worth_it"
        panels = {panel.id: panel for panel in front(result(name)).panels}
        assert "value in each case" not in " ".join(line.text for line in panels["different"].lines)


def test_what_people_disagree_on_is_agreed_before_anything_else() -> None:
    """Three tables hold something called revenue: no query is right before one of them is meant."""
    found = changed(QUERIES, answer_agreement="often_disagree")
    assert front(found).headline == "Agree first on what the right answer is"
    assert "agree_definitions" in steps(found)


def test_what_was_worked_out_not_to_pay_depends_on_numbers() -> None:
    assert steps(changed(COURT, economics="does_not_pay")) == {"what_would_pay", "cheaper_variant"}


def test_a_text_that_may_leave_out_what_matters_gets_somebody_who_finds_it_first() -> None:
    """A case from a review: summaries for a ward round, nodded through, and the first step was a test of a model."""
    assert result(WARD).outcome == "test_pretrained"
    assert parts_of(result(WARD).next_steps[0].rule)[-1] == "who_finds_omissions"
    assert "who_finds_omissions" not in steps(changed(WARD, error_control="person_every"))


def test_answers_that_nobody_has_are_not_called_known() -> None:
    """A case from a review: "judged against known answers" beside "no past answers"."""
    assert "judged against answers still to be collected (" in (result(WARD).framing or "")
    assert "judged against known answers (" in (changed(WARD, eval_cases="from_50_to_200").framing or "")


def test_one_rule_is_meant_for_all_cases() -> None:
    """A case from a review: "a simple rule for each call" read as one rule per call."""
    assert front(changed(LETTERS, success_gap="possible")).headline == "Start with a simple rule for any donor"


def test_another_number_is_not_another_question() -> None:
    """A case from a review: beside "choose a number that cannot mislead" stood another task type for the question."""
    ids = [panel.id for panel in front(result(LETTERS)).panels]
    assert "instead" not in ids and "different" in ids
    late = changed(LETTERS, inputs_at_decision_time="key_ones_later")
    assert late.verdict == "reframe"
    assert "instead" in [panel.id for panel in front(late).panels]


def test_who_is_helped_is_measured_by_lot() -> None:
    """A case from a review: "try the way in use on 50 real cases", of which nobody ever sees the effect."""
    assert {"measure_the_choice"} == steps(changed(LETTERS, success_gap="possible")) & {
        "measure_the_choice",
        "measure_the_rest",
    }


def test_no_way_forward_is_to_know_less() -> None:
    """A case from a review: "if no number had been named yet, the verdict would be ..."."""
    unknown = {"unnamed", "unwatched", "believed", "not_estimated", "untried", "pleasing", "in_use_unmeasured"}
    found = (result(LETTERS), result(FORUM), changed(QUERIES, check_effort="glance"))
    after = {step.after for each in found for ways in each.changes.values() for step in ways}
    assert after and not unknown & after


def test_a_query_is_all_its_own_logic() -> None:
    """A case from a review: "no generating model can show its full logic" said of a query, and "fixed texts" for it."""
    faults = {parts_of(fault.rule)[-1] for fault in result(QUERIES).faults}
    assert "exact_code" in faults and not faults & {"exact_content", "full_logic_of_generation"}
    faults = {parts_of(fault.rule)[-1] for fault in changed(QUERIES, gen_task="draft").faults}
    assert {"exact_content", "full_logic_of_generation"} <= faults and "exact_code" not in faults


def test_what_sends_and_what_only_looks_up_contradict_each_other() -> None:
    said = {parts_of(each.rule)[-1] for each in changed(QUERIES, outside_text="all_three").contradictions}
    assert "sends_but_looks_up" in said
