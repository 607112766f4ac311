"""Two windows on one work: each learns what the other changed, and nothing is replaced silently."""

from __future__ import annotations

import pytest

from framework.ui import resources
from tests.ui.looking import healthy


@pytest.fixture
def questions():
    """Three questions with one answer each, always asked."""
    found = resources.rules().closed_questions.values()
    return [q for q in found if q.kind == "one" and q.asked_when is None and not q.groups][:3]


@pytest.fixture
def windows(app, new_work, questions):
    """The key of a work, and two windows on its questions."""
    key = new_work(title="Mine", answers={questions[0].id: questions[0].options[0].id})
    return key, [healthy(app("interview", work=key, back="review", question=questions[number].id)) for number in (1, 2)]


def told(at):
    return [toast.value for toast in at.toast]


def pick(at, question, number=0):
    return healthy(at.radio[0].set_value(question.options[number].id).run())


def test_the_second_window_sees_what_changed_by_name(windows, questions):
    _, (one, two) = windows
    assert not told(pick(one, questions[1]))
    two = healthy(two.run())
    assert told(two) == [f"Changed in another window: {questions[1].short}."]
    assert not told(healthy(two.run())), "once"


def test_both_answers_are_kept(windows, questions, store):
    key, (one, two) = windows
    pick(one, questions[1])
    two = pick(two, questions[2])
    assert {question.id for question in questions} <= set(store.work.get(key).sheet.answers)
    assert told(two) == [f"Changed in another window: {questions[1].short}."]


def test_a_second_answer_to_the_same_question_says_what_it_replaced(app, windows, questions, store):
    key, (one, _) = windows
    two = healthy(app("interview", work=key, back="review", question=questions[1].id))
    pick(one, questions[1], 0)
    two = pick(two, questions[1], 1)
    assert store.work.get(key).sheet.answers[questions[1].id] == questions[1].options[1].id
    name = questions[1].short
    assert told(two) == [f"Your answer has replaced the one from another window: {name}."], "the point comes first"


def test_what_was_only_changed_there_is_told_after_what_was_replaced(app, windows, questions, store):
    key, _ = windows
    two = healthy(app("interview", work=key, back="review", question=questions[1].id))
    sheet = store.work.get(key).sheet
    for question in questions[1:]:
        sheet = sheet.answered(question.id, question.options[0].id)
    store.work.save(key, sheet)
    said = told(pick(two, questions[1], 1))
    assert said == [
        f"Your answer has replaced the one from another window: {questions[1].short}. "
        f"Also changed there: {questions[2].short}."
    ]


def test_what_a_deleted_idea_refuses_is_said_first(windows, questions, store):
    key, (one, _) = windows
    store.work.delete(key)
    one.radio[0].set_value(questions[1].options[0].id).run()
    assert told(one)[0].startswith("Your answer was not saved.")


def test_one_window_is_told_nothing_of_its_own_changes(windows, questions):
    _, (one, _) = windows
    assert not told(pick(one, questions[1]))
    assert not told(healthy(one.run()))
