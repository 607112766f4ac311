"""Requirements, risks and steps fit the kind of output: a text about people, a picture, code, a transcript, a voice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from framework import assess, load_rules
from framework.model.assessment import Assessment

RULES = load_rules()

CONTENT = {
    "answer_kind": "create_content",
    "gen_task": "draft",
    "input_kind": "text",
    "legitimacy": ["none_of_these"],
    "action_changes": "person_acts",
    "goal_stated": "measurable",
    "plan_aim": "same_aim",
    "success_gap": "possible",
    "removable_cause": "no",
    "objective_family": "cost_efficiency",
    "team_and_owner": "developers_only",
    "person_impact": "no_people",
    "error_cost": "costly_fixable",
    "error_control": "person_every",
    "check_effort": "shorter",
    "outside_text": "only_ours",
    "explanation_need": "none",
    "reaction_to_prediction": "no",
    "rule_writable": "know_when_see",
    "exactness": "better_on_average",
    "truth_source": "messy_collection",
    "never_wrong": "none",
    "answer_agreement": "mostly_agree",
    "future_like_past": "mostly",
    "change_rate": "slow_seasonal",
    "pretrained_fit": "exact",
    "pretrained_trial": "pleasing",
    "past_inputs": "ours",
    "past_answers": "judged",
    "label_problems": ["sound"],
    "feedback_delay": "months",
    "data_rights": "yes",
    "eval_cases": "under_50",
    "repetition": "frequent",
    "simple_way": "tried_short",
    "done_today": "people_well",
    "economics": "believed",
    "response_time": "no_hurry",
}
TRANSCRIPT = {
    "gen_task": "convert",
    "input_kind": "sound",
    "truth_source": "given_text",
    "team_and_owner": "supplier_runs",
    "person_impact": "significant",
    "person_checks": ["target_true", "contestable"],
    "never_wrong": "many_open",
    "exactness": "some_cases_exact",
    "pretrained_fit": "partly",
    "may_decline": "often",
    "eval_cases": "over_200",
    "data_rights": "inside_only",
    "error_cost": "serious",
}
VOICE = {
    "gen_task": "act",
    "input_kind": "sound",
    "truth_source": "live_records",
    "team_and_owner": "supplier_runs",
    "action_changes": "automatic_action",
    "acts_alone": "reversible",
    "error_control": "undo",
    "person_impact": "noticeable",
    "never_wrong": "few_listed",
    "response_time": "instant",
}
PICTURES = {
    "gen_task": "media",
    "input_kind": "images",
    "truth_source": None,
    "never_wrong": None,
    "person_impact": "minor",
    "check_effort": "glance",
    "answer_agreement": "taste",
}
CODE = {"gen_task": "code", "truth_source": "given_text", "acts_alone": "text_only"}
DOCUMENTS = {
    "answer_kind": "locate_parts",
    "piece_kind": "mark_words",
    "input_kind": "images",
    "worse_error": "about_equal",
    "gen_task": None,
    "truth_source": None,
    "never_wrong": None,
    "check_effort": None,
    "outside_text": None,
    "exactness": None,
    "eval_cases": None,
    "error_control": "person_unsure",
    "signal_evidence": "experts_succeed",
    "pretrained_fit": "partly",
    "pretrained_trial": "fell_short",
    "rarest_outcome_count": "over_10000",
    "team_and_owner": "ml_and_ops",
    "response_time": "minutes",
}


def _found(change: Mapping[str, Any], numbers: Mapping[str, float] | None = None) -> Assessment:
    answers = {id_: given for id_, given in {**CONTENT, **change}.items() if given is not None}
    return assess(RULES, {"answers": answers, "numbers": numbers or {}})


def _raised(found: Assessment) -> set[str]:
    """Ids of the requirements, risks, plan details, decouplings and remarks."""
    return (
        {f"{item.family}/{item.requirement}" for item in found.requirements}
        | {f"risks/{item.risk}" for item in found.risks}
        | {detail.rule for step in found.plan for detail in step.details}
        | {item.rule for item in found.remarks}
        | {item.rule for item in found.decouplings}
    )


def _said(found: Assessment, requirement: str) -> str:
    return next(item.statement for item in found.requirements if f"{item.family}/{item.requirement}" == requirement)


@pytest.mark.parametrize(
    ("change", "there", "absent"),
    [
        (PICTURES, {"risks/copyright_likeness"}, {"risks/code_licence"}),
        (CODE, {"risks/code_licence"}, {"risks/copyright_likeness"}),
        (
            {**CODE, "truth_source": "live_records"},
            {"risks/wrong_query"},
            {"risks/copyright_likeness", "risks/code_licence", "risks/invented_facts"},
        ),
        (
            {"data_rights": "inside_only", "person_impact": "minor"},
            {"risks/copies_inside", "plan/run/details/pin_your_version"},
            {
                "cost/cache_fixed_part",
                "privacy/supplier_contract",
                "risks/data_retention",
                "plan/run/details/pin_the_version",
                "remarks/provider_may_change",
            },
        ),
        (
            {"person_impact": "minor"},
            {"cost/cache_fixed_part", "privacy/supplier_contract", "risks/data_retention"},
            {"risks/copies_inside", "plan/run/details/pin_your_version"},
        ),
        (
            {"exactness": "some_cases_exact", "never_wrong": "few_listed"},
            {"generation_quality/copied_from_record"},
            {"reliability/exact_part", "decouplings/exact_part_outside"},
        ),
        (
            {"person_impact": "significant", "explanation_need": "reasons", "reaction_to_prediction": "mild"},
            {"contestability/correction", "interpretability/shown_basis", "fairness/error_gap"},
            {
                "contestability/appeal",
                "interpretability/true_reasons",
                "interpretability/what_to_change",
                "risks/score_becomes_target",
            },
        ),
        (
            PICTURES,
            {"generation_quality/worth_editing"},
            {"generation_quality/facts_right", "privacy/listed_fields", "decouplings/write_then_check"},
        ),
        (
            {"gen_task": "condense", "may_decline": "seldom", "truth_source": "given_text"},
            {"generation_quality/checking_saves_time"},
            {"generation_quality/narrow_topics", "generation_quality/worth_editing"},
        ),
        (
            TRANSCRIPT,
            {
                "generation_quality/marks_gaps",
                "fairness/word_errors",
                "plan/signal_test/details/supplier_answers_unseen",
            },
            {
                "generation_quality/declines_rightly",
                "fairness/error_gap",
                "plan/signal_test/details/simple_model_on_newest",
            },
        ),
        (
            VOICE,
            {"generation_quality/read_back", "latency/reply_begins", "risks/invented_figures"},
            {"latency/instant_answer", "latency/first_word_fast", "risks/invented_facts"},
        ),
        (DOCUMENTS, {"reliability/abstain_by_part"}, {"risks/skew", "data_quality/same_in_use", "reliability/abstain"}),
    ],
    ids=[
        "pictures may be of real people",
        "code has licences",
        "a query has neither",
        "inside there is no supplier",
        "outside there is one",
        "exact parts are copied, once",
        "a text about a person is no score",
        "pictures make no claims",
        "a summary has no topics",
        "a transcript",
        "a voice on the phone",
        "fields on scanned pages",
    ],
)
def test_what_is_raised_fits_the_output(change: Mapping[str, Any], there: set[str], absent: set[str]) -> None:
    raised = _raised(_found(change))
    assert there <= raised
    assert absent & raised == set()


def test_a_page_that_waits_has_to_be_fast_also_where_a_supplier_runs_it() -> None:
    raised = _raised(_found({**DOCUMENTS, "team_and_owner": "supplier_runs", "response_time": "instant"}))
    assert "latency/instant_answer" in raised


def test_hours_of_checking_are_those_of_the_numbers_where_there_are_any() -> None:
    """140,000 papers, of which 35 % are looked at for 3 minutes; and 9,000 drafts that take 5 minutes each."""
    asked = {question.role: question.id for question in RULES.questions.values() if question.role}
    papers = {"volume": 140_000, "minutes_today": 11, "minutes_review": 3, "share_reviewed": 0.35, "cost_minute": 0.8}
    papers |= {"wrong_today": 0.02, "wrong_accepted": 0.01, "wrong_reviewed": 0.008, "cost_wrong": 60}
    drafts = {
        "volume": 9000,
        "minutes_today": 22,
        "minutes_check": 5,
        "minutes_finish": 6,
        "usable": 0.6,
        "cost_minute": 1,
        **{"slip_today": 0, "slip_draft": 0, "cost_slip": 0},
    }
    for change, given, hours in ((DOCUMENTS, papers, "2,450 hours"), ({}, drafts, "750 hours")):
        found = _found(change, {asked[role]: number for role, number in given.items()})
        assert hours in _said(found, "cost/checking_in_the_budget")
        assert "33 hours" in _said(_found(change), "cost/checking_in_the_budget")
    checked = {"error_control": "person_every"}
    read = _found(checked, {asked[role]: number for role, number in drafts.items()})
    assert "750 hours" in _said(read, "oversight/review_time")
    assert "[2 minutes]" in _said(_found(checked), "oversight/review_time")


def test_what_passes_unseen_is_as_often_right_as_today_where_that_is_known() -> None:
    asked = {question.role: question.id for question in RULES.questions.values() if question.role}
    known = _found(DOCUMENTS, {asked["wrong_today"]: 0.02})
    assert "as large a share is right as today" in _said(known, "reliability/abstain_by_part_as_today")
    assert "[95 %]" in _said(_found(DOCUMENTS), "reliability/abstain_by_part")


def test_six_labels_that_one_person_gives_at_once_need_no_models_of_their_own_pace() -> None:
    several = {**DOCUMENTS, "answer_kind": "hidden_now", "piece_kind": None, "output_form": "several_labels"}
    several |= {"input_kind": "table", "change_rate": "monthly", "inputs_at_decision_time": "all"}
    assert "decouplings/fast_and_slow_labels" not in _raised(_found(several))
    assert "decouplings/fast_and_slow_labels" in _raised(_found({**several, "past_answers": "by_itself"}))


def test_the_plan_of_a_refusal_speaks_of_no_data_work_and_no_contract_for_a_model() -> None:
    refused = _found({**TRANSCRIPT, "check_effort": "as_long"})
    assert refused.verdict == "dont_use_ml"
    raised = _raised(refused)
    assert raised & {"plan/scope/details/notice_and_appeal", "plan/scope/details/contract_with_supplier"} == set()
    assert "framing" not in next(step.done_when for step in refused.plan if step.step == "scope")


def test_a_yes_or_no_is_judged_at_its_cut_where_both_mistakes_are_alike() -> None:
    """Not by an area, which averages over cuts that nobody will use."""
    case = next(case for case in RULES.cases if case.id == "c_cropland_map")
    kept = {id_: given for id_, given in case.answers.items() if id_ != "piece_kind"}
    answers = {**kept, "answer_kind": "hidden_now", "output_form": "yes_no"}
    alike = assess(RULES, {"answers": {**answers, "worse_error": "about_equal"}})
    worse = assess(RULES, {"answers": {**answers, "worse_error": "miss_worse"}})
    assert (alike.task, alike.metric) == ("binary_classification", "f1")
    assert (worse.task, worse.metric) == ("binary_classification", "roc_auc")
