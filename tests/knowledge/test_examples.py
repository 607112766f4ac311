"""The rules meet their own examples, and the worked cases what was published."""

from __future__ import annotations

from pathlib import Path

import pytest

from framework import load_rules
from framework.reasoning.examples import cases_hold, examples_hold, exemplified
from framework.reasoning.gaps import gaps

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


def test_every_criterion_has_examples_of_two_statuses() -> None:
    """A criterion without a counterexample could say the same to everybody."""
    criteria = [owner for owner in exemplified(RULEBASE) if owner.criterion is not None]
    assert len(criteria) == len(RULEBASE.criteria)
    assert [owner.id for owner in criteria if len({example.gives for example in owner.examples}) < 2] == []


def test_every_rule_has_two_to_four_examples_on_both_sides() -> None:
    """Of verdicts, alternatives and task types; `check` names one that lacks a side, and more than four are noise."""
    assert [gap for gap in gaps(RULEBASE) if "example" in gap.message] == []
    rules = [(owner, rule) for owner in exemplified(RULEBASE) for rule, _condition in owner.rules]
    assert len(rules) > 100
    number = {f"{owner.id}/{rule}": sum(example.rule == rule for example in owner.examples) for owner, rule in rules}
    assert {id_: n for id_, n in number.items() if not 2 <= n <= 4} == {}
