"""The framings that lessons give to be repaired: held to what the rules find in them."""

from __future__ import annotations

import pytest

from framework import load_rules
from framework.model.lesson import RepairBlock
from framework.model.rulebase import RuleBase
from framework.reasoning.repairs import repairs_hold


def _with(**changed: object) -> RuleBase:
    """The shipped rules, with the repair of one lesson changed."""
    rules = load_rules()
    lesson = rules.lesson["why_use_ml"]
    blocks = [block.model_copy(update=changed) if isinstance(block, RepairBlock) else block for block in lesson.blocks]
    changed_lesson = lesson.model_copy(update={"blocks": tuple(blocks)})
    lessons = tuple(changed_lesson if one.id == lesson.id else one for one in rules.lessons)
    return rules.model_copy(update={"lessons": lessons})


def test_every_shipped_repair_holds():
    proof = repairs_hold(load_rules())
    assert proof.holds and proof.checked == len(load_rules().lessons)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"also_good": {"signal_evidence": ("mostly_chance",)}}, "the rules find `faults/mostly_chance`"),
        ({"planted": ("faults/mostly_chance",)}, "`faults/report_without_action` in it"),
    ],
)
def test_a_good_answer_that_leaves_a_fault_and_a_fault_that_is_not_planted_are_reported(changed, said):
    (violation, *_) = repairs_hold(_with(**changed)).violations
    assert violation.where == "lessons/why_use_ml" and said in violation.message
