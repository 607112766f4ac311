"""Claim: the diagram grows with the rules, not faster. Copies of the shipped rules, each with questions of its own."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

from benchmarks.engines import expanded
from framework import load_rules
from framework.model.condition import All, AnyOf, AtLeast, Condition, Is, Not, Unless
from framework.model.rulebase import RuleBase
from framework.reasoning.compile import Compiler, variable_order
from framework.reasoning.decision import Decision, outcome_decision
from framework.reasoning.nodes import NODE_BUDGET


def _renamed(condition: Condition, suffix: str) -> Condition:
    match condition:
        case Is(name):
            return replace(condition, name=name + suffix)
        case Not(part) | Unless(part):
            return Not(_renamed(part, suffix))
        case AtLeast(count, parts):
            return AtLeast(count, tuple(_renamed(part, suffix) for part in parts))
        case All(parts) | AnyOf(parts):
            return type(condition)(tuple(_renamed(part, suffix) for part in parts))


def grown(rulebase: RuleBase, times: int) -> tuple[RuleBase, Decision, list[str]]:
    """A rule base with `times` as many questions and rules; the copies are asked one after the other."""
    decision, order = outcome_decision(rulebase), variable_order(rulebase)
    branches = [(name, expanded(condition, rulebase)) for name, condition in decision.branches]
    sections, more = [], []
    for copy in range(times):
        suffix = f"_{copy}"
        for section in rulebase.sections:
            asked = [q.model_copy(update={"id": q.id + suffix, "asked_when": None}) for q in section.questions]
            sections.append(section.model_copy(update={"questions": tuple(asked)}))
        more += [(f"{name}{suffix}", _renamed(condition, suffix)) for name, condition in branches]
    fields: dict[str, Any] = {name: getattr(rulebase, name) for name in type(rulebase).model_fields}
    copies = RuleBase.model_construct(**{**fields, "sections": tuple(sections), "criteria": ()})
    return (
        copies,
        Decision("grown", tuple(more), decision.otherwise),
        [f"{id_}_{n}" for n in range(times) for id_ in order],
    )


def main() -> None:
    """Print build time and size at 1, 2, 5 and 10 times the rules."""
    rulebase = load_rules()
    rules = sum(len(outcome.rules) for outcome in rulebase.outcome.values())
    for times in (1, 2, 5, 10):
        copies, decision, order = grown(rulebase, times)
        start = time.perf_counter()
        compiler = Compiler(copies, order=order, budget=NODE_BUDGET * times)
        diagram = compiler.diagram(compiler.decision(decision))
        seconds = time.perf_counter() - start
        print(
            f"Growth: {times:>2} x  {rules * times:>4} rules  {len(order):>4} questions  "
            f"{diagram.size:>7,} nodes  built in {seconds * 1000:>7.1f} ms"
        )
