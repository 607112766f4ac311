"""Worked cases: what somebody tried is set beside what we make of it."""

from __future__ import annotations

from html import unescape

import pytest

from framework.assessment.likeness import like_cases
from framework.search.documents import CASE
from framework.ui import resources
from framework.ui.components.statement import shortened
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


def test_a_brief_names_the_answers_that_an_idea_shares_with_a_case_like_it(app, new_work):
    case = rules().cases[0]
    sheet = case.sheet()
    mine = resources.assessment_of(sheet)
    others = {one.id: resources.assessment_of(one.sheet()) for one in rules().cases if one.id != case.id}
    like = like_cases(rules(), mine, others)[0]
    given = {id_: list(answer) if not isinstance(answer, str) else answer for id_, answer in case.answers.items()}
    said = unescape(words(healthy(app("brief", work=new_work(title="Mine", answers=given), **{"try": case.id}))))
    item = said.partition(f"case={like.case}")[2].partition('</li><li class="plain">')[0]
    folded = item.partition("What is the same")[2].partition("</details>")[0]
    assert like.same
    for id_ in like.same:
        assert (
            f"{rules().questions[id_].short}:</span> {shortened(rules().answer_text(id_, sheet.answers[id_]))}"
            in folded
        )
    assert all(f"{rules().questions[id_].short}:</span>" not in folded for id_ in like.different)


def _cards(at) -> set[str]:
    """The cases of which the library shows a card."""
    return {button.key.removeprefix("try_") for button in at.button if (button.key or "").startswith("try_")}


def test_a_filter_takes_away_cases_of_a_search_and_leaves_all_others(app):
    query = "which customers will leave"
    found = {id_ for _, id_ in resources.search().find(query, kind=CASE, most=None)}
    assert 0 < len(found) < len(rules().cases) / 2  # words that every case has do not count
    at = healthy(app("cases"))
    at.text_input(key="case_search").set_value(query).run()
    assert _cards(healthy(at)) == found
    for verdict in rules().verdict:
        at.selectbox(key="case_verdict").set_value(verdict).run()
        assert _cards(healthy(at)) == {id_ for id_ in found if rules().case[id_].expected.verdict == verdict}


def test_a_search_with_many_hits_shows_all_of_them(app):
    query = "people data answers"
    found = {id_ for _, id_ in resources.search().find(query, kind=CASE, most=None)}
    assert len(found) > 20
    at = healthy(app("cases"))
    at.text_input(key="case_search").set_value(query).run()
    assert _cards(healthy(at)) == found


def test_a_misspelled_search_for_cases_offers_what_was_meant(app):
    """In place of what was typed only where that finds no case."""
    query = "which customers will leave"
    found = {id_ for _, id_ in resources.search().find(query, kind=CASE, most=None)}
    at = healthy(app("cases"))
    at.text_input(key="case_search").set_value("which custmers will leave").run()
    assert "Results for" not in words(at) and _cards(at) > found
    assert _cards(healthy(at.button(key="case_meant").click().run())) == found
    assert at.text_input(key="case_search").value == query
    at.text_input(key="case_search").set_value("custmers").run()
    assert "Results for “customers”" in words(healthy(at))
