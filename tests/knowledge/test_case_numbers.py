"""The numbers of worked cases: nobody has to type before seeing what the arithmetic does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import pytest

from framework import load_rules
from framework.economics.writing import figure
from framework.model.assessment import Assessment
from framework.report.blocks import Block, Details, Picture, Table
from framework.report.document import build_document
from tests.knowledge.cases import result_of

RULES = load_rules()
WITH_NUMBERS = {case.id: case for case in RULES.cases if case.numbers}


@cache
def result(id_: str) -> Assessment:
    return result_of(RULES, WITH_NUMBERS[id_])


def test_each_value_model_is_shown_by_a_case() -> None:
    """Fifteen cases or more, every value model, all three results, and several wishes for generative AI."""
    results = [result(id_) for id_ in WITH_NUMBERS]
    shown = {found.value for found in results}
    said = {found.worth.result for found in results if found.worth}
    assert len(WITH_NUMBERS) >= 15
    assert shown == {value.id for value in RULES.values}
    assert said == {"pays", "even", "loses"}
    assert len([id_ for id_ in WITH_NUMBERS if id_.startswith("g_")]) >= 5


@pytest.mark.parametrize("id_", WITH_NUMBERS)
def test_the_numbers_of_a_case_give_a_result_without_a_complaint(id_: str) -> None:
    """Every number is one that the value model asks for; none is impossible, doubtful or missing."""
    found = result(id_)
    assert set(WITH_NUMBERS[id_].numbers) <= set(found.numbers_asked)
    assert found.worth is not None
    assert found.worth.result is not None
    assert (found.worth.issues, found.worth.doubts, found.worth.missing) == ((), (), ())
    assert found.money


@pytest.mark.parametrize("id_", WITH_NUMBERS)
def test_the_numbers_of_a_case_do_not_contradict_its_answers(id_: str) -> None:
    """What was answered about worth is what the numbers say, and its answers go together."""
    found = result(id_)
    assert [item.text for item in found.money if "guess" in item.rule] == []
    assert [item.rule for item in found.contradictions] == []


@pytest.mark.parametrize("id_", WITH_NUMBERS)
def test_the_verdict_does_not_build_what_the_numbers_refuse(id_: str) -> None:
    """Where it does not pay, the verdict is not to build a model."""
    worth = result(id_).worth
    assert worth is not None
    if worth.result == "loses" or worth.too_small:
        assert result(id_).verdict not in ("use_ml", "pretrained"), figure(worth.ratio.middle if worth.ratio else 0)


NOISE = re.compile(r"\d[eE][-+]?\d|\d\.\d{7}|(?<![\d.])-0(?![\d.,])")
"""A number as only a computer writes it: with an exponent, with digits that nobody gave, or minus nothing."""


@pytest.mark.parametrize("id_", WITH_NUMBERS)
def test_no_brief_prints_floating_point_noise(id_: str) -> None:
    """Zero is zero, and no number has more digits than it deserves."""
    pays = next(section for section in build_document(RULES, result(id_)).sections if section.id == "money")
    cells = [cell for table in _tables(pays.blocks) for row in table.rows for cell in row]
    assert len(cells) > 20
    assert [cell for cell in cells if NOISE.search(cell)] == []


def _tables(blocks: Sequence[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Picture):
            yield block.table
        elif isinstance(block, Details):
            yield from _tables(block.blocks)


def test_the_guard_sees_noise() -> None:
    assert [bool(NOISE.search(text)) for text in ("7.22e-12", "0.30000000000000004", "-0", "-0.5", "1,000")] == [
        True,
        True,
        True,
        False,
        False,
    ]
