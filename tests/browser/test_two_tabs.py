"""One idea in two tabs of a browser: each says what the other changed, and no answer is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from framework.model.question import Question
from framework.model.sheet import Sheet
from framework.rulebase import load_rules
from framework.store import Store
from tests.browser.visiting import PATIENCE, Visitor


@pytest.mark.parametrize("width", [1280], indirect=True)
def test_two_tabs_of_one_idea_lose_nothing(visit, width, servers):
    server = servers("tiny")
    rules, owner = load_rules(server.rules), Store.open(server.database)
    theirs, ours = [q for q in rules.closed_questions.values() if q.kind == "one" and q.asked_when is None][:2]
    key = owner.work.create("", rules.manifest.id, rules.digest, Sheet(title="Which parcels will be late?")).key

    a: Visitor = visit("tiny")
    b = Visitor(a.page.context.new_page(), server, a.theme)
    a.open(f"/interview?work={key}&question={ours.id}&back=review")
    b.open(f"/interview?work={key}&question={theirs.id}&back=review")

    _choose(b, theirs)
    expect(b.page.get_by_test_id("stToast")).to_have_count(0)
    _choose(a, ours)
    _told(a, theirs)
    _choose(b, theirs, 1)
    _told(b, ours)
    found = owner.work.get(key)
    assert found
    assert found.sheet.answers == {theirs.id: theirs.options[1].id, ours.id: ours.options[0].id}
    owner.close()
    b.check_behind()


def _choose(tab: Visitor, question: Question, number: int = 0) -> None:
    """Answer the question that is open, and wait until that is saved."""
    tab.page.locator(f".st-key-answer_{question.id} label", has_text=question.options[number].text).first.click()
    expect(tab.page.get_by_role("radio").nth(number)).to_be_checked(timeout=PATIENCE)
    tab.settle()


def _told(tab: Visitor, question: Question) -> None:
    """What the other tab changed is said by name."""
    said = tab.page.get_by_test_id("stToast").filter(has_text=f"Changed in another window: {question.short}.")
    expect(said).to_be_visible(timeout=PATIENCE)
