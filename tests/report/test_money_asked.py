"""Which numbers are asked for, which are missing, and which no sum uses."""

from __future__ import annotations

import pytest

from framework import assess
from framework.assessment.chain import core_first, demanded, numbers_asked
from framework.model.condition import Condition
from framework.model.sheet import Range
from framework.model.value import ValueModel
from framework.reasoning.conclusions import facts_of
from framework.reasoning.interpreter import Facts
from framework.report.document import build_document
from framework.report.front import front_of
from framework.report.sections.context import Context
from framework.report.sections.money import first_numbers, numbers_wanted
from framework.report.text import to_text
from tests.report.briefs import texts
from tests.report.sums import FOUND, IDS, NUMBERS, OFFERS, RULES, SIGNED, flat, searched, sheet_of


def test_only_the_numbers_of_the_value_model_are_asked() -> None:
    found = assess(RULES, sheet_of("forecasting"))
    assert IDS["error_cut"] in found.numbers_asked
    assert IDS["base_rate"] not in found.numbers_asked
    open_ = assess(RULES, {"answers": {}})
    assert IDS["volume"] in open_.numbers_asked
    assert len(open_.numbers_asked) <= 6


def test_the_first_numbers_named_as_missing_are_those_that_a_result_rests_on() -> None:
    given: dict[str, float | Range] = {"volume": 10_000, "minutes_today": 10, "minutes_check": 3}
    found = assess(RULES, sheet_of("generation", {**given, "minutes_finish": 2, "cost_minute": 0.6}, **SIGNED))
    core, others = core_first(facts_of(RULES, found), found.value, found.numbers_asked)
    assert (len(core), len(others)) == (8, 8)
    wanted = [RULES.question_in_role[role].short for role in ("usable", "one_off", "running")]
    said = numbers_wanted(Context(RULES, found))
    assert [name for name in wanted if f"“{name}”" in said] == wanted
    assert said.count("“") == 3


DOCUMENTS = {"answer_kind": "create_content", "gen_task": "answer_from_sources", "economics": "not_estimated"}


@pytest.mark.parametrize("cost", ["trivial", "annoying", "costly_fixable", "serious", "severe"])
def test_what_wrong_answers_cost_is_demanded_where_they_cost_real_money(cost: str) -> None:
    """A case from a review: of an assistant that answers from documents the sum assumed that nobody is misled."""
    misled = {"misled_then", "cost_misled"}
    found = assess(RULES, sheet_of("retrieval", None, objective_family="speed", error_cost=cost, **DOCUMENTS))
    assert found.value == "find" and found.answers["error_cost"] == cost
    assert misled & demanded(facts_of(RULES, found), RULES.value["find"]) == (
        set() if cost in ("trivial", "annoying") else misled
    )
    order = {"answer_kind": "choose_order", "order_kind": "search_collection"}
    search = assess(RULES, sheet_of("retrieval", None, objective_family="speed", error_cost=cost, **order))
    assert "gen_task" not in search.answers and search.value == "find"
    assert not demanded(facts_of(RULES, search), RULES.value["find"])


class Decided(Facts):
    """Every condition is true, or none is."""

    def __init__(self, truth: bool):
        super().__init__(RULES, {})
        self.truth = truth

    def holds(self, condition: Condition) -> bool:
        return self.truth


@pytest.mark.parametrize("value", RULES.values, ids=lambda value: value.id)
def test_at_most_eight_numbers_are_asked_at_first_whatever_an_answer_demands(value: ValueModel) -> None:
    """What is demanded joins them where there is room, and is asked for once they are known where there is none."""
    ids = numbers_asked(RULES, value)
    core = {IDS[number.role] for number in value.numbers if number.core}
    also = {IDS[number.role] for number in value.numbers if number.demanded_when is not None}
    for truth in (False, True):
        first, others = core_first(Decided(truth), value.id, ids)
        assert 4 <= len(first) <= 8 and core <= set(first) and sorted((*first, *others)) == sorted(ids)
    assert core_first(Decided(False), value.id, ids)[0] == tuple(id_ for id_ in ids if id_ in core)
    assert also <= set(first) or len(core | also) > 8


def test_what_an_answer_demands_is_asked_for_after_the_numbers_of_a_first_result() -> None:
    """A case from a review: with one number typed, "begin with" named the two that come last."""
    given: dict[str, float | Range] = {"volume": 10_000, "minutes_today": 10, "minutes_check": 3, "minutes_finish": 2}
    given |= {"cost_minute": 0.6, "usable": 0.7}
    core = [IDS[role] for role in ("one_off", "running")]
    demanded_ones = [IDS[role] for role in ("slip_today", "slip_draft", "cost_slip")]
    named = []
    for numbers in ({"volume": 10_000}, given, {**given, "one_off": 5_000, "running": 900}):
        sheet = sheet_of("generation", numbers, **SIGNED, error_cost="serious")
        named.append(first_numbers(Context(RULES, assess(RULES, sheet))))
    assert not set(named[0]) & set(demanded_ones)
    assert [*named[1]] == core
    assert [*named[2]] == demanded_ones


