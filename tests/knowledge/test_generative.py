"""Kinds of wish, the ladder, and the guard that a brief about generated content speaks of it and not of training."""

from __future__ import annotations

from functools import cache

import pytest

from framework import assess, load_rules
from framework.model.answers import NOT_SURE, Answer
from framework.model.assessment import Assessment
from framework.model.condition import All, Is, Not
from framework.model.rule_index import index_of
from framework.model.sheet import Sheet
from framework.reasoning.proofs import Prover
from framework.report.document import build_document
from framework.report.markdown import to_markdown
from tests.knowledge.cases import result_of
from tests.knowledge.wording import TRAINED

RULES = load_rules()
CASES = {id_: case for id_, case in RULES.case.items() if id_.startswith("g_")}

KINDS = {
    "g_airline_policy_chat": ("answer_from_sources", "search_or_template"),
    "g_car_dealer_chat": ("converse", "search_or_template"),
    "g_charge_text_categories": ("sort_texts", "small_model"),
    "g_clinic_visit_notes": ("draft", "prompt"),
    "g_forum_rules_changing": ("sort_texts_with_a_prompt", "prompt"),
    "g_handbook_assistant": ("answer_from_sources", "nothing"),
    "g_language_radio_speech": ("convert", None),
    "g_live_database_agent": (None, None),
    "g_payment_help_chat": ("converse", "documents"),
    "g_telemetry_plain_questions": ("text_to_query", "examples"),
}
"""Case to its kind of wish and the step of the ladder to start at."""

STARTS_QUICKLY = {"g_telemetry_plain_questions": "prompt"}
"""The step to start at where the quick check does not ask whether a program or a query is wanted."""


@cache
def result(id_: str) -> Assessment:
    return result_of(RULES, CASES[id_])


def _brief(id_: str) -> str:
    return to_markdown(RULES, result(id_), build_document(RULES, result(id_)))


def test_twelve_cases_and_every_verdict_are_about_generative_ai() -> None:
    """Wishes for content to be created, and one that named a language model where a small model does better."""
    content = {case.id for case in RULES.cases if case.answers["answer_kind"] == "create_content"}
    assert len(content) >= 12
    wishes = content | {"g_charge_text_categories"}
    assert {RULES.case[id_].expected.verdict for id_ in wishes} == set(RULES.verdict)


@pytest.mark.parametrize("id_", KINDS)
def test_a_case_is_of_its_kind_and_starts_at_its_step(id_: str) -> None:
    """Extraction, sorting and search stand with their tasks; where nothing is built, there is no kind and no step."""
    assert (result(id_).variant, result(id_).ladder_start) == KINDS[id_]


def _after_the_quick_check(id_: str) -> Assessment:
    answers: dict[str, Answer] = dict(RULES.accept(CASES[id_].answers))
    given: dict[str, Answer] = {}
    while (found := assess(RULES, Sheet(answers=given))).next_question:
        given[found.next_question] = answers.get(found.next_question, NOT_SURE)
    return found


def test_a_brief_after_the_quick_check_starts_at_the_same_step() -> None:
    """A question that was not asked leaves a condition open; what is said must not vanish because of that."""
    content = [id_ for id_, case in CASES.items() if case.answers["answer_kind"] == "create_content"]
    checked = {id_: _after_the_quick_check(id_) for id_ in content}
    tested = {id_: found for id_, found in checked.items() if found.outcome == "test_pretrained"}
    assert len(tested) >= 4
    for id_, found in tested.items():
        assert found.ladder_start == (STARTS_QUICKLY.get(id_) or result(id_).ladder_start), id_
        assert "compare_services" in {step.rule.split("/")[-1] for step in found.next_steps}, id_


@pytest.mark.parametrize("id_", CASES)
def test_no_brief_about_generated_content_speaks_of_training(id_: str) -> None:
    """Nobody who writes a prompt is told to weigh classes or to retrain on labels."""
    assert len(CASES) >= 13
    if result(id_).verdict == "use_ml":
        assert CASES[id_].answers["answer_kind"] != "create_content", "its own small model is trained, so it may"
        return
    assert TRAINED.findall(_brief(id_)) == []


def test_the_guard_sees_what_it_forbids() -> None:
    """A brief for a trained model has such words, and a planted one is found."""
    trained = result_of(RULES, RULES.case["card_payment_fraud"])
    assert TRAINED.findall(to_markdown(RULES, trained, build_document(RULES, trained)))
    assert TRAINED.findall("It is retrained on labels to come; see ROC-AUC and class weights.")


