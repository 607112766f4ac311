"""What has to exist before anything is trained or tested: a trial, marks, answers that are known by then."""

from __future__ import annotations

from typing import Any

import pytest

from framework import assess
from framework.model.assessment import Assessment
from framework.model.rule_id import parts_of
from framework.report.document import build_document
from framework.report.front import front_of
from framework.report.text import to_text
from tests.knowledge.cases import CASES, RULEBASE

IDS = {question.role: id_ for id_, question in RULEBASE.questions.items() if question.kind == "number"}
OFFERS = {"volume": 7_200, "rate_without": 0.64, "rate_with": 0.67, "value": 190, "cost_treat": 14.5}


def found_for(case: str, numbers: dict[str, float] | None = None, **changed: Any) -> Assessment:
    """A worked case with some answers changed and these numbers only."""
    answers = {**CASES[case].answers, **changed}
    given = {IDS[role]: number for role, number in (numbers or {}).items()}
    words = {"label": "what came out", "unit": "case", "output": "whether it is one"}
    return assess(RULEBASE, {"answers": answers, "words": words, "numbers": given})


def steps(found: Assessment) -> dict[str, str]:
    return {parts_of(step.rule)[-1]: step.text for step in found.next_steps}


def details(found: Assessment) -> set[str]:
    return {parts_of(detail.rule)[-1] for step in found.plan for detail in step.details}


def churn(numbers: dict[str, float] | None = None, **changed: Any) -> Assessment:
    asked: dict[str, Any] = {
        "plan_aim": "same_aim",
        "signal_evidence": "plausible",
        "simple_way": "tried_short",
        **changed,
    }
    return found_for("churn_retention_offers", numbers, **asked)


def test_whom_an_action_changes_is_first_tried_by_lot_and_for_as_long_as_that_takes() -> None:
    """A case from a review: a trial of "4 weeks" for 7,200 cases a year, and a model within a week without a trial."""
    found = churn(OFFERS)
    assert found.outcome == "test_signal_first"
    (trial,) = (step for step in found.next_steps if step.rule.endswith("/action_by_lot"))
    assert "until there are 4,020 cases in each half" in trial.text
    assert trial.days == 5 * 59
    assert not {"time_box", "hold_out_newest", "hold_out_places", "learning_curve"} & steps(found).keys()
    assert not {"split_by_time", "simple_model_on_newest", "rule_in_use"} & details(found)
    assert {step.step for step in found.plan} >= {"trial"} and "signal_test" not in {step.step for step in found.plan}
    (unknown,) = (step for step in churn().next_steps if step.rule.endswith("/action_by_lot"))
    assert "work out first how many cases" in unknown.text and unknown.days == 60


@pytest.mark.parametrize(("volume", "days", "told"), [(1_000, 2_090, "8 years"), (3_216, 650, "3 years")])
def test_a_time_of_years_is_told_in_years(volume: int, days: int, told: str) -> None:
    """Two years and a half are no two."""
    found = churn({**OFFERS, "volume": volume})
    assert days in [step.days for step in found.next_steps]
    assert told in [step.when for step in front_of(RULEBASE, found).steps]


def test_whom_an_action_changes_is_learned_from_a_trial() -> None:
    """A case from a review: "learned from known answers (whether they renewed)", which are no answers to "would it"."""
    assert "learned from a trial by lot (what came out)" in (churn().framing or "")
    aims_elsewhere = found_for("churn_retention_offers", signal_evidence="plausible")
    assert aims_elsewhere.verdict == "reframe" and "action_by_lot" in steps(aims_elsewhere)


