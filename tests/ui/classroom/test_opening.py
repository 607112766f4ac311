"""A class is opened: a ready one, one of a case, one of the instructor's own; and its sheet of exercises."""

from __future__ import annotations

import pytest

from framework.classroom.session import Step
from framework.ui import resources
from tests.ui.classroom.hall import to
from tests.ui.looking import buttons, healthy, words


def test_a_ready_class_is_opened_with_one_tap(app, store):
    at = healthy(app("class"))
    at.button(key=f"open_{resources.rules().classes[0].id}").click().run()
    healthy(at)
    assert at.query_params["lead"]
    assert "Start the first vote" in buttons(at)


@pytest.mark.parametrize("kind", ["own", "ideas"])
def test_a_class_without_a_case_asks_everybody_what_can_matter_for_them(app, store, kind):
    """A case that the instructor typed, and an idea that each group brings: opened on the page, answered on a phone."""
    at = healthy(app("class"))
    at.radio(key="kind").set_value(kind).run()
    at.text_input(key="own_title").set_value("Which *bus* is late?").run()
    at.text_area(key="own_description").set_value("Ten lines, two depots.").run()
    at.button(key="open_own").click().run()
    lead = at.query_params["lead"]
    room = store.classes.by_lead(lead if isinstance(lead, str) else lead[0])
    assert room.plan.kind == kind and room.plan.title == "Which *bus* is late?" and room.plan.questions == ()
    me = store.participants.join(room.key, ())
    phone = healthy(app("join", code=room.code, me=me.key))
    assert any(field.key == "class_idea" for field in phone.text_input) == (kind == "ideas")
    if kind == "ideas":
        phone.text_input(key="class_idea").set_value("Late buses").run()
        assert store.participants.get(me.key).idea == "Late buses"
    to(store, room, Step.FIRST_VOTE)
    phone = healthy(app("join", code=room.code, me=me.key))
    for answered in (1, 2):
        next(button for button in phone.button if (button.key or "").endswith("not_sure")).click().run()
        assert len({vote.question for vote in store.participants.seat(me.key).votes}) == answered


def test_an_exercise_sheet_is_offered_in_every_form(app, store):
    """Beside the classes, with or without its solutions; the number that was typed makes the sheet."""
    at = healthy(app("class"))
    assert at.radio(key="exercise_part").value == "exercises", "nobody hands out solutions by accident"
    at.text_input(key="exercise_seed").set_value("<b>Ada</b>").run()
    at.radio(key="exercise_part").set_value("solutions").run()
    shown = healthy(at)
    assert [item.proto.label for item in shown.get("download_button")] == ["PDF", "Web page", "Markdown", "Text"]


def test_an_instructor_reads_the_case_and_not_its_end_before_opening(app, store):
    """The description of the case that is chosen stands under it, and opens with it."""
    case = max(resources.rules().cases, key=lambda case: case.title)
    at = healthy(app("class"))
    at.selectbox(key="class_case").set_value(case).run()
    assert case.description in words(healthy(at)) and case.source.what_it_says not in words(at)
    at.button(key="open_case").click().run()
    lead = at.query_params["lead"]
    assert store.classes.by_lead(lead if isinstance(lead, str) else lead[0]).plan.case == case.id
