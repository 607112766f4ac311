"""The worked cases that are like an idea: counted by hand on a few sheets."""

from __future__ import annotations

from functools import cache

from framework import assess, load_rules
from framework.assessment.likeness import MIN_SAME, MIN_SHARE, like_cases
from framework.model.assessment import Assessment
from framework.model.sheet import Sheet

RULEBASE = load_rules()


@cache
def _assessed() -> dict[str, Assessment]:
    """What the answers of each worked case lead to."""
    return {case.id: assess(RULEBASE, Sheet(answers=RULEBASE.accept(case.answers))) for case in RULEBASE.cases}


def test_a_case_is_most_like_itself():
    for id_, mine in _assessed().items():
        nearest = like_cases(RULEBASE, mine, _assessed(), most=len(_assessed()))
        same = next(like for like in nearest if like.case == id_)
        assert not same.different
        assert set(same.same) == {given.question for given in mine.sufficient_reason}
        assert not nearest[0].different


def test_one_changed_answer_is_the_one_that_differs():
    case = RULEBASE.case["card_payment_fraud"]
    question = "simple_way"
    given = _assessed()[case.id].sheet.answers
    mine = assess(RULEBASE, Sheet(answers={**given, question: ("untried",)}))
    found = next(
        like for like in like_cases(RULEBASE, mine, _assessed(), most=len(_assessed())) if like.case == case.id
    )
    assert found.different == (question,)
    assert question not in found.same


def test_the_same_is_needed_shares_fall_and_every_question_decides_one_of_the_two():
    opening = RULEBASE.manifest.interview.opening
    for mine in list(_assessed().values())[:8]:
        decides = {given.question for given in mine.sufficient_reason}
        shares = []
        for like in like_cases(RULEBASE, mine, _assessed(), most=len(_assessed())):
            theirs = _assessed()[like.case]
            assert all(mine.answers[id_] == theirs.answers[id_] for id_ in opening)
            decides_theirs = {given.question for given in theirs.sufficient_reason}
            assert set(like.same) | set(like.different) <= decides | decides_theirs
            shares.append(len(like.same) / (len(like.same) + len(like.different)))
        assert shares == sorted(shares, reverse=True)
        assert all(share >= MIN_SHARE for share in shares)


def test_an_idea_between_two_needs_is_like_cases_of_both():
    case = RULEBASE.case["card_payment_fraud"]
    given = {**_assessed()[case.id].sheet.answers, "answer_kind": ("hidden_now", "future_value")}
    found = like_cases(RULEBASE, assess(RULEBASE, Sheet(answers=given)), _assessed(), most=len(_assessed()))
    assert {RULEBASE.case[like.case].answers["answer_kind"] for like in found} == {"hidden_now", "future_value"}


def test_whoever_answered_nothing_is_like_no_case():
    assert like_cases(RULEBASE, assess(RULEBASE, Sheet()), _assessed()) == ()


def test_an_open_idea_with_two_answers_is_like_no_case_yet():
    case = RULEBASE.case["card_payment_fraud"]
    given = _assessed()[case.id].sheet.answers
    opening = RULEBASE.manifest.interview.opening
    decides = sorted(
        (item.question for item in _assessed()[case.id].sufficient_reason), key=lambda id_: id_ not in opening
    )
    for number, alike in ((MIN_SAME - 1, False), (MIN_SAME, True)):
        mine = assess(RULEBASE, Sheet(answers={question: given[question] for question in decides[:number]}))
        assert mine.verdict is None
        assert any(like.case == case.id for like in like_cases(RULEBASE, mine, _assessed(), most=99)) is alike
