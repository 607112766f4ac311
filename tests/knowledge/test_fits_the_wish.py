"""Measures, steps and requirements fit what is wanted: a translation, a talk, a search, a machine on a belt."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from framework import assess
from framework.model.assessment import Assessment
from framework.model.rule_id import parts_of
from framework.report.front import front_of
from tests.knowledge.test_kinds_of_wish import QUEUE, RULES, WISH, brief, found

TRANSLATION = {
    "gen_task": "convert",
    "action_changes": "output_is_product",
    "error_control": "sampled",
    "answer_agreement": "often_disagree",
}
SUMMARY = {"gen_task": "condense", "action_changes": "output_is_product", "error_control": "sampled"}
SUMMARY |= {"error_cost": "serious", "never_wrong": "many_open", "eval_cases": "under_50"}
TALK = {"gen_task": "converse", "action_changes": "output_is_product", "economics": "even"}
SEARCH = {**QUEUE, "order_kind": "search_collection", "simple_way": "in_use_unmeasured", "done_today": "simple"}
NO_TEXT = {key: given for key, given in WISH.items() if key not in ("gen_task", "check_effort", "eval_cases")}
FIELDS = {
    **NO_TEXT,
    "answer_kind": "locate_parts",
    "piece_kind": "mark_words",
    "rarest_outcome_count": "from_200_to_1000",
    "signal_evidence": "experts_succeed",
    "worse_error": "miss_worse",
}
TILES = {
    **NO_TEXT,
    "answer_kind": "hidden_now",
    "output_form": "yes_no",
    "input_kind": "images",
    "action_changes": "automatic_action",
    "error_control": "noticed_late",
    "worse_error": "miss_worse",
    "signal_evidence": "experts_succeed",
    "future_like_past": "new_kinds",
    "inputs_at_decision_time": "all",
    "pretrained_fit": "no",
    "rarest_outcome_count": "from_1000_to_10000",
    "repetition": "massive",
    "response_time": "instant",
}


def of(answers: Mapping[str, object], **other: object) -> Assessment:
    return assess(RULES, {"answers": {**answers, **other}})


def raised(assessment: Assessment) -> set[str]:
    details = {parts_of(detail.rule)[-1] for step in assessment.plan for detail in step.details}
    return (
        details
        | {item.requirement for item in assessment.requirements}
        | {item.risk for item in assessment.risks}
        | {parts_of(step.rule)[-1] for step in assessment.next_steps}
    )


def test_a_written_text_has_no_pauses_and_a_recording_has() -> None:
    text, speech = (brief(found(**TRANSLATION, input_kind=kind)) for kind in ("text", "sound"))
    assert "term differs from the list" in text
    for words in ("pauses", "accent", "recordings"):
        assert words not in text and words in speech


def test_a_translation_is_judged_by_its_grave_errors_and_has_to_be_no_worse() -> None:
    """Who reads the page cannot see a mistranslation, and nobody needs to prefer it to a translator's."""
    judged = found(**TRANSLATION)
    assert judged.metric == "critical_error_rate"
    assert "no_worse_side_by_side" in raised(judged) and "side_by_side" not in raised(judged)
    assert found(**TRANSLATION, never_wrong="none", error_cost="annoying").metric == "human_quality_rating"
    assert "side_by_side" in raised(found(gen_task="draft", answer_agreement="taste"))


def test_nobody_sends_requests_to_a_run_of_translations() -> None:
    pages = raised(found(**TRANSLATION))
    assert not pages & {"stays_in_scope", "one_in_twenty"}
    assert "one_kind_first" in pages
    assert "stays_in_scope" in raised(found(gen_task="converse", action_changes="output_is_product"))


