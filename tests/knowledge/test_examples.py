"""The rules meet their own examples, and the worked cases what was published."""

from __future__ import annotations

from pathlib import Path

import pytest

from framework import load_rules
from framework.reasoning.examples import cases_hold, examples_hold, exemplified

ROOT = Path(__file__).parents[2]
RULEBASE = load_rules()
TINY = ROOT / "tests" / "tiny_rules"


@pytest.mark.parametrize("folder", [None, TINY], ids=["shipped", "tiny"])
def test_a_rule_base_meets_its_examples_and_cases(folder: Path | None) -> None:
    """An example that expects something else is a mistake in the rule or in the example."""
    rulebase = load_rules(folder)
    for proof in (examples_hold(rulebase), cases_hold(rulebase)):
        assert proof.checked
        assert proof.violations == ()


def test_every_rule_has_an_example_that_fires_and_one_that_does_not() -> None:
    """A rule without a counterexample could say the same to everybody."""
    with_rules = [owner for owner in exemplified(RULEBASE) if owner.criterion is not None or owner.rules]
    assert len(with_rules) >= len(RULEBASE.criteria) + len(RULEBASE.tasks)
    assert [owner.id for owner in with_rules if len({example.gives for example in owner.examples}) < 2] == []