@pytest.mark.parametrize(("record", "anew"), [(["sound"], False), (["past_decisions", "only_accepted"], True)])
def test_past_decisions_are_neither_learned_from_nor_the_test_of_a_ready_made_model(
    record: list[str], anew: bool
) -> None:
    """A case from a review: "do not train a score on these records", then "a small model of your own judged texts"."""
    asked: dict[str, Any] = {"pretrained_fit": "exact", "pretrained_trial": "untried", "past_answers": "judged"}
    found = found_for("survey_comment_labels", label_problems=record, answers_obtainable="mark_weeks", **asked)
    assert found.verdict == "pretrained"
    assert ("judge_anew" in steps(found), "collect_test_cases" in steps(found)) == (anew, not anew)
    assert ("own_small_model" in steps(found)) is not anew
    assert ("draw_from_all" in details(found), "draw_test_cases" in details(found)) == (anew, not anew)
    assert ("answers that two people give anew" in (found.framing or "")) is anew


@pytest.mark.parametrize("delay", ["days_weeks", "months"])
def test_the_newest_answers_are_held_back_once_they_are_known(delay: str) -> None:
    """A case from a review: fraud known after months, and the newest weeks, still without any, as the test."""
    found = found_for("card_payment_fraud", feedback_delay=delay, past_answers="by_itself")
    whole = " ".join(to_text(RULEBASE, found, build_document(RULEBASE, found)).split())
    assert "the newest period for which all answers are known" in whole and "the newest cases, or" not in whole
    assert ("gap_before_the_test" in details(found)) is (delay == "months")


@pytest.mark.parametrize("known", ["few", "no", "judged"])
def test_pairs_are_judged_before_anything_is_compared_on_them(known: str) -> None:
    """A case from a review: hardly a pair was judged, and the first step was to hold some back."""
    asked: dict[str, Any] = {
        "signal_evidence": "tested_in_part",
        "past_answers": known,
        "answers_obtainable": "mark_weeks",
    }
    found = found_for("same_place_records", **asked)
    assert found.outcome == "test_signal_first"
    first = known != "judged"
    assert ("judged_pairs" in steps(found)) is first
    assert bool({"hold_out_places", "hold_out_newest", "learning_curve"} & steps(found).keys()) is not first


@pytest.mark.parametrize(("share", "days"), [(0.015, 5), (0.00002, 5 * 87), (None, 20)])
def test_marking_takes_as_long_as_cases_take_to_come_up(share: float | None, days: int) -> None:
    """A case from a review: "until there are 50 (4 weeks)" of what turns up 250 times a day, and nobody marked any."""
    numbers = {"volume": 6_000_000} | ({"base_rate": share} if share else {})
    asked: dict[str, Any] = {"past_answers": "normal_only", "answers_obtainable": "mark_weeks", "pretrained_fit": "no"}
    found = found_for("glass_scratch_inspection", numbers, **asked)
    assert found.outcome == "label_first" and "labelling_guide" in steps(found)
    (aside,) = (step for step in found.next_steps if step.rule.endswith("/put_aside"))
    assert aside.text.startswith("From now on, mark every case") and aside.days == days


def test_what_is_rare_is_among_the_cases_that_are_tried() -> None:
    """A case from a review: 30 past cases at random, none of them known, where one in 80 is real."""
    for id_ in ("rule_writable", "signal_evidence", "simple_way"):
        told = RULEBASE.questions[id_].find_out or ""
        assert (
            "(half of them rare kinds, if there are any)" in told
            and "rare kinds apart" in told
            and " with known " in told
        )
    assert "20 of the unwanted cases" in (RULEBASE.questions["removable_cause"].find_out or "")


@pytest.mark.parametrize("acts", ["automatic_action", "person_acts"])
def test_where_a_program_acts_there_is_no_list_to_count_on(acts: str) -> None:
    """A case from a review: precision among the first K, where cards are held one by one and nobody has a list."""
    found = found_for("card_payment_fraud", {"capacity": 1_500}, action_changes=acts)
    assert found.task == "binary_classification"
    assert (found.metric == "precision_at_k") is (acts == "person_acts")


def test_always_no_is_no_baseline() -> None:
    """A case from a review: "the most frequent answer" to beat, which was never, and a rule had been named."""
    found = found_for("card_payment_fraud", done_today="nothing")
    (told,) = (each.text for step in found.plan for each in step.details if each.rule.endswith("/simplest_guess"))
    assert "most frequent" not in told and told.startswith("Compare with the simple way that you named")
