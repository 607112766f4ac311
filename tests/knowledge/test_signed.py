"""Briefs read as if to be signed: what stands in them fits the answers, the words and the numbers of the sheet."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from framework import assess, load_rules
from framework.model.assessment import Assessment
from framework.model.rule_id import parts_of
from framework.model.rules import Status
from framework.report.document import build_document
from framework.report.markdown import to_markdown
from framework.report.sections.context import Context, by_gravity

RULES = load_rules()
SHEETS = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in (Path(__file__).parent / "signed").glob("*.yaml")
}


@cache
def result(name: str) -> Assessment:
    return assess(RULES, SHEETS[name])


@cache
def brief(name: str) -> str:
    return to_markdown(RULES, result(name), build_document(RULES, result(name))).replace("\\", "")


def changed(name: str, **answers: str) -> Assessment:
    return assess(RULES, {**SHEETS[name], "answers": SHEETS[name]["answers"] | answers})


def test_answers_are_judged_before_the_passages_that_were_found() -> None:
    """Somebody acts on an answer; recall of passages says nothing about those that are wrong and believed."""
    choices = next(each.metrics or () for each in RULES.task["retrieval"].variants if each.id == "answer_from_sources")
    assert result("help_centre").metric == "answer_correctness"
    assert [choice.metric for choice in choices[:3]] == ["answer_correctness", "answers_wrong", "recall_at_k"]


def test_fields_that_a_person_corrects_are_counted_one_by_one() -> None:
    """No beta was given; where a program acts and nobody corrects it, a miss still weighs more."""
    assert result("contract_fields").metric == "exact_match_per_field"
    unseen = changed("contract_fields", action_changes="automatic_action", error_control="noticed_late")
    assert unseen.metric == "f_beta"


def test_a_goal_of_extraction_is_not_reached_by_any_model() -> None:
    """ "More documents need no touch" holds of every model where all of them are typed by hand today."""
    assert "or as few in fewer minutes, checking included" in (result("contract_fields").ml_objective or "")


def test_a_simple_rule_is_tested_on_past_answers_and_learns_from_none() -> None:
    """A keyword search has no training loss, whatever a model in its place would have."""
    assert result("manual_search").verdict == "heuristics_first"
    assert "tested on answers still to be collected" in (result("manual_search").framing or "")
    assert "tested on known answers" in (changed("manual_search", past_answers="judged").framing or "")
    assert "learned from known" not in brief("manual_search")
    assert "Training loss" not in brief("manual_search")


def risks(name: str) -> list[str]:
    return [risk.risk for risk in by_gravity(result(name).risks)]


def test_what_was_answered_directly_is_among_the_risks() -> None:
    """The owner named opponents who adapt on purpose, and one number on which alone it is decided."""
    assert {"prompt_injection", "gaming", "metric_gaming"} <= set(risks("refunds"))
    calm = changed("refunds", reaction_to_prediction="no", success_gap="possible")
    assert not {"gaming", "metric_gaming"} & {risk.risk for risk in calm.risks}


def test_a_search_in_documents_with_editions_can_find_the_wrong_one() -> None:
    assert risks("manual_search")[0] == "other_edition"
    same_for_ever = changed("manual_search", change_rate="stable", future_like_past="same")
    assert "other_edition" not in {risk.risk for risk in same_for_ever.risks}


def test_a_template_without_an_owner_has_risks_too() -> None:
    """Figures that are missing are what a template fails on, and nobody would notice."""
    assert risks("weekly_reports")[:2] == ["no_owner", "gaps_in_the_data"]


def test_the_ladder_starts_where_the_verdict_tells_to_experiment() -> None:
    """The test of a ready-made model is the first experiment; an untried simple way goes through the same one."""
    assert (result("help_centre").verdict, result("help_centre").ladder_start) == ("pretrained", "documents")
    assert "**In the same test:** Step 2, search, template, menu or rules." in brief("help_centre")
    assert "In the same test" not in brief("weekly_reports")
    assert "word things differently" not in brief("weekly_reports")


def test_a_stopping_rule_names_only_what_can_happen() -> None:
    """Nobody checks the answers of the help centre, and it carries out no steps."""
    told = details("help_centre", "scope")
    assert "stop_rules_for_content" in told
    assert "stop_without_a_keeper" in told
    assert not {"stop_when_checking_is_slow", "stop_when_acts_go_wrong"} & set(told)
    assert "checking takes longer" not in brief("help_centre")


def test_nobody_is_told_to_work_out_what_has_been_worked_out() -> None:
    """With its numbers it is on the first screen; where rules serve instead, no calculation is asked for."""
    assert "work_out_the_value" not in details("contract_fields", "scope")
    assert "work_out_the_value" not in details("weekly_reports", "scope")
    unknown = assess(RULES, {key: SHEETS["contract_fields"][key] for key in ("answers", "words")})
    assert "work_out_the_value" in {parts_of(one.rule)[-1] for step in unknown.plan for one in step.details}


def test_test_cases_are_drawn_from_those_that_were_judged() -> None:
    assert "Begin with any that somebody has judged" in result("contract_fields").next_steps[0].text
    assert "draw_test_cases" in details("contract_fields", "data")


def test_rules_that_cover_a_part_are_offered_for_a_part() -> None:
    """Nobody has tried them: that is not "available", and the rest is not forgotten."""
    assert "A simple rule is available" not in brief("refunds")
    assert "nobody has tried or measured it" in brief("refunds")
    assert "and people for the rest" in brief("refunds")


def test_the_reason_against_free_text_is_true_of_the_sheet() -> None:
    """Slips outside a list are allowed, and what stands out is to be said."""
    assert "nothing has to be written freely" not in brief("weekly_reports")


def details(name: str, step: str) -> list[str]:
    return [parts_of(one.rule)[-1] for found in result(name).plan if found.step == step for one in found.details]


REMEDIES: dict[str, dict[str, str | list[str]]] = {
    "no_recourse": {"legitimacy": ["none_of_these"]},
    "rejected_by_those_hit": {"legitimacy": ["none_of_these"]},
    "acts_on_a_guess": {"legitimacy": ["none_of_these"]},
    "harmful_purpose": {"legitimacy": ["none_of_these"]},
    "prohibited_use": {"legitimacy": ["none_of_these"]},
    "severe_unchecked": {"action_changes": "person_acts", "error_control": "person_every"},
    "irreversible_acts": {"acts_alone": "approved"},
    "nobody_can_tell": {"check_effort": "shorter"},
    "nothing_to_quote": {"error_control": "person_every"},
    "passed_on_unchecked": {"error_control": "person_every"},
    "person_unproven": {"action_changes": "person_acts"},
    "nothing_to_learn": {"signal_evidence": "measured"},
    "person_never_known": {"action_changes": "person_acts"},
    "aims_elsewhere": {"plan_aim": "same_aim"},
    "number_misleads": {"success_gap": "possible"},
    "number_alone_decides": {"success_gap": "possible"},
    "known_too_late": {"inputs_at_decision_time": "all"},
    "copies_decisions": {"label_problems": ["sound"]},
    "wrong_target": {"label_problems": ["sound"]},
    "three_risks_together": {"outside_text": "strangers_plus_one"},
    "orders_people_by_their_texts": {"answer_kind": "locate_parts"},
}
"""What a rule says would have to be different, as answers."""

REFUSED = {
    name: sheet
    for name, sheet in (*((case.id, {"answers": case.answers}) for case in RULES.cases), *SHEETS.items())
    if assess(RULES, sheet).outcome == "do_not_build"
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_have_to_be_different_leads_away_from_a_refusal(name: str) -> None:
    """All of it together: one condition alone may only lead from "Don't build this" to "Ask a different question"."""
    sheet, found = REFUSED[name], assess(RULES, REFUSED[name])
    named = [parts_of(change.rule)[-1] for change in Context(RULES, found).changes_if]
    answers = sheet["answers"] | {key: given for rule in named for key, given in REMEDIES[rule].items()}
    after = assess(RULES, {**sheet, "answers": answers})
    assert after.outcome not in {"do_not_build", "reframe_problem"}
    if named[1:]:
        assert "All of this would have to be different" in to_markdown(RULES, found, build_document(RULES, found))


def test_nobody_who_is_refused_is_told_how_to_build_it_now() -> None:
    """Caps, approvals and stages stand under a heading of their own, and not among the next steps."""
    now = {parts_of(step.rule)[-1] for step in result("refunds").next_steps}
    later = {parts_of(step.rule)[-1] for step in result("refunds").if_replanned}
    assert now == {"record_the_reason", "follow_the_other_way"}
    assert later == {"approval_alone", "caps_outside", "approve_each_act", "in_stages"}
    assert brief("refunds").index("## Next steps") < brief("refunds").index("### If it is planned anew")
    assert "set a cap, a daily budget" not in brief("refunds")[: brief("refunds").index("### If it is planned anew")]


def test_the_reason_for_a_refusal_is_among_what_is_not_met() -> None:
    """A sample that is checked in time helps nobody where what was done cannot be undone."""
    assert result("refunds").criteria["cheap_mistakes"] is Status.UNFAVOURABLE
    assert changed("refunds", acts_alone="approved").criteria["cheap_mistakes"] is Status.FAVOURABLE
    for sheet in REFUSED.values():
        statuses = set(assess(RULES, sheet).criteria.values())
        assert statuses & {Status.BLOCKING, Status.UNFAVOURABLE}


def test_a_refusal_keeps_the_goal_and_the_simple_way_of_its_owner() -> None:
    text = brief("refunds")
    goal = "Bring the median time from request to refund from 3.5 days to 4 hours by the start of the Christmas season."
    assert f"**The goal:** {goal}" in text
    assert "**The simple way:** A form with fixed reasons, paid automatically below 30 euros" in text
