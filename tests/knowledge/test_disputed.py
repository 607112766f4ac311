"""The questions on which readers of a case differ are those of the sheets that two readers filled in."""

from __future__ import annotations

from framework import load_rules
from tests.knowledge.readers import HALVES, READERS, sheets_of


def test_the_disputed_questions_are_those_of_the_two_readers() -> None:
    rulebase = load_rules()
    one, other = ({id_: sheet for half in HALVES for id_, sheet in sheets_of(name, half).items()} for name in READERS)
    expected = {}
    for case in rulebase.cases:
        if case.id in one and case.id in other:
            mine, theirs = rulebase.accept(one[case.id]), rulebase.accept(other[case.id])
            apart = [
                id_ for id_ in rulebase.closed_questions if id_ in mine and id_ in theirs and mine[id_] != theirs[id_]
            ]
            if apart:
                expected[case.id] = tuple(apart)
    assert len(expected) > 30
    assert {item.id: item.questions for item in rulebase.disputed} == expected
