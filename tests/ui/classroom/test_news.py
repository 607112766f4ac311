"""How windows learn what is new, and the address under which one joins."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import streamlit as st

from framework import settings
from framework.classroom.session import Step
from framework.store.participants import Pulse
from framework.ui import address, memory
from framework.ui.components.classroom import live


def test_a_stale_look_at_a_class_is_no_news(monkeypatch):
    """All phones share what was read up to a second ago; one that has just tapped was shown more than that."""
    state: dict[str, object] = {}
    monkeypatch.setattr(memory, "value_of", state.get)
    monkeypatch.setattr(memory, "remember", state.__setitem__)

    def look(version):
        return live.changed(Pulse(version, Step.LOBBY, 1, 0) if version else None)

    live.seen(5)
    assert [look(version) for version in (4, 5, 4, 5)] == [False] * 4
    assert [look(version) for version in (6, 5, 6)] == [True, False, False]
    assert [look(version) for version in (None, None)] == [True, False], "the class is gone"


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        ("http://hall.local:8501/class_lead?lead=x", "http://hall.local:8501/join?language=fr&rules=abc&code=K7M4XP"),
        ("https://uni.edu/ml/class_lead", "https://uni.edu/ml/join?language=fr&rules=abc&code=K7M4XP"),
    ],
)
def test_the_address_to_join_keeps_folder_language_and_rules(here, expected, monkeypatch):
    monkeypatch.setattr(st, "context", SimpleNamespace(url=here))
    monkeypatch.setattr(address, "lasting", lambda: {"language": "fr", "rules": "abc"})
    assert live.join_address("K7M4XP") == expected
    bare = expected.partition("://")[2].partition("?")[0]
    assert live.typed_address("K7M4XP") == bare
    monkeypatch.setattr(live, "language", lambda: "fr")
    assert live.typed_address("K7M4XP") == f"{bare}?language=fr"
    monkeypatch.setenv(settings.LANGUAGE, "fr")
    assert live.typed_address("K7M4XP") == bare, "whoever types no language has French there"
    monkeypatch.setattr(live, "language", lambda: "")
    assert live.typed_address("K7M4XP") == f"{bare}?language=en"


def test_pages_look_for_news_as_often_as_there_can_be_some():
    """Less often in a full hall and during a vote; hardly ever once the class has ended."""
    by_step = {step: live.student_pause(400, step) for step in Step}
    assert live.student_pause(10, Step.LOBBY) < by_step[Step.LOBBY] < by_step[Step.FIRST_VOTE]
    assert by_step[Step.CLOSED] == live.lead_pause(Step.CLOSED) == max(by_step.values())
    assert live.lead_pause(Step.FIRST_VOTE) < by_step[Step.LOBBY]
