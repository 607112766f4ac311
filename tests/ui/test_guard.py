"""What a tap does when another one was taken a moment ago."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from framework.ui.components.interview import guard
from tests.ui.looking import healthy


def _tapped_twice() -> None:
    import time

    import streamlit as st

    from framework.ui.components.interview import guard

    taken: list[str] = []
    guard.shown("a screen")
    time.sleep(guard.PAUSE)
    for tap in ("first", "second"):
        guard.once(taken.append)(tap)
    st.text(" ".join(taken))


def test_a_second_click_is_not_taken_even_before_the_next_screen_is_on_its_way(monkeypatch):
    """In a class it would tell whoever leads it that it has gone on in another window."""
    monkeypatch.setattr(guard, "PAUSE", 0.3)
    (said,) = healthy(AppTest.from_function(_tapped_twice, default_timeout=20).run()).text
    assert said.value == "first"
