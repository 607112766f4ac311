"""A file says what a page shows at a tap: what the headings only name, and what square brackets mean."""

from __future__ import annotations

import io

import pypdf
import pytest

from framework import assess
from framework.model.assessment import Assessment
from framework.model.sheet import Sheet
from framework.report.forms import render
from framework.report.in_full import BRACKETS
from tests.knowledge.cases import RULEBASE

SHEET = RULEBASE.case["store_item_sales"].sheet()


def _said(form: str, assessment: Assessment) -> str:
    """All the text of a file, without spaces and without what escapes a character."""
    made = render(form, RULEBASE, assessment)
    if form in ("pdf", "onepage"):
        said = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)
    else:
        said = made.decode().replace("\\", "").replace("&#39;", "'")
    return "".join(said.split())


def _first(text: str) -> str:
    return "".join(text.split(". ")[0].rstrip(".").split())


@pytest.mark.parametrize("form", ["text", "markdown", "html", "pdf"])
def test_what_each_requirement_and_stage_asks_is_in_a_file(form: str) -> None:
    """Somebody who signs it has to be able to read it."""
    found = assess(RULEBASE, SHEET)
    assert len(found.requirements) > 5 and len(found.plan) > 4
    said = _said(form, found)
    asked = [requirement.statement for requirement in found.requirements]
    asked += [step.done_when[:1].lower() + step.done_when[1:] for step in found.plan]
    assert [text for text in asked if _first(text) not in said] == []


@pytest.mark.parametrize("form", ["text", "markdown", "html", "pdf", "onepage"])
def test_square_brackets_are_explained_once_where_they_first_appear(form: str) -> None:
    said, meaning = _said(form, assess(RULEBASE, SHEET)), "".join(BRACKETS.split())
    assert said.count(meaning) == 1
    assert "[atarget]" in said[: said.index(meaning)]


@pytest.mark.parametrize("form", ["markdown", "onepage"])
def test_brackets_that_somebody_typed_are_no_reason_to_explain_them(form: str) -> None:
    """On the first screen all is given then; what is asked for further down has usual values."""
    every = {question.id: "x [y] z" for question in RULEBASE.questions.values() if question.kind == "text"}
    said = _said(form, assess(RULEBASE, Sheet(**{**SHEET.model_dump(), "words": every})))
    meaning = "".join(BRACKETS.split())
    assert "[y]" in said
    assert meaning not in said.split("##Why")[0]
    assert said.count(meaning) == (form == "markdown")