def test_the_numbers_of_a_search_are_worded_for_questions_that_are_answered_too() -> None:
    for role in ("minutes_now", "minutes_then", "found_now", "found_then", "misled_now", "misled_then"):
        question = RULES.question_in_role[role]
        assert "question" in question.text and "search" in question.text, role


def test_where_only_the_quality_is_missing_nothing_is_said_not_to_be_worked_out() -> None:
    """Beside the quality that pays stood that nothing was worked out, and other numbers to give."""
    given = {role: number for role, number in FOUND.items() if role != "found_then"}
    found = assess(RULES, searched(given))
    assert found.worth and not found.worth.missing and found.worth.needed.pays
    asked = RULES.question_in_role["found_then"].short
    assert numbers_wanted(Context(RULES, found)) == f"Enter “{asked}” to see how much it brings."


def test_where_learning_is_the_point_no_amount_is_asked_for() -> None:
    said = " ".join(texts(front_of(RULES, assess(RULES, sheet_of("forecasting", economics="learning_goal")))))
    assert "Learning is the point" in said
    assert "Begin with" not in said


def test_numbers_that_no_result_uses_are_named_once() -> None:
    """A case from a review: numbers of another kind of sum were dropped without a word."""
    said = flat(assess(RULES, searched({**FOUND, "cost_wrong": 35, "margin": 3})))
    names = [RULES.questions[IDS[role]].short for role in ("margin", "cost_wrong")]
    assert said.count("Not used here, only in other calculations:") == 1
    assert all(f"“{name}”" in said for name in names)
    assert "Not used here" not in flat(assess(RULES, searched(FOUND)))


def test_where_nothing_is_built_it_says_that_no_number_counts() -> None:
    case = next(case for case in RULES.cases if assess(RULES, {"answers": case.answers}).outcome == "do_not_build")
    found = assess(RULES, {"answers": case.answers, "numbers": {IDS["margin"]: 3}})
    told = " ".join(to_text(RULES, found, build_document(RULES, found)).split())
    assert "Your numbers are kept but not used." in told
    assert "Not used here" not in told


def test_where_nothing_is_calculated_no_other_calculation_is_named() -> None:
    """A case from a review: "not used here, only in other calculations", and 15 numbers, where there is none."""
    case = next(case for case in RULES.cases if assess(RULES, {"answers": case.answers}).outcome == "use_non_ml")
    said = flat(assess(RULES, {"answers": case.answers, "numbers": {IDS["margin"]: 3}}))
    assert said.count("This verdict needs no calculation. Your numbers are kept but not used.") == 1
    assert "Not used here" not in said


def test_only_missing_numbers_are_asked_for() -> None:
    """A case from a review: "begin with these numbers" named some that had been typed."""
    given = {role: number for role, number in OFFERS.items() if role != "value"}
    (said,) = [text for text in texts(front_of(RULES, assess(RULES, sheet_of("uplift", given)))) if "Begin" in text]
    assert said.count("“") == 1
    assert RULES.questions[IDS["value"]].short in said


def test_the_sum_that_is_used_is_named_first() -> None:
    """A case from a review: two sums were possible, and the rosier one was used without saying so."""
    base = {"action_changes": "person_acts", "objective_family": "cost_efficiency", "input_kind": "table"}
    found = assess(RULES, sheet_of("binary_classification", {**NUMBERS}, **base))
    assert found.value == "top_of_list"
    said = flat(found)
    assert said.index("The calculation used: “A team looks at the top of a list”") < said.index("Not used here")
    assert "act on as many from the top" in (found.ml_objective or "")
    assert "threshold" not in (found.ml_objective or "")


def test_while_the_form_of_the_answer_is_open_it_is_what_the_calculation_waits_for() -> None:
    """A case from a review: all five numbers that were offered were entered, and nothing stood below the heading."""
    case = RULES.case["card_payment_fraud"].sheet()
    answers = {id_: given for id_, given in case.answers.items() if id_ != "output_form"}
    for numbers in ({}, {"volume": 20_000, "adoption": 0.8, "one_off_cost": 5e4, "running_cost": 2e4, "years": 3}):
        found = assess(RULES, case.model_copy(update={"answers": answers, "numbers": numbers}))
        assert found.verdict and found.value is None
        told = [line.text for panel in front_of(RULES, found).panels if panel.id == "pays" for line in panel.lines]
        assert told == ["Not worked out yet. Which calculation fits depends on your answer to “Form of the answer”."]


def test_what_the_right_quantity_brings_is_said_once_and_what_a_model_adds_is_asked_for() -> None:
    """A case from a review: the sentence stood twice, and nothing said which number was missing."""
    numbers: dict[str, float | Range] = {"volume": 8_700, "cost_under": 9, "cost_over": 2.8, "error_today": 21}
    numbers |= {"order_today": 12, "one_off": 8_000, "running": 5_000, "years": 4}
    found = assess(RULES, sheet_of("forecasting", numbers))
    (pays,) = (panel for panel in front_of(RULES, found).panels if panel.id == "pays")
    assert "The right quantity alone" in pays.big and not any(line.text in pays.big for line in pays.lines)
    assert pays.lines[0].text.startswith("Enter “") and "a model would add" in pays.lines[0].for_others
