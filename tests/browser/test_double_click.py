"""One tap answers one question: the second half of a double click does not answer the next one unseen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from framework.assessment.assess import assess
from framework.model.sheet import Sheet
from tests.browser.visiting import Visitor


@pytest.mark.parametrize("pause", [120, 200, 300])
def test_two_taps_answer_one_question(visit: Callable[..., Visitor], width: int, pause: int) -> None:
    """On the same spot, as a hand would: whatever stands there by then."""
    reader = visit("shipped", touch=width < 500)
    question = _first_question(reader)
    spot = reader.page.locator('[class*="st-key-pick_"] button').nth(1)
    box = spot.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 3, box["y"] + box["height"] / 2
    tap = reader.page.touchscreen.tap if width < 500 else reader.page.mouse.click
    before = reader.sheet().answers
    tap(x, y)
    reader.page.wait_for_timeout(pause)
    tap(x, y)
    reader.gone(f"question_{question}")
    reader.ready()
    after = reader.sheet()
    assert question in after.answers
    new = {id_ for id_ in after.answers if after.answers[id_] != before.get(id_)}
    assert new == {question}, "the second tap answered a question that nobody had read"
    asked = assess(reader.rulebase, after).next_question
    assert asked
    expect(reader.page.locator(f".st-key-ask_{asked}")).to_have_count(1)


def test_number_keys_choose_and_enter_goes_on(visit: Callable[..., Visitor], width: int) -> None:
    """The whole way with the keyboard alone: idea, group, sentence, rare stops, a question, between two."""
    reader = visit("shipped")
    page, rulebase = reader.page, reader.rulebase
    reader.open("/interview?way=quick&step=idea")
    page.locator(".st-key-title input").focus()
    page.keyboard.type("3 parcels")
    page.keyboard.press("Enter")
    reader.gone("idea")
    question = rulebase.questions[rulebase.manifest.interview.opening[0]]
    number, group = next(
        (number, group) for number, group in enumerate(question.groups, start=1) if len(group.options) > 2
        and not assess(rulebase, Sheet(answers={question.id: group.options[1]})).verdict
    )  # fmt: skip
    reader.ready()
    page.keyboard.press(str(number))
    reader.gone(f"groups_{question.id}")
    reader.ready()
    page.keyboard.press("2")
    reader.gone(f"question_{question.id}_{group.id}")
    reader.ready()
    assert reader.sheet().answers == {question.id: group.options[1]}
    assert reader.sheet().title == "3 parcels"
    page.keyboard.press("Enter")
    reader.gone("stops")
    reader.ready()
    asked = assess(rulebase, reader.sheet()).next_question
    assert asked
    page.keyboard.press("1")
    reader.gone(f"question_{asked}")
    reader.ready()
    assert reader.sheet().answers[asked] == rulebase.questions[asked].options[0].id


def _first_question(reader: Visitor) -> str:
    """The first question after the rare stops, none of which holds."""
    rulebase = reader.rulebase
    opening = rulebase.questions[rulebase.manifest.interview.opening[0]]
    option = next(o.id for o in opening.options if not assess(rulebase, Sheet(answers={opening.id: o.id})).verdict)
    reader.open("/interview?way=quick&step=idea")
    assert reader.asked() == opening
    reader.answer(opening, option)
    reader.ready()
    reader.tap("stops_go")
    reader.gone("stops")
    reader.ready()
    asked = assess(rulebase, reader.sheet()).next_question
    assert asked
    assert rulebase.questions[asked].kind == "one"
    return asked
