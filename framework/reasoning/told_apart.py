"""Which answers to a question differ in nothing that is decided, stated or advised."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from framework.model.condition import Condition
from framework.reasoning.compile import Compiler
from framework.reasoning.nodes import TRUE

Classes = list[int]
"""For each value of a question its class; values of one class have the same effect."""


def told_apart(compiler: Compiler, roots: Iterable[int], advice: Sequence[Condition]) -> list[Classes]:
    """For each question the classes of its values that some diagrams and all advice treat alike.

    Advice that depends on a result makes large diagrams. One is built only if a part of it tells values apart that
    nothing else does so far: values that no part tells apart, the whole cannot. Of a question with several answers it
    is enough to know whether any two sets of them are told apart.
    """
    split = [compiler.conjuncts(condition) for condition in advice]
    plain = [parts[0] for parts in split if set(parts[1:]) <= {TRUE}]
    nodes = compiler.reachable([*roots, *plain])
    found = [compiler.classes(level, nodes) for level in range(len(compiler.order))]
    several = [compiler.rulebase.closed_questions[id_].kind == "many" for id_ in compiler.order]
    known: dict[int, dict[int, Classes]] = {}

    def classes_of(part: int) -> dict[int, Classes]:
        if part not in known:
            inside = compiler.reachable([part])
            levels = {level for node in inside if (level := compiler.levels[node]) < len(compiler.order)}
            known[part] = {level: compiler.classes(level, inside) for level in levels}
        return known[part]

    def finer(part: int) -> dict[int, Classes]:
        """The classes that a diagram divides, once divided."""
        both = {level: _numbered(zip(found[level], own, strict=True)) for level, own in classes_of(part).items()}
        return {level: classes for level, classes in both.items() if max(classes) > max(found[level])}

    for parts in split:
        if any(not several[level] or max(found[level]) == 0 for part in parts for level in finer(part)):
            for level, classes in finer(compiler.all_of(parts)).items():
                found[level] = classes
    return found


def _numbered(keys: Iterable[Hashable]) -> Classes:
    """Equal keys as equal numbers, counted in order of appearance."""
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(key, len(numbers)) for key in keys]
