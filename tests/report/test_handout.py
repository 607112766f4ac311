"""The lessons as a document to print: everything that is taught is in it, and what is typed in the rules stays text."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from markupsafe import escape

from framework import load_rules
from framework.errors import UserError
from framework.model.lesson import CheckBlock, InteractiveBlock, PictureBlock, RepairBlock
from framework.report import charts
from framework.report.handout import ANSWERS, handout, render_handout
from tests.cli.running import TINY


def test_the_page_has_every_block_every_figure_and_every_source():
    rulebase = load_rules()
    page = render_handout("html", rulebase).decode()
    assert "In the brief, below: Objectives and money" in page
    for lesson in rulebase.lessons:
        assert escape(lesson.summary) in page
        for block in lesson.blocks:
            assert f"<h3>{escape(block.heading)}</h3>" in page
        assert all(rulebase.source[id_].url in page for id_ in lesson.sources)
    pictured = [
        b for lesson in rulebase.lessons for b in lesson.blocks if isinstance(b, InteractiveBlock | PictureBlock)
    ]
    assert page.count("<svg") >= len(pictured)


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


def test_rules_without_lessons_have_none():
    rulebase = load_rules(TINY).model_copy(update={"lessons": ()})
    with pytest.raises(UserError, match="no lessons"):
        render_handout("html", rulebase)
