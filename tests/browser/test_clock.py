"""The time that an instructor set, as the windows of a class show it while nobody asks the server for it."""

from __future__ import annotations

from functools import partial

from playwright.sync_api import WebSocket, expect

from framework.classroom.plan import plan_of_case
from framework.classroom.session import Step
from framework.store import Store
from framework.ui.components.classroom import live
from tests.browser.conftest import HALL, LAPTOP, PHONE, Open
from tests.browser.visiting import PATIENCE

SHOWN = "(([m, s]) => 60 * m + +s)(document.querySelector('.timer').textContent.split(':'))"
"""Seconds that the clock of a page shows."""

TICKS = f"""async () => {{
  const seen = [], begun = performance.now();
  while (performance.now() - begun < 4500) {{
    const now = {SHOWN};
    if (now !== seen.at(-1)) seen.push(now);
    await new Promise(go => setTimeout(go, 50));
  }}
  return seen;
}}"""
"""What it shows for longer than two looks for news, one after the other."""


def test_the_time_moves_each_second_and_no_window_asks_more_often_for_it(window: Open) -> None:
    """On the projector, the instructor's page and a phone, which agree; counted in messages to the server."""
    hall, lead, phone = window(HALL), window(LAPTOP), window(PHONE)
    store = Store.open(hall.server.database)
    ready = hall.rulebase.classes[0]
    room = store.classes.open(plan_of_case(hall.rulebase, hall.rulebase.case[ready.case], questions=ready.questions))
    me = store.participants.join(room.key)
    store.classes.go(room.lead_key, Step.FIRST_VOTE)
    windows = (hall, lead, phone)
    asked: list[int] = []
    paths = (f"class_screen?code={room.code}", f"class_lead?lead={room.lead_key}", f"join?code={room.code}&me={me.key}")
    for number, (visitor, path) in enumerate(zip(windows, paths, strict=True)):
        visitor.page.on("websocket", partial(_note, asked, number))
        visitor.open(f"/{path}")

    def watched() -> list[int]:
        asked.clear()
        phone.page.wait_for_timeout(2_000 * live.STUDENT_SECONDS)
        return [asked.count(number) for number in range(len(windows))]

    without = watched()
    store.classes.set_time(room.lead_key, 4)
    for visitor in windows:
        expect(visitor.page.locator(".timer")).to_be_visible(timeout=PATIENCE)
    with_time = watched()
    assert all(now <= before + 1 for before, now in zip(without, with_time, strict=True)), (without, with_time)
    moments = [visitor.page.evaluate(SHOWN) for visitor in windows]
    assert max(moments) - min(moments) <= 1 + len(windows), "read one after the other"
    for visitor in windows:
        seen = visitor.page.evaluate(TICKS)
        assert len(seen) >= 4 and seen == list(range(seen[0], seen[-1] - 1, -1)), seen
    store.close()


def _note(asked: list[int], number: int, socket: WebSocket) -> None:
    """Have each message of a window to the server noted."""
    socket.on("framesent", lambda sent: asked.append(number))
