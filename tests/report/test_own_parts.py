"""What a lesson shows of an idea: parts of its brief, each for every verdict without an error."""

from __future__ import annotations

import pytest

from framework import assess, load_rules
from framework.model.brief import OWN_PARTS
from framework.model.lesson import LinkBlock
from framework.report.blocks import Bullets, Marks
from framework.report.own_parts import _MAKERS, own_part


def _said(case: str, *wanted: str, rules: tuple[str, ...] = (), lesson: str = "") -> str:
    rulebase = load_rules()
    found = own_part(rulebase, assess(rulebase, rulebase.case[case].sheet()), lesson, wanted, rules)
    return str(found.blocks)


def test_every_part_has_a_maker_and_some_lesson_shows_it():
    shown = {id_ for one in load_rules().lessons for b in one.blocks if isinstance(b, LinkBlock) for id_ in b.own}
    assert set(_MAKERS) == set(OWN_PARTS) == shown


@pytest.mark.parametrize("case", [case.id for case in load_rules().cases][::4])
def test_every_part_can_be_made_of_any_idea(case):
    rulebase = load_rules()
    assessment = assess(rulebase, rulebase.case[case].sheet())
    for lesson in rulebase.lessons:
        found = own_part(rulebase, assessment, lesson.id, OWN_PARTS, ("criteria/scale",))
        assert all(block.items for block in found.blocks if isinstance(block, Bullets))
        assert any(isinstance(block, Marks) for block in found.blocks)


def test_task_measure_and_experience_are_those_of_the_brief():
    said = _said("card_payment_fraud", "learning")
    rulebase = load_rules()
    found = assess(rulebase, rulebase.case["card_payment_fraud"].sheet())
    assert found.framing and found.framing in said
    assert rulebase.metric[found.metric or ""].name in said
    assert all(f"label='{name}'" in said for name in ("Task", "Measure", "Experience"))


def test_experience_is_told_in_the_words_that_somebody_typed():
    """Whoever wrote how the truth becomes known does not read the same in general words."""
    rulebase = load_rules()
    sheet = rulebase.case["card_payment_fraud"].sheet()
    typed = assess(rulebase, sheet.model_copy(update={"words": {**sheet.words, "label": "the scan at the door"}}))
    bare = assess(rulebase, sheet.model_copy(update={"words": {}}))
    said, general = (str(own_part(rulebase, one, "", ("learning",), ()).blocks) for one in (typed, bare))
    assert "Past cases, each with its right answer: the scan at the door." in said
    assert "Past cases" not in general and "label='Experience'" in general


@pytest.mark.parametrize("case", ["shop_support_replies", "c_final_marks", "user_comment_topics"])
def test_answers_that_only_judge_the_results_are_not_called_experience(case):
    """With a ready-made model, a rule, groups or unusual cases nobody learns from recorded answers."""
    said = _said(case, "learning")
    experience, answers = said.split("label='Experience'")[0], said.split("label='Right answers, only to judge")
    assert len(answers) == 2
    assert ("None of your own" in experience) or ("Cases without right answers" in experience)


@pytest.mark.parametrize(
    ("case", "told"),
    [("income_tax_due", "nothing is to be learned"), ("g_handbook_assistant", "put differently first")],
)
def test_an_idea_that_is_not_learned_has_no_task_to_name(case, told):
    said = _said(case, "learning")
    assert told in said and "label=" not in said


def test_what_is_against_it_and_the_criteria_named_are_told():
    assert "Simple way" in _said("photo_preview_crop", "against") or "blocking" in _said(
        "photo_preview_crop", "against"
    )
    named = _said("card_payment_fraud", "criteria", rules=("criteria/scale", "plan/scope"))
    assert load_rules().criterion["scale"].title in named and named.count("label=") == 1


def test_requirements_and_risks_are_the_first_three():
    for part in ("requirements", "risks"):
        rulebase = load_rules()
        assessment = assess(rulebase, rulebase.case["card_payment_fraud"].sheet())
        (block,) = own_part(rulebase, assessment, "", (part,), ()).blocks
        assert isinstance(block, Bullets) and 1 <= len(block.items) <= 3 and not block.rest
        assert all(item.text for item in block.items)
