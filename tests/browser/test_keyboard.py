"""What somebody without a mouse meets: where the focus is, what the keys do, and where the way back leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest
from playwright.sync_api import expect

from framework.model.answers import NOT_SURE
from framework.model.question import Question
from framework.model.sheet import Sheet
from framework.rulebase import load_rules
from framework.store import Store
from tests.browser.visiting import PATIENCE, Visitor

LAPTOP = pytest.mark.parametrize("width", [1280], indirect=True)

COVERED = """
() => {
  const at = document.activeElement, row = at.closest('[data-testid="stCheckbox"]').getBoundingClientRect();
  const above = document.querySelector('.st-key-bar').parentElement.getBoundingClientRect().bottom;
  const below = document.querySelector('.st-key-ways').parentElement.getBoundingClientRect().top;
  return row.top < above - 1 || row.bottom > below + 1;
}
"""
"""Whether a bar covers the row that has the focus."""

SEEN = """
row => {
  const here = row.getBoundingClientRect();
  const above = document.querySelector('.st-key-bar').parentElement.getBoundingClientRect().bottom;
  return here.top >= above - 1 && here.bottom <= innerHeight;
}
"""
"""Whether a row is in the window, and clear of the bar above."""

CLEAR = """
() => document.activeElement.closest('label').getBoundingClientRect().top
  >= document.querySelector('.st-key-strip').getBoundingClientRect().bottom
