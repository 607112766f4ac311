"""Two application processes on one database: a class goes on when one of them dies."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from framework.classroom.plan import plan_of_case
from framework.classroom.session import Step
from framework.classroom.votes import ballots
from framework.rulebase import load_rules
from framework.store import Store
from tests.browser.conftest import RULES
from tests.browser.serving import Server
from tests.browser.visiting import PATIENCE, Visitor


def test_a_student_moves_from_a_process_that_died_to_the_other(browser: Browser, tmp_path: Path) -> None:
    """What was answered at the first is there at the second, and the next answer is counted with it."""
    rulebase = load_rules(RULES["tiny"])
    first, second = Server(RULES["tiny"], tmp_path), Server(RULES["tiny"], tmp_path)
    first.start()
    second.start()
    page = browser.new_context(viewport={"width": 375, "height": 812}, reduced_motion="reduce").new_page()
    try:
        student = Visitor(page, first, "light")
        store = Store.open(first.database)
        ready = rulebase.classes[0]
        room = store.classes.open(plan_of_case(rulebase, rulebase.case[ready.case], questions=ready.questions))
        store.classes.go(room.lead_key, Step.FIRST_VOTE)
        student.open(f"/join?code={room.code}")
        student.tap("join")
        for _ in range(2):
            expect(page.locator('[class*="st-key-screen_vote_"]')).to_be_visible(timeout=PATIENCE)
            student.ready()
            name = page.locator('[class*="st-key-screen_vote_"]').get_attribute("class") or ""
            screen = next(part for part in name.split() if part.startswith("st-key-screen_"))
            page.locator('[class*="st-key-pick_"][class*="_not_sure"] button').click()
            student.gone(screen.removeprefix("st-key-screen_"))
            if student.server is first:
                nickname, key = page.locator(".me b").inner_text(), student.param("me")
                first.kill()
                student.server = second
                student.open(f"/join?code={room.code}&me={key}")
                assert page.locator(".me b").inner_text() == nickname
        found = ballots(store.votes.of(room.key), 1)
        assert found == {key: dict.fromkeys(ready.questions[:2], "not_sure")}
        store.close()
    finally:
        page.context.close()
        first.kill()
        second.kill()
