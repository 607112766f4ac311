"""The lessons."""

from __future__ import annotations

import re

import pytest
from markupsafe import escape as tag

from framework.model.lesson import CaseBlock, CheckBlock, InteractiveBlock, RepairBlock
from framework.ui.components.lesson.why import learn_why
from framework.ui.escaping import md
from tests.ui.brief_sheets import rules
from tests.ui.looking import dangling, healthy, words


def test_all_lessons_are_listed_and_open(app):
    at = healthy(app("learn"))
    links = " ".join(link.proto.query_string or "" for link in at.get("page_link"))
    assert rules().lessons
    assert all(f"lesson={lesson.id}" in links for lesson in rules().lessons)


def test_the_list_of_lessons_leads_to_the_glossary(app):
    at = healthy(app("learn"))
    (found,) = (link.proto for link in at.get("page_link") if link.proto.label == "Words explained")
    assert found.page.endswith("find")


def test_the_list_of_lessons_leads_to_exercises_and_says_how_many_each_has(app):
    """The minutes are for reading alone."""
    at = healthy(app("learn"))
    (found,) = (link.proto for link in at.get("page_link") if link.proto.label == "Exercises to solve by hand")
    assert found.page.endswith("class")
    said = words(at)
    for lesson in rules().lessons:
        count = sum(isinstance(block, CheckBlock | RepairBlock) for block in lesson.blocks)
        assert f"{lesson.minutes} minutes to read" in said and f"> · {count} exercises<" in said


def test_the_glossary_gives_the_other_names_of_a_word(app):
    """Who has read "feature" or "AUC" elsewhere finds it."""
    said = words(healthy(app("find")))
    for term in rules().glossary:
        if term.also:
            assert f"{tag(term.name)} ({tag(', '.join(term.also))})</dt>" in said
    assert "ROC curve (AUC)" in said and "Input (feature)" in said


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


@pytest.mark.parametrize("language", ["", "fr"])
@pytest.mark.parametrize("lesson", rules().lessons, ids=lambda lesson: lesson.id)
def test_no_line_breaks_between_a_number_and_its_per_cent_sign(app, lesson, language):
    at = healthy(app("learn", lesson=lesson.id, **({"language": language} if language else {})))
    options = [option for radio in at.radio for option in radio.options]
    assert not re.search(r"\d %", "\n".join([words(at), *options]))


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
    assert "Fixed" in said and "The lesson chose" not in said


def said_at(at, key):
    """What stands at the chosen option of a question: where the person has just changed the answer."""
    radio = at.radio(key=key)
    assert [bool(text) for text in radio.proto.captions] == [
        number == radio.index for number in range(len(radio.options))
    ]
    return radio.proto.captions[radio.index]


def test_an_answer_that_only_takes_away_the_fault_is_not_approved_and_its_problem_is_named(app):
    """At the answer itself; no tick, nothing solved, and the choice stays open; the best answer then does count."""
    lesson = rules().lesson["why_use_ml"]
    block = next(block for block in lesson.blocks if isinstance(block, RepairBlock))
    signal, change = (f"repair_{lesson.id}_{block.id}_{id_}" for id_ in ("signal_evidence", "action_changes"))
    at = healthy(app("learn", lesson=lesson.id))
    assert "A fault:" in said_at(at, signal) and "A fault:" in said_at(at, change)
    at.radio(key=signal).set_value("hardly_works").run()
    assert md(block.not_good["signal_evidence"]["hardly_works"]) in said_at(healthy(at), signal)
    at.radio(key=change).set_value("person_acts").run()
    said = words(healthy(at))
    assert "That fault is gone, but" in said_at(at, signal) and "That fault is gone." in said_at(at, change)
    assert "one of your answers is not good yet" in said
    assert not at.success and md(block.because) not in said and "data-lesson-done" not in said
    at.radio(key=signal).set_value("simple_rule_helps").run()
    assert "Fixed" in healthy(at).success[0].value
    assert "Fixed" in said_at(at, signal) and "Fixed" in said_at(at, change)


@pytest.mark.parametrize("lesson", rules().lessons, ids=lambda lesson: lesson.id)
def test_a_framing_to_repair_asks_its_questions_in_full_and_says_each_fault_once(app, lesson):
    """A label alone says little to somebody who was never asked the question."""
    at = healthy(app("learn", lesson=lesson.id))
    said = words(at)
    for block in lesson.blocks:
        if isinstance(block, RepairBlock):
            for id_ in block.answers:
                question, short = rules().questions[id_].text, rules().questions[id_].short
                if id_ in block.change:
                    key = f"repair_{lesson.id}_{block.id}_{id_}"
                    assert at.radio(key=key).label == md(question) and "A fault:" in said_at(at, key)
                else:
                    assert f'<span class="soft">{tag(question)}</span>' in said
                    assert f'<span class="soft">{tag(short)}:</span>' not in said


def test_who_mends_a_framing_in_another_good_way_reads_which_one_the_lesson_chose(app):
    lesson = rules().lesson["why_use_ml"]
    block = next(block for block in lesson.blocks if isinstance(block, RepairBlock))
    prefix = f"repair_{lesson.id}_{block.id}"
    at = healthy(app("learn", lesson=lesson.id))
    at.radio(key=f"{prefix}_signal_evidence").set_value("measured").run()
    at.radio(key=f"{prefix}_action_changes").set_value("person_acts").run()
    said = healthy(at).success[0].value
    assert "Fixed" in said and md(block.because) in said
    assert md(rules().answer_text("signal_evidence", "simple_rule_helps")) in said.partition("The lesson chose:")[2]


def test_a_lesson_names_sections_by_the_headings_that_the_brief_has(app):
    at = healthy(app("learn", lesson="objectives"))
    assert "In your brief, under “Objectives and money”." in words(at)


@pytest.mark.parametrize("lesson", rules().lessons, ids=lambda lesson: lesson.id)
def test_a_lesson_shows_its_part_of_the_idea_that_is_open(app, new_work, lesson):
    """And without one it says so, with a way to begin."""
    at = healthy(app("learn", lesson=lesson.id))
    assert "this page shows what its brief says about this" in words(at) and at.button(key="begin")
    case = rules().case["card_payment_fraud"]
    key = new_work(title="Our payments", answers=dict(case.answers), words=dict(case.words))
    at = healthy(app("learn", lesson=lesson.id, work=key))
    said = words(at)
    assert "Your idea: Our payments" in said and "says nothing about this yet" not in said
    (back,) = (link.proto for link in at.get("page_link") if link.proto.label.startswith("See and change it in"))
    assert f"work={key}" in back.query_string and "part=" in back.query_string


def test_the_answer_to_a_task_is_shown_on_request(app):
    lesson = rules().lessons[0]
    said = words(healthy(app("learn", lesson=lesson.id)))
    answers = [block.answer for block in lesson.blocks if isinstance(block, InteractiveBlock | CaseBlock)]
    assert len(answers) == 2 and all(str(tag(answer)) in said for answer in answers)
    assert said.count("<summary>Show the answer</summary>") == 2


def test_a_fault_that_rests_on_a_block_is_called_by_what_is_wrong(app):
    said = words(healthy(app("learn", lesson="framing")))
    assert "Framing fault:</span> the deciding information is known only afterwards" in said
    assert "Framing fault:</span> Framing fault" not in said


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
