"""Whether anything is left to ask: the same as whether `Prospects` finds a question, without working out which."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cache

from framework.model.answers import Answer
from framework.reasoning.diagram import Diagram, Known
from framework.reasoning.reasoner import Reasoner


def is_left(reasoner: Reasoner, answers: Mapping[str, Answer], unsure: Collection[str]) -> bool:
    """Whether a question that applies can still make a difference to the verdict.

    Args:
        reasoner: the compiled rules.
        answers: those that count (`Reasoner.applicable_answers`).
        unsure: questions that are open, but not asked again.
    """
    diagram = reasoner.verdicts

    @cache
    def asked(level: int) -> bool:
        question = diagram.variables[level].question
        return question not in unsure and bool(reasoner.applies(question, answers))

    return _makes_a_difference(diagram, diagram.known(answers), asked)


def _makes_a_difference(diagram: Diagram, known: Known, asked: Callable[[int], bool]) -> bool:
    """Whether a question at a level that is `asked` does, under the known answers: one of its nodes that can be reached
    leads to nodes that stay different when equal ones are merged. The search begins at the leaves, where such nodes are
    near, and ends at the first.
    """
    first, levels, children = len(diagram.leaves), diagram.levels, diagram.children
    merged: dict[int, int] = {}
    unique: dict[tuple[int, tuple[int, ...]], int] = {}
    stack = [diagram.root]
    while stack:
        node = stack[-1]
        if node < first:
            merged[node] = node
        if node in merged:
            stack.pop()
            continue
        level, leads, value = levels[node - first], children[node - first], known[levels[node - first]]
        if isinstance(value, int):
            leads = (leads[value],)
        elif value is not None:
            leads = tuple([leads[number] for number in value])
        waiting = [child for child in leads if child not in merged]
        if waiting:
            stack.append(waiting[0])
            continue
        ends = tuple([merged[child] for child in leads])
        if ends.count(ends[0]) == len(ends):
            merged[node] = ends[0]
        elif asked(level):
            return True
        else:
            merged[node] = unique.setdefault((level, ends), node)
        stack.pop()
    return False