@pytest.mark.parametrize("kind", ["text", "sound"])
def test_a_talk_in_which_nobody_asks_is_not_judged_by_what_was_settled(kind: str) -> None:
    """A practice partner who plays a caller, and a tutor; a helpdesk settles requests."""
    talk = {"gen_task": "converse", "input_kind": kind, "truth_source": "given_text"}
    talk |= {"action_changes": "output_is_product", "acts_alone": "text_only"}
    assert found(**talk, objective_family="quality").metric == "human_quality_rating"
    tutor = found(**talk, objective_family="customer_satisfaction", reaction_to_prediction="replaces_effort")
    assert tutor.metric in (None, "incremental_lift")
    assert found(**talk, objective_family="cost_efficiency").metric == "resolution_rate"
    assert found(**{**talk, "truth_source": "live_records"}, objective_family="quality").metric == "resolution_rate"


@pytest.mark.parametrize("change", [SUMMARY, TALK])
def test_a_simple_way_is_no_rule_where_none_can_be_written(change: dict[str, str]) -> None:
    simple = found(**change)
    assert simple.outcome == "simple_first"
    assert front_of(RULES, simple).headline.startswith("Start with the simple way")
    assert "write_the_rule" not in raised(simple)
    writes = change["gen_task"] == "condense"
    assert ({"simple_way_by_hand", "log_texts"} <= raised(simple)) == writes
    assert ({"log_requests", "commonest_requests"} <= raised(simple)) != writes


def test_a_search_in_use_is_measured_and_tuned_and_not_set_up() -> None:
    search = of(SEARCH)
    assert search.outcome == "simple_first"
    assert front_of(RULES, search).headline.startswith("Start with the search in use")
    assert "measure_the_search" in raised(search)
    assert not raised(search) & {"keyword_search", "rule_on_one_team", "measure_the_list"}
    assert search.metric == "recall_at_k"


def test_manuals_of_machines_come_in_editions_and_readers_of_one_firm_have_no_rights_of_their_own() -> None:
    inside = raised(of(SEARCH, data_rights="inside_only", person_impact="no_people"))
    assert "other_edition" in inside and "rights_of_readers" not in inside
    assert "rights_of_readers" in raised(of(SEARCH, data_rights="inside_only", person_impact="noticeable"))


def test_a_ready_made_model_is_tested_with_few_examples_and_not_trained_on_them() -> None:
    plan = raised(of(FIELDS))
    assert {"test_with_few", "field_sample_size"} <= plan
    assert not plan & {"adapt_with_few", "simple_with_few", "recall_sample_size"}


def test_cases_that_are_judged_are_not_collected_again_and_a_tested_model_not_tried_again() -> None:
    tested = found(**TRANSLATION, pretrained_trial="good_enough")
    assert tested.outcome == "use_pretrained"
    assert "set_judged_cases_aside" in raised(tested)
    assert not raised(tested) & {"collect_test_cases", "fifty_real_requests", "one_prompt_two_models"}
    days = [detail.text for step in found(eval_cases="under_50").plan for detail in step.details]
    assert not any("First week" in text for text in days)
    order = [parts_of(detail.rule)[1] for step in found(eval_cases="under_50").plan for detail in step.details]
    assert order.index("baseline") < order.index("signal_test")


def test_jobs_of_which_there_are_few_need_no_fifty() -> None:
    rare = raised(found(gen_task="condense", repetition="rare", eval_cases="none"))
    assert not rare & {"fifty_real_requests", "without_a_model", "two_people_fifty_cases", "keep_a_third"}
    assert {"few_without_a_model", "by_hand"} <= rare


def test_what_says_the_same_twice_is_said_once() -> None:
    answers = {"gen_task": "converse", "truth_source": "live_records", "team_and_owner": "ml_and_ops"}
    talk = raised(found(**answers, action_changes="output_is_product"))
    assert {"figures_from_records", "logged"} <= talk
    assert not talk & {"copied_from_record", "traceable"}


