"""Only what can still matter is asked, and the number of questions left never rises."""

from __future__ import annotations

import random

import pytest

from framework.model.answers import Answer
from framework.reasoning.interview import Prospects
from framework.reasoning.reasoner import Reasoner, build_reasoner
from tests.random_rules import agrees, complete_sheets, random_rulebase, random_sheet


def _prospects(reasoner: Reasoner, answers: dict[str, Answer], unsure: frozenset[str] = frozenset()) -> Prospects:
    return Prospects(reasoner, reasoner.verdicts, answers, unsure)


@pytest.mark.parametrize("seed", range(40))
def test_the_open_questions_are_those_that_make_a_difference(seed: int) -> None:
    """A question counts as open exactly if two completions that differ only in it have different verdicts."""
    rulebase = random_rulebase(seed)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    answers = random_sheet(rulebase, rng, 0.5)
    sheets = [sheet for sheet in complete_sheets(rulebase) if agrees(sheet, answers)]
    decide = {tuple(s.items()): reasoner.verdicts.decide(reasoner.verdicts.known(s)) for s in sheets}
    matters = {
        id_
        for sheet in sheets
        for id_, question in rulebase.closed_questions.items()
        if id_ not in answers
        for value in question.complete_answers
        if decide[tuple({**sheet, id_: value}.items())] != decide[tuple(sheet.items())]
    }
    assert _prospects(reasoner, answers).questions_left == len(matters)


@pytest.mark.parametrize("seed", range(40))
def test_an_interview_ends_and_progress_never_rises(seed: int) -> None:
    """Answering or passing every question asked leads to an end, with fewer questions left each time."""
    rulebase = random_rulebase(seed)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    answers: dict[str, Answer] = {}
    unsure: set[str] = set()
    left = len(rulebase.closed_questions) + 1
    for _ in range(len(rulebase.closed_questions) + 1):
        prospects = _prospects(reasoner, answers, frozenset(unsure))
        assert prospects.questions_left < left or not prospects.ranked()
        left = prospects.questions_left
        asked = prospects.next()
        if asked is None:
            break
        assert len(asked.decides) > 1
        if rng.random() < 0.2:
            unsure.add(asked.question)
        else:
            answers[asked.question] = rng.choice(rulebase.closed_questions[asked.question].complete_answers)
    else:
        pytest.fail("the interview did not end")
    if not unsure:
        assert len(prospects.possible) == 1
