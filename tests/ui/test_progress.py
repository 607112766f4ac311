"""The bar of the interview moves by the estimate that stands beside it, and never back."""

from __future__ import annotations

import re

import pytest

from framework.model.sheet import Sheet
from framework.ui import memory, resources
from framework.ui.components.interview import bar as module
from framework.ui.components.interview.flow import Place

LEFT = re.compile(r"about (\d+) screen")


@pytest.fixture
def kept(monkeypatch) -> None:
    """The memory of one window."""
    seen: dict[str, object] = {}
    monkeypatch.setattr(memory, "value_of", seen.get)
    monkeypatch.setattr(memory, "remember", seen.__setitem__)


def shown(sheet: Sheet, kind="question", key="mine") -> tuple[int, str]:
    """Per cent of the bar, and the words beside it."""
    html = str(module.bar(resources.rules(), sheet, resources.assessment_of(sheet), key, Place(kind)))
    width, words = re.search(r'style="width:(\d+)%', html), re.search(r'class="left">([^<]*)<', html)
    assert width and words
    return int(width[1]), words[1]


def by_and_by(answers):
    """Sheets of somebody who answers what is asked, "not sure" where nothing is known, until nothing is."""
    sheet = Sheet()
    while True:
        yield sheet
        asked = resources.assessment_of(sheet).next_question
        if asked is None:
            return
        sheet = sheet.model_copy(update={"answers": {**sheet.answers, asked: answers.get(asked, "not_sure")}})


@pytest.mark.parametrize("number", range(0, 40, 8))
@pytest.mark.parametrize("known", [1, 2], ids=["all known", "half known"])
def test_it_never_moves_back_and_ends_full(kept, number, known):
    rulebase = resources.rules()
    answers = dict(list(rulebase.accept(rulebase.cases[number].answers).items())[::known])
    sheets = [*by_and_by(answers)]
    found = [shown(sheets[0], "idea")[0], *(shown(sheet)[0] for sheet in sheets)]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (0, 100)


def test_it_is_the_share_of_what_is_done_of_all_that_is_usual(kept):
    rulebase = resources.rules()
    sheets = [*by_and_by(rulebase.accept(rulebase.cases[0].answers))][:-1]
    compared = 0
    for number, sheet in enumerate(sheets):
        width, words = shown(sheet, key=f"window {number}")
        left = LEFT.match(words)
        if left:
            done = module._behind(rulebase, sheet, Place("question"))
            assert width == round(100 * done / (done + int(left[1])))
            compared += 1
    assert compared >= 2


def test_it_stays_where_an_answer_raises_the_estimate(kept, monkeypatch):
    rulebase = resources.rules()
    sheets = [*by_and_by(rulebase.accept(rulebase.cases[0].answers))]
    estimates = iter([1, 9, 2])
    monkeypatch.setattr(module, "_left", lambda *_: (next(estimates), ""))
    before, after, taken_back = (shown(sheets[number])[0] for number in (2, 3, 1))
    assert after == before > taken_back


def test_it_moves_back_where_an_answer_is_taken_back(kept):
    rulebase = resources.rules()
    sheets = [*by_and_by(rulebase.accept(rulebase.cases[0].answers))]
    assert shown(sheets[-1])[0] == 100
    assert shown(sheets[1])[0] < 100


def test_screens_are_counted_from_the_line_of_the_idea_on(kept):
    interview = resources.rules().manifest.interview
    assert interview.idea and interview.stops
    opening = interview.opening[0]
    assert module._behind(resources.rules(), Sheet(), Place("idea")) == 0
    assert module._behind(resources.rules(), Sheet(), Place("question")) == 1, "the line of the idea"
    half = Sheet(answers={opening: "not_sure"})
    assert module._behind(resources.rules(), half, Place("stops")) <= 3, "the rare stops only once they are passed"
