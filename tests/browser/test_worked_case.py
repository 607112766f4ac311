"""A worked case: answered before its verdict is shown, compared, and taken apart."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from framework.assessment.assess import assess
from framework.model.case import Case
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from tests.browser.turning import turning_point
from tests.browser.visiting import PATIENCE, Answers, Visitor
from tests.knowledge.screens import screens_until_settled

ENOUGH = 2
"""Questions that an attempt at a case takes at least, so that it is one."""


@pytest.mark.parametrize("width", [375], indirect=True)
def test_a_case_is_tried_first_and_then_taken_apart(visit, width):
    reader: Visitor = visit("shipped")
    rulebase, page = reader.rulebase, reader.page
    case, answers = _quickest(rulebase)

    reader.open()
    reader.press("See a worked case")
    reader.titled("Worked cases")
    reader.look("cases")
    page.get_by_label("Search the cases").fill(case.title)
    page.keyboard.press("Enter")
    reader.settle()
    reader.follow(case.title)
    reader.titled(case.title)
    reader.look("case without its verdict", both=False)
    page.reload()
    reader.titled(case.title)
    page.go_back()
    reader.titled("Worked cases")
    page.go_forward()
    reader.titled(case.title)
    reader.press("Answer the questions")
    asked = reader.quick_check(answers)
    assert asked
    reader.titled("The verdict is settled")
    reader.follow("Compare with what was published")
    reader.titled(case.title)
    expect(page.get_by_text(case.source.what_it_says)).to_be_visible()
    reader.look("case")

    reader.press("Read the whole brief")
    page.wait_for_url(re.compile(r"/brief\?"))
    expect(page.locator(".headline h1")).to_be_visible(timeout=PATIENCE)
    reader.settle()
    page.locator(".front a.rule").first.click()
    page.wait_for_url(re.compile(r"/rule\?"))
    reader.look("rule")
    page.go_back()
    page.wait_for_url(re.compile(r"/brief\?"))
    reader.settle()

    reader.follow("What if?")
    reader.titled("What if?")
    _try_another_answer(reader, answers)
    reader.follow("Decision map", page.locator(".st-key-footer"))
    page.wait_for_url(re.compile("decision_map"))
    reader.titled(re.compile("."))
    reader.look("decision map")
    reader.follow("Learn", page.locator(".st-key-header"))
    reader.titled("Lessons")
    reader.look("lessons")
    reader.follow(re.compile(re.escape(rulebase.lessons[0].title)))
    reader.titled(rulebase.lessons[0].title)
    reader.look("lesson")


def _try_another_answer(reader: Visitor, given: Answers) -> None:
    """One deciding answer is changed on the copy, the verdict follows, and everything goes back."""
    page, rulebase = reader.page, reader.rulebase
    turn = turning_point(rulebase, given, given)
    assert turn
    question, option = turn
    before = page.locator(".strip .title").inner_text()
    page.locator(f".st-key-row_{question} summary").click()
    choice = (
        page.locator(f".st-key-try_{question}")
        .get_by_test_id("stRadioOption")
        .filter(has_text=rulebase.answer_text(question, option))
    )
    choice.wait_for()
    reader.look("what if, choices open")
    choice.click()
    expect(page.locator(".strip .title")).not_to_have_text(before, timeout=PATIENCE)
    reader.look("what if, changed", both=False)
    reader.press("Back to my answers")
    expect(page.locator(".strip .title")).to_have_text(before, timeout=PATIENCE)


def _quickest(rulebase: RuleBase) -> tuple[Case, Answers]:
    """The case that a quick check settles on the fewest screens, though not with one question, and one answer turns."""
    given_in = {case.id: rulebase.accept(case.answers) for case in rulebase.cases}
    for case in sorted(rulebase.cases, key=lambda case: (screens_until_settled(rulebase, given_in[case.id]), case.id)):
        answers: Answers = dict(given_in[case.id])
        given: Answers = {}
        while question := (result := assess(rulebase, Sheet(answers=given))).next_question:
            given[question] = answers.get(question, "not_sure")
        if result.verdict and len(given) >= ENOUGH and turning_point(rulebase, answers, answers):
            return case, answers
    raise AssertionError("no case is settled by a quick check and turned by one answer")
