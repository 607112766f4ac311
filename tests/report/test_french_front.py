"""The first screen of a brief in French: names of numbers, sentences about money, and numbers as French writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
import yaml

from framework.assessment.assess import assess
from framework.economics.writing import spread
from framework.languages import catalogue
from framework.languages.catalogue import numerals
from framework.model.rulebase import RuleBase
from framework.model.sheet import Range, Sheet
from framework.model.texts import with_texts
from framework.report.front import front_of
from framework.report.front_parts import Panel
from framework.rulebase.translating import translation_of
from tests.report.french import french, said
from tests.ui.brief_sheets import numbers_of, rules

CASE = "card_payment_fraud"


def panel(rulebase: RuleBase, id_: str, *, numbers: bool) -> Panel:
    """A panel of the first screen of a worked case on alerts, without its own numbers or with those of the tests."""
    case = rulebase.case[CASE]
    sheet = Sheet(answers=rulebase.accept(case.answers), numbers=numbers_of(rulebase) if numbers else {})
    return next(panel for panel in front_of(rulebase, assess(rulebase, sheet)).panels if panel.id == id_)


def test_the_numbers_that_are_wanted_have_french_names_and_a_french_and():
    (line,) = panel(french(), "pays", numbers=False).lines
    assert (
        "«\u00a0Cas par an\u00a0», «\u00a0Part des cas cherchés\u00a0» et «\u00a0Valeur d'un succès\u00a0»" in line.text
    )
    (line,) = panel(rules(), "pays", numbers=False).lines
    assert line.text.endswith("“Cases a year”, “Real cases among all” and “Value of a success”.")


def test_every_number_that_can_be_wanted_has_a_french_name():
    asked = [question for question in french().questions.values() if question.kind == "number"]
    assert len(asked) > 100
    assert [question.id for question in asked if question.short == rules().questions[question.id].short] == []


def test_what_the_numbers_say_is_in_french_with_french_numbers():
    found = panel(french(), "pays", numbers=True)
    assert "équilibre" in found.big
    assert "5\u202f800 gagnés par an (de 35\u202f000 perdus à 24\u202f000 gagnés)" in found.lines[0].text
    (line,) = panel(french(), "beat", numbers=True).lines
    assert "25,4\u202f%" in line.text
    (line,) = panel(rules(), "beat", numbers=True).lines
    assert "25.4 %" in line.text


@pytest.mark.parametrize(
    ("english", "in_french"),
    [
        ("12,000", "12\u202f000"),
        ("1,234,567.25", "1\u202f234\u202f567,25"),
        ("0.5", "0,5"),
        ("99.85 %", "99,85\u202f%"),
        ("never", "never"),
        ("Well, 3. And so", "Well, 3. And so"),
    ],
)
def test_only_the_separators_of_numbers_change(english, in_french):
    assert numerals("fr", english) == in_french
    assert numerals("", english) == numerals("xx", english) == english


def test_a_range_is_in_words_of_its_language():
    found = Range(low=1_000, middle=1_500, high=2_000)
    assert spread(found) == "1,500 (from 1,000 to 2,000)"
    assert spread(found, language="fr") == "1\u202f500 (de 1\u202f000 à 2\u202f000)"


MARK = "\N{CURRENCY SIGN}"
"""Stands before every text that is not translated; no text has it by itself."""

FRIDAY = date(2025, 12, 26)
"""Three working days before the first of January."""


@cache
def marked() -> RuleBase:
    """The rules in French, with a mark before every text that has stayed in English."""
    found = translation_of(rules(), "fr")
    return with_texts(rules(), found.texts | {where: MARK + text for where, text in found.missing.items()}, "fr")


def screens(*, typed: bool) -> Iterator[tuple[str, str]]:
    """Every text of the first screens of all worked cases; without what was `typed`, what remains is all ours."""
    for case in marked().cases:
        sheet = case.sheet()
        if not typed:
            sheet = sheet.model_copy(update={"words": {}, "numbers": {}})
        for text in said(front_of(marked(), assess(marked(), sheet), FRIDAY)):
            yield case.id, text


@pytest.mark.parametrize("typed", [True, False])
def test_nothing_on_the_first_screen_of_any_worked_case_is_left_in_english(monkeypatch, typed):
    known = catalogue.texts("fr")

    class Marking(dict[str, str]):
        def get(self, text, default=None):
            return known.get(text, MARK + text)

    monkeypatch.setattr(catalogue, "texts", lambda language: Marking() if language else {})
    assert [(case, text) for case, text in screens(typed=typed) if MARK in text] == []


def test_every_first_screen_is_punctuated_as_french_is():
    found = [text for _, text in screens(typed=False) if re.search(r"[^\u00a0\u202f][:;?!»](?:\s|$)|« ", text)]
    assert found == []


def test_the_first_of_a_month_is_written_as_french_writes_it():
    days = {text for _, text in screens(typed=False) if text.startswith("d'ici au")}
    assert "d'ici au 1er janv." in days
    assert not any(" 1 " in day for day in days)
    english = (front_of(rules(), assess(rules(), case.sheet()), FRIDAY) for case in rules().cases)
    assert any(step.when == "by 1 Jan" for front in english for step in front.steps)


def test_translated_texts_have_no_space_at_which_a_line_could_break_before_punctuation():
    for path in (rules().folders[0] / "languages" / "fr").glob("*.yaml"):
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
        broken = [where for where, entry in entries.items() if re.search(r" [?!:;»%]|« ", entry["text"])]
        assert broken == [], path.name


def test_the_interview_lacks_no_french():
    known, grammar = french(), {"prepositions", "before_length", "clause_word", "preceded_by"}
    lacking = [
        where
        for where in known.untranslated
        if where.startswith(("sections/", "manifest/interview/", "contradictions/", "questions/"))
        and not where.endswith("/as_change")  # told in a brief, below its first screen
        and not grammar & set(where.split("/"))  # never shown: what the sentences of a language need
    ]
    assert lacking == []


def test_a_unit_stands_behind_its_amount_and_before_what_the_amount_lies_between():
    case = french().case[CASE]
    sheet = case.sheet().model_copy(update={"words": {**case.words, "currency": "euros"}})
    told = [text for text in said(front_of(french(), assess(french(), sheet))) if "euros" in text]
    assert any(re.search(r"\d euros (?:gagnés|perdus) par an \(de ", text) for text in told), told