"""
"""Whether the choice with the focus is seen below the strip of a verdict."""

KEY = """row => getComputedStyle(row.querySelector('button, label'), '::before').content.split('/')[0].trim()"""
"""What stands before a choice as its key."""

PANEL = "stPopoverBody"

FRAMED = "shop_support_replies"
"""A worked case with a verdict and a framing, so that its last screen asks for words."""


def test_no_bar_covers_the_focus_among_the_rare_stops(visit: Callable[..., Visitor], width: int) -> None:
    reader = visit("shipped", looking=False)
    _at_the_stops(reader)
    page = reader.page
    page.set_viewport_size({"width": width, "height": 800 if width > 500 else 740})
    boxes = page.locator(".st-key-ticks input")
    boxes.first.focus()
    covered = []
    for number in range(boxes.count()):
        page.wait_for_timeout(50)
        expect(boxes.nth(number)).to_be_focused()
        if page.evaluate(COVERED):
            covered.append(number)
        page.keyboard.press("Tab")
    for number in reversed(range(boxes.count())):
        page.keyboard.press("Shift+Tab")
        page.wait_for_timeout(50)
        if page.evaluate(COVERED):
            covered.append(-number)
    assert boxes.count() > 9 and not covered, covered


@LAPTOP
def test_the_way_back_leads_to_places_that_were_seen(visit: Callable[..., Visitor], width: int) -> None:
    """Of the last section of all questions, its first one was shown, and that only on a page that nobody had opened."""
    reader = visit("tiny", looking=False)
    key = _work(reader, reader.rulebase.cases[0].answers)
    section = reader.rulebase.sections[-1]
    reader.open(f"/interview?way=full&section={section.id}&work={key}")
    before = reader.page.evaluate("history.length")
    reader.tap("to_brief")
    reader.page.wait_for_url("**/brief?**")
    reader.settle()
    assert reader.page.evaluate("history.length") == before + 1
    reader.page.go_back()
    reader.titled(section.title)
    assert reader.param("section") == section.id
    reader.page.go_forward()
    reader.page.wait_for_url("**/brief?**")


@LAPTOP
def test_why_we_ask_has_the_focus_while_it_is_open(visit: Callable[..., Visitor], width: int) -> None:
    reader = visit("shipped")
    rulebase, page = reader.rulebase, reader.page
    question = next(q for q in rulebase.closed_questions.values() if q.kind == "one" and rulebase.taught.get(q.id))
    key = _work(reader, {question.id: question.options[0].id})
    reader.open(f"/interview?way=quick&question={question.id}&work={key}")
    reader.ready()
    why, panel = page.get_by_test_id("stPopoverButton"), page.get_by_test_id(PANEL)
    why.focus()
    page.keyboard.press("Enter")
    expect(panel).to_be_focused(timeout=PATIENCE)
    reader.look("why we ask", both=False)
    page.keyboard.press("2")
    page.wait_for_timeout(500)
    assert reader.sheet().answers == {question.id: question.options[0].id}, "a key answers nothing that is covered"
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(why).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel).to_be_focused()
    page.keyboard.press("Tab")
    expect(panel.get_by_role("link").first).to_be_focused()
    while page.evaluate("document.activeElement.closest('[data-testid=stPopoverBody]') !== null"):
        page.keyboard.press("Tab")
    expect(panel).to_have_count(0)
    expect(page.get_by_role("link", name="Go through all questions")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(why).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(panel).to_have_count(0)
    expect(why).to_be_focused()


@LAPTOP
def test_every_choice_shows_its_key_and_what_a_key_ticks_is_in_view(visit: Callable[..., Visitor], width: int) -> None:
    reader = visit("shipped")
    rulebase, page = reader.rulebase, reader.page
    many = next(q for q in rulebase.closed_questions.values() if q.kind == "many" and 6 < len(q.options) < 10)
    long = next(
        q for q in rulebase.closed_questions.values() if len(q.options) > 9 and q.kind == "one" and not q.groups
    )
    key = _work(reader, {many.id: (many.options[0].id,), long.id: long.options[0].id})
    reader.open(f"/interview?way=quick&question={many.id}&work={key}")
    page.set_viewport_size({"width": width, "height": 600})
    reader.ready()
    reader.look("boxes with keys", both=False)
    assert _keys(reader, "box", many) == [*map(str, range(1, len(many.options) + 1)), "0"]
    alone = next(option for option in many.options if option.exclusive)
    for pressed, id_ in ((str(many.options.index(alone) + 1), alone.id), ("0", NOT_SURE), ("1", many.options[0].id)):
        page.keyboard.press(pressed)
        row = page.locator(f".st-key-box_{many.id}_{id_}")
        expect(row.locator("input")).to_be_checked(timeout=PATIENCE)
        expect(row.locator("input")).to_be_focused()
        assert row.evaluate(SEEN), f"{pressed} ticks something that is not in view"
        reader.settle()
    reader.go(f"/interview?way=quick&question={long.id}&work={key}")
    reader.ready()
    assert _keys(reader, "pick", long) == [*map(str, range(1, 10)), *("none" for _ in long.options[9:]), "0"]
    page.keyboard.press("0")
    reader.gone(f"question_{long.id}")
    assert reader.sheet().answers[long.id] == NOT_SURE


def test_what_if_is_used_with_the_keyboard(visit: Callable[..., Visitor], width: int) -> None:
    """Enter unfolds a row, Tab leads into its choices, each arrow key tries the next one: the focus stays, in view."""
    reader = visit("shipped", looking=False)
    rulebase, page = reader.rulebase, reader.page
    case = next(case for case in rulebase.cases if isinstance(case.sheet().answers.get("simple_way"), str))
    question = rulebase.questions["simple_way"]
    reader.open(f"/what_if?work={_work(reader, case.sheet().answers)}")
    before = page.evaluate("history.length")
    page.locator(".st-key-row_simple_way summary").focus()
    page.keyboard.press("Enter")
    row = page.locator(".st-key-try_simple_way")
    expect(row).to_be_visible(timeout=PATIENCE)
    reader.settle()
    page.keyboard.press("Tab")
    ids = [option.id for option in question.options]
    at = ids.index(str(case.sheet().answers["simple_way"]))
    for key, to in (("ArrowDown", at + 1), ("ArrowUp", at), ("ArrowUp", at - 1)):
        page.keyboard.press(key)
        chosen = row.locator("input").nth(to % (len(ids) + 1))
        expect(chosen).to_be_checked(timeout=PATIENCE)
        reader.settle()
        expect(chosen).to_be_focused()
        assert page.evaluate(CLEAR), "the strip above covers the choice"
    reader.look("what if", both=False)
    assert reader.param("tried") == f"simple_way.{ids[at - 1]}"
    assert page.evaluate("history.length") == before, "one step back leaves the page"
    expect(page.locator(".st-key-keep button")).to_be_in_viewport()
    page.reload()
    reader.settle()
    expect(page.locator(".st-key-keep button")).to_be_visible()


def test_the_focus_is_at_the_top_of_a_page_that_comes_up(visit: Callable[..., Visitor], width: int) -> None:
    reader = visit("tiny", touch=width < 500, looking=False)
    page = reader.page
    key = _work(reader, reader.rulebase.cases[0].answers)
    heading = page.locator('[data-testid="stMain"] h1').first
    reader.open(f"/brief?work={key}")
    expect(heading).to_be_focused()
    reader.follow("Change answers")
    reader.titled("Your answers")
    expect(heading).to_be_focused()
    expect(page.locator("[aria-current=page]")).to_have_text("Answers")
    page.reload()
    reader.settle()
    expect(heading).to_be_focused()
    for name, code in (("Français", "fr"), ("English", "en")):
        reader.follow(name)
        expect(page.locator("html")).to_have_attribute("lang", code, timeout=PATIENCE)
        reader.settle()
        expect(heading).to_be_focused()


def test_the_line_of_the_idea_can_be_typed_at_once(visit: Callable[..., Visitor], width: int) -> None:
    """Not by touch: a keyboard would cover half of the screen."""
    reader = visit("shipped", touch=width < 500, looking=False)
    reader.open("/interview?way=quick&step=idea")
    touch = reader.page.evaluate("!matchMedia('(hover: hover) and (pointer: fine)').matches")
    assert touch == (width < 500)
    found = reader.page.locator('[data-testid="stMain"] h1' if touch else ".st-key-title input")
    expect(found).to_be_focused(timeout=PATIENCE)


def test_enter_in_own_words_saves_them_and_leads_to_the_next_field(visit: Callable[..., Visitor], width: int) -> None:
    """Only the button leaves the page, also from the last field."""
    reader = visit("shipped", touch=width < 500, looking=False)
    page = reader.page
    reader.open(f"/interview?way=quick&work={_work(reader, reader.rulebase.case[FRAMED].answers)}")
    reader.titled("The verdict is settled")
    reader.ready()
    fields = page.locator(".st-key-own_words input")
    last = fields.count() - 1
    assert last > 2
    fields.first.click()
    for number in range(last + 1):
        page.keyboard.type(f"thing {number}")
        page.keyboard.press("Enter")
        expect(fields.nth(min(number + 1, last))).to_be_focused()
    reader.settle()
    assert sorted(reader.sheet().words.values()) == [f"thing {number}" for number in range(last + 1)]
    reader.titled("The verdict is settled")
    expect(fields.nth(last)).to_have_value(f"thing {last}")
    reader.tap("to_brief")
    page.wait_for_url("**/brief?**")


def _at_the_stops(reader: Visitor) -> None:
    """An idea of which the first question is answered."""
    opening = reader.rulebase.questions[reader.rulebase.manifest.interview.opening[0]]
    key = _work(reader, {opening.id: opening.groups[2].options[0]})
    reader.open(f"/interview?way=quick&step=stops&work={key}")
    reader.ready()


def _work(reader: Visitor, answers: Mapping[str, str | Sequence[str]]) -> str:
    """The key of an idea with these answers."""
    rules, owner = load_rules(reader.server.rules), Store.open(reader.server.database)
    sheet = Sheet(title="Which parcels will be late?", answers=rules.accept(answers))
    key = owner.work.create("", rules.manifest.id, rules.digest, sheet).key
    owner.close()
    return key


def _keys(reader: Visitor, kind: str, question: Question) -> list[str]:
    """What stands before each choice of a question."""
    ids = [*(option.id for option in question.options), NOT_SURE]
    rows = [reader.page.locator(f".st-key-{kind}_{question.id}_{id_}") for id_ in ids]
    given = [row.evaluate(KEY).strip('"') for row in rows]
    counted = iter(range(1, len(given) + 1))
    return [str(next(counted)) if text.startswith("counter") else text for text in given]
