"""The screen of rare stops: while more statements are below the buttons that stay in view, these say how many."""

from __future__ import annotations

import pytest

from framework.model.sheet import Sheet
from framework.store import Store
from tests.browser.visiting import Visitor

BELOW = """
() => {
  const bar = document.querySelector('.st-key-ways').parentElement.getBoundingClientRect().top;
  const lines = [...document.querySelectorAll('.st-key-ticks label')];
  return lines.filter(line => line.getBoundingClientRect().bottom > bar).length;
}
"""
"""Statements that are not seen whole above the buttons."""

SAID = "() => document.querySelector('.more-below').textContent"


@pytest.mark.parametrize("width", [1280], indirect=True)
def test_the_buttons_below_a_long_list_say_how_many_statements_follow(visit, width):
    reader: Visitor = visit("shipped")
    answers = reader.rulebase.case["vendor_submission_spam"].sheet().answers
    opening = {id_: answers[id_] for id_ in reader.rulebase.manifest.interview.opening if id_ in answers}
    store = Store.open(reader.server.database)
    key = store.work.create("", reader.rulebase.manifest.id, reader.rulebase.digest, Sheet(answers=opening)).key
    store.close()
    reader.open(f"/interview?work={key}&way=quick")
    for wide, high in ((1280, 800), (375, 812)):
        reader.page.set_viewport_size({"width": wide, "height": high})
        reader.page.mouse.move(wide / 2, high / 2)
        reader.page.mouse.wheel(0, -5000)
        reader.settle()
        before = reader.page.evaluate(BELOW)
        assert before > 1 and f"{before} more below" in reader.page.evaluate(SAID)
        reader.page.mouse.wheel(0, 200)
        reader.settle()
        after = reader.page.evaluate(BELOW)
        assert after < before and f"{after} more below" in reader.page.evaluate(SAID)
        reader.page.mouse.wheel(0, 5000)
        reader.settle()
        assert reader.page.evaluate(SAID) == ""
    reader.look("stops")
