"""A reduced ordered multi-valued decision diagram, and the exact questions one can ask it.

Inner nodes are closed questions, edges are answers, leaves are what is decided; equal nodes are shared. Built by
`compile`. Nodes are numbered: leaves first, then inner nodes with children before parents, so that one pass upwards or
downwards replaces recursion.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from framework.model.answers import Answer
from framework.reasoning.variable import Allowed, Variable

Known = list[Allowed]
"""For each variable what is allowed."""

Weights = Sequence[Sequence[int | None]]
"""For each variable and each of its classes what it costs to have such a value; None where that cannot be."""


@dataclass(frozen=True)
class Diagram:
    """See the module. `levels` and `children` belong to the inner nodes; a node's number is len(leaves) + its index."""

    variables: tuple[Variable, ...]
    leaves: tuple[str, ...]
    levels: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    root: int

    @property
    def size(self) -> int:
        """Number of nodes, leaves included."""
        return len(self.leaves) + len(self.levels)

    @cached_property
    def _level(self) -> dict[str, int]:
        return {variable.question: level for level, variable in enumerate(self.variables)}

    def level_of(self, question: str) -> int | None:
        """Level of a question, or None if it is not a variable."""
        return self._level.get(question)

    def known(self, answers: Mapping[str, Answer]) -> Known:
        """Answers as the classes that they allow. What is no answer to its question counts as unknown."""
        return [v.allowed[answers[v.question]] if v.question in answers else None for v in self.variables]

    @cached_property
    def _nodes(self) -> list[tuple[str, Mapping[Answer, Allowed], tuple[int, ...]]]:
        """For each inner node its question, what each answer allows, and its children."""
        reads = [(variable.question, variable.allowed) for variable in self.variables]
        return [(*reads[level], children) for level, children in zip(self.levels, self.children, strict=True)]

    def possible_under(self, answers: Mapping[str, Answer]) -> tuple[str, ...]:
        """Every leaf that some completion of the answers leads to: exact. Where each answer on the way from the root
        allows one class, only those are read.
        """
        node, first, nodes = self.root, len(self.leaves), self._nodes
        try:
            while node >= first:
                question, allowed, children = nodes[node - first]
                node = children[allowed[answers[question]]]  # type: ignore[index]
        except (KeyError, TypeError):  # an answer that is missing, or that allows several classes or all
            return self.possible(self.known(answers))
        return (self.leaves[node],)

    def decide(self, known: Sequence[Allowed]) -> str:
        """The leaf of a complete sheet: every answer is given, and none in part."""
        node, first = self.root, len(self.leaves)
        levels, children = self.levels, self.children
        while node >= first:
            node = children[node - first][known[levels[node - first]]]  # type: ignore[index]
        return self.leaves[node]

    def _reached(self, known: Known) -> set[int]:
        """Every node that the known answers leave reachable."""
        found, stack, first = {self.root}, [self.root], len(self.leaves)
        levels, children = self.levels, self.children
        while stack:
            index = stack.pop() - first
            if index < 0:
                continue
            value, leads = known[levels[index]], children[index]
            if type(value) is int:
                leads = (leads[value],)
            elif isinstance(value, dict):
                leads = tuple([leads[number] for number in value])
            for child in leads:
                if child not in found:
                    found.add(child)
                    stack.append(child)
        return found

    def possible(self, known: Known) -> tuple[str, ...]:
        """Every leaf that some completion of the known answers leads to: exact."""
        found = self._reached(known)
        return tuple(name for index, name in enumerate(self.leaves) if index in found)

    def _reduced(self, known: Known) -> tuple[int, dict[int, tuple[int, tuple[int, ...]]]]:
        """The diagram under the known answers, reduced again: its root, and level and children of each node. Under a
        partial answer a node keeps the children that are allowed.
        """
        first = len(self.leaves)
        new: dict[int, int] = {leaf: leaf for leaf in range(first)}
        unique: dict[tuple[int, tuple[int, ...]], int] = {}
        nodes: dict[int, tuple[int, tuple[int, ...]]] = {}
        for node in sorted(self._reached(known)):
            index = node - first
            if index < 0:
                continue
            level, children = self.levels[index], self.children[index]
            value = known[level]
            if isinstance(value, int):
                new[node] = new[children[value]]
                continue
            mapped = tuple([new[child] for child in (children if value is None else map(children.__getitem__, value))])
            head = mapped[0]
            if mapped.count(head) == len(mapped):
                new[node] = head
                continue
            key = (level, mapped)
            found = unique.get(key)
            if found is None:
                found = unique[key] = node
                nodes[node] = key
            new[node] = found
        return new[self.root], nodes

    def prospects(self, known: Known) -> dict[str, tuple[int, ...]]:
        """For every open question that can make a difference, and for no other: the leaves left after each class of
        answers to it; for a partly answered one, after each class that is allowed.

        Each set of leaves is a bit mask (bit i: `leaves[i]`). Exact, in one pass up and one down: the sheets with
        question q answered v pass either through v's edge of a node of q, or along an edge that skips q's level.
        """
        return self._start if all(value is None for value in known) else self._prospects(known)

    @cached_property
    def _start(self) -> dict[str, tuple[int, ...]]:
        """What every interview starts from."""
        return self._prospects([None] * len(self.variables))

    def _prospects(self, known: Known) -> dict[str, tuple[int, ...]]:
        root, nodes = self._reduced(known)
        first, depth = len(self.leaves), len(self.variables)
        below = {leaf: 1 << leaf for leaf in range(first)}
        for node in sorted(nodes):
            mask = 0
            for child in nodes[node][1]:
                mask |= below[child]
            below[node] = mask
        skipping = [[0] * (depth + 1) for _ in range(depth + 1)]
        through: dict[int, list[int]] = {}

        def level_of(node: int) -> int:
            return nodes[node][0] if node in nodes else depth

        skipping[0][level_of(root)] |= below[root]
        seen, stack = {root}, [root]
        while stack:
            node = stack.pop()
            if node not in nodes:
                continue
            level, children = nodes[node]
            masks = through.setdefault(level, [0] * len(children))
            for value, child in enumerate(children):
                masks[value] |= below[child]
            for child in set(children):
                skipping[level + 1][level_of(child)] |= below[child]
                if child not in seen:
                    seen.add(child)
                    stack.append(child)
        result: dict[str, tuple[int, ...]] = {}
        passing = [0] * (depth + 1)  # what passes above the present level, by the level where it arrives
        for level in range(depth):
            passing = [mask | more for mask, more in zip(passing, skipping[level], strict=True)]
            if level in through:
                past = reduce(or_, passing[level + 1 :], 0)
                result[self.variables[level].question] = tuple([mask | past for mask in through[level]])
        return result

    def names(self, mask: int) -> tuple[str, ...]:
        """The leaves in a bit mask."""
        return tuple(name for index, name in enumerate(self.leaves) if mask >> index & 1)

    def cheapest(self, weights: Weights) -> dict[str, tuple[int, dict[int, int]]]:
        """For every leaf that can be had: the least total weight of a path to it, and that path's value at each level.

        One pass downwards (shortest paths in an acyclic graph). Questions that the path does not pass do not matter.
        """
        first = len(self.leaves)
        best: list[int | None] = [None] * self.size
        previous: list[tuple[int, int]] = [(-1, -1)] * self.size
        best[self.root] = 0
        for index in range(self.root - first, -1, -1):
            so_far = best[index + first]
            if so_far is None:
                continue
            row = weights[self.levels[index]]
            for value, child in enumerate(self.children[index]):
                weight = row[value]
                if weight is None:
                    continue
                total = so_far + weight
                old = best[child]
                if old is None or total < old:
                    best[child] = total
                    previous[child] = (index, value)
        result: dict[str, tuple[int, dict[int, int]]] = {}
        for leaf, name in enumerate(self.leaves):
            total_weight = best[leaf]
            if total_weight is None:
                continue
            path: dict[int, int] = {}
            node = leaf
            while node != self.root:
                index, value = previous[node]
                path[self.levels[index]] = value
                node = index + first
            result[name] = (total_weight, path)
        return result

    def count(self, known: Known | None = None) -> dict[str, int]:
        """Number of complete sheets behind each leaf (values of questions that do not matter counted in)."""
        rows = self._values_allowed(known)
        ways = self._ways(rows, _sheets_below(rows))
        return {name: ways[leaf] for leaf, name in enumerate(self.leaves)}

    def influence(self) -> dict[str, float]:
        """For each question the share of complete sheets on which another answer to it alone leads to another leaf.

        It does where a sheet passes one of its nodes whose children then lead to different leaves: counted exactly.
        """
        first = len(self.leaves)
        rows = self._values_allowed(None)
        below = _sheets_below(rows)
        ways = self._ways(rows, below)
        level_of = [len(self.variables)] * first + list(self.levels)
        agreeing: dict[tuple[int, ...], int] = {}

        def agree(nodes: Iterable[int], level: int) -> int:
            """Number of ways to answer everything from a level on by which all of the nodes lead to the same leaf."""
            key = tuple(sorted(set(nodes)))
            if len(key) == 1:
                return below[level]
            if key[1] < first:
                return 0  # two different leaves
            here = min([level_of[node] for node in key])
            if key not in agreeing:
                children = [
                    self.children[node - first] if level_of[node] == here else (node,) * len(rows[here]) for node in key
                ]
                steps = zip(*children, strict=True)
                agreeing[key] = sum([n * agree(step, here + 1) for n, step in zip(rows[here], steps, strict=True)])
            return agreeing[key] * (below[level] // below[here])

        turning = [0] * len(self.variables)
        for index, (level, children) in enumerate(zip(self.levels, self.children, strict=True)):
            turning[level] += ways[index + first] * (below[level + 1] - agree(children, level + 1))
        return {v.question: turning[level] * sum(rows[level]) / below[0] for level, v in enumerate(self.variables)}

    def _values_allowed(self, known: Known | None) -> list[list[int]]:
        """For each variable and each of its classes how many values are allowed."""
        return [
            [variable.count(allowed, number) for number in range(len(variable.members))]
            for variable, allowed in zip(self.variables, known or [None] * len(self.variables), strict=True)
        ]

    def _ways(self, rows: Sequence[Sequence[int]], below: Sequence[int]) -> list[int]:
        """For each node the number of ways to answer everything above it that lead to it."""
        first = len(self.leaves)
        ways = [0] * self.size
        ways[self.root] = below[0] // below[self.level_of_node(self.root)]
        for index in range(self.root - first, -1, -1):
            here = ways[index + first]
            if not here:
                continue
            level = self.levels[index]
            for times, child in zip(rows[level], self.children[index], strict=True):
                ways[child] += here * times * (below[level + 1] // below[self.level_of_node(child)])
        return ways

    def level_of_node(self, node: int) -> int:
        """The level of a node; of a leaf the one after the last."""
        first = len(self.leaves)
        return len(self.variables) if node < first else self.levels[node - first]


def _sheets_below(rows: Sequence[Sequence[int]]) -> list[int]:
    """For each level, and for the one after the last: the number of ways to answer everything from there on."""
    below = [1] * (len(rows) + 1)
    for level in range(len(rows) - 1, -1, -1):
        below[level] = below[level + 1] * sum(rows[level])
    return below
