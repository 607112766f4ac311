"""The worked cases that are like an idea: counted by hand on a few sheets."""

from __future__ import annotations

from framework import assess, load_rules
from framework.assessment.likeness import LEAST, like_cases
from framework.model.sheet import Sheet


def _assessed():
    rulebase = load_rules()
    answers = {
        case.id: {id_: given if isinstance(given, str) else tuple(given) for id_, given in case.answers.items()}
        for case in rulebase.cases
    }
    return rulebase, {id_: assess(rulebase, Sheet(answers=given)) for id_, given in answers.items()}


RULEBASE, CASES = _assessed()


def test_a_case_is_most_like_itself():
    for id_, mine in CASES.items():
        nearest = like_cases(RULEBASE, mine, CASES, most=len(CASES))
        same = next(like for like in nearest if like.case == id_)
        assert not same.different
        assert set(same.same) == {given.question for given in mine.sufficient_reason}
        assert not nearest[0].different


def test_one_changed_answer_is_the_one_that_differs():
    case = RULEBASE.case["card_payment_fraud"]
    question = "simple_way"
    given = CASES[case.id].sheet.answers
    mine = assess(RULEBASE, Sheet(answers={**given, question: ("untried",)}))
    found = next(like for like in like_cases(RULEBASE, mine, CASES, most=len(CASES)) if like.case == case.id)
    assert found.different == (question,)
    assert question not in found.same


def test_what_is_needed_comes_first_shares_fall_and_every_question_decides_one_of_the_two():
    for mine in list(CASES.values())[:8]:
        decides = {given.question for given in mine.sufficient_reason}
        shares = []
        for like in like_cases(RULEBASE, mine, CASES, most=len(CASES)):
            theirs = {given.question for given in CASES[like.case].sufficient_reason}
            assert set(like.same) | set(like.different) <= decides | theirs
            share = len(like.same) / (len(like.same) + len(like.different))
            assert share >= LEAST
            opening = RULEBASE.manifest.interview.opening
            needed = [id_ for id_ in opening if mine.answers.get(id_) == CASES[like.case].answers.get(id_)]
            shares.append((len(needed), share))
        assert shares == sorted(shares, reverse=True)


def test_whoever_answered_nothing_is_like_no_case():
    assert like_cases(RULEBASE, assess(RULEBASE, Sheet()), CASES) == ()