def test_each_thing_to_generate_has_a_kind_with_a_cheaper_way() -> None:
    """What a wish should mainly do chooses its kind, and the brief names the cheaper way before the metric."""
    found = set()
    for option in RULES.questions["gen_task"].options:
        for source in ("given_text", "live_records"):
            answers = {"answer_kind": "create_content", "gen_task": option.id, "truth_source": source}
            assessment = assess(RULES, {"answers": answers})
            if assessment.variant is None:
                assert assessment.task is None, option.id
                continue
            found.add(assessment.variant)
            text = to_markdown(RULES, assessment, build_document(RULES, assessment))
            assert text.index("### The cheaper way") < text.index("### How to evaluate it")
    assert found >= {"answer_from_sources", "condense", "draft", "converse", "act", "code", "convert", "media"}


def test_somebody_who_wants_drafts_is_asked_what_it_should_mainly_do() -> None:
    """The interview comes to the question that decides what the brief speaks of."""
    given = RULES.accept(RULES.case["shop_support_replies"].answers)
    sheet, asked = Sheet(), []
    while question := assess(RULES, sheet).next_question:
        asked.append(question)
        sheet = sheet.answered(question, given.get(question, NOT_SURE))
    assert "gen_task" in asked


def test_every_part_of_a_kind_has_its_rule() -> None:
    """Each variant is resolvable, and so is each of its own fields that a brief cites."""
    index, looked_at = index_of(RULES), 0
    for task in RULES.tasks:
        for variant in task.variants:
            where = f"tasks/{task.id}/variants/{variant.id}"
            fields = ("unit", "output", "inputs", "never_inputs", "misleading", "pitfalls", "example", "framing")
            wanted = [where, f"{where}/cheaper/text", f"{where}/cheaper/model_when"]
            wanted += [f"{where}/{name}" for name in fields if getattr(variant, name)]
            wanted += [f"{where}/metrics/{choice.id or choice.metric}" for choice in variant.metrics or ()]
            assert [id_ for id_ in wanted if index.resolve(id_) is None] == []
            looked_at += len(wanted)
    assert looked_at > 200


def test_dated_evidence_says_what_it_does_not_show() -> None:
    """Each figure in the evidence of a kind has a limit: few cases, an old model, a vendor."""
    facts = [fact for task in RULES.tasks for variant in task.variants for fact in variant.evidence]
    assert len(facts) > 25
    assert [fact.text for fact in facts if not fact.limits] == []


def test_somebody_starts_at_each_step_that_may_be_started_at() -> None:
    """No step is hidden by the ones below it; what to measure and what justifies it stands on each."""
    prover = Prover(RULES)
    before: list[Not] = []
    for step in RULES.ladder:
        if step.start_when:
            assert step.because
            assert prover.compiler.can_hold(All((step.start_when, *before))), step.id
            before.append(Not(step.start_when))
    assert 5 <= len(before) < len(RULES.ladder)
    assert all(step.go_up_when for step in RULES.ladder[1:])
    assert all(step.come_down_when for step in RULES.ladder[2:])


def test_nobody_who_is_refused_starts_anywhere() -> None:
    """Where nothing should be built there is no ladder."""
    prover = Prover(RULES)
    refused = Is("outcome", ("do_not_build",))
    for step in RULES.ladder:
        if step.start_when:
            assert not prover.compiler.can_hold(All((refused, step.start_when))), step.id


def test_the_default_of_a_requirement_stands_in_brackets() -> None:
    """So that a reader sees which number is theirs to choose."""
    statements = [item.statement for family in RULES.requirements for item in family.requirements]
    assert sum("[" in text for text in statements) > 90
    assert [text for text in statements if "for example" in text.lower()] == []


@pytest.mark.parametrize(
    ("exactness", "starts", "tested"),
    [("defined", "search_or_template", "checked_with_gaps"), ("some_cases_exact", "examples", "one_prompt_two_models")],
)
def test_what_must_be_right_every_time_is_not_begun_with_a_prompt(exactness: str, starts: str, tested: str) -> None:
    """The fault says that a model only chooses among checked queries, so that is what is tested first."""
    answers = {**CASES["g_telemetry_plain_questions"].answers, "answer_agreement": "objective", "exactness": exactness}
    found = assess(RULES, {"answers": answers})
    assert found.verdict == "pretrained"
    assert found.ladder_start == starts
    details = {
        detail.rule.rsplit("/", 1)[1] for step in found.plan if step.step == "signal_test" for detail in step.details
    }
    assert {"checked_with_gaps", "one_prompt_two_models"} & details == {tested}
    steps = {step.rule.rsplit("/", 1)[1] for step in found.next_steps}
    assert ("checked_with_gaps" in steps) is ("compare_services" not in steps) is (exactness == "defined")


def test_limits_outside_the_model_are_a_way_to_let_it_act() -> None:
    """As the question itself says: acts that no outside limit caps."""
    rule = next(rule for rule in RULES.outcome["do_not_build"].rules if rule.id == "irreversible_acts")
    assert any("outside the model" in text for text in rule.changes_if)
