"""Are the framings that lessons give to be repaired what they say? Their good answers leave no fault, the others do."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from framework.languages.catalogue import to_say
from framework.model.answers import Answer
from framework.model.base import FieldPath
from framework.model.lesson import RepairBlock
from framework.model.rule_id import FAULTS, LESSONS, rule_id
from framework.model.rulebase import RuleBase
from framework.model.rules import GivenAnswers
from framework.reasoning.findings import Proof, Violation
from framework.reasoning.interpreter import Facts


def repairs_hold(rulebase: RuleBase) -> Proof:
    """The rules find the planted faults in every framing to be repaired, and none after any of its good answers."""
    violations: list[Violation] = []
    checked = 0
    for lesson in rulebase.lessons:
        for number, block in enumerate(lesson.blocks):
            if isinstance(block, RepairBlock):
                checked += 1
                violations += _repair(rulebase, block, rule_id(LESSONS, lesson.id), ("blocks", number))
    statement = to_say(
        "In every framing that a lesson gives to be repaired the rules find the planted faults, and none after any of "
        "the answers that it calls good."
    )
    return Proof("repairs_hold", statement, checked, tuple(violations))


def _repair(rulebase: RuleBase, block: RepairBlock, where: str, at: FieldPath) -> Iterator[Violation]:
    planted = _faults(rulebase, block, {})
    if planted != set(block.planted):
        yield Violation(where, f"the rules find {_listed(planted)} in it", path=(*at, "planted"))
    for way in product(*map(block.good, block.change)):
        changed = {id_: block.answer(id_, option) for id_, option in zip(block.change, way, strict=True)}
        if left := _faults(rulebase, block, changed):
            message = f"after the answers {_listed(way)}, which it calls good, the rules find {_listed(left)}"
            yield Violation(where, message, path=(*at, "also_good" if block.also_good else "mended"))


def _faults(rulebase: RuleBase, block: RepairBlock, changed: GivenAnswers) -> set[str]:
    answers: dict[str, Answer] = {
        id_: given if isinstance(given, str) else tuple(given) for id_, given in {**block.answers, **changed}.items()
    }
    facts = Facts(rulebase, answers)
    return {rule_id(FAULTS, fault.id) for fault in rulebase.faults if facts.holds(fault.when)}


def _listed(ids: set[str] | tuple[str, ...]) -> str:
    return ", ".join(f"`{id_}`" for id_ in sorted(ids)) or "none"
