"""Where several people part: against brute force, for partial answers and open questions too."""

from __future__ import annotations

import random
from itertools import permutations
from time import thread_time

import pytest

from framework.reasoning.disagreement import disagreement, union
from framework.reasoning.reasoner import build_reasoner, reasoner_for
from framework.rulebase import load_rules
from tests.random_rules import random_partial_sheet, random_rulebase, random_sheet


@pytest.mark.parametrize("seed", range(40))
def test_every_number_is_that_of_trying_each_exchange(seed):
    rulebase = random_rulebase(seed)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    diagram = reasoner.verdicts
    sheets = [random_partial_sheet(rulebase, rng, 0.8) for _ in range(4)]
    sheets.append(dict(sheets[0]))  # two may agree

    def possible(answers):
        return diagram.possible_under(answers)

    found = disagreement(reasoner, sheets)
    assert found.verdicts == tuple(possible(sheet) for sheet in sheets)
    for difference in found.contested:
        tried = 0
        for mine, other in permutations(sheets, 2):
            theirs = {difference.question: other.get(difference.question)}
            swapped = {id_: given for id_, given in {**mine, **theirs}.items() if given is not None}
            tried += possible(swapped) != possible(mine)
        assert difference.changes == tried, difference
        assert tried / 2 <= difference.pairs <= min(tried, 10)
    named = {difference.question for difference in found.contested}
    assert named == {id_ for id_ in rulebase.closed_questions if len({sheet.get(id_) for sheet in sheets}) > 1}
    assert [item.changes for item in found.contested] == sorted((i.changes for i in found.contested), reverse=True)


@pytest.mark.parametrize("seed", range(20))
def test_together_they_leave_what_any_mixture_of_their_answers_leads_to(seed):
    """Each question answered as one of them did: never less than what each says alone."""
    rulebase = random_rulebase(seed)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    sheets = [random_sheet(rulebase, rng, 1) for _ in range(3)]
    reached: set[str] = set()
    for number in range(3 ** len(rulebase.closed_questions)):
        mixed = {}
        for id_ in rulebase.closed_questions:
            number, who = divmod(number, 3)
            mixed[id_] = sheets[who][id_]
        reached.update(reasoner.verdicts.possible_under(mixed))
    assert set(disagreement(reasoner, sheets).together) == reached


@pytest.mark.parametrize("seed", range(20))
def test_the_union_of_sheets_is_a_sheet_that_leaves_what_they_leave_together(seed):
    """No less, and no more than where answers of several options differ."""
    rulebase = random_rulebase(seed)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    diagram = reasoner.verdicts
    sheets = [random_partial_sheet(rulebase, rng, 0.9) for _ in range(3)]
    common = union(rulebase, sheets)
    assert rulebase.accept(common) == common
    together = set(disagreement(reasoner, sheets).together)
    assert together <= set(diagram.possible_under(common))
    single = {id_: question for id_, question in rulebase.closed_questions.items() if question.kind == "one"}
    sheets = [{id_: given for id_, given in sheet.items() if id_ in single} for sheet in sheets]
    common = union(rulebase, sheets)
    assert set(diagram.possible_under(common)) == set(disagreement(reasoner, sheets).together)
    for id_ in single:
        if len({sheet.get(id_) for sheet in sheets}) == 1:
            assert common.get(id_) == sheets[0].get(id_), "where all agree it is their answer"


def test_people_who_agree_have_nothing_to_talk_about():
    rulebase = random_rulebase(1)
    sheet = random_sheet(rulebase, random.Random(1), 1)
    found = disagreement(build_reasoner(rulebase), [sheet, dict(sheet)])
    assert found.contested == () and found.worth_talking_about is None
    assert found.together == found.verdicts[0] == found.verdicts[1]


def test_many_people_take_hardly_longer_than_two():
    """Also where most is open, so that each sheet passes most of the rules: a class in the middle of a vote."""
    rulebase, rng = load_rules(), random.Random(7)
    reasoner = reasoner_for(rulebase)
    sheets = [random_partial_sheet(rulebase, rng, 0.1) for _ in range(60)]

    def taken(some) -> float:
        before = thread_time()
        disagreement(reasoner, some)
        return thread_time() - before

    assert min(taken(sheets) for _ in range(2)) < 6 * min(taken(sheets[:2]) for _ in range(3))


def test_a_class_of_five_hundred_is_compared_at_once():
    """With the shipped rules, whose sheets stop where the verdict is settled."""
    rulebase = load_rules()
    rng = random.Random(7)
    answers = [dict(rulebase.accept(case.answers)) for case in rulebase.cases]
    sheets = [rng.choice(answers) for _ in range(500)]
    found = disagreement(reasoner_for(rulebase), sheets)
    assert len(found.verdicts) == 500 and found.worth_talking_about
