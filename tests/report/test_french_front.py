"""The first screen of a brief in French: names of numbers, sentences about money, and numbers as French writes them."""

from __future__ import annotations

from functools import cache

import pytest

from framework.assessment.assess import assess
from framework.economics.writing import spread
from framework.languages.catalogue import numerals
from framework.model.rulebase import RuleBase
from framework.model.sheet import Range, Sheet
from framework.report.front import front_of
from framework.report.front_parts import Panel
from framework.rulebase.translating import in_language
from tests.ui.brief_sheets import numbers_of, rules


@cache
def french() -> RuleBase:
    return in_language(rules(), "fr")


CASE = "card_payment_fraud"


def panel(rulebase: RuleBase, id_: str, *, numbers: bool) -> Panel:
    """A panel of the first screen of a worked case on alerts, without its own numbers or with those of the tests."""
    case = rulebase.case[CASE]
    sheet = Sheet(answers=rulebase.accept(case.answers), numbers=numbers_of(rulebase) if numbers else {})
    return next(panel for panel in front_of(rulebase, assess(rulebase, sheet)).panels if panel.id == id_)


def test_the_numbers_that_are_wanted_have_french_names_and_a_french_and():
    (line,) = panel(french(), "pays", numbers=False).lines
    assert (
        "«\u00a0Décisions par an\u00a0», «\u00a0Part de vrais cas\u00a0» et «\u00a0Valeur d'un succès\u00a0»"
        in line.text
    )
    (line,) = panel(rules(), "pays", numbers=False).lines
    assert line.text.endswith("“Decisions a year”, “Share of real cases” and “Value of a success”.")


def test_every_number_that_can_be_wanted_has_a_french_name():
    asked = [question for question in french().questions.values() if question.kind == "number"]
    assert len(asked) > 100
    assert [question.id for question in asked if question.short == rules().questions[question.id].short] == []


def test_what_the_numbers_say_is_in_french_with_french_numbers():
    found = panel(french(), "pays", numbers=True)
    assert "équilibre" in found.big
    assert "(de -35\u202f000 à 24\u202f000)" in found.lines[0].text
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
