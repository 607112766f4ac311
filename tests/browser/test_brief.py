"""The first screen of a brief fits: a laptop's window from verdict to next steps, and three of a phone's."""

from __future__ import annotations

import unicodedata
from datetime import date

import pypdf
import pytest

from framework.assessment.assess import assess
from framework.model.assessment import Assessment, Statement
from framework.model.sheet import Sheet
from framework.report.front import front_of
from framework.store import Store
from framework.ui import speech
from framework.ui.components import front, statement
from tests.browser.visiting import Visitor
from tests.knowledge.cases import CASES, RULEBASE

ENDS = {1280: 800, 375: 3 * 812}
"""Width of a window to where its first screen ends at the latest: a laptop's window, three of a phone's; CSS pixels."""

LONG, OPEN, REFUSED = "vendor_submission_spam", "c_voice_illness_app", "kidney_donor_swaps"

HIDDEN_PARTS = """
() => [...document.querySelectorAll('.st-key-parts a')].filter(link =>
  link.getBoundingClientRect().right > innerWidth || link.querySelector('p').scrollWidth > link.clientWidth).length
"""
"""Headings that begin or end outside the window, so that one would have to scroll sideways to see them."""

END = """
() => Math.max(...[...document.querySelectorAll('.front, .st-key-facts')]
  .map(node => node.getBoundingClientRect().bottom))
"""


@pytest.mark.parametrize("width", [375], indirect=True)
@pytest.mark.parametrize("id_", [LONG, OPEN])
def test_a_first_screen_fits(visit, width, id_):
    reader: Visitor = visit("shipped")
    key = _saved(reader, _sheet(id_))
    reader.open(f"/brief?work={key}")
    reader.look("first screen")
    assert reader.page.locator(".st-key-parts a").count() > 1
    assert reader.page.evaluate(HIDDEN_PARTS) == 0
    for wide, latest in ENDS.items():
        reader.page.set_viewport_size({"width": wide, "height": 812})
        reader.settle()
        assert 100 < reader.page.evaluate(END) <= latest
    if id_ == LONG:
        reader.follow("Why")
        reader.page.wait_for_url("**part=why**")
        reader.settle()
        reader.look("why")


@pytest.mark.parametrize("width", [1280], indirect=True)
def test_a_brief_prints_without_controls_and_says_nothing_twice(visit, width, tmp_path):
    """The file is called after the idea, whose whole name stands on it."""
    reader: Visitor = visit("shipped")
    title = "A long name of an idea, which a screen cuts off where the line ends, " * 2 + "as paper need not"
    key = _saved(reader, _sheet(LONG).model_copy(update={"title": title}))
    reader.open(f"/brief?work={key}&part=all")
    reader.page.pdf(path=tmp_path / "brief.pdf")
    printed = pypdf.PdfReader(tmp_path / "brief.pdf")
    text = unicodedata.normalize("NFKC", " ".join(page.extract_text() for page in printed.pages))  # no ligatures
    said = " ".join(text.split())
    assert printed.metadata.title.startswith(title)
    assert "as paper need not" in said
    assert "Track the plan" not in said and "Enter these numbers" not in said and "In full" not in said
    found = assess(RULEBASE, _sheet(LONG))
    told = [raised.statement for raised in found.requirements]
    assert len(told) > 5
    assert [text for text in told if said.count(text[:40]) != 1] == []


EACH = """
screens => {
  const place = document.querySelector('.front').parentElement;
  const ends = {}, alone = [];
  for (const [name, screen] of Object.entries(screens)) {
    place.innerHTML = screen;
    ends[name] = place.querySelector('.front').getBoundingClientRect().bottom;
    for (const mark of place.querySelectorAll('a.rule')) {
      const before = document.createRange();
      before.setStart(mark.parentElement, 0);
      before.setEndBefore(mark);
      const last = [...before.getClientRects()].at(-1), own = mark.getBoundingClientRect();
      if (own.top > last.bottom || own.bottom < last.top) alone.push(name);
    }
  }
  return { ends, alone };
}
"""
"""Each first screen in the place of the one that is there: where it ends, and where a question mark stands alone."""


@pytest.mark.parametrize("width", [1280], indirect=True)
@pytest.mark.parametrize("address", ["work", "case"])
def test_every_first_screen_of_a_settled_verdict_fits(visit, width, address, monkeypatch):
    """All cases, those of the library also at their own address; no question mark goes to the next line alone."""
    monkeypatch.setattr(speech, "language", lambda: "")
    monkeypatch.setattr(statement, "href", lambda page, **more: "/rule")
    shown = CASES if address == "work" else RULEBASE.case
    briefs = {id_: assess(RULEBASE, _sheet(id_)) for id_ in shown}
    briefs |= {f"{id_}, about even": _even(each) for id_, each in briefs.items() if each.verdict and each.worth}
    found = {id_: front_of(RULEBASE, each, date(2026, 11, 26)) for id_, each in briefs.items()}
    screens = {
        id_: front.whole(each, "" if address == "work" else briefs[id_].title, {})
        for id_, each in found.items()
        if not each.facts
    }
    assert len(screens) > 50
    reader: Visitor = visit("shipped")
    reader.open(f"/brief?case={REFUSED}" if address == "case" else f"/brief?work={_saved(reader, _sheet(LONG))}")
    for wide, latest in ENDS.items():
        reader.page.set_viewport_size({"width": wide, "height": 800})
        reader.settle()
        measured = reader.page.evaluate(EACH, screens)
        assert {id_: end for id_, end in measured["ends"].items() if not 100 < end <= latest} == {}, wide
        assert measured["alone"] == [], wide
    for wide in (320, 480, 640):  # where lines break is another matter in each width
        reader.page.set_viewport_size({"width": wide, "height": 800})
        assert reader.page.evaluate(EACH, screens)["alone"] == [], wide
    reader.page.add_style_tag(content=".front.front a.rule { display: inline-block; min-width: 1.5rem; }")
    assert reader.page.evaluate(EACH, screens)["alone"], "a mark that may stand alone is seen"


def _even(found: Assessment) -> Assessment:
    """The same where the numbers come out about even, which takes most words to say."""
    even = next(item for item in RULEBASE.money if item.id == "even_open")
    said = Statement(
        rule=f"money/{even.id}", text=even.text.format(first="“Effect on those chosen”", margin="25 %"), sources=()
    )
    worth = found.worth and found.worth.model_copy(update={"result": "even"})
    return found.model_copy(update={"worth": worth, "money": (said, *found.money[1:])})


def _sheet(id_: str) -> Sheet:
    case = CASES[id_]
    answers = RULEBASE.accept(case.answers)
    return Sheet(title=case.title, answers=answers, words=case.words, numbers=dict(case.numbers))


def _saved(reader: Visitor, sheet: Sheet) -> str:
    rules = reader.rulebase
    store = Store.open(reader.server.database)
    return store.work.create("", rules.manifest.id, rules.digest, sheet).key