def test_a_machine_on_a_belt_is_no_web_service_and_no_agent() -> None:
    """A case from a review: tiles pushed off a belt were to be undone within a day, at three times the highest hour."""
    belt = of(TILES)
    assert belt.verdict == "use_ml"
    assert {"machine_waits", "new_kinds_doubtful"} <= raised(belt)
    web = {"undo_drill", "peak_load", "available_while_waiting", "fallback_automatic", "new_kinds_noticed"}
    assert not raised(belt) & web
    card = of(TILES, person_impact="noticeable")
    assert {"undo_drill", "peak_load", "available_while_waiting", "fallback_automatic"} <= raised(card)
    checked = raised(of(TILES, response_time="seconds"))
    assert "answer_in_seconds_to_a_program" in checked and "answer_in_seconds" not in checked


def test_the_link_to_income_speaks_of_no_sales_trial_for_days_of_delay() -> None:
    income = brief(found(**TRANSLATION, objective_family="revenue"))
    assert "extra sales" not in income and "feel pressed" not in income


TALK_ALONE = {**TALK, "truth_source": "world_knowledge", "team_and_owner": "developers_only", "economics": "believed"}
TUTOR = {**TALK_ALONE, "objective_family": "education"}
SERVICE = {**TALK_ALONE, "objective_family": "customer_satisfaction"}


def test_who_teaches_is_no_service_desk() -> None:
    """A hint is right and no solution; nothing is settled, promised or asked by telephone."""
    tutor, service = found(**TUTOR), found(**SERVICE)
    assert (tutor.variant, service.variant) == ("tutor", "converse")
    assert tutor.metric == service.metric == "human_quality_rating"
    own = {"hint_not_solution", "later_without_it", "under_age", "hints_wrong", "learns_less", "classes_by_lot"}
    desk = {"liability_for_words", "one_in_twenty", "world_knowledge_checked", "invented_facts"}
    assert own <= raised(tutor) and not own & raised(service)
    assert desk <= raised(service) and not desk & raised(tutor)
    assert "second contact" not in brief(tutor) and "second contact" in brief(service)


def test_a_translation_is_counted_in_each_language_and_loses_nothing() -> None:
    translation = {**TRANSLATION, "truth_source": "given_text", "exactness": "some_cases_exact"}
    text = raised(found(**translation, input_kind="text"))
    own = {"same_after_conversion", "nothing_lost", "quality_in_each", "lost_on_the_way", "weak_one_hidden"}
    other = {"copied_from_record", "supported_by_the_text", "quality_with_interval"}
    assert own <= text and not other & text and "invented_facts" not in text
    speech = raised(found(**translation, input_kind="sound"))
    assert other <= speech and "misheard" in speech and not own & speech


def test_a_query_is_wrong_by_its_definition_and_not_by_taste() -> None:
    query = raised(found(gen_task="code", truth_source="live_records", answer_agreement="often_disagree"))
    assert {"wrong_query", "approved_definitions"} <= query
    assert not {"invented_figures", "figures_from_records", "side_by_side"} & query


def test_fields_are_checked_by_a_program_and_nothing_is_retrained_that_nobody_trained() -> None:
    invoices = {**FIELDS, "input_kind": "images", "person_impact": "no_people", "error_cost": "costly_fixable"}
    invoices |= {"change_rate": "slow_seasonal", "rarest_outcome_count": "over_10000", "past_answers": "judged"}
    ready = of(invoices, pretrained_fit="exact", pretrained_trial="pleasing")
    assert ready.verdict == "pretrained"
    assert {"fields_checked", "whole_documents_right", "drift_ready_made", "written_to_the_model"} <= raised(ready)
    assert not {"drift", "start_with_a_tenth"} & raised(ready)
    trained = of(invoices, pretrained_fit="no")
    assert trained.verdict == "use_ml"
    assert {"drift", "start_with_a_tenth"} <= raised(trained) and "drift_ready_made" not in raised(trained)


def test_who_writes_from_speech_asks_those_who_spoke() -> None:
    spoken = {**SUMMARY, "person_impact": "informs", "input_kind": "sound"}
    own = {"recorded_agree", "who_said_what", "misheard"}
    assert own <= raised(found(**spoken)) and not own & raised(found(**{**spoken, "input_kind": "text"}))
