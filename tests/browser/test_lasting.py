"""Work that lasts: an idea stays at hand, two links do different things, and others give an opinion of their own."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from framework.store import Store
from tests.browser.conftest import TITLE
from tests.browser.visiting import PATIENCE, Visitor

KEPT = "Object.keys(JSON.parse(localStorage.getItem('should-i-use-ml') ?? '{}'))"


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
    director.titled("Track the plan")
    assert director.page.get_by_test_id("stCheckbox").count() == 0
    assert idea not in director.page.content()
    assert director.page.evaluate(KEPT) == []
    assert director.page.locator('meta[name="referrer"]').get_attribute("content") == "same-origin"
    leaking = 'a[href^="http"]:not([rel~="noreferrer"])'
    assert director.page.locator(leaking).count() == 0
    for key in (idea, link.rpartition("=")[2]):
        assert key not in owner.server.said() and key not in director.page.title()


def shared(person: Visitor, param: str) -> str:
    """The link in the panel that has this parameter, as an address on the server."""
    code = person.page.locator("code", has_text=f"{param}=")
    expect(code).to_be_visible(timeout=PATIENCE)
    assert person.page.locator("img.qr").count() == 1
    return code.inner_text().removeprefix(person.server.address)


@pytest.mark.parametrize("width", [375], indirect=True)
def test_an_idea_goes_on_on_another_device(visit, width, idea):
    """By the link to edit: what is answered there is here."""
    laptop, phone = visit("tiny"), visit("tiny")
    laptop.open(f"/brief?work={idea}")
    laptop.page.locator(".st-key-share summary").click()
    laptop.settle()
    laptop.press("Show the link to edit")
    phone.open(shared(laptop, "work"))
    phone.brief_of(TITLE)
    keeps(phone, [idea])
    question = next(q for q in phone.rulebase.closed_questions.values() if q.kind == "one")
    before = phone.sheet().answers[question.id]
    other = next(option for option in question.options if option.id != before)
    phone.open(f"/interview?work={idea}&question={question.id}&back=review")
    phone.page.get_by_test_id("stRadioOption").filter(has_text=other.text).first.click()
    phone.settle()
    assert phone.sheet().answers[question.id] == other.id
    laptop.open(f"/review?work={idea}")
    expect(laptop.page.get_by_role("link", name=f"{question.short}: {other.text}")).to_be_visible(timeout=PATIENCE)


@pytest.mark.parametrize("width", [375], indirect=True)
def test_a_second_opinion_is_asked_for_given_and_read(visit, width, idea):
    """The guest goes on on another device, and hands in there."""
    owner, guest, elsewhere = visit("tiny"), visit("tiny"), visit("tiny")
    owner.open(f"/brief?work={idea}")
    owner.page.locator(".st-key-share summary").click()
    owner.page.get_by_label("Your name, as they see it").fill("Ada")
    owner.page.get_by_label("Your name, as they see it").blur()
    owner.page.locator(".st-key-opinion_shared label").click()
    owner.press("Ask for a second opinion")
    owner.page.emulate_media(media="print")
    expect(owner.page.locator(".st-key-share")).to_be_hidden()
    expect(owner.page.locator(".headline")).to_be_visible()
    owner.page.emulate_media(media="screen")
    guest.open(shared(owner, "invite"))
    guest.titled("A second opinion")
    guest.look("invitation")
    assert idea not in guest.page.content()
    guest.page.get_by_label("Your name").fill("Kim")
    guest.press("Begin")
    guest.page.wait_for_url(re.compile("work="))
    store = Store.open(guest.server.database)
    store.work.save(guest.param("work"), store.work.get(idea).sheet.model_copy(update={"words": {}}))
    store.close()
    guest.open(f"/interview?work={guest.param('work')}&way=quick")
    guest.press("Go on to hand it in")
    guest.titled(re.compile("Your opinion on"))
    guest.look("one's own opinion")
    guest.press("Continue on another device")
    elsewhere.open(shared(guest, "work"))
    elsewhere.press("I am done: hand it in")
    expect(elsewhere.page.get_by_text("Handed in on")).to_be_visible(timeout=PATIENCE)
    owner.open(f"/second_opinion?work={idea}")
    owner.titled("Second opinions")
    expect(owner.page.locator(".voices")).to_contain_text("Kim", timeout=PATIENCE)
    owner.look("opinions, for who asked")
    for key in (idea, guest.param("work")):
        assert key not in owner.server.said()
