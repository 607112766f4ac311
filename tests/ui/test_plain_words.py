"""What pages say in full where a label or a fragment would say little."""

from __future__ import annotations

import pytest

from framework.model.answers import NOT_SURE
from framework.model.sheet import Sheet
from framework.reasoning.stops import answers_after
from framework.report.sections.context import Context
from framework.report.sections.money import first_numbers
from framework.report.wording import only_followed
from framework.ui import resources
from framework.ui.components.document import View
from tests.ui.looking import healthy, words


def test_a_case_that_is_none_says_so_and_lists_all(app):
    assert "There is no case at this address" in words(healthy(app("cases", case="nonsense")))
    assert "There is no case at this address" not in words(healthy(app("cases")))


def test_before_it_was_asked_a_question_stands_in_its_own_words_among_the_answers(app, new_work):
    """Its label alone says little then; "not sure" is an answer."""
    first, other, *_ = (one for one in resources.rules().closed_questions.values() if one.asked_when is None)
    said = [link.proto.label for link in app("review", work=new_work(answers={first.id: NOT_SURE})).get("page_link")]
    assert any(label.startswith(f"{first.short}:") for label in said)
    assert any(label.endswith(" · open") and label.startswith(other.text[:12]) for label in said)


@pytest.mark.parametrize("given", [{}, {"moment": "before the van is loaded"}])
def test_a_field_that_points_back_is_asked_by_itself_while_nothing_is_there(app, new_work, given):
    question = resources.rules().questions["inputs"]
    section = next(one for one in resources.rules().sections if question in one.questions)
    key = new_work(answers={}, words=given)
    at = healthy(app("interview", work=key, way="full", section=section.id))
    assert at.text_input(key="word_inputs").label == (question.text if given else question.by_itself)


def test_what_the_rare_stops_left_open_is_no_answer_that_somebody_gave():
    rules = resources.rules()
    answers, screened = answers_after(rules, (), Sheet())
    view = View(rules, resources.assessment_of(Sheet(answers=answers, screened=screened)))
    left = {id_ for id_ in screened if only_followed(rules, view.assessment, id_)}
    assert left and not left & view.given.keys() and left <= view.assessment.answers.keys()


def test_a_refusal_asks_for_no_numbers(app, new_work):
    """Its first screen has no place that asks for them, so no link leads there."""
    refused = resources.rules().case["income_tax_due"].sheet().model_copy(update={"numbers": {}})
    at = healthy(app("brief", work=new_work(**refused.model_dump(mode="json"))))
    assert first_numbers(Context(resources.rules(), resources.assessment_of(refused)))
    assert "Enter these numbers" not in [link.proto.label for link in at.get("page_link")]


def test_the_numbers_that_a_brief_asks_for_stand_under_these_names_where_its_link_leads(app, new_work):
    rules = resources.rules()
    case = rules.case["card_payment_fraud"].sheet().model_copy(update={"numbers": {}})
    key = new_work(**case.model_dump(mode="json"))
    named = first_numbers(Context(rules, resources.assessment_of(case)))
    at = healthy(app("brief", work=key))
    assert all(f"“{rules.questions[id_].short}”" in words(at) for id_ in named)
    (link,) = [link for link in at.get("page_link") if link.proto.label == "Enter these numbers"]
    section = next(one for one in rules.sections if rules.questions[named[0]] in one.questions)
    assert f"section={section.id}" in link.proto.query_string
    at = healthy(app("interview", work=key, way="full", section=section.id))
    for id_ in named:
        assert at.text_input(key=f"number_{id_}").label.startswith(f"{rules.questions[id_].short}: ")


def test_a_brief_with_a_result_leads_to_the_numbers_that_it_rests_on(app, new_work):
    case = resources.rules().case["card_payment_fraud"].sheet()
    at = healthy(app("brief", work=new_work(**case.model_dump(mode="json"))))
    labels = [link.proto.label for link in at.get("page_link")]
    assert "Change the numbers" in labels and "Enter these numbers" not in labels
    (link,) = [link for link in at.get("page_link") if link.proto.label == "Change the numbers"]
    given = {
        id_
        for section in resources.rules().sections
        for id_ in (x.id for x in section.questions)
        if id_ in case.numbers and f"section={section.id}" in link.proto.query_string
    }
    assert given, "there are numbers to change where it leads"
    refused = healthy(
        app("brief", work=new_work(**resources.rules().case["income_tax_due"].sheet().model_dump(mode="json")))
    )
    assert "Change the numbers" not in [link.proto.label for link in refused.get("page_link")]
