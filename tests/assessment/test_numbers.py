"""Numbers of a sheet reach its assessment by the role that their question declares."""

from __future__ import annotations

import pytest

from framework import assess, load_rules
from framework.economics import ROLES, calculate
from tests.economics.numbers import NUMBERS

RULES = load_rules()
ASKED = [question for question in RULES.questions.values() if question.kind == "number" and question.role]
IDS = {question.role: question.id for question in ASKED}


def test_every_quantity_of_the_arithmetic_is_asked_for_by_one_question() -> None:
    assert sorted(str(question.role) for question in ASKED) == sorted(ROLES)


def test_an_assessment_holds_what_follows_from_its_numbers() -> None:
    found = assess(RULES, {"answers": {}, "numbers": {IDS[role]: number for role, number in NUMBERS.items()}})
    assert found.economics is not None
    assert found.economics == calculate(NUMBERS)


@pytest.mark.parametrize("numbers", [{}, {"no_such_question": 3}, {IDS["volume"]: 100}])
def test_without_numbers_to_calculate_with_there_is_nothing(numbers: dict[str, float]) -> None:
    assert assess(RULES, {"answers": {}, "numbers": numbers}).economics is None
