"""A sheet from Python is checked like one from a file: nothing that is wrong is passed over in silence."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

import numpy as np
import pytest

import framework
from framework import Range, Sheet, SheetError, assess, load_rules, read_sheet
from framework.rulebase.table import read_table

RULES = load_rules()


def _problems(sheet: Any) -> list[str]:
    with pytest.raises(SheetError) as caught:
        assess(RULES, sheet)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("given", [dict, lambda data: Sheet(**data)], ids=["mapping", "sheet"])
def test_answers_that_exclude_each_other_are_refused(given: Any) -> None:
    """They were taken for no answer at all, so that what is prohibited was advised."""
    (problem,) = _problems(given({"answers": {"legitimacy": ("prohibited", "none_of_these")}}))
    assert problem == "answers.legitimacy: exclusive: `none_of_these` cannot be chosen together with others"
    assert assess(RULES, {"answers": {"legitimacy": ("prohibited",)}}).verdict == "dont_use_ml"


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (
            {"answers": {"legitimacy": ["prohibted"]}},
            "answers.legitimacy.0: unknown_option: .*did you mean `prohibited`",
        ),
        ({"answers": {"legitimcy": "prohibited"}}, "answers.legitimcy: unknown_question: .*did you mean `legitimacy`"),
        ({"words": {"unti": "letter"}}, "words.unti: unknown_word: .*did you mean `unit`"),
        ({"numbers": {"volme": 3}}, "numbers.volme: unknown_number: .*did you mean `volume`"),
        ({"numbers": {"base_rate": 7}}, "numbers.base_rate: out_of_range: .*between 0 and 1"),
        ({"numbers": {"volume": Range(low=3, middle=2, high=4)}}, "numbers.volume: wrong_range: "),
        ({"numbers": {"volume": float("nan")}}, "numbers.volume: wrong_type: "),
        ({"numbers": {"retries": 2.5}}, "numbers.retries: not_whole: `retries`: this must be a whole number"),
        ({"numbers": {"value_per_success": -50}}, "numbers.value_per_success: out_of_range: .*less than 0"),
        ({"answer": {}}, "answer: unknown_key: .*did you mean `answers`"),
        ({"screened": ["legitimcy"]}, "screened.0: unknown_question: "),
        ([], "sheet: wrong_type: expected a mapping"),
    ],
)
def test_what_is_wrong_is_named_by_its_keys_with_a_suggestion(sheet: Any, said: str) -> None:
    (problem,) = _problems(sheet)
    assert re.match(said, problem), problem


def test_everything_that_is_wrong_is_told_at_once() -> None:
    wrong = {"answers": {"legitimacy": "x", "goal": "y"}, "numbers": {"volume": -1}, "words": {"unit": []}, "titel": ""}
    assert len(_problems(wrong)) == 5


def test_python_and_a_file_are_read_alike() -> None:
    data = {
        "title": "To pay",
        "answers": {"simple_way": ["tried_short", "untried"], "legitimacy": "none_of_these", "goal_stated": "not_sure"},
        "words": {"metric_today": 800},
        "numbers": {"base_rate": "5 %", "volume": "5000-10000", "running_cost": {"low": 1, "middle": 2, "high": "3k"}},
        "review": "2030-01-31",
    }
    assert assess(RULES, data).sheet == read_sheet(json.dumps(data).encode(), RULES)
    amounts = {"volume": np.int64(5), "base_rate": np.float32(0.5), "running_cost": Range(low=1, middle=1, high=2)}
    assert assess(RULES, {"numbers": amounts}).sheet.numbers == amounts


def test_a_valid_sheet_comes_through_with_its_answers_in_the_order_of_the_options() -> None:
    for case in RULES.cases:
        sheet = case.sheet()
        read = assess(RULES, sheet).sheet
        recorded = {id_: RULES.questions[id_].recorded(given) for id_, given in sheet.answers.items()}
        assert read == sheet.model_copy(update={"answers": recorded})
        assert assess(RULES, read) == assess(RULES, read, strict=False)


def test_an_answer_of_an_earlier_edition_counts_as_not_given_where_that_is_asked_for() -> None:
    sheet = Sheet(answers={"gone": "x", "legitimacy": ("prohibited", "gone")}, numbers={"gone": 3})
    found = assess(RULES, sheet, strict=False)
    assert found.sheet == sheet and found.possible_verdicts == assess(RULES, {}).possible_verdicts


def test_the_names_of_the_package_are_there_and_load_no_more_than_they_need() -> None:
    assert all(getattr(framework, name) for name in framework.__all__)
    with pytest.raises(AttributeError):
        _ = framework.nothing
    code = (
        "import sys, framework\n"
        "assert not {'pydantic', 'yaml'} & set(sys.modules)\n"
        "from framework import Range, Sheet, SheetError\n"
        "assert 'yaml' not in sys.modules and 'framework.reasoning' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_table_and_python_refuse_the_same_numbers() -> None:
    table = read_table(b"retries,value_per_success\n2.5,-50\n", RULES, shown="ideas.csv", most_rows=5)
    typed = _problems({"numbers": {"retries": 2.5, "value_per_success": -50}})
    assert [str(problem).partition(": ")[2] for problem in table.problems] == [one.partition(": ")[2] for one in typed]
