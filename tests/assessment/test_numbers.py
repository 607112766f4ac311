"""Numbers of a sheet reach its assessment by the role that their question declares."""

from __future__ import annotations

import pytest

from framework import assess, load_rules
from framework.economics import ROLES, calculate
from framework.economics.formulas import FORMULAS
from framework.model.value import FormulaId
from tests.economics.numbers import NUMBERS

RULES = load_rules()
ASKED = [question for question in RULES.questions.values() if question.kind == "number" and question.role]
IDS = {question.role: question.id for question in ASKED}
COMMON = {"running", "one_off", "years"}


def test_every_quantity_of_the_arithmetic_of_alerts_is_asked_for_by_one_question() -> None:
    roles = [str(question.role) for question in ASKED]
    assert len(roles) == len(set(roles))
    assert set(ROLES) <= set(roles)


def test_every_number_that_is_asked_for_belongs_to_a_value_model() -> None:
    asked = {number.role for value in RULES.values for number in value.numbers}
    assert set(IDS) == asked


@pytest.mark.parametrize("value", RULES.values, ids=lambda value: value.id)
def test_a_value_model_asks_for_what_its_formula_reads(value) -> None:
    """A role that only chooses another model (a capacity, two costs) may be asked for as well."""
    formula, asked = FORMULAS[value.formula], {number.role for number in value.numbers}
    choosing = {"capacity", "cost_under", "cost_over"}
    assert value.quality.role == formula.quality
    assert {*formula.needs} <= asked
    assert asked <= {*formula.reads} | COMMON | choosing


def test_every_formula_is_registered_and_used() -> None:
    assert set(FORMULAS) == set(FormulaId) == {value.formula for value in RULES.values}


def test_every_task_type_has_one_default_value_model() -> None:
    defaults = [task for value in RULES.values for task in value.tasks]
    assert sorted(defaults) == sorted(RULES.task)


def test_an_assessment_holds_what_follows_from_its_numbers() -> None:
    found = assess(RULES, {"answers": {}, "numbers": {IDS[role]: number for role, number in NUMBERS.items()}})
    assert found.economics is not None
    assert found.economics == calculate(NUMBERS)


@pytest.mark.parametrize("numbers", [{}, {"no_such_question": 3}, {IDS["volume"]: 100}])
def test_without_numbers_to_calculate_with_there_is_nothing(numbers: dict[str, float]) -> None:
    found = assess(RULES, {"answers": {}, "numbers": numbers})
    assert found.economics is None
    assert found.worth is None
