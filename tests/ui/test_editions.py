"""Work saved under other rules: what still fits is kept, what does not is asked again, and nothing is lost silently."""

from __future__ import annotations

import pytest

from framework.model.sheet import Sheet
from framework.ui import resources
from framework.ui.components.outdated import outdated
from tests.ui.looking import healthy, words

PAGES = ["interview", "review"]


@pytest.fixture
def questions():
    """Two questions with one answer each, always asked."""
    found = [q for q in resources.rules().closed_questions.values() if q.kind == "one" and q.asked_when is None]
    return found[:2]


@pytest.fixture
def older(store, questions):
    """A row written under older rules: one answer that still fits, one whose option is gone, one whose question is."""
    good, changed = questions
    answers = {good.id: good.options[0].id, changed.id: "option_of_old", "question_of_old": ("one", "two")}
    rulebase = resources.rules()
    return store.work.create(
        "", rulebase.manifest.id, "digest of older rules", Sheet(title="Mine", answers=answers)
    ).key


def listed(at) -> bool:
    return "option_of_old" in words(at)


def test_what_does_not_fit_is_found_and_what_does_is_not(questions):
    good, changed = questions
    both = (good.options[0].id, good.options[1].id)
    sheet = Sheet(answers={good.id: both, changed.id: (changed.options[0].id, "gone"), "no_question": "x"})
    assert [(item.id, item.old) for item in outdated(resources.rules(), sheet)] == [
        (changed.id, (changed.options[0].id, "gone")),
        ("no_question", ("x",)),
    ]


@pytest.mark.parametrize("page", PAGES)
def test_the_list_names_question_and_old_answer(app, older, questions, store, page):
    at = healthy(app(page, work=older))
    said = words(at).replace("\\", "")
    assert "2 answers no longer fit the questions" in [item.label for item in at.expander]
    assert questions[1].text in said
    assert "`option_of_old`" in said
    assert "`question_of_old`" in said
    assert "`one`, `two`" in said
    assert questions[0].text not in [link.proto.label for link in at.get("page_link")]
    assert resources.assessment_of(store.work.get(older).sheet).answers == {questions[0].id: questions[0].options[0].id}


def test_an_answer_takes_its_line_away_and_only_that(app, older, questions, store):
    changed = questions[1]
    at = healthy(app("interview", work=older, way="quick", question=changed.id))
    assert at.title[0].value == changed.text
    at = healthy(at.button(key=f"pick_{changed.id}_{changed.options[0].id}").click().run())
    assert not listed(at)
    assert "question_of_old" in words(at)
    assert store.work.get(older).sheet.answers["question_of_old"] == ("one", "two")


@pytest.mark.parametrize("page", PAGES)
def test_the_list_can_be_put_away_and_the_old_answers_stay_in_the_row(app, older, store, page):
    before = store.work.get(older).sheet
    at = healthy(app(page, work=older).button(key="adopt").click().run())
    assert not listed(at) or page == "review"  # each line of the review still says what is there
    assert "adopt" not in [button.key for button in at.button]
    assert "adopt" not in [button.key for button in app(page, work=older).button]
    assert store.work.get(older).sheet == before


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_said_where_all_answers_fit(app, store, questions, page):
    rulebase = resources.rules()
    sheet = Sheet(answers={questions[0].id: questions[0].options[0].id, questions[1].id: "not_sure"})
    key = store.work.create("", rulebase.manifest.id, "digest of older rules", sheet).key
    assert "no longer fit" not in words(healthy(app(page, work=key)))
