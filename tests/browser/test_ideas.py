"""The list of ideas in a real browser: panels that open belong to one idea, and nothing covers what is typed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from framework.model.sheet import Sheet
from framework.rulebase import load_rules
from framework.store import Store
from tests.browser.visiting import PATIENCE, Visitor


@pytest.mark.parametrize("width", [375], indirect=True)
def test_a_panel_closes_with_its_idea_and_after_a_new_name(visit, servers):
    server = servers("tiny")
    rules, owner = load_rules(server.rules), Store.open(server.database)
    visitor: Visitor = visit("tiny")
    for title in ("First", "Second"):
        key = owner.work.create("", rules.manifest.id, rules.digest, Sheet(title=title)).key
        visitor.open(f"/review?work={key}")
    visitor.open("/ideas")
    page, panel = visitor.page, visitor.page.get_by_test_id("stPopoverBody")

    visitor.press("Delete")
    expect(panel).to_contain_text("Delete “Second” for good")
    visitor.press("Delete for good")
    notice = page.get_by_role("alertdialog", name="Notice")  # Streamlit gives it no name, and axe-core would say so
    expect(notice).to_contain_text("“Second” was deleted.", timeout=PATIENCE)
    expect(panel).to_have_count(0)
    visitor.look("a notice", both=False)
    expect(notice).to_be_visible()
    notice.get_by_role("button", name="Close").click()

    visitor.press("Rename")
    field, limit = page.get_by_label("New name"), page.get_by_test_id("InputInstructions")
    expect(field).to_have_value("First", timeout=PATIENCE)
    field.fill("A name that is as long as the field is wide")
    typed, told = field.bounding_box(), limit.bounding_box()
    assert typed and told and told["y"] >= typed["y"] + typed["height"] - 1, "nothing covers what is typed"
    field.press("Enter")
    expect(panel).to_have_count(0, timeout=PATIENCE)
    owner.close()
