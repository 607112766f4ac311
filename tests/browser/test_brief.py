"""The first screen of a brief fits: a laptop's window from verdict to next steps, and three of a phone's."""

from __future__ import annotations

import pytest

from framework.store import Store
from tests.browser.visiting import Visitor
from tests.knowledge.test_cases import CASES

ENDS = {1280: 800, 375: 3 * 812}
"""Width of a window to where its first screen ends at the latest: a laptop's window, three of a phone's; CSS pixels."""

LONG, OPEN, REFUSED = "vendor_submission_spam", "c_voice_illness_app", "kidney_donor_swaps"

END = """
() => Math.max(...[...document.querySelectorAll('.front, .st-key-facts')]
  .map(node => node.getBoundingClientRect().bottom))
"""


@pytest.mark.parametrize("width", [375], indirect=True)
@pytest.mark.parametrize("id_", [LONG, OPEN, REFUSED])
def test_a_first_screen_fits(visit, width, id_):
    reader: Visitor = visit("shipped", everywhere=True)
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
    reader.look("first screen")
    for wide, latest in ENDS.items():
        reader.page.set_viewport_size({"width": wide, "height": 812})
        reader.settle()
        assert 100 < reader.page.evaluate(END) <= latest
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
