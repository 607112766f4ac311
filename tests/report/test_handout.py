"""The lessons as a document to print: everything that is taught is in it, and what is typed in the rules stays text."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from markupsafe import escape

from framework import load_rules
from framework.errors import UserError
from framework.model.lesson import CaseBlock, CheckBlock, InteractiveBlock, PictureBlock, RepairBlock
from framework.report import charts
from framework.report.handout import ANSWERS, Contents, file_name, handout, render_handout
from framework.report.wording import cited
from tests.cli.running import ROOT, TINY, run


def test_the_page_has_every_block_every_figure_and_every_source():
    rulebase = load_rules()
    page = render_handout("html", rulebase).decode()
    assert "In your brief, under “Objectives and money”." in page
    for lesson in rulebase.lessons:
        assert escape(lesson.summary) in page
        for block in lesson.blocks:
            assert f"<h3>{escape(block.heading)}</h3>" in page
        assert all(rulebase.source[id_].url in page for id_ in lesson.sources)
    pictured = [
        b for lesson in rulebase.lessons for b in lesson.blocks if isinstance(b, InteractiveBlock | PictureBlock)
    ]
    assert page.count("<svg") >= len(pictured)


def test_what_needs_a_screen_is_named_with_its_address_and_a_repair_can_be_done_on_paper():
    rulebase = load_rules()
    page = render_handout("html", rulebase, Contents(learn="https://example.org/learn?lang=fr")).decode()
    for lesson in rulebase.lessons:
        for block in lesson.blocks:
            if isinstance(block, InteractiveBlock | RepairBlock):
                assert f"https://example.org/learn?lang=fr&amp;lesson={lesson.id}#{block.id}" in page
            if isinstance(block, RepairBlock):
                for id_ in block.change:
                    assert all(str(escape(one.text)) in page for one in rulebase.closed_questions[id_].options)
    assert "in the lessons of the application" in render_handout("html", rulebase).decode()


def test_a_result_stands_with_the_settings_that_it_comes_from():
    """On paper nobody sees the sliders."""
    page = render_handout("html", load_rules()).decode()
    unit = "\N{NO-BREAK SPACE}%"
    said = f"Settings: Cases a year 20,000; Real faults among all cases 2{unit}; Real faults that are caught 80{unit}; "
    assert said in page
    played = [b for lesson in load_rules().lessons for b in lesson.blocks if isinstance(b, InteractiveBlock)]
    assert page.count("Settings: ") == len(played) > 5


def test_paper_asks_for_nothing_that_only_a_screen_can_do_but_where_it_says_so():
    blocks = [block for lesson in load_rules().lessons for block in lesson.blocks]
    said = [block.text for block in blocks if hasattr(block, "text")]
    said += [choice.because for block in blocks if isinstance(block, CheckBlock) for choice in block.choices]
    assert not [text for text in said if re.search(r"\b(Move|Watch|Drag|slider|just done|interactive)\b", text)]


def test_our_own_judgement_is_no_reference():
    rulebase = load_rules()
    assert cited(rulebase.source["own"]) == "Our own judgement"
    page = render_handout("html", rulebase).decode()
    assert "Our own judgement" in page
    assert "rules/README.md" not in page and "maintainers of" not in page and "seed deck" not in page


def test_the_sources_of_a_lesson_stay_together_and_lessons_follow_each_other():
    """So that no page holds little but sources; only the answers begin on a page of their own."""
    *lessons, answers = handout(load_rules(), charts.LIGHT)["sections"]
    assert all(len(lesson["notes"]) == 1 and not lesson["new_page"] for lesson in lessons) and answers["new_page"]
    read = pypdf.PdfReader(io.BytesIO(render_handout("pdf", load_rules())))
    full = [len(page.extract_text()) for page in read.pages]
    assert sum(length < 1500 for length in full) <= 2, full


@pytest.mark.parametrize("answers", [True, False])
def test_one_lesson_with_or_without_answers(answers):
    rulebase = load_rules()
    lesson = rulebase.lesson["when_to_use_ml"]
    contents = Contents(lesson.id, answers)
    page = render_handout("html", rulebase, contents).decode()
    assert str(escape(f"3. {lesson.title}")) in page
    assert not any(f'id="{other.id}"' in page for other in rulebase.lessons if other != lesson)
    checks = [block for block in lesson.blocks if isinstance(block, CheckBlock)]
    assert all((str(escape(choice.because)) in page) == answers for block in checks for choice in block.choices)
    assert file_name("pdf", contents) == f"lesson-when-to-use-ml{'' if answers else '-without-answers'}.pdf"
    with pytest.raises(UserError, match="requirements"):
        render_handout("html", rulebase, Contents("requiremnts"))


def test_the_command_writes_one_lesson():
    done = run(
        "handout",
        "--lesson",
        "framing",
        "--without-answers",
        "--address",
        "http://a/",
        "--format",
        "html",
        rules=ROOT / "rules",
    )
    assert done.returncode == 0, done.stderr
    assert "http://a/learn?lesson=framing#repair" in done.stdout and "<h2>Answers" not in done.stdout


def test_the_answers_come_last_and_nowhere_else():
    rulebase = load_rules()
    *lessons, answers = handout(rulebase, charts.LIGHT)["sections"]
    assert answers["id"] == ANSWERS
    for lesson in rulebase.lessons:
        for block in lesson.blocks:
            if isinstance(block, CheckBlock):
                assert all(choice.because in str(answers) for choice in block.choices)
                assert not any(choice.because in str(lessons) for choice in block.choices)
            if isinstance(block, RepairBlock):
                assert block.because in str(answers)
            if isinstance(block, InteractiveBlock | CaseBlock):
                assert block.answer and block.answer in str(answers) and block.answer not in str(lessons)


def test_the_answers_say_what_is_wrong_in_a_framing_to_repair():
    rulebase = load_rules()
    page = render_handout("html", rulebase).decode()
    assert "Framing fault" not in page
    blocks = [b for lesson in rulebase.lessons for b in lesson.blocks if isinstance(b, RepairBlock)]
    fault = {f"faults/{fault.id}": fault.message for fault in rulebase.faults}
    for block in blocks:
        for id_ in block.planted:
            assert str(escape(fault[id_].split(". ")[0])) in page


def test_no_colon_follows_a_question_mark():
    assert "?:" not in render_handout("html", load_rules()).decode()
    made = render_handout("pdf", load_rules())
    assert "?:" not in "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("letter", 612)])
def test_the_pdf_is_tagged_and_the_same_again(paper, width):
    made = render_handout("pdf", load_rules(), paper=paper)
    read = pypdf.PdfReader(io.BytesIO(made))
    assert round(float(read.pages[0].mediabox.width)) == width
    assert "/MarkInfo" in dict(read.root_object)
    said = " ".join(page.extract_text() for page in read.pages)
    assert all(lesson.title in re.sub(r"\s+", " ", said) for lesson in load_rules().lessons)
    if paper == "a4":
        assert made == render_handout("pdf", load_rules(), paper=paper)


@pytest.mark.parametrize(
    ("form", "paper", "told"), [("markdown", "a4", "no form `markdown`"), ("pdf", "a3", "no paper `a3`")]
)
def test_another_form_or_paper_is_refused(form, paper, told):
    with pytest.raises(UserError, match=told):
        render_handout(form, load_rules(TINY), paper=paper)


def test_rules_without_lessons_have_none():
    rulebase = load_rules(TINY).model_copy(update={"lessons": ()})
    with pytest.raises(UserError, match="no lessons"):
        render_handout("html", rulebase)
