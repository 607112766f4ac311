"""What a brief says fits what it is worked out from: pictures, sounds, texts, or a table that is looked up."""

from __future__ import annotations

import pytest

from framework import assess, load_rules
from framework.model.assessment import Assessment
from framework.report.document import build_document
from framework.report.front import front_of
from framework.report.text import to_text

RULES = load_rules()
BANANA = {
    "answer_kind": "hidden_now",
    "output_form": "yes_no",
    "legitimacy": ["none_of_these"],
    "rule_writable": "know_when_see",
    "past_inputs": "others",
    "past_answers": "no",
    "answers_obtainable": "mark_weeks",
    "simple_way": "untried",
    "pretrained_fit": "partly",
    "pretrained_trial": "untried",
    "error_cost": ["trivial", "annoying", "costly_fixable", "serious"],
    "goal_stated": ["measurable", "clear_unmeasured", "vague"],
    "data_rights": "yes",
}
OF_TABLES = (
    "closing code",
    "never alerting",
    "best single input",
    "inputs as they were at the moment",
    "counts and times from its history",
)
BILLING = {
    "answer_kind": "create_content",
    "legitimacy": ["none_of_these"],
    "action_changes": ["automatic_action", "person_acts", "output_is_product", "not_named"],
    "goal_stated": ["measurable", "clear_unmeasured", "vague"],
    "reaction_to_prediction": ["no", "mild", "hides_truth", "self_fulfilling", "adversaries"],
    "removable_cause": ["no", "partly"],
    "data_rights": ["yes", "inside_only", "needs_approval"],
    "past_inputs": ["ours", "others"],
    "answer_agreement": ["objective", "mostly_agree", "taste"],
    "outside_text": "only_ours",
    "plan_aim": "same_aim",
    "success_gap": "possible",
    "truth_source": "live_records",
    "never_wrong": "few_listed",
    "pretrained_fit": "exact",
    "pretrained_trial": "untried",
    "eval_cases": "requests_only",
    "economics": "believed",
    "error_cost": "costly_fixable",
    "answers_obtainable": "mark_weeks",
    "simple_way": "tried_short",
    "gen_task": "answer_from_sources",
    "done_today": "people_well",
}


def _brief(found: Assessment) -> str:
    return " ".join(to_text(RULES, found, build_document(RULES, found)).split())


@pytest.mark.parametrize("kind", ["images", "sound", "text"])
@pytest.mark.parametrize("impact", [["no_people", "minor", "informs"], "no_people", "noticeable"])
def test_yes_or_no_from_pictures_sounds_or_texts_has_no_words_of_tables(kind, impact):
    """A case from a student: whether a banana is ripe, from a photo."""
    found = assess(RULES, {"answers": {**BANANA, "input_kind": kind, "person_impact": impact}})
    assert found.task == "binary_classification"
    said = _brief(found)
    assert [words for words in OF_TABLES if words in said] == []


def test_a_table_keeps_the_words_of_tables():
    said = _brief(assess(RULES, {"answers": {**BANANA, "input_kind": "table", "past_answers": "judged"}}))
    assert "closing code" in said
    assert "best single input" in said


def test_pictures_are_split_by_what_they_show_and_tested_elsewhere():
    said = _brief(assess(RULES, {"answers": {**BANANA, "input_kind": "images"}}))
    for words in ("average colour", "same plant, person or device", "on about 31 % of pictures taken elsewhere"):
        assert words in said


def test_what_stands_in_a_table_is_looked_up_and_not_quoted():
    """A case from a product manager: a chatbot about bills was to say "not in our texts" and beat a search."""
    found = assess(RULES, {"answers": BILLING})
    said = _brief(found)
    for words in ("not in our texts", "Today's search", "names its passage", "cited passage"):
        assert words not in said
    for words in ("not in our records", "look-up by a clerk", "looked up by a program"):
        assert words in said


def test_what_stands_in_texts_is_still_quoted():
    said = _brief(assess(RULES, {"answers": {**BILLING, "truth_source": "kept_collection"}}))
    assert "not in our texts" in said


def test_an_assistant_whose_truth_stands_in_a_table_has_to_beat_the_page_and_the_clerk():
    found = assess(RULES, {"answers": {**BILLING, "gen_task": "converse", "acts_alone": "text_only"}})
    assert found.baseline is not None
    assert "clerk who looks them up" in found.baseline


def test_no_first_step_counts_on_judged_cases_that_nobody_has():
    steps = [step.text for step in front_of(RULES, assess(RULES, {"answers": BILLING})).steps]
    assert any("as a test" in step for step in steps)
    assert not any("judged" in step for step in steps)
