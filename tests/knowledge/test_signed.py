"""Briefs read as if to be signed: what stands in them fits the answers, the words and the numbers of the sheet."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from framework import assess, load_rules
from framework.model.assessment import Assessment
from framework.report.document import build_document
from framework.report.markdown import to_markdown
from framework.report.sections.context import by_gravity

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
    choices = RULES.task["retrieval"].variants[0].metrics or ()
    assert result("help_centre").metric == "answer_correctness"
    assert [choice.metric for choice in choices[:3]] == ["answer_correctness", "answers_wrong", "recall_at_k"]


def test_fields_that_a_person_corrects_are_counted_one_by_one() -> None:
    """No beta was given; where a program acts and nobody corrects it, a miss still weighs more."""
    assert result("contract_fields").metric == "exact_match_per_field"
    unseen = changed("contract_fields", action_changes="automatic_action", error_control="noticed_late")
    assert unseen.metric == "f_beta"


def test_a_goal_of_extraction_is_not_reached_by_any_model() -> None:
    """ "More documents need no touch" holds of every model where all of them are typed by hand today."""
    assert "fewer minutes than with" in (result("contract_fields").ml_objective or "")


def test_a_simple_rule_is_tested_on_past_answers_and_learns_from_none() -> None:
    """A keyword search has no training loss, whatever a model in its place would have."""
    assert result("manual_search").verdict == "heuristics_first"
    assert "tested on known answers" in (result("manual_search").framing or "")
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
