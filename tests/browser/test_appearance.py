"""Every kind of page has the same few sizes of text, its column in the middle, and is no wider than its window."""

from __future__ import annotations

import ast

import pytest

from framework.classroom.plan import plan_of_case
from framework.model.rule_id import CRITERIA, rule_id
from framework.model.sheet import Sheet
from framework.rulebase import load_rules
from framework.store import Store
from tests.browser.appearance import SLACK, contrasts, odd_sizes, off_centre, small_targets, sticks_out
from tests.browser.conftest import NARROW, TITLE, WIDTHS
from tests.browser.inspecting import THEMES
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
        assert small_targets(reader.page) == {}, f"{path} at {wide} px"


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


@pytest.mark.parametrize("width", [375], indirect=True)
def test_what_can_be_ticked_and_every_mark_stand_out_in_both_themes(visit, idea):
    """WCAG 1.4.11 asks for 3 : 1, of marks that are ruled out as well."""
    reader: Visitor = visit("tiny", looking=False)
    seen: set[str] = set()
    for path in (f"/interview?work={idea}&step=stops", f"/interview?work={idea}&way=full", "/class"):
        reader.open(path)
        for theme in THEMES:
            reader.page.emulate_media(color_scheme=theme)
            reader.settle()
            found = contrasts(reader.page)
            seen |= {*found}
            assert not {kind: ratio for kind, ratio in found.items() if ratio < 3}, f"{path} ({theme})"
    assert seen == {"checkbox", "radio", "switch", "mark"}
    reader.page.add_style_tag(content=".stApp.stApp { --edge: #c9d4d7; }")
    reader.page.emulate_media(color_scheme="light")
    reader.settle()
    assert contrasts(reader.page)["radio"] < 3, "a faint outline is seen"


MARKS = """
() => {
  const bar = document.querySelector('.bar'), marks = [...bar.querySelectorAll('.spot')];
  const lines = new Set(marks.map(mark => Math.round(mark.getBoundingClientRect().top)));
  const said = mark => mark.querySelector('.name').textContent + mark.querySelector('.sr-only').textContent;
  return [lines.size, marks.length, marks.every(mark => /\\w.*: \\w/.test(said(mark))), bar.clientHeight];
}
"""
"""Of the bar over a question: lines of marks, marks, whether each has a name and says how it stands, its height."""


@pytest.mark.parametrize(
    "text", ["Which parcels will be late, and which customers will want to be told about it first?"]
)
def test_all_marks_stand_in_one_line_with_their_names(visit, width, servers, text):
    server = servers("shipped")
    rules, owner = load_rules(server.rules), Store.open(server.database)
    some = dict(list(rules.accept(rules.cases[0].answers).items())[:2])
    key = owner.work.create("", rules.manifest.id, rules.digest, Sheet(title=text, answers=some)).key
    owner.close()
    reader: Visitor = visit("shipped", looking=False)
    reader.open(f"/interview?work={key}&way=quick")
    lines, marks, named, high = reader.page.evaluate(MARKS)
    assert (lines, marks, named) == (1, len(rules.verdict), True)
    assert high <= 80
    seen, whole = reader.page.locator(".bar .idea").evaluate("it => [it.clientWidth, it.scrollWidth]")
    assert seen >= min(whole, 290), "the name is cut only where there is no room"
    assert small_targets(reader.page) == {}
    names = reader.page.locator(".bar .name")
    if width < NARROW:
        reader.page.locator(".bar summary").click()
    assert min(names.evaluate_all("all => all.map(each => each.getBoundingClientRect().width)")) > 30
    assert sticks_out(reader.page) <= 0
