"""Numbers of a sheet reach its assessment by the role that their question declares."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from framework import assess, load_rules
from framework.economics import worth_of
from framework.economics.formulas import FORMULAS
from framework.economics.given import doubts
from framework.model.formulas import INPUTS, SHARES, FormulaId
from framework.model.money import FigureSentence, Mismatch, MoneyKind
from framework.model.money_slots import SLOTS, SLOTS_OF
from tests.economics.numbers import NUMBERS

ROOT = Path(__file__).parents[2]
RULES = load_rules()
ASKED = [question for question in RULES.questions.values() if question.kind == "number" and question.role]
IDS = {question.role: question.id for question in ASKED}
COMMON = {"running", "one_off", "years"}

_PLAUSIBLE = {"volume": 1e5, "minutes_today": 20, "minutes_check": 1, "cost_service": 20, "wrong_own": 0.1}
_PLAUSIBLE |= {"rate_with": 0.4, "effect_top": 0.2, "precision": 0.6, "rule_recall": 0.2, "rule_precision": 0.5}
_PLAUSIBLE |= {"share_answered": 0.9, "settled_right": 0.4, "settled_simple": 0.1, "cost_passed": 0.5}
_PLAUSIBLE |= {"cost_call": 0.1, "cost_action": 0.1, "harm": 0.1, "duplicates": 1e5, "minutes_fix": 40}


def figures_of(formula: FormulaId) -> set[str]:
    """The further results that a formula gives where every number is known."""
    roles = (*FORMULAS[formula].reads, "volume", "base_rate", "capacity", "tolerance", "fields", "variation")
    point = {role: 0.3 if role in SHARES else 10.0 for role in roles}
    return {*FORMULAS[formula].figures({**point, **_PLAUSIBLE, "yearly_cost": 1.0}), *FORMULAS[formula].early}


FIGURES = {formula: figures_of(formula) for formula in FORMULAS}


def test_no_two_questions_ask_for_the_same_number() -> None:
    roles = [str(question.role) for question in ASKED]
    assert len(roles) == len(set(roles))


def test_a_number_is_called_what_its_question_calls_it_or_by_its_role() -> None:
    assert RULES.role_name("volume") == RULES.questions[IDS["volume"]].short
    assert RULES.role_name("no_such_role") == "no such role"


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


@pytest.mark.parametrize("value", RULES.values, ids=lambda value: value.id)
def test_a_person_is_asked_four_to_eight_numbers_first_and_a_result_needs_no_others(value) -> None:
    core = {number.role for number in value.numbers if number.core}
    assert 4 <= len(core) <= 8
    assert {*FORMULAS[value.formula].needs} <= core


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.id)
def test_every_number_says_how_to_find_it_out(question) -> None:
    assert question.find_out
    assert all(len(sentence.split()) <= 25 for sentence in question.find_out.split(". "))


@pytest.mark.parametrize(
    ("value", "number", "usual", "odd"),
    [
        ("sort_work", "minutes_item", 1.5, 90),
        ("sort_work", "minutes_rest", 2, 0.05),
        ("read_and_check", "wrong_today", 0.05, 0.5),
        ("extract", "wrong_today", 0.05, 0.5),
        ("find", "found_now", 0.6, 0.97),
        ("stock_or_staff", "cost_over", 1, 120),
        ("link_records", "links_right_now", 0.95, 0.8),
        ("inspect", "base_rate", 0.01, 0.6),
        ("top_of_list", "base_rate", 0.01, 0.6),
        ("draft", "one_off", 100, 0),
        ("treat_some", "effect_top", 0.044, 0.046),
    ],
)
def test_a_number_outside_what_is_usual_is_doubted(value: str, number: str, usual: float, odd: float) -> None:
    """The effect among those chosen is measured by the mean effect, and not by the rate with the offer."""
    given = {"cost_under": 2.0, "rate_without": 0.06, "rate_with": 0.075}
    told = [
        [doubt.role for doubt in doubts(RULES.value[value], {**given, number: one}, ())].count(number)
        for one in (usual, odd)
    ]
    assert told == [0, 1]


def test_the_doubts_of_a_value_model_replace_those_of_the_question() -> None:
    """In words of its own; the others have what the question says."""
    value, role = "goes_out", "adoption"
    asked, own = RULES.question_in_role[role], {number.role: number for number in RULES.value[value].numbers}
    others = [number.doubts for other in RULES.value.values() for number in other.numbers if number.role == role]
    assert asked.doubts and own[role].doubts != asked.doubts
    assert others.count(asked.doubts) == len(others) - 1
    said = {doubt.sentence for doubt in doubts(RULES.value[value], {role: 0.01}, ())}
    assert said == {doubt.say for doubt in own[role].doubts or ()}


def test_every_number_that_a_formula_reads_is_asked_for() -> None:
    """Of what nobody can be asked, a branch is never reached."""
    asked = IDS.keys() | COMMON
    never = {(formula, role) for formula, found in FORMULAS.items() for role in found.reads if role not in asked}
    assert never == set()
    assert SHARES - asked == set()


@pytest.mark.parametrize("formula", FormulaId)
def test_only_what_a_formula_reads_is_listed_among_its_shares(formula: FormulaId) -> None:
    listed = INPUTS[formula].shares
    assert len(listed) == len(set(listed))
    assert set(listed) == SHARES & {*FORMULAS[formula].reads}


def test_whatever_is_assumed_of_a_value_model_can_be_given() -> None:
    """So that it is said: a share of minutes that was taken as all of them was not, where nobody was asked."""
    for value in RULES.values:
        formula, asked = FORMULAS[value.formula], {number.role for number in value.numbers}
        assert formula.defaults.keys() - asked == set(), value.id


@pytest.mark.parametrize("formula", FormulaId)
def test_the_quality_of_a_model_is_never_assumed(formula: FormulaId) -> None:
    """A result with the best quality would look like one that the person's own numbers gave."""
    assert FORMULAS[formula].quality not in FORMULAS[formula].defaults


