"""Files say the language that they are in: a reader that reads aloud pronounces them as that."""

from __future__ import annotations

import io
from functools import cache

import pypdf
import pytest

from framework.assessment.assess import assess
from framework.assessment.comparison import compare
from framework.exercises.sheet import exercise_sheet
from framework.model.rulebase import RuleBase
from framework.report import comparison_forms, exercises, handout
from framework.report.forms import FORMS, render
from framework.rulebase.translating import in_language
from tests.ui.brief_sheets import rules, sheet_for


@cache
def rules_in(language: str) -> RuleBase:
    return in_language(rules(), language) if language else rules()


def of_pdf(made: bytes) -> str:
    return str(pypdf.PdfReader(io.BytesIO(made)).root_object["/Lang"])


@pytest.mark.parametrize(("language", "said"), [("", "en"), ("fr", "fr")])
def test_every_pdf_and_web_page_says_its_language(language, said):
    """The slide is a picture and says none."""
    spoken = rules_in(language)
    assessment = assess(spoken, sheet_for("test_signal_first"))
    pages = {form: render(form, spoken, assessment) for form in FORMS}
    beside = comparison_forms.pdf(spoken, compare(spoken, [assessment, assessment]), [assessment, assessment])
    pdfs = [made for made in pages.values() if made.startswith(b"%PDF")]
    pdfs += [beside, handout.render_handout("pdf", spoken)]
    webs = [made for made in pages.values() if made.startswith(b"<!doctype html")]
    webs += [handout.render_handout("html", spoken)]
    assert len(pdfs) == 5 and len(webs) == 3
    assert {of_pdf(made) for made in pdfs} == {said}
    assert all(made.startswith(f'<!doctype html>\n<html lang="{said}">'.encode()) for made in webs)


def test_exercises_say_their_language():
    spoken = rules_in("fr")
    sheet = exercise_sheet(spoken, "1")
    assert of_pdf(exercises.render("pdf", spoken, sheet)) == "fr"
    assert b'<html lang="fr">' in exercises.render("html", spoken, sheet)
