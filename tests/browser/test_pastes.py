"""Real pastes: a text that is too long stays in its field and is explained; one of ten megabytes does not get in."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from framework.rulebase import load_rules
from framework.store import Store
from tests.browser.visiting import PATIENCE, Visitor

COPY = "length => navigator.clipboard.writeText('word '.repeat(length / 5))"
LONG, HUGE = 5_000, 10_000_000
AT_ONCE = 5_000
"""Milliseconds in which a page answers that was not brought to a stop: with the text in it, that took half a minute."""


def paste(field: Locator, length: int) -> None:
    field.page.evaluate(COPY, length)
    field.focus()
    field.press("End")
    field.press("ControlOrMeta+v")


@pytest.mark.parametrize("width", [375], indirect=True)
def test_a_long_paste_is_explained_and_a_huge_one_is_kept_out(visit, servers):
    server = servers("shipped")
    rules, owner = load_rules(server.rules), Store.open(server.database)
    case = next(case for case in rules.cases if case.expected.verdict == "use_ml")
    word = next(question for question in rules.questions.values() if question.kind == "text")
    sheet = case.sheet().model_copy(update={"words": {word.id: "parcel"}})
    key = owner.work.create("", rules.manifest.id, rules.digest, sheet).key
    visitor: Visitor = visit("shipped")
    page = visitor.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.address)
    note = page.locator(".not-pasted")

    visitor.open(f"/interview?work={key}&question={word.id}&back=review")
    field = page.locator(f".st-key-word_{word.id} input")
    paste(field, HUGE)
    expect(note).to_contain_text("10,000,006 characters; at most 500 are possible", timeout=AT_ONCE)
    expect(field).to_have_value("parcel")
    visitor.look("a huge paste")
    paste(field, LONG)
    expect(note).to_have_count(0)
    field.press("Enter")
    told = page.get_by_text("This has 5,005 characters; at most 500 are possible.")
    expect(told).to_be_visible(timeout=PATIENCE)
    expect(field).to_have_value("parcel" + "word " * (LONG // 5))
    visitor.look("a long paste", both=False)
    assert owner.work.get(key).sheet == sheet
    field.fill("late parcel")
    field.press("Enter")
    expect(told).to_have_count(0, timeout=PATIENCE)
    assert owner.work.get(key).sheet.words == {word.id: "late parcel"}

    visitor.open(f"/rounds?work={key}")
    area = page.get_by_label("What came out?")
    page.get_by_label("What did you try?").fill("Trees")
    paste(area, HUGE)
    expect(note).to_contain_text("10,000,000 characters; at most 2,000 are possible", timeout=AT_ONCE)
    paste(area, LONG)
    visitor.press("End round 1")
    expect(page.get_by_test_id("stToast")).to_contain_text("a text is too long", timeout=PATIENCE)
    expect(page.get_by_text("This has 4,999 characters; at most 2,000 are possible.")).to_be_visible()
    expect(area).to_have_value("word " * (LONG // 5))
    expect(page.get_by_label("What did you try?")).to_have_value("Trees")
    assert not owner.work.get(key).history.rounds
    area.fill("No better than the rule")
    visitor.press("End round 1")
    expect(page.get_by_text("Came out: No better than the rule")).to_be_visible(timeout=PATIENCE)
    owner.close()
