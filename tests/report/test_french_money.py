"""What a brief says about money, in French: no English sentence, label or number, in text and in pictures."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from framework.assessment.assess import assess
from framework.economics.formulas import FORMULAS
from framework.economics.worth import worth_of
from framework.languages.catalogue import quoted
from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.model.sheet import Number, Range
from framework.report import charts
from framework.report.blocks import Section
from framework.report.forms import render
from framework.report.labels import labelled
from framework.report.sections import pays
from framework.report.sections.context import Context
from framework.report.sections.pays_alerts import of_cases
from tests.report.french import ENGLISH_NUMBER, english_in, french, said
from tests.report.sums import LOAVES, NUMBERS, RULES, sheet_of

RULE = re.compile(r"\[[a-z_]+/[^\]]*\]")
"""Where a statement comes from: its rule, by its id."""

CASE = "card_payment_fraud"
"""A worked case in which a model is built."""

SAME = frozenset({"gain", "question", "change", "source", "minutes"})
"""French words that English has too."""


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a brief in text, each on one line, without lists of sources and ids of rules."""
    for part in re.split(r"\n\s*\n", text):
        if not part.startswith("Sources"):
            yield RULE.sub("", re.sub(r"[ \n]+", " ", part)).strip()


def left_in_english(text: str) -> list[str]:
    return [paragraph for paragraph in paragraphs(text) if english_in(paragraph)]


def test_no_paragraph_of_the_brief_of_a_worked_case_is_in_english() -> None:
    cases = [case for case in french().cases if case.numbers]
    briefs = {case.id: render("text", french(), assess(french(), case.sheet())).decode() for case in cases}
    assert len(briefs) > 20
    assert {id_: left for id_, brief in briefs.items() if (left := left_in_english(brief))} == {}


@pytest.mark.parametrize(
    "paragraph",
    [
        "Gain a year over le tri à la main d'aujourd'hui",
        "Find out «\u00a0Minutes\u00a0» first: within its range, a gain can turn into a loss.",
        "de 30\u202f% to 100\u202f%",
        "Terminé quand\u00a0: the verdict is settled.",
    ],
)
def test_english_between_french_words_is_found(paragraph: str) -> None:
    assert left_in_english(f"Le but\n\n{paragraph}\n\nSources\u00a0:\n  1. The Art of War\n") == [paragraph]


def test_numbers_that_are_not_used_are_quoted_and_listed_as_in_french() -> None:
    sheet = sheet_of("forecasting", {**LOAVES, "minutes_item": 2, "faults_found": 0.9, "wrong_auto": 0.05})
    brief = render("text", french(), assess(french(), sheet)).decode()
    assert "Pas utilisé ici" in brief and "«\u00a0" in brief
    assert not re.search("[“”]", brief)


IN_RANGES: dict[str, Number] = {role: Range(low=at * 0.9, middle=at, high=at * 1.1) for role, at in NUMBERS.items()}

SUMS: dict[str, Mapping[str, Number]] = {
    "single figures": NUMBERS,
    "ranges": IN_RANGES,
    "one year": {**NUMBERS, "years": 1},
    "few cases": {**NUMBERS, "volume": 3, "capacity": 3},
    "nothing is gained": {**NUMBERS, "value": 0.001},
    "no cost": {role: number for role, number in NUMBERS.items() if role not in ("running", "one_off")},
    "building not known": {role: number for role, number in NUMBERS.items() if role != "one_off"},
    "no quality": {role: at for role, at in NUMBERS.items() if role not in {FORMULAS[f].quality for f in FORMULAS}},
    "shares as whole numbers": {**NUMBERS, "base_rate": 65, "adoption": 65, "wrong_today": 65},
    "cases only": {"volume": 20_000},
}
"""Numbers for every value model, each of which it says something else about."""


FIGURES = [name for name in charts.FIGURES if name.startswith(("value_", "worth_")) or name in ("tornado", "confusion")]
"""Those of money."""


