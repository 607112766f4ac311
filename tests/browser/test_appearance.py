"""Every kind of page has the same few sizes of text, its column in the middle, and is no wider than its window."""

from __future__ import annotations

import ast

import pytest

from framework.classroom.plan import plan_of_case
from framework.model.rule_id import CRITERIA, rule_id
from framework.model.sheet import Sheet
from framework.rulebase import load_rules
from framework.store import Store
from tests.browser.appearance import SLACK, odd_sizes, off_centre, sticks_out
from tests.browser.conftest import TITLE, WIDTHS
from tests.browser.serving import ROOT
from tests.browser.visiting import PATIENCE, Visitor

FIRST = "start"


def titles() -> dict[str, str]:
    """The page table: script to title."""
    calls = [node for node in ast.walk(ast.parse((ROOT / "app.py").read_text())) if isinstance(node, ast.Call)]
    screens = [call.args for call in calls if getattr(call.func, "attr", getattr(call.func, "id", "")) == "Screen"]
    return {ast.literal_eval(script): ast.literal_eval(title) for script, title, *_ in screens}


@pytest.fixture
def pages(servers) -> list[str]:
    """The address of every kind of page: all scripts with an idea, then what else some of them show."""
    server = servers("tiny")
    rules, owner = load_rules(server.rules), Store.open(server.database)
    case, ready = rules.cases[0], rules.classes[0]
    sheet = Sheet(title=TITLE, answers=rules.accept(case.answers))
    key = owner.work.create("", rules.manifest.id, rules.digest, sheet).key
    room = owner.classes.open(plan_of_case(rules, rules.case[ready.case], questions=ready.questions))
    owner.close()
    rule = rule_id(CRITERIA, rules.criteria[0].id)
    more = {
        "class_lead": f"lead={room.lead_key}",
        "join": f"code={room.code}",
        "class_screen": f"code={room.code}",
        "rule": f"rule={rule}&work={key}",
    }
    scripts = [name for name in titles() if name not in (FIRST, "earlier")]
    question = next(iter(rules.closed_questions))
    return [
        *(f"/{name}?{more.get(name, f'work={key}')}" for name in scripts),
        "/interview?way=full",
        f"/brief?work={key}&part=all",
        f"/interview?work={key}&question={question}&back=review",
        f"/cases?case={case.id}",
        "/brief",
        f"/learn?lesson={rules.lessons[0].id}",
    ]


def look(reader: Visitor, path: str) -> None:
    """At the page that is open, in both widths."""
    for wide, high in WIDTHS.items():
        reader.page.set_viewport_size({"width": wide, "height": high})
        assert sticks_out(reader.page) <= 0, f"{path} at {wide} px"
        assert odd_sizes(reader.page) == {}, f"{path} at {wide} px"
        assert off_centre(reader.page) == {}, f"{path} at {wide} px"


@pytest.mark.parametrize("width", [1280], indirect=True)
def test_every_page_has_few_sizes_and_its_column_in_the_middle(visit, width, pages):
    reader: Visitor = visit("tiny")
    for path in ("/nowhere", "/"):
        reader.open(path)
        look(reader, path)
    for path in pages:
        reader.go(path)
        title = TITLE if path.startswith("/brief?") else titles()[path.strip("/").partition("?")[0]]
        reader.page.wait_for_function("title => document.title.startsWith(title)", arg=title, timeout=PATIENCE)
        reader.settle()
        look(reader, path)
        if path.startswith("/proofs"):  # of small rules: those that ship take seconds to prove
            reader.look("what is proved")
        contents = reader.page.locator(".st-key-contents")
        assert contents.locator(".st-key-toc_here").count() == contents.count(), "the open section is marked"
    reader.errors = [error for error in reader.errors if "404" not in error]  # of the address without a page

    reader.go("/ideas")
    reader.page.add_style_tag(content=".stApp.stApp .st-key-read_ideas { margin-inline: 0 auto; }")
    assert list(off_centre(reader.page).values()) < [-SLACK], "a column at the left is seen"
    reader.page.add_style_tag(content=".stApp.stApp .st-key-read_ideas h1 { font-size: 27px; }")
    assert odd_sizes(reader.page) == {"27px": "My ideas"}, "a size of its own is seen"
    reader.page.add_style_tag(content=".stApp.stApp .st-key-read_ideas h1 { min-width: 1300px; }")
    assert sticks_out(reader.page) > 0, "what is too wide is seen"


STRIP = """
place => {
  const strip = document.querySelector(place), style = getComputedStyle(strip);
  const last = [...strip.querySelectorAll('a')].at(-1);
  const more = strip.scrollWidth > strip.clientWidth, fading = parseFloat(style.paddingRight);
  strip.scrollTo({left: strip.scrollWidth, behavior: 'instant'});
  const edge = strip.getBoundingClientRect().right - fading;
  return [more, style.maskImage.includes('gradient'), last.getBoundingClientRect().right <= edge + 1];
}
"""
"""Of a row: whether it scrolls, fades at its edge, and shows its last link whole once scrolled to its end."""


@pytest.mark.parametrize("width", [375], indirect=True)
def test_a_row_that_scrolls_shows_that_more_follows(visit, servers):
    server = servers("tiny")
    rules, owner = load_rules(server.rules), Store.open(server.database)
    sheet = Sheet(title="Parcels", answers=rules.accept(rules.cases[0].answers))
    key = owner.work.create("", rules.manifest.id, rules.digest, sheet).key
    owner.close()
    reader: Visitor = visit("tiny", looking=False)
    reader.open(f"/interview?work={key}")
    assert reader.page.evaluate(STRIP, ".st-key-header") == [True, True, True]


def test_on_a_phone_a_panel_is_as_high_as_its_content_wherever_its_button_stands(window, servers):
    """Below a button at the foot of the screen there is room for one line."""
    reader: Visitor = window((375, 740))
    case = load_rules(servers("tiny").rules).cases[0]
    reader.open(f"/brief?case={case.id}")
    button = reader.page.get_by_test_id("stPopoverButton").first
    button.evaluate("it => it.scrollIntoView({block: 'end', behavior: 'instant'})")
    button.click()
    panel = reader.page.get_by_test_id("stPopoverBody")
    panel.wait_for()
    reader.settle()
    seen, whole = panel.evaluate("it => [it.clientHeight, it.scrollHeight]")
    box = panel.bounding_box()
    assert box and box["y"] >= 0 and box["y"] + box["height"] <= 740
    assert seen >= min(whole, 500)


def test_on_a_phone_the_day_of_a_step_takes_no_room_beside_its_text(window, servers):
    reader: Visitor = window((375, 740))
    rules = load_rules(servers("tiny").rules)
    reader.open(f"/brief?case={rules.cases[0].id}")
    texts = reader.page.locator(".panel.next li > span:first-child")
    panel = reader.page.locator(".panel.next").bounding_box()
    widths = texts.evaluate_all("items => items.map(it => it.getBoundingClientRect().width)")
    assert panel and widths and min(widths) >= panel["width"] - 40
