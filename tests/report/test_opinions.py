"""Opinions side by side: everybody stands with their answer once, and the sentences say what was calculated."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from framework import load_rules
from framework.reasoning.disagreement import disagreement
from framework.reasoning.reasoner import build_reasoner, reasoner_for
from framework.report.opinions import OPEN, Opinions, Parting, sentences, side_by_side, why_this
from tests.random_rules import random_partial_sheet, random_rulebase
from tests.report.briefs import RULEBASE

NAMES = ("You", "Kim", "Kim", "")


@pytest.mark.parametrize("seed", range(25))
def test_everybody_stands_once_under_each_question_on_which_they_differ(seed):
    rulebase = random_rulebase(seed)
    reasoner, rng = build_reasoner(rulebase), Random(seed)
    sheets = [random_partial_sheet(rulebase, rng, 0.8) for _ in NAMES]
    found = side_by_side(reasoner, list(zip(NAMES, sheets, strict=True)))
    calculated = disagreement(reasoner, sheets)
    assert found.names == ("You", "Kim (1)", "Kim (2)", "")
    assert found.verdicts == calculated.verdicts and found.together == calculated.together
    talk = calculated.worth_talking_about
    assert (found.talk and found.talk.question) == (talk and talk.question)
    partings = [*([found.talk] if found.talk else []), *found.telling, *found.others]
    for parting in partings:
        by_name = {name: answer for answer, names in parting.groups for name in names}
        assert sorted(by_name) == sorted(found.names) and len(parting.groups) > 1
        for name, sheet in zip(found.names, sheets, strict=True):
            given = sheet.get(parting.question)
            assert by_name[name] == (OPEN if given is None else rulebase.answer_text(parting.question, given))
    shown = {parting.question for parting in partings}
    for difference in calculated.contested:
        several = len({*difference.answers} - {None}) > 1
        assert (difference.question in shown) is bool(difference.changes or several)


def test_answers_stand_in_the_order_of_the_options_and_open_ones_last():
    question = next(q for q in RULEBASE.closed_questions.values() if q.kind == "one" and len(q.options) > 2)
    first, second, *_ = (option.id for option in question.options)
    people = [("A", {}), ("B", {question.id: second}), ("C", {question.id: first})]
    found = side_by_side(reasoner_for(RULEBASE), people)
    (parting,) = [p for p in (found.talk, *found.telling, *found.others) if p and p.question == question.id]
    assert [names for _, names in parting.groups] == [("C",), ("B",), ("A",)]


def test_what_is_said_is_what_was_found():
    reasoner = reasoner_for(RULEBASE)
    case, other = RULEBASE.cases[0].answers, RULEBASE.cases[-1].answers
    alike = side_by_side(reasoner, [("A", case), ("B", case)])
    assert alike.agreed and alike.talk is None
    assert sentences(RULEBASE, alike)[0].startswith("You all come to the same result.")
    assert sentences(RULEBASE, alike)[1].endswith(f"is the same: {RULEBASE.verdict[alike.together[0]].short}.")
    assert why_this(alike) == "None of your differences changes the verdict by itself."
    apart = side_by_side(reasoner, [("A", case), ("B", other)])
    assert sentences(RULEBASE, apart)[0] == "You are 2 people and come to 2 different results."
    nothing = side_by_side(reasoner, [("A", case), ("B", {})])
    assert sentences(RULEBASE, nothing)[1].endswith("every verdict is still possible.")


def test_who_leaves_the_same_verdicts_open_has_not_agreed_on_one():
    """A case from a review: two people without a verdict were told that they came to the same result."""
    nothing = side_by_side(reasoner_for(RULEBASE), [("A", {}), ("B", {})])
    assert nothing.agreed and not nothing.settled
    assert sentences(RULEBASE, nothing)[0].startswith("None of you has a verdict yet")
    given = Parting("x", (), "")
    open_ = Opinions(("A", "B"), (("yes", "no"), ("yes", "no")), ("yes", "no"), given, (given,), ())
    assert why_this(open_).startswith("With somebody else's answer to this question, other verdicts")
    assert "result" not in why_this(open_)


def test_who_comes_to_the_same_result_has_no_difference_between_verdicts():
    """One of two answers would change somebody's verdict, but their verdicts do not differ."""
    given = Parting("x", (), "")
    alike = Opinions(("A", "B"), (("yes",), ("yes",)), ("yes",), given, (given,), ())
    for found in (alike, replace(alike, telling=())):
        assert why_this(found).startswith("You come to the same result.")
        assert "difference between your verdicts" not in why_this(found)


def test_what_tells_two_answers_apart_settles_it():
    """Where the rules do not tell the answers apart, it is how to find the answer."""
    rulebase = load_rules()
    question = min((q for q in rulebase.closed_questions.values() if q.distinctions), key=lambda q: len(q.options))
    told = {tuple(sorted(known.options)): known.text for known in question.distinctions}
    for pair in combinations([option.id for option in question.options], 2):
        people = [(name, {question.id: id_}) for name, id_ in zip("AB", pair, strict=True)]
        found = side_by_side(reasoner_for(rulebase), people)
        expected = told.pop(tuple(sorted(pair)), None) or question.find_out
        assert {p.to_settle for p in (found.talk, *found.telling, *found.others) if p} == {expected}
    assert not told