@cache
def case_in(language: str) -> tuple[RuleBase, Assessment]:
    """The worked case under the rules in a language, with a unit of value."""
    rulebase = french() if language else RULES
    case = rulebase.case[CASE]
    return rulebase, assess(rulebase, case.sheet().model_copy(update={"words": {**case.words, "currency": "euros"}}))


def told(language: str, value: str, numbers: Mapping[str, Number]) -> set[str]:
    """Every text about these numbers under a value model, also on figures."""
    rulebase, found = case_in(language)
    names = {role: quoted(rulebase.language, question.short) for role, question in rulebase.question_in_role.items()}
    worth = worth_of(rulebase.value[value], numbers, rulebase.basis, names, language=rulebase.language)
    found = found.model_copy(update={"worth": worth, "value": value})
    section = Section("money", "", tuple(pays.pays(Context(rulebase, found))))
    texts = set(said(labelled(section, rulebase.language)))
    for name in FIGURES:
        picture = charts.picture(name, rulebase, found, charts.LIGHT, "")
        texts |= set(map(html.unescape, re.findall(r"<tspan[^>]*>([^<]*)</tspan>", str(picture))))
    return texts


@pytest.mark.parametrize("kind", SUMS)
def test_nothing_that_is_said_of_numbers_is_in_english(kind: str) -> None:
    """Neither sentences nor short labels, and no number as English writes it, whatever the value model."""
    for value in french().value:
        texts, in_english = (told(language, value, SUMS[kind]) for language in ("fr", ""))
        assert [text for text in texts if english_in(text) or ENGLISH_NUMBER.search(text)] == [], value
        same = {text for text in texts & in_english if re.search(r"[^\W\d_]{2}|\d[.,]\d", text)}
        assert {text for text in same if text.lower() not in SAME} == set(), value


def test_a_brief_writes_its_numbers_as_french_does() -> None:
    texts = told("fr", "sort_work", IN_RANGES)
    assert any(re.fullmatch(r"\d+\u202f\d{3} \(de \d+\u202f\d{3} à \d+\u202f\d{3}\)", text) for text in texts)
    assert "de 58,5\u202f% à 71,5\u202f%" in texts
    assert "Les montants sont en euros" in texts
    assert any("par an de plus que le tri à la main d'aujourd'hui" in text for text in texts)


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("single figures", "Coût par an, construction comprise"),
        ("one year", "Coût sur sa seule année, construction comprise"),
    ],
)
def test_a_label_names_the_period(kind: str, label: str) -> None:
    assert label in told("fr", "sort_work", SUMS[kind])


def test_what_comes_once_has_no_period() -> None:
    texts = told("fr", "change_a_decision", NUMBERS)
    assert "Coût, construction comprise" in texts
    assert [text for text in texts if text.startswith(("Gain par an", "Coût par an"))] == []


def test_every_label_of_the_rules_has_its_period_where_it_is_replaced() -> None:
    rows = [
        (row.label, in_french.label)
        for value, said_in_french in zip(RULES.values, french().values, strict=True)
        for row, in_french in zip(value.results, said_in_french.results, strict=True)
    ]
    assert [told for label, told in rows if re.search(r" a year(?! of)", label) and " par an" not in told] == []


@pytest.mark.parametrize(
    ("caught", "false", "missed", "text"),
    [
        (
            24,
            44.6,
            16,
            "Sur 1\u202f000 cas, 69 déclenchent une alerte, 24 à juste titre, et 16 vrais cas sont manqués.",
        ),
        (20, 5, 0, "Sur 1\u202f000 cas, 25 déclenchent une alerte, 20 à juste titre, et aucun vrai cas n'est manqué."),
        (0, 0, 20, "Sur 1\u202f000 cas, 0 déclenchent une alerte, aucune à juste titre, et 20 vrais cas sont manqués."),
        (9, 9, 5, "Sur 1\u202f000 cas, 18 déclenchent une alerte, 9 à juste titre, et 5 vrais cas sont manqués."),
    ],
)
def test_cases_are_counted_in_french(caught: float, false: float, missed: float, text: str) -> None:
    assert of_cases(caught, false, missed, "fr") == text
