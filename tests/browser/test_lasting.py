"""Work that lasts: an idea stays at hand, two links do different things, and a server that went away comes back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from framework.model.sheet import Sheet
from framework.rulebase import load_rules
from framework.store import Store
from tests.browser.visiting import CONNECTED, PATIENCE, Visitor

TITLE = "Which parcels will be late?"
KEPT = "Object.keys(JSON.parse(localStorage.getItem('should-i-use-ml') ?? '{}'))"


@pytest.fixture
def idea(servers) -> str:
    """The key of an idea with the answers of a worked case."""
    server = servers("tiny")
    owner = Store.open(server.database)
    rulebase = load_rules(server.rules)
    sheet = Sheet(title=TITLE, answers=rulebase.accept(rulebase.cases[0].answers))
    key = owner.work.create("", rulebase.manifest.id, rulebase.digest, sheet).key
    owner.close()
    return key


def keeps(person: Visitor, keys: list[str]) -> None:
    """Wait until the browser keeps exactly these."""
    person.page.wait_for_function(f"keys => {KEPT}.join() === keys", arg=",".join(keys), timeout=PATIENCE)


@pytest.mark.parametrize("width", [375], indirect=True)
def test_an_idea_is_left_found_again_and_passed_on(visit, width, idea):
    owner, director = visit("tiny"), visit("tiny")
    page = owner.page
    owner.open(f"/brief?work={idea}")
    keeps(owner, [idea])
    owner.follow("Cases", page.locator(".st-key-header"))
    owner.titled("Worked cases")
    owner.follow(owner.rulebase.cases[-1].title)
    owner.titled(owner.rulebase.cases[-1].title)
    owner.follow(re.compile("Back to your idea"))
    owner.brief_of(TITLE)
    assert owner.param("work") == idea and owner.param("case") is None

    owner.open("/")  # a new session knows it from the browser alone
    expect(page.get_by_role("button", name=f"Go on with “{TITLE}”")).to_be_visible(timeout=PATIENCE)
    owner.open("/ideas")
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible(timeout=PATIENCE)
    owner.look("my ideas")

    owner.open(f"/rounds?work={idea}")
    page.get_by_text(f"1. {owner.rulebase.plan[0].title}").click()
    expect(page.locator(".st-key-plan_steps").get_by_test_id("stDateInput")).to_be_visible(timeout=PATIENCE)
    owner.look("rounds")

    owner.open(f"/brief?work={idea}")
    page.locator(".st-key-share summary").click()
    owner.press("Make a link to read")
    shown = page.locator(".st-key-share code", has_text="read=")
    expect(shown).to_be_visible(timeout=PATIENCE)
    owner.look("share")
    link = shown.inner_text()
    director.open(link.removeprefix(owner.server.address))
    director.brief_of(TITLE)
    director.look("brief to read")
    director.open(link.removeprefix(owner.server.address).replace("/brief", "/rounds"))
    director.titled("Rounds")
    assert director.page.get_by_test_id("stCheckbox").count() == 0
    assert idea not in director.page.content()
    assert director.page.evaluate(KEPT) == []
    assert director.page.locator('meta[name="referrer"]').get_attribute("content") == "same-origin"
    leaking = 'a[href^="http"]:not([rel~="noreferrer"])'
    assert director.page.locator(leaking).count() == 0
    for key in (idea, link.rpartition("=")[2]):
        assert key not in owner.server.said() and key not in director.page.title()


@pytest.mark.parametrize("width", [1280], indirect=True)
def test_a_server_that_comes_back_finds_the_tap_made_meanwhile(visit, width, idea):
    """One banner says that it is away, and Streamlit's own dialog does not stand in front of it."""
    person = visit("tiny")
    page = person.page
    person.open(f"/ideas?work={idea}")
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible(timeout=PATIENCE)
    person._forgiving = True
    person.server.kill()
    page.wait_for_function(f"!({CONNECTED})", timeout=PATIENCE)
    banner = page.locator("#away")
    expect(banner).to_contain_text("No connection to the server", timeout=PATIENCE)
    page.locator(".st-key-copy_0 button").dispatch_event("pointerdown")
    expect(banner).to_contain_text("takes your last tap")
    page.wait_for_timeout(3000)  # Streamlit has tried again, and given its own dialog
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_test_id("stConnectionStatus")).to_be_hidden()
    person.server.start()
    page.wait_for_function(CONNECTED, timeout=2 * PATIENCE)
    expect(banner).to_be_hidden(timeout=PATIENCE)
    expect(page.get_by_role("heading", name=f"Copy of {TITLE}")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("dialog")).to_be_hidden()
