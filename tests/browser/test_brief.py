"""The first screen of a brief fits: a laptop's window from verdict to next steps, and three of a phone's."""

from __future__ import annotations

import pytest

from framework.store import Store
from tests.browser.visiting import Visitor
from tests.knowledge.test_cases import CASES

LAPTOP, PHONE = 800, 812
"""Heights of the two windows, in CSS pixels."""

LONG, OPEN, REFUSED = "vendor_submission_spam", "c_voice_illness_app", "kidney_donor_swaps"

END = """
() => Math.max(...[...document.querySelectorAll('.front, .st-key-facts')]
  .map(node => node.getBoundingClientRect().bottom))
"""


@pytest.mark.parametrize("id_", [LONG, OPEN, REFUSED])
def test_a_first_screen_fits(visit, width, id_):
    reader: Visitor = visit("shipped")
    case = CASES[id_]
    answers = {key: given if isinstance(given, str) else tuple(given) for key, given in case.answers.items()}
    sheet: dict[str, object] = {
        "title": case.title,
        "answers": answers,
        "words": case.words,
        "numbers": dict(case.numbers),
    }
    key = _saved(reader, sheet)
    reader.open(f"/brief?work={key}")
    end = reader.page.evaluate(END)
    assert 100 < end <= (LAPTOP if width > 500 else 3 * PHONE)
    reader.look("first screen")
    if id_ == LONG:
        reader.follow("Why")
        reader.page.wait_for_url("**part=why**")
        reader.settle()
        reader.look("why")


def _saved(reader: Visitor, sheet: dict[str, object]) -> str:
    from framework.model.sheet import Sheet

    rules = reader.rulebase
    store = Store.open(reader.server.database)
    return store.work.create("", rules.manifest.id, rules.digest, Sheet.model_validate(sheet)).key
