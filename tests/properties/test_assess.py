"""Whatever somebody answers, and in whatever order: an assessment comes out, and knowing more never allows more."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from framework import assess, load_rules
from framework.model.answers import NOT_SURE, Answer
from framework.model.question import Question
from framework.model.sheet import Range, Sheet

RULEBASE = load_rules()
WHAT_WAS_GIVEN = {"sheet"}
"""The part of an assessment that repeats its input."""

_CLOSED = RULEBASE.closed_questions
_TEXTS = [question.id for question in RULEBASE.questions.values() if question.kind == "text"]
_NUMBERS = [question.id for question in RULEBASE.questions.values() if question.kind == "number"]


def _given(question: Question) -> st.SearchStrategy[Answer]:
    """A complete answer, "not sure", or a partial one."""
    known = st.sampled_from([*question.complete_answers, NOT_SURE])
    ids = [option.id for option in question.options]
    if question.kind == "many":
        return known
    return st.one_of(known, st.lists(st.sampled_from(ids), min_size=1, unique=True).map(tuple))


answers = st.fixed_dictionaries({}, optional={id_: _given(question) for id_, question in _CLOSED.items()})
words = st.dictionaries(st.sampled_from(_TEXTS), st.text(max_size=60), max_size=5)
numbers = st.dictionaries(st.sampled_from(_NUMBERS), st.floats(allow_nan=False, allow_infinity=False), max_size=5)


@settings(max_examples=40, deadline=None)
@given(answers, words, numbers)
def test_any_sheet_gives_an_assessment(
    given_answers: dict[str, Any], nouns: dict[str, str], amounts: dict[str, float | Range]
) -> None:
    """No sheet, complete or not, raises; the result survives JSON and names only what the rule base has."""
    result = assess(RULEBASE, Sheet(answers=given_answers, words=nouns, numbers=amounts), strict=False)
    assert set(result.possible_verdicts) <= set(RULEBASE.verdict)
    assert (result.verdict is None) == (len(result.possible_verdicts) > 1)
    if result.verdict is not None:
        enough = {given.question: given.answer for given in result.sufficient_reason}
        assert assess(RULEBASE, Sheet(answers=enough)).verdict == result.verdict
    assert result.next_question is None or result.verdict is None
    json.dumps(result.model_dump(mode="json"))


@settings(max_examples=40, deadline=None)
@given(answers, st.data())
def test_an_answer_never_adds_a_possible_verdict(given_answers: dict[str, Any], data: st.DataObject) -> None:
    """Knowing more never makes more possible, for the verdict, the outcome and the task type."""
    before = assess(RULEBASE, Sheet(answers=given_answers))
    open_ = [id_ for id_ in _CLOSED if given_answers.get(id_, NOT_SURE) == NOT_SURE]
    if not open_:
        return
    id_ = data.draw(st.sampled_from(open_))
    after = assess(
        RULEBASE, Sheet(answers={**given_answers, id_: data.draw(st.sampled_from(_CLOSED[id_].complete_answers))})
    )
    assert set(after.possible_verdicts) <= set(before.possible_verdicts)
    assert set(after.possible_outcomes) <= set(before.possible_outcomes)
    assert set(after.possible_tasks) <= set(before.possible_tasks)


@settings(max_examples=20, deadline=None)
@given(answers, st.data())
def test_a_narrower_answer_never_adds_a_possible_verdict(given_answers: dict[str, Any], data: st.DataObject) -> None:
    """Ruling out one option of a partial answer only takes away; and it never adds a question."""
    partial = [id_ for id_, answer in RULEBASE.accept(given_answers).items() if _CLOSED[id_].is_partial(answer)]
    if not partial:
        return
    id_ = data.draw(st.sampled_from(partial))
    fewer = data.draw(st.sampled_from(_CLOSED[id_].allowed(RULEBASE.accept(given_answers)[id_])))
    before, after = (
        assess(RULEBASE, Sheet(answers=sheet, screened=tuple(partial)))
        for sheet in (given_answers, {**given_answers, id_: fewer})
    )
    assert set(after.possible_verdicts) <= set(before.possible_verdicts)
    assert after.questions_left <= before.questions_left


@settings(max_examples=20, deadline=None)
@given(answers, st.randoms())
def test_the_order_of_answers_is_irrelevant(given_answers: dict[str, Any], rng: Any) -> None:
    """The same answers in another order give the same assessment, to the letter."""
    shuffled = list(given_answers.items())
    rng.shuffle(shuffled)
    one, other = (assess(RULEBASE, Sheet(answers=dict(items))) for items in (given_answers.items(), shuffled))
    assert one.model_dump_json(exclude=WHAT_WAS_GIVEN) == other.model_dump_json(exclude=WHAT_WAS_GIVEN)


@settings(max_examples=20, deadline=None)
@given(answers)
def test_not_sure_is_the_same_as_no_answer(given_answers: dict[str, Any]) -> None:
    """ "Not sure" changes nothing but whether the question is asked again."""
    told = {id_: value for id_, value in given_answers.items() if value != NOT_SURE}
    one, other = assess(RULEBASE, Sheet(answers=given_answers)), assess(RULEBASE, Sheet(answers=told))
    asking = {"next_question", "questions_left", "applicable_left", "facts_left", "task_question", *WHAT_WAS_GIVEN}
    assert one.model_dump(exclude=asking) == other.model_dump(exclude=asking)


@pytest.fixture(scope="module")
def blank() -> dict[str, Any]:
    """What an empty sheet leads to."""
    return assess(RULEBASE, Sheet()).model_dump(exclude=WHAT_WAS_GIVEN)


@settings(max_examples=20, deadline=None)
@example(garbage={"output_form": ""})
@given(
    garbage=st.dictionaries(
        st.text(max_size=12),
        st.one_of(st.text(max_size=8), st.lists(st.text(max_size=5), max_size=3).map(tuple)),
        max_size=6,
    )
)
def test_unknown_questions_and_options_count_as_not_given(blank: dict[str, Any], garbage: dict[str, Any]) -> None:
    """Answers that mean nothing to the rule base change nothing, where a saved sheet may hold such ones."""
    result = assess(RULEBASE, Sheet(answers={**garbage, "goal_stated": "no such option"}), strict=False)
    assert result.model_dump(exclude=WHAT_WAS_GIVEN) == blank
