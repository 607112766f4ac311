"""A comparison to pass on: the same in each form, and what people type is data in each."""

from __future__ import annotations

import io

import pypdf
import pytest

from framework import assess
from framework.assessment.comparison import MOST, compare
from framework.report import comparison_forms
from tests.report.briefs import RULEBASE, SHEETS

NASTY = '=cmd("x") | <b>*bold*</b> #panic("code") $x^2$ [a](b)'


@pytest.fixture(params=[2, MOST])
def compared(request):
    """Two ideas, and as many as can be compared."""
    sheets = [{**sheet, "title": f"{NASTY} {number}"} for number, sheet in enumerate([*SHEETS.values()] * MOST)]
    assessments = [assess(RULEBASE, sheet) for sheet in sheets[: request.param]]
    return compare(RULEBASE, assessments), assessments


def test_a_pdf_names_every_idea(compared):
    comparison, assessments = compared
    made = comparison_forms.pdf(RULEBASE, comparison, assessments)
    assert made == comparison_forms.pdf(RULEBASE, comparison, assessments), "the same bytes"
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)
    text = "".join(text.replace("\u200b", "").split())
    assert all("".join(assessment.title.split()) in text for assessment in assessments)
    assert ("Wheretwoideasdiffer" in text) is (len(assessments) == 2)
    letter = comparison_forms.pdf(RULEBASE, comparison, assessments, paper="letter")
    assert pypdf.PdfReader(io.BytesIO(letter)).pages[0].mediabox.width == 792


def test_markdown_and_csv_hold_typed_text_as_data(compared):
    comparison, assessments = compared
    text = comparison_forms.markdown(RULEBASE, comparison, assessments)
    assert "<b>" not in text.replace("\\<b", "") and "\\*bold\\*" in text and "\n- " in text
    rows = comparison_forms.csv(RULEBASE, comparison).splitlines()
    assert len(rows) == len(assessments) + 1
    assert all(row.startswith("\"'=cmd") for row in rows[1:]), "no formula"
