"""One tap answers one question: the second half of a double click does not answer the next one unseen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from framework.assessment.assess import assess
from framework.model.sheet import Sheet
from tests.browser.visiting import Visitor

PAUSES = (120, 200, 300)
"""Milliseconds between the two taps."""


SLOWEST = 400
"""Milliseconds from which two taps are no double click. On a busy machine the second can come as late; then the same
pause is tried at the next question."""


def test_two_taps_answer_one_question(visit: Callable[..., Visitor], width: int) -> None:
    """On the same spot, as a hand would: whatever stands there by then. A question for each pause."""
    reader = visit("shipped", touch=width < 500)
    question = _first_question(reader)
    reader.page.evaluate("addEventListener('click', event => (window.taps ??= []).push(event.timeStamp), true)")
    pauses = list(PAUSES)
    while pauses:
        before = reader.sheet()
        box = reader.page.locator(f".st-key-pick_{question}_{_leaves_more(reader, question)} button").bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 3, box["y"] + box["height"] / 2
        tap = reader.page.touchscreen.tap if width < 500 else reader.page.mouse.click
        tap(x, y)
        reader.page.wait_for_timeout(pauses[0])
        tap(x, y)
        reader.gone(f"question_{question}")
        reader.ready()
        first, second = reader.page.evaluate("taps.splice(0)")
        after = reader.sheet()
        assert question in after.answers
        if second - first < SLOWEST:
            new = {id_ for id_ in after.answers if after.answers[id_] != before.answers.get(id_)}
            assert new == {question}, f"{pauses[0]} ms: the second tap answered a question that nobody had read"
            del pauses[0]
        asked = assess(reader.rulebase, after).next_question
        assert asked
        expect(reader.page.locator(f".st-key-ask_{asked}")).to_have_count(1)
        question = asked


def _leaves_more(reader: Visitor, question: str) -> str:
    """An option after which another question of one choice is asked: the last of them, as a tap may fall anywhere."""
    rulebase, sheet = reader.rulebase, reader.sheet()
    for option in reversed(rulebase.questions[question].options):
        asked = assess(rulebase, sheet.answered(question, option.id)).next_question
        if asked and rulebase.questions[asked].kind == "one":
            return option.id
    raise AssertionError(f"every answer to {question} settles the verdict or leads to another kind of question")


@pytest.mark.parametrize("width", [1280], indirect=True)
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
        and len(assess(rulebase, Sheet(answers={question.id: group.options[1]})).possible_verdicts) > 2
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
    option = next(
        o.id for o in opening.options if len(assess(rulebase, Sheet(answers={opening.id: o.id})).possible_verdicts) > 2
    )
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
