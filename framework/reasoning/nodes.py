"""The nodes of decision diagrams: hash-consed, with the operations that everything else is built from.

Reduced ordered multi-valued decision diagrams after Bryant (1986). Knows levels and children, not questions.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from framework.errors import UserError

NODE_BUDGET = 320_000
"""Most nodes that are built: a third more than building and proving the shipped rules takes."""

FALSE, TRUE = 0, 1
BOTTOM = 1 << 30
"""Level of a leaf: below every question."""


class DiagramTooLarge(UserError):
    """The rules are so entangled that their diagram passes the node budget, or so deep that Python gives up."""


@contextmanager
def recursion_as_too_large() -> Iterator[None]:
    """Turn a `RecursionError`, which deep conditions cause, into `DiagramTooLarge`. Also a decorator."""
    try:
        yield
    except RecursionError as error:
        raise DiagramTooLarge(
            "Conditions of the rules refer to each other too deeply, or one reads too many questions.",
            "Shorten the chain of questions, or let fewer of them decide.",
        ) from error


class Nodes:
    """A shared table of nodes. Node 0 is false, 1 is true; further leaves are made on demand."""

    def __init__(self, sizes: Sequence[int], budget: int = NODE_BUDGET, seconds: float | None = None):
        """`sizes`: number of values at each level. `seconds`: most processor time of this thread from now on."""
        self.sizes = tuple(sizes)
        self.budget = budget
        self._until = time.thread_time() + seconds if seconds is not None else None
        self.levels: list[int] = [BOTTOM, BOTTOM]
        self.children: list[tuple[int, ...]] = [(), ()]
        self._unique: dict[tuple[int, tuple[int, ...]], int] = {}
        self.leaves: dict[str, int] = {}
        self._ite: dict[tuple[int, int, int], int] = {}
        self._where: dict[tuple[int, frozenset[int]], int] = {}
        self._meet: dict[tuple[int, ...], bool] = {}

    def leaf(self, name: str) -> int:
        """The leaf with this name."""
        if name not in self.leaves:
            self.leaves[name] = self._append(BOTTOM, ())
        return self.leaves[name]

    def node(self, level: int, children: tuple[int, ...]) -> int:
        """The one node with these children; a node whose children are all the same is that child.

        Raises:
            DiagramTooLarge: when the budget is used up.
        """
        first = children[0]
        if children.count(first) == len(children):
            return first
        key = (level, children)
        found = self._unique.get(key)
        if found is None:
            found = self._unique[key] = self._append(level, children)
        return found

    def _append(self, level: int, children: tuple[int, ...]) -> int:
        if len(self.levels) >= self.budget:
            raise DiagramTooLarge(
                f"The rules need a diagram of more than {self.budget:,} nodes. Split rules that tie many questions "
                "together, or let fewer questions decide."
            )
        self._watch()
        self.levels.append(level)
        self.children.append(children)
        return len(self.levels) - 1

    def _watch(self) -> None:
        if self._until is not None and time.thread_time() > self._until:
            raise DiagramTooLarge("The rules are so entangled that working with them takes too long. Let fewer decide.")

    def ite(self, condition: int, then: int, otherwise: int) -> int:
        """If `condition` (a true/false diagram) then one diagram, else the other."""
        if condition == TRUE:
            return then
        if condition == FALSE:
            return otherwise
        if then == otherwise:
            return then
        if then == TRUE and otherwise == FALSE:
            return condition
        key = (condition, then, otherwise)
        found = self._ite.get(key)
        if found is None:
            levels, children = self.levels, self.children
            level = min(levels[condition], levels[then], levels[otherwise])
            size = self.sizes[level]
            ifs = children[condition] if levels[condition] == level else (condition,) * size
            thens = children[then] if levels[then] == level else (then,) * size
            elses = children[otherwise] if levels[otherwise] == level else (otherwise,) * size
            steps = list(zip(ifs, thens, elses, strict=True))
            # a question with several answers has many values, of which few lead to different places
            leads = {step: self.ite(*step) for step in dict.fromkeys(steps)}
            found = self._ite[key] = self.node(level, tuple([leads[step] for step in steps]))
        return found

    def all_of(self, parts: Iterable[int]) -> int:
        """Every part."""
        result = TRUE
        for part in parts:
            result = self.ite(result, part, FALSE)
        return result

    def any_of(self, parts: Iterable[int]) -> int:
        """At least one part."""
        result = FALSE
        for part in parts:
            result = self.ite(part, TRUE, result)
        return result

    def at_least(self, count: int, parts: Sequence[int]) -> int:
        """At least `count` of the parts, by counting through them."""
        row = [TRUE] + [FALSE] * count
        for part in parts:
            row = [TRUE] + [self.ite(part, row[need - 1], row[need]) for need in range(1, count + 1)]
        return row[count]

    def negation(self, condition: int) -> int:
        """Not."""
        return self.ite(condition, FALSE, TRUE)

    def mapped(self, root: int, target: Callable[[int], int]) -> int:
        """The diagram with every leaf replaced, reduced again."""
        found = self.reachable([root])
        new = {node: target(node) for node in found if self.levels[node] == BOTTOM}
        for node in sorted(found - new.keys(), key=self.levels.__getitem__, reverse=True):
            new[node] = self.node(self.levels[node], tuple([new[child] for child in self.children[node]]))
        return new[root]

    def where(self, root: int, names: Iterable[str]) -> int:
        """The true/false diagram of: the leaf is one of these."""
        wanted = frozenset(self.leaves[name] for name in names if name in self.leaves)
        key = (root, wanted)
        if key not in self._where:
            self._where[key] = self.mapped(root, lambda leaf: TRUE if leaf in wanted else FALSE)
        return self._where[key]

    def restricted(self, root: int, level: int, value: int) -> int:
        """The diagram once the question at `level` has this value."""
        memo: dict[int, int] = {}

        def visit(node: int) -> int:
            if self.levels[node] > level:
                return node
            if self.levels[node] == level:
                return self.children[node][value]
            if node not in memo:
                memo[node] = self.node(self.levels[node], tuple(visit(child) for child in self.children[node]))
            return memo[node]

        return visit(root)

    def differ(self, one: int, other: int) -> int:
        """The true/false diagram of: the two lead to different leaves."""
        memo: dict[tuple[int, int], int] = {}

        def visit(a: int, b: int) -> int:
            if a == b:
                return FALSE
            level = min(self.levels[a], self.levels[b])
            if level == BOTTOM:
                return TRUE
            key = (a, b)
            if key not in memo:
                left = self.children[a] if self.levels[a] == level else (a,) * self.sizes[level]
                right = self.children[b] if self.levels[b] == level else (b,) * self.sizes[level]
                memo[key] = self.node(level, tuple(map(visit, left, right)))
            return memo[key]

        return visit(one, other)

    def meet(self, *conditions: int) -> bool:
        """Whether some sheet makes all of these true/false diagrams true: a walk side by side that builds nothing."""
        self._watch()
        parts = frozenset(conditions) - {TRUE}
        if FALSE in parts:
            return False
        if len(parts) < 2:
            return True  # reduced, so a diagram other than FALSE is true somewhere
        key = tuple(sorted(parts))
        found = self._meet.get(key)
        if found is None:
            found = self._meet[key] = any(self.meet(*step) for step in self._steps(key))
        return found

    def leaves_under(self, condition: int, root: int) -> set[int]:
        """The leaves of a diagram on the sheets where a true/false diagram is true."""
        seen: set[tuple[int, int]] = set()
        stack = [(condition, root)]
        while stack:
            pair = stack.pop()
            if pair in seen or pair[0] == FALSE:
                continue
            seen.add(pair)
            if min(self.levels[pair[0]], self.levels[pair[1]]) != BOTTOM:
                stack.extend(self._steps(pair))  # type: ignore[arg-type]
        return {node for _, node in seen if self.levels[node] == BOTTOM}

    def loses(self, scope: int, kept: int, level: int, before: int, after: int) -> bool:
        """Whether on some sheet in `scope`, where the question at `level` has the value `before`, `kept` is true and
        becomes false with the value `after`. All true/false diagrams; builds next to no node.
        """
        seen: set[tuple[int, int]] = set()
        stack = [(scope, kept)]
        while stack:
            pair = stack.pop()
            in_scope, node = pair
            if pair in seen or in_scope == FALSE or self.levels[node] > level:
                continue  # below the level, the value makes no difference
            seen.add(pair)
            if min(self.levels[in_scope], self.levels[node]) < level:
                stack.extend(self._steps(pair))  # type: ignore[arg-type]
                continue
            here, there = self.children[node][before], self.children[node][after]
            if self.levels[in_scope] == level:
                in_scope = self.children[in_scope][before]
            if here != there and self.meet(in_scope, here, self.negation(there)):
                return True
        return False

    def _steps(self, nodes: tuple[int, ...]) -> set[tuple[int, ...]]:
        """Where the next question leads several diagrams at once: each combination of children, once."""
        level = min(self.levels[node] for node in nodes)
        return set(
            zip(
                *(self.children[node] if self.levels[node] == level else (node,) * self.sizes[level] for node in nodes),
                strict=True,
            )
        )

    def reachable(self, roots: Iterable[int]) -> set[int]:
        """Every node that some root leads to."""
        found = set(roots)
        stack = list(found)
        while stack:
            new = set(self.children[stack.pop()]) - found
            found |= new
            stack += new
        return found

    def classes(self, level: int, nodes: Iterable[int]) -> list[int]:
        """For each value at a level the number of its class: values share one if every node leads them the same way."""
        rows = [self.children[node] for node in nodes if self.levels[node] == level]
        numbers: dict[tuple[int, ...], int] = {}
        columns = zip(*rows, strict=True) if rows else (() for _ in range(self.sizes[level]))
        return [numbers.setdefault(tuple(column), len(numbers)) for column in columns]
