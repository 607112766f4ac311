"""Whole columns through a diagram: for every row what its own walk gives, or unknown."""

from __future__ import annotations

import random

import numpy as np
import pytest

from framework import load_rules
from framework.reasoning import batch as walking
from framework.reasoning.batch import UNKNOWN, Batch
from framework.reasoning.reasoner import reasoner_for
from tests.random_rules import random_rulebase, random_sheet


@pytest.mark.parametrize("seed", range(20))
def test_the_walk_for_all_rows_is_the_walk_for_each(seed: int) -> None:
    """On random rule bases; where an answer is missing it says unknown, or the one leaf that is possible."""
    rulebase = random_rulebase(seed)
    rng = random.Random(seed)
    sheets = [random_sheet(rulebase, rng, rng.choice((1.0, 0.6))) for _ in range(200)]
    for diagram in (reasoner_for(rulebase).verdicts, reasoner_for(rulebase).outcomes):
        columns = {}
        for question in rulebase.closed_questions.values():
            values = question.complete_answers
            columns[question.id] = np.array(
                [values.index(sheet[question.id]) if question.id in sheet else UNKNOWN for sheet in sheets]
            )
        found = Batch(diagram).decide(columns)
        for sheet, leaf in zip(sheets, found.tolist(), strict=True):
            known = diagram.known(sheet)
            if leaf == UNKNOWN:
                assert None in known
            else:
                assert diagram.possible(known) == (diagram.leaves[leaf],)


@pytest.mark.parametrize("few", [0, 1])
def test_many_questions_at_a_step_lead_where_single_ones_lead(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped rules, with gaps, a question that nobody was asked, several chunks and several steps; rows that go on
    after the first step walked among the others, and picked out.
    """
    monkeypatch.setattr(walking, "CHUNK", 10)
    monkeypatch.setattr(walking, "FEW", few)
    rulebase, rng = load_rules(), random.Random(5)
    diagram = reasoner_for(rulebase).outcomes
    sheets = [random_sheet(rulebase, rng, rng.choice((1.0, 0.9))) for _ in range(2_000)]
    missing = diagram.variables[5].question
    columns = {}
    for variable in diagram.variables:
        code = {value: index for index, value in enumerate(variable.values)}
        if variable.question != missing:
            columns[variable.question] = np.array([code.get(sheet.get(variable.question), UNKNOWN) for sheet in sheets])
    found = Batch(diagram).decide(columns).tolist()
    settled = 0
    for sheet, leaf in zip(sheets, found, strict=True):
        possible = diagram.possible_under({id_: x for id_, x in sheet.items() if id_ != missing})
        assert leaf == UNKNOWN or possible == (diagram.leaves[leaf],)
        settled += leaf != UNKNOWN
    assert 200 < settled < 2_000
