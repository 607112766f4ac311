"""A click outside an open panel closes it, and does nothing else."""

from __future__ import annotations

import pytest

from tests.browser.visiting import Visitor

PANEL = '[data-testid="stPopoverBody"]'


@pytest.mark.parametrize("width", [375], indirect=True)
def test_closing_why_we_ask_answers_nothing(visit, width):
    """On a phone the panel covers its own button, and what is left to tap beside it are answers."""
    student: Visitor = visit("shipped", touch=True)
    student.open()
    student.press("Check my idea")
    idea = student.rulebase.manifest.interview.idea
    student.titled(idea.text)
    student.page.get_by_role("textbox", name=idea.text).fill("Late buses")
    student.page.keyboard.press("Enter")
    student.gone("idea")
    title = student.page.get_by_role("heading", level=1).inner_text()
    choice = student.page.get_by_role("button", name=student.rulebase.questions["answer_kind"].groups[3].text)
    for _ in range(2):
        student.press("Why we ask")
        panel = student.page.locator(PANEL)
        panel.wait_for()
        student.page.wait_for_timeout(600)  # longer than a new screen takes no answer
        choice.evaluate("choice => choice.scrollIntoView({block: 'start'})")
        box, covered = choice.bounding_box(), panel.bounding_box()
        assert box["y"] + 10 < covered["y"], "part of an answer is beside the panel"
        student.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + 5)
        panel.wait_for(state="detached")
        student.settle()
        assert student.page.get_by_role("heading", level=1).inner_text() == title
        assert not student.sheet().answers
    choice.click()
    choice.wait_for(state="detached")
