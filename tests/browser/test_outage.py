"""Outages: a server or a database that goes away and comes back, and what people did meanwhile."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import TITLE
from tests.browser.visiting import CONNECTED, PATIENCE, Visitor

RUNNING = "document.querySelector('[data-testid=\"stApp\"]').dataset.testScriptState === 'running'"


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


@pytest.mark.parametrize("width", [375], indirect=True)
def test_a_tap_on_a_page_that_has_not_run_again_is_taken(visit, width, idea):
    """The new session on the server needs seconds for its first run, and knows no button before."""
    person = visit("tiny")
    page = person.page
    person.open(f"/ideas?work={idea}")
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible(timeout=PATIENCE)
    goes_away(person)
    person.server.start()
    page.wait_for_function(f"{CONNECTED} && {RUNNING}", timeout=2 * PATIENCE)
    page.locator(".st-key-copy_0 button").click(force=True)
    expect(page.get_by_role("heading", name=f"Copy of {TITLE}")).to_be_visible(timeout=2 * PATIENCE)


@pytest.mark.parametrize("width", [375], indirect=True)
def test_a_tap_that_nothing_answered_is_not_said_to_be_saved(visit, width, idea):
    """The server stood still when it was made, and then died."""
    person = visit("tiny")
    person.open(f"/ideas?work={idea}")
    expect(person.page.get_by_role("heading", name=TITLE)).to_be_visible(timeout=PATIENCE)
    person.settle()
    person.server.freeze()
    person.page.locator(".st-key-copy_0 button").click()
    goes_away(person, "Your last tap may not be saved")
    comes_back(person)


@pytest.mark.parametrize("width", [1280], indirect=True)
def test_a_page_that_could_not_reach_saved_work_goes_on_by_itself(visit, width, idea):
    person = visit("tiny")
    person.open(f"/brief?work={idea}")
    person.brief_of(TITLE)
    person._forgiving = True
    renamed(person, "work", "aside")
    try:
        person.page.reload()
        expect(person.page.locator(".retry")).to_be_visible(timeout=PATIENCE)
    finally:
        renamed(person, "aside", "work")
    person.brief_of(TITLE)


def renamed(person: Visitor, table: str, to: str) -> None:
    """Without its table nothing is found, as if the database were not there."""
    with closing(sqlite3.connect(person.server.database)) as connection:
        connection.execute(f"ALTER TABLE {table} RENAME TO {to}")
