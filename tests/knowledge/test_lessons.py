"""The shipped lessons: each complete, its planted faults found by the rules and mended by the answers given."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from framework import assess, load_rules
from framework.model.brief import BRIEF_SECTIONS
from framework.model.lesson import CaseBlock, CheckBlock, InteractiveBlock, LinkBlock, RepairBlock, TextBlock
from framework.reasoning.gaps import gaps
from framework.report.document import section_titles

LESSONS = load_rules().lessons
NUMBERS = {2: "two", 3: "three"}


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
            assert set(block.mended) == set(block.change) <= set(block.answers)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_repair_takes_as_many_answers_as_it_says_and_no_fewer(lesson):
    """Whatever is answered to all other questions that may be changed, a fault remains where one is left as it was."""
    questions = load_rules().closed_questions
    for block in lesson.blocks:
        if isinstance(block, RepairBlock):
            assert f"Change {NUMBERS[len(block.change)]} answers" in block.text
            for kept in block.change:
                others = [id_ for id_ in block.change if id_ != kept]
                ways = [[option.id for option in questions[id_].options] for id_ in others]
                for way in itertools.product(*ways):
                    changed = {
                        id_: [given] if questions[id_].kind == "many" else given
                        for id_, given in zip(others, way, strict=True)
                    }
                    assert assess(load_rules(), _sheet(block, **changed)).faults, (kept, changed)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_every_answer_that_takes_away_a_fault_is_good_or_told_why_not(lesson):
    """So that no answer is approved because nobody thought of it, and nobody is turned away without a reason."""
    questions = load_rules().closed_questions
    for block in lesson.blocks:
        if isinstance(block, RepairBlock):
            for id_ in block.change:
                left, judged = set(), {*block.good(id_), *block.not_good.get(id_, {})}
                for option in questions[id_].options:
                    sheet = _sheet(block, **{**block.mended, id_: block.answer(id_, option.id)})
                    if not assess(load_rules(), sheet).faults:
                        left.add(option.id)
                assert judged == left, id_


def test_every_closed_question_has_a_paragraph_that_says_why_and_every_criterion_one_about_it():
    """`check` names those without one."""
    assert [gap.where for gap in gaps(load_rules()) if "paragraph" in gap.message] == []


def test_every_task_has_an_answer_and_every_lesson_shows_a_part_of_the_readers_own_idea():
    for lesson in LESSONS:
        for block in lesson.blocks:
            if isinstance(block, InteractiveBlock | CaseBlock):
                assert block.answer, f"{lesson.id}/{block.id}"
        (applied,) = (block for block in lesson.blocks if isinstance(block, LinkBlock))
        assert applied.own and applied.sections, lesson.id


def test_the_length_of_an_answer_does_not_give_it_away():
    """The right one is strictly the longest in at most a third of the checks, and not always the shortest either."""
    longest = shortest = checks = 0
    for lesson in LESSONS:
        for block in lesson.blocks:
            if isinstance(block, CheckBlock):
                (right,) = (len(choice.text) for choice in block.choices if choice.right)
                wrong = [len(choice.text) for choice in block.choices if not choice.right]
                checks, longest, shortest = checks + 1, longest + (right > max(wrong)), shortest + (right < min(wrong))
    assert checks >= 20
    assert longest <= checks / 3 and shortest <= checks / 3, (longest, shortest)


def test_every_check_explains_its_tempting_answers():
    checks = [block for lesson in LESSONS for block in lesson.blocks if isinstance(block, CheckBlock)]
    assert all(len(choice.because) > 25 for block in checks for choice in block.choices)


def test_the_place_of_the_right_answer_tells_nothing():
    """No place holds more than half of the right answers, and none all of those of one lesson."""
    places = [
        [
            next(number for number, choice in enumerate(block.choices) if choice.right)
            for block in lesson.blocks
            if isinstance(block, CheckBlock)
        ]
        for lesson in LESSONS
    ]
    counted = Counter(itertools.chain.from_iterable(places))
    assert max(counted.values()) <= counted.total() / 2
    assert all(len(set(lesson)) > 1 for lesson in places)


def test_a_section_of_the_brief_is_named_by_its_id_and_no_heading_is_written_out():
    """So that a heading that is worded anew is right in the lessons, too."""
    said = [block.text for lesson in LESSONS for block in lesson.blocks if hasattr(block, "text")]
    titles = "|".join(map(re.escape, section_titles("").values()))
    assert not [text for text in said if re.search(rf"[Ss]ection “?\"|[\"“]({titles}|Does it pay)\??[\"”]", text)]
    links = [block for lesson in LESSONS for block in lesson.blocks if isinstance(block, LinkBlock)]
    assert {id_ for block in links for id_ in block.sections} == set(BRIEF_SECTIONS)


def test_what_students_asked_for_is_taught():
    said = " ".join(
        f"{block.heading} {block.text}" for lesson in LESSONS for block in lesson.blocks if isinstance(block, TextBlock)
    ).casefold()
    for word in ("generalis", "training data", "test data", "privacy", "security", "interpretab"):
        assert word in said
    for kind in ("supervised", "unsupervised", "reinforcement learning"):
        assert re.search(rf"\b{kind}\b", said)


def test_experience_is_defined_so_that_groups_and_unusual_cases_can_be_learned():
    """The lesson on framing advises both, and neither has right answers."""
    learning = next(block for block in load_rules().lesson["what_ml_is"].blocks if block.id == "learning")
    assert isinstance(learning, TextBlock)
    assert next(point for point in learning.points if point.startswith("Experience:")).count("without") == 1


def test_a_word_of_the_glossary_leads_to_a_paragraph_that_uses_it():
    """Whoever follows the link reads the word, or another one for it, where it is explained."""
    looked_at = 0
    for term in load_rules().glossary:
        if term.lesson is None:
            assert term.block is None, term.id
            continue
        lesson = load_rules().lesson[term.lesson]
        block = next(block for block in lesson.blocks if block.id == term.block)
        shown = block.model_dump(
            exclude={"id", "kind", "questions", "rules", "cases", "sources", "parameters", "controls"}
        )
        said = re.sub(r"\{\w+:\w+\}", "", f"{lesson.title} {json.dumps([*_texts(shown)])}").casefold()
        names = [name.casefold().removeprefix("to ") for name in (term.name, *term.also)]
        assert any(all(word[:-1] in said for word in name.split()) for name in names), term.id  # in any form
        looked_at += 1
    assert looked_at > 40


def _texts(value: object) -> Iterator[str]:
    """The texts in nested data, without the names of its fields."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, str):
        yield value
