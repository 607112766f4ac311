"""A brief is taken along from its page, and the file that works without a network can be read by everyone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from framework.rulebase import read_sheet
from tests.browser.visiting import PATIENCE


@pytest.mark.parametrize("width", [375], indirect=True)
def test_a_brief_is_taken_along(visit, tmp_path):
    reader = visit("tiny")
    page = reader.page
    case = reader.rulebase.case["clerk"]
    reader.open("/brief?case=clerk")
    reader.press("Download")
    menu = page.get_by_test_id("stPopoverBody")
    expect(menu.get_by_role("button", name="JSON")).to_be_visible(timeout=PATIENCE)
    reader.look("download menu")
    kept = {}
    for name in ("Web page", "JSON"):
        with page.expect_download(timeout=PATIENCE) as waiting:
            menu.get_by_role("button", name=name).first.click()
        waiting.value.save_as(tmp_path / waiting.value.suggested_filename)
        kept[name] = tmp_path / waiting.value.suggested_filename
    assert read_sheet(kept["JSON"], reader.rulebase).title == case.title

    alone = page.context.browser.new_context(viewport={"width": 375, "height": 800}, offline=True).new_page()
    for scheme in ("light", "dark"):
        alone.emulate_media(color_scheme=scheme)
        alone.goto(kept["Web page"].as_uri())
        assert Axe().run(alone).response["violations"] == []
        assert alone.evaluate("document.documentElement.scrollWidth") <= 375
    alone.context.close()
