"""Somebody who learns, on a phone and on a laptop: what is said is seen, and what looks like a target is one."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.visiting import PATIENCE, Visitor

ENOUGH = 44
"""CSS pixels that a finger needs, each way."""

SMALL = """
enough => [...document.querySelectorAll('a, button, summary')].filter(each => {
  const { width, height } = each.getBoundingClientRect();
  if (width < 3 || !each.checkVisibility({ visibilityProperty: true })) return false;
  const inText = !each.matches('button, summary, [data-testid="stPageLink-NavLink"]');
  const inCard = each.closest('[class*="st-key-cards_"]') && each.matches('a');
  return !inText && !inCard && Math.min(width, height) < enough - 0.5;
}).map(each => [each.innerText, each.getBoundingClientRect().width, each.getBoundingClientRect().height])
"""
"""Links to pages, buttons and folds that are smaller. A link in a text is read; one on a card is as large as it."""

OVERLAPPING = """
() => {
  const targets = [...document.querySelectorAll('button, [data-testid="stPageLink-NavLink"]')].filter(each =>
    each.checkVisibility({ visibilityProperty: true }) && !each.closest('[class*="st-key-cards_"]'));
  const boxes = targets.map(each => each.getBoundingClientRect());
  return targets.flatMap((one, i) => targets.slice(i + 1).filter((other, j) => {
    const a = boxes[i], b = boxes[i + 1 + j];
    return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  }).map(other => [one.innerText, other.innerText]));
}
"""
"""Two targets of which one lies on the other, so that a finger that meets both takes the wrong one."""


def test_what_is_said_of_a_changed_answer_is_in_the_window(visit):
    """At the answer, whether it stands at the top or at the lower edge of the window."""
    reader: Visitor = visit("shipped")
    reader.open("/learn?lesson=when_to_use_ml")
    reader.look("a lesson with a framing to repair", both=False)
    question = reader.page.locator(".st-key-repair_when_to_use_ml_repair_error_control")
    options = question.locator('[data-testid="stRadioGroup"] > div')
    for number, said in ((1, "That fault is gone, but"), (9, "A fault:"), (0, "That fault is gone.")):
        option = options.nth(number)
        option.evaluate("each => each.scrollIntoView({ block: 'end', behavior: 'instant' })")
        option.click()
        caption = option.locator('[data-testid="stCaptionContainer"]')
        expect(caption).to_contain_text(said, timeout=PATIENCE)
        reader.settle()
        expect(caption).to_be_in_viewport(ratio=1, timeout=PATIENCE)
    reader.look("a framing that is half repaired")


@pytest.mark.parametrize("place", ["framing#loss", "requirements#measures"])
def test_a_link_to_a_paragraph_leads_to_it(visit, place):
    """Also where figures above it come up later; and whoever scrolls on stays where they are."""
    reader: Visitor = visit("shipped")
    reader.open(f"/learn?lesson={place}")
    heading = reader.page.locator(f"h2#{place.partition('#')[2]}")
    reader.page.wait_for_timeout(2_500)
    expect(heading).to_be_in_viewport(timeout=PATIENCE)
    assert 0 <= heading.bounding_box()["y"] < 200
    reader.page.mouse.move(150, 400)
    reader.page.mouse.wheel(0, 3_000)
    expect(heading).not_to_be_in_viewport(timeout=PATIENCE)
    reader.page.wait_for_timeout(500)
    expect(heading).not_to_be_in_viewport()


def test_an_exercise_that_was_done_is_marked_also_when_the_lesson_is_opened_again(visit):
    reader: Visitor = visit("shipped")
    reader.open("/learn?lesson=why_use_ml")
    marks = reader.page.get_by_text("✓ Done on this device")
    expect(marks).to_have_count(0)
    block = reader.page.locator(".st-key-block_check_reason")
    block.locator("label").filter(has_text="Experts see it at once").click()
    expect(marks).to_have_count(1, timeout=PATIENCE)
    reader.open("/learn?lesson=why_use_ml")
    expect(block.get_by_text("✓ Done on this device")).to_be_visible(timeout=PATIENCE)
    expect(marks).to_have_count(1)
    reader.look("a lesson with an exercise that was done", both=False)


def test_all_of_a_card_is_its_one_link_and_its_button_stays_one(visit):
    reader: Visitor = visit("shipped")
    reader.open("/learn")
    reader.look("the lessons")
    card = reader.page.locator('[class*="st-key-lesson_"]').first
    assert card.locator("a").count() == 1
    card.click(position={"x": 20, "y": card.bounding_box()["height"] - 12})
    reader.page.wait_for_url(re.compile(r"lesson=what_ml_is"), timeout=PATIENCE)

    reader.open("/cases")
    reader.look("the cases")
    card = reader.page.locator(".st-key-cards_cases > div > div").nth(2)
    assert card.locator("a").count() == 1
    box = card.bounding_box()
    card.click(position={"x": box["width"] - 15, "y": box["height"] - 70})
    reader.page.wait_for_url(re.compile(r"[?&]case="), timeout=PATIENCE)
    reader.open("/cases")
    reader.press("Try it first", reader.page.locator(".st-key-cards_cases > div > div").nth(2))
    reader.page.wait_for_url("**/interview?**", timeout=PATIENCE)
    reader.settle()


@pytest.mark.parametrize("width", [375], indirect=True)
def test_on_a_phone_menus_and_icons_are_large_enough_for_a_finger(visit, width):
    reader: Visitor = visit("shipped")
    for path in (
        "/",
        "/learn",
        "/learn?lesson=framing",
        "/cases",
        "/brief?case=card_payment_fraud",
        "/what_if?case=card_payment_fraud",
    ):
        reader.open(path)
        assert reader.page.evaluate(SMALL, ENOUGH) == [], path
        if not path.startswith("/brief"):  # there a bar stays in view, with the page below it
            assert reader.page.evaluate(OVERLAPPING) == [], path
