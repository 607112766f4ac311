"""Figures in French: their words, and the numbers on their axes."""

from __future__ import annotations

import html
import re

import pytest

from framework.assessment.assess import assess
from framework.model.rulebase import RuleBase
from framework.report import charts
from framework.report.charts.look import amount, percent
from tests.report.french import ENGLISH_NUMBER, english_in, french
from tests.report.sums import NUMBERS, RULES, sheet_of

WITH_NUMBERS = sheet_of("multiclass_classification", {**NUMBERS, "volume": 2_000_000_000})


def words_on(name: str, rulebase: RuleBase) -> set[str]:
    drawn = charts.picture(name, rulebase, assess(rulebase, WITH_NUMBERS), charts.LIGHT, "")
    return {html.unescape(text) for text in re.findall(r"<tspan[^>]*>([^<]*)</tspan>", str(drawn))}


@pytest.mark.parametrize("name", [*charts.LOSSES, "ladder", "tornado", "worth_quality", "chain", "criteria"])
def test_no_word_on_a_figure_is_in_english(name: str) -> None:
    """Their names for measures are the same in both languages."""
    told, in_english = words_on(name, french()), words_on(name, RULES)
    assert len(told) > 3
    assert [text for text in told if english_in(text) or ENGLISH_NUMBER.search(text)] == []
    assert {text for text in told & in_english if re.search(r"[^\W\d_]{2}|\d[.,]\d", text)} == set()


@pytest.mark.parametrize(
    ("number", "written"),
    [(1_234, "1\u202f234"), (-12_500, "−12\u202f500"), (2_500_000, "2,5 M"), (0.25, "0,25"), (7, "7")],
)
def test_an_amount_is_short_in_french_too(number: float, written: str) -> None:
    assert amount(number, "fr") == written


def test_a_share_has_a_comma_and_no_break_before_its_sign() -> None:
    assert percent(0.085, "fr") == "8,5\u202f%"
    assert percent(0.0001, "fr") == "< 0,1\u202f%"


def test_axes_are_numbered_as_french_writes_numbers_in_a_file_and_on_a_page() -> None:
    found = assess(french(), WITH_NUMBERS)
    assert any(re.fullmatch(r"\d+(?:,\d)? M", text) for text in words_on("tornado", french()))
    assert any(re.fullmatch(r"\d+ m", text) for text in words_on("tornado", RULES))
    on_page = charts.draw("tornado", french(), found, charts.LIGHT)
    assert on_page.layout.separators == ",\u202f"
    assert charts.draw("tornado", RULES, assess(RULES, WITH_NUMBERS), charts.LIGHT).layout.separators is None
