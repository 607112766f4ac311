"""The shipped lessons: each complete, its planted faults found by the rules and mended by the answers given."""

from __future__ import annotations

from collections import Counter

import pytest

from framework import assess, load_rules
from framework.model.lesson import CheckBlock, RepairBlock, TextBlock
from framework.model.rule_id import CRITERIA, rule_id

LESSONS = load_rules().lessons


def _sheet(block: RepairBlock, **changed: object) -> dict[str, object]:
    return {"answers": {**block.answers, **changed}}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_lesson_has_everything_that_a_lesson_needs(lesson):
    kinds = Counter(block.kind for block in lesson.blocks)
    assert (kinds["story"], kinds["check"], kinds["repair"], kinds["summary"]) == (1, 3, 1, 1)
    assert kinds["interactive"] >= 1 and kinds["example"] >= 1 and kinds["case"] == 1
    assert 6 <= lesson.minutes <= 10
    assert any(block.questions for block in lesson.blocks)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_the_rules_find_exactly_the_planted_faults_and_none_when_it_is_mended(lesson):
    for block in lesson.blocks:
        if isinstance(block, RepairBlock):
            found = {fault.rule for fault in assess(load_rules(), _sheet(block)).faults}
            assert found == set(block.planted)
            assert not assess(load_rules(), _sheet(block, **block.mended)).faults
            assert set(block.mended) <= set(block.change) <= set(block.answers)


def test_every_closed_question_has_a_paragraph_that_says_why():
    assert set(load_rules().closed_questions) - set(load_rules().taught) == set()


def test_every_criterion_has_a_paragraph_that_is_about_it():
    named = {id_ for lesson in LESSONS for block in lesson.blocks for id_ in block.rules}
    assert [id_ for id_ in load_rules().criterion if rule_id(CRITERIA, id_) not in named] == []


def test_every_check_explains_its_tempting_answers():
    checks = [block for lesson in LESSONS for block in lesson.blocks if isinstance(block, CheckBlock)]
    assert all(len(choice.because) > 25 for block in checks for choice in block.choices)


def test_what_students_asked_for_is_taught():
    said = " ".join(
        f"{block.heading} {block.text}" for lesson in LESSONS for block in lesson.blocks if isinstance(block, TextBlock)
    ).casefold()
    for word in ("generalis", "training data", "test data", "privacy", "security", "interpretab"):
        assert word in said