def _read_by_name() -> set[str]:
    """The figures that some module asks for by name, formulas apart."""
    texts = [
        path.read_text()
        for path in (ROOT / "framework").rglob("*.py")
        if path.parent != ROOT / "framework" / "economics" / "formulas"
    ]
    return {name for text in texts for name in re.findall(r"figures\.get\(\"(\w+)\"\)", text)}


def test_every_figure_of_a_formula_is_shown_or_used() -> None:
    said = {item.figure for item in RULES.money if item.kind in ("figure", "tradeoff", "target")} | _read_by_name()
    counted = {item.counted.figure for family in RULES.requirements for item in family.requirements if item.counted}
    assert counted <= set().union(*FIGURES.values())
    for formula, figures in FIGURES.items():
        rows = {row.figure for value in RULES.values if value.formula == formula for row in value.results}
        aims = {end for value in RULES.values for aim in value.aims for end in (aim.now, aim.then, aim.best)}
        compared = {case.told_by for value in RULES.values for case in value.today_given}
        assert figures - rows - said - counted - aims - compared == set(), formula


def test_what_a_step_counts_is_a_figure_or_a_number_that_there_is() -> None:
    """Otherwise it would silently be told without."""
    steps = [step for outcome in RULES.outcome.values() for step in outcome.next_steps]
    waits = [step.arrival for step in steps if step.arrival]
    told = {step.counted.figure for step in steps if step.counted} | {step.at_least for step in steps if step.at_least}
    assert told | {wait.figure for wait in waits if wait.figure} <= set().union(*FIGURES.values())
    assert len(waits) > 3 and {role for wait in waits for role in wait.roles} <= RULES.question_in_role.keys()


def test_what_a_sum_compares_with_is_told_by_a_figure_that_there_is() -> None:
    """Without it, no result could name the one of several ways that it is compared with."""
    told = [(value.formula, case) for value in RULES.values for case in value.today_given if case.told_by]
    assert len(told) >= 4
    for formula, case in told:
        assert case.told_by in FIGURES[formula] and case.if_more and case.if_none, case


def test_whoever_names_the_price_of_a_call_is_asked_for_the_number_of_calls() -> None:
    """A case from a review: three calls for each answer were entered, and said not to be used."""
    asked = {value.id: {item.role for item in value.numbers} for value in RULES.values}
    paid = [roles for roles in asked.values() if "cost_call" in roles]
    assert len(paid) >= 4 and all("calls" in roles for roles in paid)


def test_every_formula_is_registered_and_used() -> None:
    assert set(FORMULAS) == set(FormulaId) == {value.formula for value in RULES.values}


def test_every_task_type_has_one_default_value_model() -> None:
    defaults = [task for value in RULES.values for task in value.tasks]
    assert sorted(defaults) == sorted(RULES.task)


