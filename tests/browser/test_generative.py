"""Somebody who wants drafts from a language model: the whole brief speaks of drafts and checks, on a phone."""

from __future__ import annotations

import pytest

from framework.model.sheet import Sheet
from framework.store import Store
from tests.browser.visiting import Visitor
from tests.knowledge.wording import TRAINED

CASE = "shop_support_replies"
"""A worked case whose answers the person gives."""


@pytest.mark.parametrize("width", [375], indirect=True)
def test_a_generative_idea_has_a_brief_in_its_own_words(visit):
    person: Visitor = visit("shipped")
    rulebase, store = person.rulebase, Store.open(person.server.database)
    sheet = Sheet(title="Replies to our customers", answers=rulebase.accept(rulebase.case[CASE].answers))
    key = store.work.create("", rulebase.manifest.id, rulebase.digest, sheet).key
    store.close()

    person.open(f"/brief?work={key}&part=all")
    person.look("all of it")
    said = person.page.locator("body").text_content() or ""
    variant = next(item for item in rulebase.task["generation"].variants if item.id == "draft")
    assert variant.name in said
    assert variant.cheaper.text in said
    assert (rulebase.manifest.headings.ladder or "") in said
    assert TRAINED.findall(said) == []
    assert "draft" in said
