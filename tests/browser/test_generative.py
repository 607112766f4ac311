"""Somebody who wants drafts from a language model: from the start page to a brief that speaks of drafts and checks."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.visiting import PATIENCE, Visitor
from tests.knowledge.wording import TRAINED

CASE = "shop_support_replies"
"""A worked case whose answers the person gives."""


@pytest.mark.parametrize("width", [375], indirect=True)
def test_a_generative_idea_reaches_a_brief_in_its_own_words(visit):
    person: Visitor = visit("shipped")
    rulebase, page = person.rulebase, person.page
    answers = rulebase.accept(rulebase.case[CASE].answers)
    idea = rulebase.manifest.interview.idea
    assert idea

    person.open()
    person.titled(rulebase.manifest.name)
    person.press("Check my idea")
    person.titled(idea.text)
    page.get_by_role("textbox", name=idea.text).fill("Replies to our customers")
    page.keyboard.press("Enter")
    person.gone("idea")
    asked = []
    while question := person.asked(answers):
        asked.append(question.id)
        person.answer(question, answers.get(question.id, "not_sure"))
    assert "gen_task" in asked, "what it should mainly do decides what the brief speaks of"
    person.titled("The verdict is settled")
    person.press("Read the brief")
    expect(page.locator(".headline h1")).to_be_visible(timeout=PATIENCE)
    person.look("brief of a generative idea")

    person.open(f"/brief?work={person.param('work')}&part=all")
    person.look("all of it")
    said = page.locator("body").text_content() or ""
    variant = next(item for item in rulebase.task["generation"].variants if item.id == "draft")
    assert variant.name in said
    assert variant.cheaper.text in said
    assert (rulebase.manifest.headings.ladder or "") in said
    assert TRAINED.findall(said) == []
    assert "draft" in said
