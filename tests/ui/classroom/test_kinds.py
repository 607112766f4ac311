"""What a class is told where nothing was published about its case, and where each group brings an idea of its own."""

from __future__ import annotations

import pytest

from framework.classroom.plan import Plan
from framework.classroom.session import NEXT, Step
from tests.ui.classroom.hall import to, voted
from tests.ui.looking import healthy, words


def _opened(store, kind, **chosen):
    return store.classes.open(Plan.model_validate({"kind": kind, "title": "Late buses", **chosen}))


@pytest.mark.parametrize(("kind", "heading"), [("own", "Answer alone"), ("ideas", "Answer for your own idea")])
def test_only_groups_with_ideas_are_asked_to_answer_for_their_own(app, store, kind, heading):
    room = to(store, _opened(store, kind), Step.FIRST_VOTE)
    assert heading in words(healthy(app("class_screen", code=room.code)))


@pytest.mark.parametrize("kind", ["own", "ideas"])
def test_nothing_is_said_to_be_published_where_nothing_was(app, store, kind):
    room = _opened(store, kind)
    while room.step is not Step.REVEAL:
        room = to(store, room, NEXT[room.step][0])
    said = words(healthy(app("class_lead", lead=room.lead_key)))
    assert "published" not in said and "Compare both votes." in said


def test_four_of_whom_nothing_is_shown_are_not_told_that_they_differ(app, store, ready):
    room, _ = voted(store, ready, *[{ready.plan.questions[0]: "not_sure"}] * 4)
    to(store, room, Step.HISTOGRAM)
    said = words(healthy(app("class_lead", lead=room.lead_key)))
    assert "here you differ" not in said and "so few of you have voted that nothing is shown" in said
