"""The rules meet their own examples, and the worked cases what was published."""

from __future__ import annotations

from pathlib import Path

import pytest

from framework import load_rules
from framework.model.rulebase import RuleBase
from framework.model.rules import Example
from framework.reasoning.examples import cases_hold, examples_hold
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


def test_every_rule_has_two_to_four_examples_and_every_criterion_two_statuses() -> None:
    """`check` names one that lacks a side or has more than anybody reads: a planted one of each."""

    def named(rulebase: RuleBase) -> list[tuple[str, str]]:
        return [(gap.where, gap.message) for gap in gaps(rulebase) if "example" in gap.message]

    assert named(RULEBASE) == []
    criterion, task = RULEBASE.criteria[0], RULEBASE.tasks[0]
    always = criterion.model_copy(update={"examples": criterion.examples[:1] * 2})
    rule = task.rules[0].id
    kept = [example for example in task.examples if example.rule != rule]
    often = task.model_copy(update={"examples": (*kept, *[Example(answers={}, gives="fails", rule=rule)] * 5)})
    planted = RULEBASE.model_copy(
        update={"criteria": (always, *RULEBASE.criteria[1:]), "tasks": (often, *RULEBASE.tasks[1:])}
    )
    assert named(planted) == [
        (
            f"criteria/{criterion.id}",
            "all examples of this criterion give the same status: show where it differs",
        ),
        (f"tasks/{task.id}/{rule}", "no example of this rule shows where it holds"),
        (f"tasks/{task.id}/{rule}", "5 examples of this rule are too many to read: keep 4"),
    ]
