"""The time that an instructor set stands on every window of the class, the same on each."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from framework.classroom.session import Step
from framework.ui.components.classroom import clock
from tests.ui.classroom.hall import to
from tests.ui.looking import healthy, words

LEFT = re.compile(r'<span class="timer" role="timer" data-until="([\d.]+)" data-left="[\d.]+" [^>]*>(\d+:\d\d)</span>')


@pytest.fixture
def phone(app, store, ready):
    me = store.participants.join(ready.key, ())
    return me, lambda: healthy(app("join", code=ready.code, me=me.key))


@pytest.mark.parametrize("step", [Step.FIRST_VOTE, Step.DISCUSSION, Step.SECOND_VOTE])
def test_a_phone_shows_the_time_that_the_projector_and_the_instructor_show(app, store, ready, phone, step):
    _, opened = phone
    way = [Step.FIRST_VOTE, Step.COUNTED, Step.DISCUSSION, Step.SECOND_VOTE]
    room = to(store, ready, *way[: way.index(step) + 1])
    assert not LEFT.search(words(opened())), "no time was set"
    until = store.classes.set_time(room.lead_key, 4).deadline
    windows = [opened(), healthy(app("class_screen", code=ready.code)), healthy(app("class_lead", lead=room.lead_key))]
    told = [LEFT.findall(words(at)) for at in windows]
    assert until and [float(found[0][0]) for found in told] == [until.timestamp()] * 3
    assert all(found[0][1] in ("4:00", "3:59", "3:58", "3:57", "3:56") for found in told)
    assert '</span> <span class="left">left</span>' in words(windows[0])


def test_who_has_answered_all_still_sees_the_time(store, ready, phone):
    me, opened = phone
    room = to(store, ready, Step.FIRST_VOTE)
    store.votes.cast(me.key, 1, dict.fromkeys(ready.plan.questions, "not_sure"))
    store.classes.set_time(room.lead_key, 4)
    said = words(opened())
    assert "You have answered all" in said and LEFT.search(said)


def test_a_time_that_is_up_is_said_in_words_and_nothing_is_left(app, store, ready, phone):
    _, opened = phone
    room = to(store, ready, Step.FIRST_VOTE)
    early = replace(store.classes, clock=lambda: datetime.now(UTC) - timedelta(minutes=4, seconds=5))
    early.set_time(room.lead_key, 4)
    still = "Time is up. Finish now: the vote is still open."  # on a phone, whose answers still count
    for at, over in ((opened(), still), (healthy(app("class_screen", code=ready.code)), "Time is up")):
        assert re.search(rf'<span class="timer over"[^>]*data-left="0.0"[^>]*>{over}</span>', words(at))


@pytest.mark.parametrize(("left", "shown"), [(59.2, "1:00"), (9.9, "0:10"), (0.3, "0:01"), (0.0, "Time is up")])
def test_a_clock_reaches_its_end_when_the_time_is_up_and_not_before(monkeypatch, left, shown):
    now = datetime(2030, 1, 1, tzinfo=UTC)
    monkeypatch.setattr(clock, "datetime", type("Now", (), {"now": staticmethod(lambda zone: now)}))
    assert f">{shown}</span>" in html.unescape(str(clock.running(now + timedelta(seconds=left))))
