"""Somebody who wants drafts from a language model: from the start page to a brief of drafts and checks, on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from framework.assessment.assess import assess
from framework.model.sheet import Sheet
from framework.store import Store
from tests.browser.visiting import Visitor
from tests.knowledge.wording import TRAINED

CASE = "shop_support_replies"
"""A worked case whose answers the person gives."""

IDEA = "Replies to our customers"
TYPED = ("request", "a polite reply", "the clerk", "the order", "minutes for each reply", "9")
"""What goes into the fields of one's own words, in their order."""


@pytest.mark.parametrize("width", [375], indirect=True)
def test_a_word_of_an_input_method_grows_the_sentence_once_it_is_composed(visit):
    """Not before, however long that takes."""
    person: Visitor = visit("shipped", looking=False)
    page, rulebase = person.page, person.rulebase
    owner = Store.open(person.server.database)
    sheet = Sheet(title=IDEA, answers=rulebase.accept(rulebase.case[CASE].answers))
    work = owner.work.create("", rulebase.manifest.id, rulebase.digest, sheet).key
    owner.close()
    person.open(f"/brief?work={work}")
    page.get_by_text("Put it into your own words").click()
    field = page.locator(".st-key-own_words input").first
    field.focus()
    keys = page.context.new_cdp_session(page)
    keys.send("Input.imeSetComposition", {"text": "anf", "selectionStart": 3, "selectionEnd": 3})
    page.wait_for_timeout(1500)
    assert person.sheet().words.get("unit") is None
    keys.send("Input.insertText", {"text": "Anfrage"})
    expect(page.locator(".grown")).to_contain_text("Anfrage")
    expect(field).to_be_focused()


@pytest.mark.parametrize("width", [375], indirect=True)
def test_a_generative_idea_has_a_brief_in_its_own_words(visit):
    person: Visitor = visit("shipped")
    rulebase, page = person.rulebase, person.page
    idea = rulebase.manifest.interview.idea
    assert idea

    person.looking = False  # these screens are looked at on the journey of a student
    person.open()
    person.press("Check my idea")
    person.titled(idea.text)
    page.get_by_role("textbox", name=idea.text).fill(IDEA)
    page.keyboard.press("Enter")
    person.gone("idea")
    asked = person.quick_check(rulebase.accept(rulebase.case[CASE].answers))
    assert "gen_task" in asked
    person.titled("The verdict is settled")
    person.press("Read the brief")
    person.brief_of(IDEA)
    sheet = person.sheet()
    found = assess(rulebase, sheet)
    assert (found.verdict, found.variant) == ("pretrained", "draft")

    page.get_by_text("Put it into your own words").click()
    fields = page.locator(".st-key-own_words input")
    for number, text in enumerate(TYPED):
        fields.nth(number).press_sequentially(text, delay=40)
        expect(page.locator(".grown")).to_contain_text(text)  # by itself: no Enter, and the focus has not moved
        expect(fields.nth(number)).to_be_focused()
    fields.nth(0).press("End")
    fields.nth(0).press_sequentially("er", delay=700)  # each letter after a pause that is long enough to be saved
    expect(page.locator(".grown")).to_contain_text(f"{TYPED[0]}er")
    expect(fields.nth(0)).to_have_value(f"{TYPED[0]}er")
    assert person.sheet().words["output"] == TYPED[1]

    person.looking = True
    person.open(f"/brief?work={person.param('work')}&part=all")
    person.look("all of it")
    said = page.locator("body").text_content() or ""
    variant = next(item for item in rulebase.task["generation"].variants if item.id == "draft")
    assert variant.name in said
    assert variant.cheaper.text in said
    assert (rulebase.manifest.headings.ladder or "") in said
    assert next(step.measure for step in rulebase.ladder if step.id == found.ladder_start) in said
    assert TRAINED.findall(said) == []
    assert "draft" in said
