"""Work that lasts: an idea stays at hand, two links do different things, and a server that went away comes back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

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


def goes_away(person: Visitor, said: str = "No connection to the server") -> Locator:
    """The server dies, and the page says so; what says it."""
    person._forgiving = True
    person.server.kill()
    person.page.wait_for_function(f"!({CONNECTED})", timeout=PATIENCE)
    banner = person.page.locator("#away")
    expect(banner).to_contain_text(said, timeout=PATIENCE)
    return banner


def comes_back(person: Visitor) -> None:
    """The server is started again, and the page is connected."""
    person.server.start()
    person.page.wait_for_function(CONNECTED, timeout=2 * PATIENCE)
    expect(person.page.locator("#away")).to_be_hidden(timeout=PATIENCE)


@pytest.mark.parametrize("width", [1280], indirect=True)
def test_a_server_that_comes_back_finds_the_tap_made_meanwhile(visit, width, idea):
    """One banner says that it is away, and Streamlit's own dialog does not stand in front of it."""
    person = visit("tiny")
    page = person.page
    person.open(f"/ideas?work={idea}")
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible(timeout=PATIENCE)
    banner = goes_away(person)
    page.wait_for_timeout(6000)  # Streamlit has tried again, and given its own dialog
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.locator(".st-key-copy_0 button").click(force=True)  # a mouse, as the button is disabled meanwhile
    expect(banner).to_contain_text("takes what you chose")
    expect(page.get_by_test_id("stConnectionStatus")).to_be_hidden()
    comes_back(person)
    expect(page.get_by_role("heading", name=f"Copy of {TITLE}")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.parametrize("width", [1280], indirect=True)
def test_that_the_server_is_away_is_said_in_the_language_that_was_chosen(visit, width, idea):
    person = visit("tiny", looking=False)
    person.open(f"/ideas?work={idea}")
    person.follow("Français", person.page.locator(".st-key-footer"))
    expect(person.page.locator("html")).to_have_attribute("lang", "fr", timeout=PATIENCE)
    person.settle()
    goes_away(person, "Pas de connexion au serveur")
    comes_back(person)


@pytest.mark.parametrize("width", [1280], indirect=True)
def test_a_server_that_comes_back_finds_what_was_chosen_meanwhile(visit, width):
    """Number keys on a question; ticks and Enter on the rare stops; taps on a link without a key of its own, and on a
    radio button.
    """
    person = visit("tiny")
    page, rules = person.page, person.rulebase
    first, second = (rules.questions[id_] for id_ in rules.manifest.interview.opening)
    statements = rules.manifest.interview.stops.statements
    person.open("/interview?way=quick&step=idea")
    person.ready()
    page.keyboard.press("Enter")
    person.gone("idea")
    person.ready()

    banner = goes_away(person)
    page.keyboard.press("1")
    page.keyboard.press("2")
    expect(banner).to_contain_text("takes what you chose")
    expect(page.locator("[data-kept]")).to_have_count(1)
    comes_back(person)
    person.gone(f"question_{first.id}")
    person.ready()
    assert person.sheet().answers == {first.id: first.options[1].id}

    person.answer(second, second.options[1].id)
    person.ready()
    shown = [stop for stop in statements if page.locator(f".st-key-tick_{stop.id}").count()]
    goes_away(person)
    for key in "1", "2", "1", "Enter":  # the first is ticked and unticked
        page.keyboard.press(key)
    comes_back(person)
    person.gone("stops")
    person.ready()
    held = {stop.id for stop in shown if stop.options[0] in person.sheet().answers.get(stop.question, ())}
    assert held == {shown[1].id}

    goes_away(person)
    page.get_by_role("link", name="Cases").first.click()
    comes_back(person)
    person.titled("Worked cases")

    person.open(f"/interview?work={person.param('work')}&question={first.id}&back=review")
    goes_away(person)
    page.get_by_test_id("stRadioOption").filter(has_text=first.options[0].text).click(force=True)
    comes_back(person)
    expect(page.get_by_role("radio").first).to_be_checked(timeout=PATIENCE)
    person.settle()
    assert person.sheet().answers[first.id] == first.options[0].id


@pytest.mark.parametrize("width", [375], indirect=True)
def test_what_was_half_typed_when_the_server_went_away_is_said_not_to_be_saved(visit, width, idea):
    """It stays in its field, and is saved when the person leaves that; of what was saved before nothing is said."""
    person = visit("tiny")
    page = person.page
    word = next(question for question in person.rulebase.questions.values() if question.kind == "text")
    note = page.locator(".half-typed")
    person.open(f"/interview?work={idea}&question={word.id}&back=review")
    field = page.locator(f".st-key-word_{word.id} input")
    field.fill("parcel")
    field.press("Enter")
    person.settle()
    goes_away(person)
    comes_back(person)
    person.settle()
    expect(note).to_have_count(0)
    assert person.sheet().words[word.id] == "parcel"

    field.press("End")
    field.press_sequentially(" on its way")
    goes_away(person)
    comes_back(person)
    expect(note).to_contain_text("Not saved yet.", timeout=PATIENCE)
    expect(field).to_have_value("parcel on its way")
    assert person.sheet().words[word.id] == "parcel"
    field.focus()
    field.blur()
    expect(note).to_have_count(0, timeout=PATIENCE)
    person.settle()
    assert person.sheet().words[word.id] == "parcel on its way"
