"""A comparison to pass on: the same in each form, and what people type is data in each."""

from __future__ import annotations

import csv
import io
import json

import pypdf
import pytest

from framework import assess, load_rules
from framework.assessment.comparison import MAX_IDEAS, compare
from framework.report import comparison_forms
from framework.report.comparison import WORTH_COLUMNS
from framework.report.front import verdict_in_short
from framework.report.markdown import escape
from framework.rulebase.translating import in_language
from tests.report.briefs import RULEBASE, SHEETS

NASTY = '=cmd("x") | <b>*bold*</b> #panic("code") $x^2$ [a](b)'


@pytest.fixture(params=[2, MAX_IDEAS])
def compared(request):
    """Two ideas, and as many as can be compared."""
    sheets = [{**sheet, "title": f"{NASTY} {number}"} for number, sheet in enumerate([*SHEETS.values()] * MAX_IDEAS)]
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


def test_each_form_says_the_verdict_of_the_brief():
    """With its condition, and with the fault that has to be mended first."""
    rules = load_rules()
    wanted = [rules.case["g_clinic_visit_notes"], next(iter(_conditional(rules)))]
    assessments = [assess(rules, {"title": case.title, "answers": case.answers}) for case in wanted]
    found = compare(rules, assessments)
    fault, condition = (verdict_in_short(rules, each) for each in assessments)
    assert fault.startswith("Fix this first: ") and condition == "Use ML, if a short test finds a signal"
    made = comparison_forms.csv(rules, found, assessments)
    assert f'"{condition}"' in made and fault in made
    text = comparison_forms.markdown(rules, found, assessments)
    assert condition in text and escape(fault) in text


def test_an_amount_says_over_how_many_years():
    """In the person's unit, as in the brief; a gain that comes once is told in all."""
    rules = load_rules()
    wanted = [rules.case[id_] for id_ in ("cheque_amount_reading", "glass_scratch_inspection", "user_comment_topics")]
    assessments = [assess(rules, case.sheet()) for case in wanted]
    text = comparison_forms.markdown(rules, compare(rules, assessments), assessments)
    assert [text.count(said) for said in ("dollars over 3 years", "dollars over 4 years", "euros in all")] == [1, 1, 1]


def test_numbers_of_worth_stand_in_cells_of_their_own():
    rules = load_rules()
    wanted = [rules.case[id_] for id_ in ("cheque_amount_reading", "card_payment_fraud")]
    assessments = [assess(rules, wanted[0].sheet()), assess(rules, {"answers": wanted[1].answers})]
    found = compare(rules, assessments)
    paid, unknown = csv.DictReader(io.StringIO(comparison_forms.csv(rules, found, assessments)))
    total = assessments[0].worth.total
    for name, end in (("low", total.low), ("middle", total.middle), ("high", total.high)):
        assert float(paid[f"Worth, {name}"]) == pytest.approx(end, rel=0.005)
    assert (paid["Unit of worth"], paid["Years of use"]) == ("dollars", "3")
    assert {unknown[name] for name in WORTH_COLUMNS} == {""} and "Worth" not in paid
    data = json.loads(comparison_forms.json(rules, found, assessments))
    assert (data["version"], data["digest"]) == (rules.manifest.version, rules.digest)
    assert [(idea["unit"], idea["years"]) for idea in data["ideas"]] == [("dollars", 3), (None, None)]


def _conditional(rules):
    for case in rules.cases:
        if assess(rules, {"answers": case.answers}).outcome == "test_signal_first":
            yield case


def test_markdown_and_csv_hold_typed_text_as_data(compared):
    comparison, assessments = compared
    text = comparison_forms.markdown(RULEBASE, comparison, assessments)
    assert "<b>" not in text.replace("\\<b", "") and "\\*bold\\*" in text and "\n- " in text
    rows = comparison_forms.csv(RULEBASE, comparison, assessments).splitlines()
    assert len(rows) == len(assessments) + 1
    assert all(row.startswith("\"'=cmd") for row in rows[1:]), "no formula"


def test_what_ends_a_comparison_and_its_amounts_are_in_the_language_of_the_rules():
    rules = in_language(load_rules(), "fr")
    assessments = [assess(rules, rules.case[id_].sheet()) for id_ in ("cheque_amount_reading", "user_comment_topics")]
    text = comparison_forms.markdown(rules, compare(rules, assessments), assessments)
    assert " sur 3 ans" in text and " en tout" in text and ", règles " in text


def test_each_form_says_what_undecided_means():
    """A student's: "undecided", "not known" and "does not apply" stood side by side, and nothing told them apart."""
    rules = load_rules()
    assessments = [assess(rules, rules.case[id_].sheet()) for id_ in ("card_payment_fraud", "shop_support_replies")]
    found = compare(rules, assessments)
    for make in (comparison_forms.markdown, comparison_forms.text):
        told = " ".join(make(rules, found, assessments).split())
        assert "Undecided" in told and "the answers lie in between, or the criterion is not applicable" in told
        assert "not known" not in told and "not needed" not in told and "does not apply" not in told
