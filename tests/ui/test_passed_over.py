"""What was answered "not sure" is a fact to find out: it is counted apart from what has not been asked yet."""

from __future__ import annotations

import json

import pytest

from framework.model.answers import NOT_SURE
from framework.model.sheet import Sheet
from framework.ui import device, resources
from tests.ui.looking import healthy, words


@pytest.fixture
def unsure():
    """Answers with which nothing is left to ask, though not all is known; and how many facts are then open."""
    rulebase = resources.rules()
    case = rulebase.case["card_payment_fraud"]
    full = rulebase.accept(case.answers)
    for question in full:
        sheet = Sheet(answers=full).answered(question, NOT_SURE)
        found = resources.assessment_of(sheet)
        if found.verdict is None and found.next_question is None:
            return sheet.answers, len(found.unknowns)
    raise AssertionError("every fact can be done without")


def test_facts_to_find_out_are_counted_and_nothing_is_offered_that_asks_nothing(app, new_work, unsure):
    answers, number = unsure
    at = healthy(app("review", work=new_work(title="Unsure", answers=answers)))
    said = words(at)
    assert f"{number} fact" in said and "you have been asked everything that matters" in said
    assert "At most" not in said
    assert not [link for link in at.get("page_link") if "Continue answering" in link.proto.label]


def test_where_something_is_left_to_ask_both_are_counted(app, new_work):
    first = resources.rules().manifest.interview.opening[0]
    at = healthy(app("review", work=new_work(title="Begun", answers={first: NOT_SURE})))
    assert "more questions can change the verdict. Besides, 1 fact to find out." in words(at)
    assert [link for link in at.get("page_link") if "Continue answering" in link.proto.label]


def test_the_list_of_ideas_counts_them_too_and_leads_to_the_brief(app, new_work, unsure):
    answers, number = unsure
    key = new_work(title="Unsure", answers=answers)
    at = app("ideas")
    at.session_state[device._TOLD] = json.dumps({key: {}})
    said = words(healthy(at.run()))
    assert f"{number} fact" in said and "at most" not in said
