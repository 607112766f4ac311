"""The three-valued evaluator is right about every condition: it never claims more than all completions agree on."""

from __future__ import annotations

import random

import pytest

from framework.reasoning.compile import Compiler
from framework.reasoning.interpreter import Facts
from tests.random_rules import (
    agrees,
    complete_sheets,
    random_condition,
    random_partial_sheet,
    random_rulebase,
    random_sheet,
)


@pytest.mark.parametrize("seed", range(150))
def test_arandom_condition_agrees_with_its_truth_table(seed: int) -> None:
    """On complete sheets it is the two-valued truth; on others, true or false only if every completion says so."""
    rng = random.Random(seed)
    rulebase = random_rulebase(seed, questions=3)
    condition = random_condition(rng, list(rulebase.closed_questions.values()), list(rulebase.criteria), 3)
    table = {tuple(sheet.items()): Facts(rulebase, sheet).holds(condition) for sheet in complete_sheets(rulebase)}
    assert None not in table.values()
    diagram = Compiler(rulebase)
    compiled = diagram.diagram(diagram.condition(condition))
    for sheet, value in table.items():
        assert compiled.decide(compiled.known(dict(sheet))) == ("yes" if value else "no")
    for kind in (random_sheet, random_partial_sheet) * 10:
        known = kind(rulebase, rng, rng.random())
        value = Facts(rulebase, known).holds(condition)
        completions = {truth for sheet, truth in table.items() if agrees(dict(sheet), known)}
        assert value is None or completions == {value}