def test_an_assessment_holds_what_follows_from_its_numbers() -> None:
    """Of the sum that the task type decides; while that is open, as where there is none, no sum is worked out."""
    numbers = {IDS[role]: number for role, number in NUMBERS.items()}
    answers = RULES.case["card_payment_fraud"].answers
    names = {role: f"“{RULES.role_name(role)}”" for role in IDS}
    found = assess(RULES, {"answers": answers, "numbers": numbers})
    assert found.worth == worth_of(RULES.value["act_or_leave"], NUMBERS, RULES.basis, names)
    for undecided in ({}, RULES.case["income_tax_due"].answers):
        assert assess(RULES, {"answers": undecided, "numbers": numbers}).worth is None


@pytest.mark.parametrize("numbers", [{}, {"no_such_question": 3}, {IDS["volume"]: 100}])
def test_without_numbers_to_calculate_with_there_is_nothing(numbers: dict[str, float]) -> None:
    found = assess(RULES, {"answers": {}, "numbers": numbers}, strict=False)
    assert found.worth is None


def test_every_slot_of_a_sentence_about_money_is_one_that_some_kind_knows() -> None:
    assert set(SLOTS_OF) == set(get_args(MoneyKind))
    assert {slot for slots in SLOTS_OF.values() for slot in slots} == SLOTS.keys()


@pytest.mark.parametrize("value", RULES.values, ids=lambda value: value.id)
def test_a_value_model_shows_only_results_that_its_formula_gives(value) -> None:
    """A row or a sentence about a figure that no formula has would never be seen."""
    given = {figure for found in FIGURES.values() for figure in found}
    assert {row.figure for row in value.results} <= FIGURES[value.formula]
    assert {item.figure for item in RULES.money if isinstance(item, FigureSentence)} <= given
    assert {item.figure for item in RULES.money if isinstance(item, Mismatch)} <= IDS.keys()


@pytest.mark.parametrize(
    ("volume", "contradicts"), [(60_000, False), (400, True), ({"low": 400, "middle": 500, "high": 60_000}, False)]
)
def test_a_number_that_does_not_go_with_an_answer_is_named(volume, contradicts):
    """A range that reaches to where the answer allows it contradicts nothing."""
    case = load_rules().case["fleet_failure_prediction"].sheet()
    found = assess(load_rules(), {**case.model_dump(mode="json"), "numbers": {**case.numbers, "volume": volume}})
    said = [item.text for item in found.contradictions]
    assert (
        "You answered that 10,000 to a million answers are needed in a year, and entered 400 a year. Which is right?"
        in said
    ) is contradicts
    assert len(said) == contradicts


@pytest.mark.parametrize(
    ("effort", "minutes", "said"),
    [
        ("shorter", 3.9, []),
        ("shorter", 4.5, ["checking takes less than half the time of doing it by hand"]),
        ("shorter", {"low": 1, "middle": 5, "high": 9}, []),
        ("glance", 6, ["a person sees at a glance whether a result is right"]),
        ("as_long", 4.5, []),
        ("as_long", 2, ["checking takes about as long as doing it by hand"]),
        (("shorter", "as_long"), 2, []),
    ],
)
def test_minutes_that_do_not_go_with_the_answer_about_checking_are_named(effort, minutes, said):
    """The limit is half the minutes of doing it by hand; between two answers nothing contradicts yet."""
    sheet = RULES.case["g_clinic_visit_notes"].sheet().answered("check_effort", effort)
    numbers = {**sheet.numbers, IDS["minutes_today"]: 8, IDS["minutes_check"]: minutes}
    found = assess(RULES, {**sheet.model_dump(mode="json"), "numbers": numbers}).contradictions
    assert [item.text.split(", and entered")[0] for item in found] == [f"You answered that {part}" for part in said]
    assert all(f"entered {minutes} minutes for checking" in item.text and "and 8 for" in item.text for item in found)
    assert all({IDS["minutes_today"], IDS["minutes_check"], "check_effort"} == set(item.answers) for item in found)


def test_what_is_wrong_with_a_number_calls_it_what_its_question_calls_it():
    """Two calculations of the same numbers worded it twice, and the words of the one that knew no question won."""
    case = RULES.case["card_payment_fraud"].sheet()
    found = assess(
        RULES, {**case.model_dump(mode="json"), "numbers": {**case.numbers, IDS["base_rate"]: 7}}, strict=False
    )
    short = RULES.role_name("base_rate")
    assert found.money[0].text.startswith(f"Please check: The “{short}” must be between 0 and 1, but it is 7.")
