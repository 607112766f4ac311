"""Looks for an order of the questions in which the decision diagram needs fewer nodes, and prints it for `diagram` in
rulebase.yaml: `python -m tools.diagram_order`. It takes some minutes. Run it when the diagram comes near its limit.

Sifting (Rudell 1993): one question after the other goes to the place where the fewest nodes are built, until no move
helps. The order on which it starts is the one in use, so the result is never worse.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from framework import load_rules
from framework.model.rulebase import RuleBase
from framework.reasoning.compile import Compiler, variable_order
from framework.reasoning.decision import outcome_decision, task_decision
from framework.reasoning.nodes import NODE_BUDGET, DiagramTooLarge


def nodes_built(rulebase: RuleBase, order: Sequence[str], at_most: int = NODE_BUDGET) -> int:
    """How many nodes the diagrams of outcomes and task types need; `at_most` + 1 where they need more than that."""
    compiler = Compiler(rulebase, order, budget=at_most)
    try:
        for decision in (outcome_decision(rulebase), task_decision(rulebase)):
            if decision is not None:
                compiler.decision(decision)
    except DiagramTooLarge:
        return at_most + 1
    return len(compiler.levels)


def sifted(rulebase: RuleBase, order: Sequence[str]) -> tuple[str, ...]:
    """The order after one round in which each question was moved to its best place."""
    best, fewest = list(order), nodes_built(rulebase, order)
    for id_ in order:
        others = [other for other in best if other != id_]
        for place in range(len(others) + 1):
            moved = [*others[:place], id_, *others[place:]]
            if (nodes := nodes_built(rulebase, moved, fewest)) < fewest:
                best, fewest = moved, nodes
    return tuple(best)


def main() -> None:
    """Sift until a round brings less than one node in a hundred, and print the order."""
    rulebase = load_rules(Path(sys.argv[1])) if len(sys.argv) > 1 else load_rules()
    order = variable_order(rulebase)
    nodes, before = nodes_built(rulebase, order), float("inf")
    while nodes < 0.99 * before:
        print(f"{nodes:,} nodes", file=sys.stderr)
        order, before = sifted(rulebase, order), nodes
        nodes = nodes_built(rulebase, order)
    print(f"diagram: [{', '.join(order)}]")


if __name__ == "__main__":
    main()
