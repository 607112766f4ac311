"""The lessons."""

from __future__ import annotations

import pytest
from markupsafe import escape as tag

from framework.report.charts import LOSS_FIGURES
from framework.ui.escaping import md
from tests.ui.brief_sheets import rules
from tests.ui.looking import healthy, words


def test_all_lessons_are_listed_and_open(app):
    at = healthy(app("learn"))
    links = " ".join(link.proto.query_string or "" for link in at.get("page_link"))
    assert rules().lessons
    assert all(f"lesson={lesson.id}" in links for lesson in rules().lessons)


@pytest.mark.parametrize("lesson", rules().lessons, ids=lambda lesson: lesson.id)
def test_a_lesson_has_its_parts_facts_exercise_and_criteria(app, lesson):
    at = healthy(app("learn", lesson=lesson.id))
    said = words(at)
    assert all(tag(part.text) in said for part in lesson.parts)
    assert all(tag(fact.text) in said for fact in lesson.facts)
    assert md(lesson.try_this) in said
    assert md(lesson.applied) in said
    for criterion in rules().criteria:
        if criterion.lesson == lesson.id:
            assert tag(criterion.title) in said


def test_a_loss_that_a_lesson_names_has_its_picture(app):
    named = {loss.name.casefold() for task in rules().tasks for loss in task.losses if loss.id in LOSS_FIGURES}
    lessons = [
        lesson
        for lesson in rules().lessons
        if any(name in part.text.casefold() for part in lesson.parts for name in named)
    ]
    assert lessons
    for lesson in lessons:
        assert healthy(app("learn", lesson=lesson.id)).get("plotly_chart")


def test_an_unknown_lesson_gives_the_list(app):
    at = healthy(app("learn", lesson="<b>nobody</b>"))
    assert "There is no lesson at this address" in words(at)
