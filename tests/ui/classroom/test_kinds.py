"""What a class is told where nothing was published about its case, and where each group brings an idea of its own."""

from __future__ import annotations

import pytest

from framework.classroom.plan import Plan
from framework.classroom.results import both_rounds
from framework.classroom.session import NEXT, Step
from framework.classroom.votes import Vote
from framework.reasoning.reasoner import reasoner_for
from framework.ui import resources
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


def test_each_pair_of_people_is_counted_once_and_few_answers_are_told_as_few(app, store, ready):
    """Four, of whom one answered the last question: three pairs of six."""
    room = store.classes.open(ready.plan.model_copy(update={"small": True}))
    rulebase = resources.rules()
    case = rulebase.accept(rulebase.case[room.plan.case].answers)
    given = {id_: case[id_] for id_ in room.plan.questions}
    id_, other = next(
        (id_, other)
        for id_ in given
        for other in rulebase.questions[id_].complete_answers
        for found in (both_rounds(reasoner_for(rulebase), room.plan, _votes(given, {**given, id_: other}), done=False),)
        if found.first and found.first.headline == id_
    )
    left_out = next(each for each in given if each != id_)
    most = {each: answer for each, answer in given.items() if each != left_out}
    room, (me, *_) = voted(store, room, {**given, id_: other}, {**given, id_: other}, given, most)
    to(store, room, Step.HISTOGRAM)
    lead, screen, phone = (
        words(healthy(at))
        for at in (
            app("class_lead", lead=room.lead_key),
            app("class_screen", code=room.code),
            app("join", code=room.code, me=me.key),
        )
    )
    assert "In 4 of 6 pairs" in lead and "of 12 pairs" not in lead
    assert all("Answered by 3 of 4" in at for at in (lead, phone))
    assert f"You disagree most on: {rulebase.questions[id_].short}" in screen


def _votes(*given):
    return [Vote(str(n), 1, id_, 1, answer) for n, ballot in enumerate(given) for id_, answer in ballot.items()]
