"""Worked cases: what somebody tried is set beside what we make of it."""

from __future__ import annotations

import pytest

from framework.ui.escaping import md
from tests.ui.brief_sheets import rules
from tests.ui.looking import healthy, words


@pytest.fixture
def case():
    return rules().cases[0]


@pytest.fixture
def tried(app, new_work, case):
    """The page of a case, opened by somebody who answered like us, except where told."""

    def open_page(**other: str):
        answers = {id_: given for id_, given in case.answers.items() if isinstance(given, str)}
        key = new_work(title=case.title, answers={**answers, **other})
        return healthy(app("cases", work=key, **{"try": case.id, "case": case.id}))

    return open_page


def _other(case) -> tuple[str, str]:
    """A question of the case, and an answer to it that is not ours."""
    for id_, given in case.answers.items():
        question = rules().closed_questions[id_]
        if question.kind == "one":
            return id_, next(option.id for option in question.options if option.id != given)
    raise AssertionError("no question with one answer")


def test_where_two_readings_of_a_case_part_both_are_shown(tried, case):
    question, option = _other(case)
    said = words(tried(**{question: option}))
    assert "From your answers" in said
    assert "Where we differ" in said
    for answer in (option, case.answers[question]):
        assert md(rules().answer_text(question, answer)) in said


def test_whoever_agrees_is_told_so(tried):
    said = words(tried())
    assert "Nowhere: we agree on all" in said


def test_a_case_that_is_only_read_compares_nothing(app, case):
    said = words(healthy(app("cases", case=case.id)))
    assert "Where we differ" not in said
    assert md(case.source.what_it_says) in said


def test_a_case_with_numbers_says_what_they_say_and_where_they_are_from(app):
    case = next(case for case in rules().cases if case.numbers)
    said = words(healthy(app("cases", case=case.id)))
    assert "Does it pay?" in said
    assert md(case.numbers_from) in said


def test_a_brief_names_cases_like_the_idea_and_not_the_case_that_was_tried(app, new_work, case):
    given = {id_: list(answer) if not isinstance(answer, str) else answer for id_, answer in case.answers.items()}
    key = new_work(title="Mine", answers=given)
    assert f"case={case.id}" in words(healthy(app("brief", work=key)))
    said = words(healthy(app("brief", work=key, **{"try": case.id})))
    assert "Worked cases like this one" in said
    assert f"cases?case={case.id}" not in said
