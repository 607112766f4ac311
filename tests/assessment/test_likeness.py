"""The worked cases that are like an idea: counted by hand on a few sheets."""

from __future__ import annotations

from functools import cache

from framework import assess, load_rules
from framework.assessment.likeness import LEAST, like_cases
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


def test_what_is_needed_comes_first_shares_fall_and_every_question_decides_one_of_the_two():
    for mine in list(_assessed().values())[:8]:
        decides = {given.question for given in mine.sufficient_reason}
        shares = []
        for like in like_cases(RULEBASE, mine, _assessed(), most=len(_assessed())):
            theirs = {given.question for given in _assessed()[like.case].sufficient_reason}
            assert set(like.same) | set(like.different) <= decides | theirs
            share = len(like.same) / (len(like.same) + len(like.different))
            assert share >= LEAST
            opening = RULEBASE.manifest.interview.opening
            needed = [id_ for id_ in opening if mine.answers.get(id_) == _assessed()[like.case].answers.get(id_)]
            shares.append((len(needed), share))
        assert shares == sorted(shares, reverse=True)


def test_whoever_answered_nothing_is_like_no_case():
    assert like_cases(RULEBASE, assess(RULEBASE, Sheet()), _assessed()) == ()
