"""Addresses that somebody types: `/start`, those that no page has, and markup in what is shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from framework.model.sheet import Sheet
from framework.store import Store
from tests.browser.visiting import PATIENCE, Visitor

HARMFUL = "<img src=x onerror='window.harmed=1'><script>window.harmed=1</script>"


@pytest.mark.parametrize("width", [375], indirect=True)
def test_an_address_without_a_page_leads_to_the_start(visit: Callable[..., Visitor], width: int) -> None:
    """`/start` is the start; anything else says so and leads there. Nobody sees a message for developers."""
    reader = visit("tiny")
    deep = "/rule/criteria/goal?work=x"
    for path in ("/Brief%20x?work=x", deep, "/a/b/", "/start"):
        reader.open(path)
        if path != "/start":
            reader.titled("There is no page at this address")
            reader.look(path, both=False)
            _nothing_for_developers(reader)
            if path == deep:
                _in_french(reader)
            reader.follow("Go to the start page")
        reader.titled(reader.rulebase.manifest.name)
        _nothing_for_developers(reader)
    reader.errors = [error for error in reader.errors if "404" not in error]  # what the server rightly says, too


def _in_french(reader: Visitor) -> None:
    """And back; the address stays."""
    path, footer = urlsplit(reader.page.url).path, reader.page.locator(".st-key-footer")
    reader.follow("Français", footer)
    reader.titled("Il n'y a pas de page à cette adresse")
    reader.follow("English", footer)
    reader.titled("There is no page at this address")
    assert urlsplit(reader.page.url).path == path


def _nothing_for_developers(reader: Visitor) -> None:
    expect(reader.page.get_by_text("Page not found")).to_have_count(0)
    expect(reader.page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("width", [375], indirect=True)
def test_markup_that_was_typed_is_dead_in_the_page(visit: Callable[..., Visitor], width: int) -> None:
    """On the page where it was typed and in the brief, in the real document of a browser."""
    reader = visit("tiny")
    reader.open("/review")
    field = reader.page.get_by_role("textbox", name="What do you call this idea?")
    field.fill(HARMFUL)
    field.press("Enter")
    reader.settle()
    for question in (q for q in reader.rulebase.questions.values() if q.kind == "text"):
        reader.go(f"/interview?work={reader.param('work')}&question={question.id}&back=review")
        box = reader.page.get_by_role("textbox", name=question.text)
        box.fill(HARMFUL)
        box.press("Enter")
        reader.settle()
    for page in ("review", "brief", "what_if", "rule?rule=questions/traveller&"):
        reader.go(f"/{page}{'' if '?' in page else '?'}work={reader.param('work')}")
        assert reader.page.evaluate("window.harmed") is None
        assert reader.page.locator("img[src='x']").count() == 0


@pytest.mark.parametrize("width", [375], indirect=True)
def test_another_language_opens_at_the_question_that_one_is_at(visit: Callable[..., Visitor], width: int) -> None:
    """A case from a review: from the second question on, the link in the footer led back to the first."""
    reader = visit("shipped")
    reader.open("/interview?way=quick")
    reader.answer(reader.asked(), "create_content")
    reader.answer(reader.asked(), "not_sure")
    question = reader.asked()
    with reader.page.context.expect_page() as opened:  # a click with the middle button goes to the same place
        reader.page.locator(".st-key-footer").get_by_role("link", name="Français").click(button="middle")
    assert f"question={question.id}" in opened.value.url
    opened.value.close()
    reader.follow("Français", reader.page.locator(".st-key-footer"))
    expect(reader.page.locator("html")).to_have_attribute("lang", "fr", timeout=PATIENCE)
    reader.settle()
    assert reader.asked() == question
    assert (reader.param("question"), reader.param("language")) == (question.id, "fr")


@pytest.mark.parametrize("width", [375], indirect=True)
def test_forward_goes_one_screen_after_going_back_faster_than_the_server_answers(
    visit: Callable[..., Visitor], width: int
) -> None:
    """Its late answers were written over other places in the history."""
    reader = visit("shipped")
    page = reader.page
    reader.open("/interview?way=quick&question=answer_kind")
    been: list[str] = []
    while len(been) < 5:
        question = reader.asked()
        been.append(question.id)
        reader.answer(question, "not_sure")
    reader.ready()
    for _ in range(4):
        page.evaluate("history.back()")
        page.wait_for_timeout(60)
    page.wait_for_url(f"**question={been[1]}*")
    reader.settle()
    for id_ in been[2:]:
        page.go_forward()
        reader.settle()
        assert reader.param("question") == id_
    page.go_forward()
    reader.settle()
    before = page.url
    page.go_back()
    reader.settle()
    there = page.url
    page.evaluate("late => history.replaceState({}, '', late)", before)
    assert page.url == there, "what a server would answer that is very late"


def test_ticks_stay_when_the_page_is_loaded_again(visit: Callable[..., Visitor], width: int) -> None:
    """And none is a place of its own in the history: one step back from the next page leads to all of them."""
    reader = visit("shipped", touch=width < 500, looking=False)
    opening = reader.rulebase.questions[reader.rulebase.manifest.interview.opening[0]]
    rules, owner = reader.rulebase, Store.open(reader.server.database)
    answers = rules.accept({opening.id: opening.groups[2].options[0]})
    key = owner.work.create("", rules.manifest.id, rules.digest, Sheet(title="Weeds", answers=answers)).key
    owner.close()
    page = reader.page
    reader.open(f"/interview?way=quick&step=stops&work={key}")
    reader.ready()
    before, boxes = page.evaluate("history.length"), page.locator(".st-key-ticks input")
    for at in (1, 3):
        page.locator(".st-key-ticks label").nth(at).click()
        expect(boxes.nth(at)).to_be_checked(timeout=PATIENCE)
    reader.settle()
    assert page.evaluate("history.length") == before

    def check() -> None:
        reader.titled(re.compile("Are any of these true"))
        expect(page.locator(".st-key-ticks input:checked")).to_have_count(2, timeout=PATIENCE)
        expect(boxes.nth(1)).to_be_checked()
        expect(page.locator(".st-key-stops_go button")).to_have_text("Continue")
        assert reader.sheet().answers == answers

    page.reload()
    check()
    reader.follow("Answers", page.locator(".st-key-header"))
    reader.titled("Your answers")
    page.go_back()
    check()
