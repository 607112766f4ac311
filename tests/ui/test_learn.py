"""The lessons."""

from __future__ import annotations

import pytest
from markupsafe import escape as tag

from framework.model.lesson import CheckBlock, InteractiveBlock, RepairBlock
from framework.ui.components.lesson.why import learn_why
from framework.ui.escaping import md
from tests.ui.brief_sheets import rules
from tests.ui.looking import dangling, healthy, words


def test_all_lessons_are_listed_and_open(app):
    at = healthy(app("learn"))
    links = " ".join(link.proto.query_string or "" for link in at.get("page_link"))
    assert rules().lessons
    assert all(f"lesson={lesson.id}" in links for lesson in rules().lessons)


@pytest.mark.parametrize("lesson", rules().lessons, ids=lambda lesson: lesson.id)
def test_a_lesson_shows_every_block_with_what_it_has(app, lesson):
    at = healthy(app("learn", lesson=lesson.id))
    said = words(at)
    assert not dangling(said)
    for block in lesson.blocks:
        assert md(block.heading) in said
        for source in block.sources:
            assert tag(rules().source[source].title) in said
    for criterion in rules().criteria:
        if criterion.lesson == lesson.id:
            assert tag(criterion.title) in said
    plays = [block for block in lesson.blocks if isinstance(block, InteractiveBlock)]
    assert len(at.slider) == sum(len(block.controls) for block in plays)
    assert len(at.get("plotly_chart")) >= len(plays)
    for block in lesson.blocks:
        for id_ in block.change if isinstance(block, RepairBlock) else ():  # a menu would cut its options on a phone
            shown = at.radio(key=f"repair_{lesson.id}_{block.id}_{id_}").options
            assert shown == [md(option.text) for option in rules().questions[id_].options]


def test_a_slider_changes_the_sentence(app):
    lesson, block = next(
        (one, block) for one in rules().lessons for block in one.blocks if isinstance(block, InteractiveBlock)
    )
    at = app("learn", lesson=lesson.id)
    before, control = words(at), block.controls[0]
    at.slider(key=f"slide_{block.id}_{control.name}").set_value(int(control.maximum)).run()
    assert words(healthy(at)) != before


def test_a_wrong_choice_and_the_right_one_are_explained(app):
    lesson = rules().lessons[0]
    block = next(block for block in lesson.blocks if isinstance(block, CheckBlock))
    at = app("learn", lesson=lesson.id)
    for number, choice in enumerate(block.choices):
        at.radio(key=f"check_{lesson.id}_{block.id}").set_value(number).run()
        found = at.success if choice.right else at.warning
        assert md(choice.because) in found[0].value


def test_a_framing_is_mended_by_its_answers(app):
    lesson = rules().lessons[0]
    block = next(block for block in lesson.blocks if isinstance(block, RepairBlock))
    at = app("learn", lesson=lesson.id)
    assert "The rules find" in words(at)
    at.button(key=f"repair_{lesson.id}_{block.id}_show").click().run()
    said = next(found.value for found in healthy(at).success if md(block.because) in found.value)
    assert "Fixed" in said and "better way" not in said


@pytest.mark.parametrize("explained", ["none", "overall"])
def test_who_mends_a_framing_in_another_way_reads_that_the_faults_are_gone_and_what_is_better(app, explained):
    """Only the answers that differ from those of the lesson are named."""
    lesson = rules().lesson["ml_vs_software"]
    block = next(block for block in lesson.blocks if isinstance(block, RepairBlock))
    at = healthy(app("learn", lesson=lesson.id))
    prefix = f"repair_{lesson.id}_{block.id}"
    at.radio(key=f"{prefix}_exactness").set_value("better_on_average")
    at.radio(key=f"{prefix}_explanation_need").set_value(explained).run()
    said = next(found.value for found in healthy(at).success if md(block.because) in found.value)
    assert "The faults are gone" in said and "Fixed" not in said
    for id_, given in block.mended.items():
        answer = tuple(given) if isinstance(given, list) else given
        assert (md(rules().answer_text(id_, answer)) in said.partition("a better way:")[2]) == (given != explained)


def test_a_lesson_names_sections_by_the_headings_that_the_brief_has(app):
    at = healthy(app("learn", lesson="objectives"))
    assert "In the brief, below: <strong>Objectives and money</strong>" in words(at)


def test_a_question_leads_to_its_paragraph():
    for id_, (lesson, block) in rules().taught.items():
        assert id_ in block.questions
        assert block in lesson.blocks
    lesson = rules().lessons[0]
    assert f"lesson={lesson.id}#{lesson.blocks[0].id}" in learn_why(lesson, lesson.blocks[0])


def test_an_unknown_lesson_gives_the_list(app):
    at = healthy(app("learn", lesson="<b>nobody</b>"))
    assert "There is no lesson at this address" in words(at)


def test_a_lesson_and_all_of_them_can_be_printed_without_answers(app):
    for where in ({"lesson": rules().lessons[0].id}, {}):
        at = healthy(app("learn", **where))
        at.checkbox(key="handout_answers").set_value(False).run()
        assert [item.proto.label for item in healthy(at).get("download_button")] == ["PDF", "Web page"]
