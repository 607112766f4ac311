"""A file says what a page shows at a tap: what the headings only name, and what square brackets mean."""

from __future__ import annotations

import html
import io

import pypdf
import pytest

from framework import assess
from framework.model.assessment import Assessment
from framework.model.rules import Status
from framework.model.sheet import Sheet
from framework.report.forms import render
from framework.report.in_full import BRACKETS
from tests.knowledge.cases import CASES, RULEBASE, result_of

PART = 30
"""Characters at either end of a text, without spaces."""

SHEET = RULEBASE.case["store_item_sales"].sheet()


def _said(form: str, assessment: Assessment) -> str:
    """All the text of a file, without spaces and without what escapes a character."""
    made = render(form, RULEBASE, assessment)
    if form in ("pdf", "onepage"):
        said = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)
    else:
        said = html.unescape(made.decode().replace("\\", ""))
    return "".join(said.split())


def _told(text: str, said: str) -> bool:
    """Whether a text begins and ends somewhere: a page of a PDF may end in the middle of it."""
    text = "".join(text.split())
    return text[:PART] in said and text[-PART:] in said


def _first(text: str) -> str:
    return "".join(text.split(". ")[0].rstrip(".").split())


@pytest.mark.parametrize("form", ["text", "markdown", "html", "pdf"])
@pytest.mark.parametrize("case", ["store_item_sales", "card_payment_fraud", "g_payment_help_chat"])
def test_a_file_leaves_out_no_risk_requirement_or_detail_of_the_plan(form: str, case: str) -> None:
    """Somebody who signs it has to be able to read all that the JSON has; and every reason against it."""
    found = result_of(RULEBASE, CASES[case])
    assert len(found.requirements) > 5 or len(found.risks) > 5 or len(found.plan) > 4
    told = [text for each in found.requirements for text in (each.title, each.statement, each.measure)]
    told += [text for each in found.risks for text in (each.title, each.what, each.mitigation, each.early_sign)]
    told += [each.likelihood for each in found.risks if each.likelihood]
    told += [step.done_when[:1].lower() + step.done_when[1:] for step in found.plan]
    told += [detail.text for step in found.plan for detail in step.details]
    told += [step.text for step in found.next_steps]
    said = _said(form, found)
    assert [text for text in told if not _told(text, said)] == []
    against = [each for each in found.reasons if each.status in (Status.BLOCKING, Status.UNFAVOURABLE)]
    assert [each.text for each in against if _first(each.text) not in said] == []


@pytest.mark.parametrize("form", ["text", "markdown", "html", "pdf", "onepage"])
def test_square_brackets_are_explained_once_where_they_first_appear(form: str) -> None:
    said, meaning = _said(form, assess(RULEBASE, SHEET)), "".join(BRACKETS.split())
    assert said.count(meaning) == 1
    assert "[atarget]" in said[: said.index(meaning)]


@pytest.mark.parametrize("form", ["text", "markdown", "html", "pdf", "onepage"])
def test_brackets_of_a_next_step_are_explained_at_the_end_of_the_first_screen(form: str) -> None:
    words = {question.id: "x" for question in RULEBASE.questions.values() if question.kind == "text"}
    found = assess(RULEBASE, Sheet(**{**SHEET.model_dump(), "words": words}))
    step = found.next_steps[0].model_copy(
        update={"text": "Log each request, and whether it was settled [a week] later."}
    )
    said = _said(form, found.model_copy(update={"next_steps": (step, *found.next_steps[1:])}))
    after = said[said.index("[aweek]later.") :]
    assert said.count("".join(BRACKETS.split())) == 1
    assert "".join(BRACKETS.split()) in after[:400]


@pytest.mark.parametrize("form", ["markdown", "onepage"])
def test_brackets_that_somebody_typed_are_no_reason_to_explain_them(form: str) -> None:
    """On the first screen all is given then; what is asked for further down has usual values."""
    every = {question.id: "x [y] z" for question in RULEBASE.questions.values() if question.kind == "text"}
    said = _said(form, assess(RULEBASE, Sheet(**{**SHEET.model_dump(), "words": every})))
    meaning = "".join(BRACKETS.split())
    assert "[y]" in said
    assert meaning not in said.split("##Why")[0]
    assert said.count(meaning) == (form == "markdown")
