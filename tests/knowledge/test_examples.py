"""Every rule says to its own examples what they expect."""

from __future__ import annotations

import pytest

from framework import load_rules
from tests.knowledge.examples import Owner, meets, owners

RULEBASE = load_rules()
OWNERS = {owner.where: owner for owner in owners(RULEBASE)}


@pytest.mark.parametrize("where", OWNERS)
def test_a_rule_meets_its_examples(where: str) -> None:
    """An example that expects something else is a mistake in the rule or in the example."""
    owner = OWNERS[where]
    known = {id_ for id_, _ in owner.rules}
    for example in owner.examples:
        assert example.rule is None or example.rule in known, f"{where} has no rule {example.rule}"
        assert meets(RULEBASE, owner, example), f"{where}: {example.model_dump(exclude_none=True)}"


def _both_ways(owner: Owner) -> bool:
    return len({example.gives for example in owner.examples}) >= 2


def test_every_rule_has_an_example_that_fires_and_one_that_does_not() -> None:
    """A rule without a counterexample could say the same to everybody."""
    with_rules = [owner for owner in OWNERS.values() if owner.criterion is not None or owner.rules]
    assert len(with_rules) >= 60
    assert [owner.where for owner in with_rules if not _both_ways(owner)] == []
