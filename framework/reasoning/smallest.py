"""The fewest answers that alone force one result: exact, by implicit hitting sets on a diagram of "this result or not".

A set of answers forces the result exactly if it disagrees with every path to any other. Paths are found one by one: the
smallest answers that disagree with all paths known so far are tried, and while some path is left that they allow, it
joins the others. The first try that leaves none is smallest, since it was smallest already for fewer paths.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

OTHER, WANTED = 0, 1
"""The leaves of a yes-or-no diagram."""

MOST_TRIES = 30_000
"""Branches of the search after which it is given up: there is no proof then."""

Node = tuple[int, tuple[int, ...]]
"""A level and, for each step at this level, the number of the node below; nodes are numbered from 2."""

Chosen = Mapping[int, int]
"""The step that is chosen at some levels."""

P = TypeVar("P", bound=Hashable)


@dataclass(frozen=True)
class YesOrNo:
    """A reduced diagram with two leaves; children come before parents."""

    root: int
    nodes: tuple[Node, ...]

    def other_path(self, chosen: Chosen) -> dict[int, int] | None:
        """A path to the other leaf that the chosen steps allow, with the fewest steps that are not chosen; None if they
        allow none.
        """
        least: list[int | None] = [0, None]
        steps = [0, 0]
        for level, children in self.nodes:
            own = chosen.get(level)
            best: int | None = None
            taken = 0
            for step in range(len(children)) if own is None else (own,):
                below = least[children[step]]
                if below is not None and (best is None or below < best):
                    best, taken = below, step
            least.append(None if best is None else best + (own is None))
            steps.append(taken)
        if least[self.root] is None:
            return None
        path, node = {}, self.root
        while node != OTHER:
            level, children = self.nodes[node - 2]
            path[level] = steps[node]
            node = children[steps[node]]
        return path


def yes_or_no(
    layers: Sequence[frozenset[P]], steps: Sequence[int], child: Callable[[int, P, int], P], leaf: P, root: P
) -> YesOrNo:
    """The diagram of whether a layered graph leads to `leaf`.

    `layers` are the places before each level, `steps` the number of steps at each, `child` where a step leads.
    """
    nodes: list[Node] = []
    known: dict[Node, int] = {}
    below: dict[P, int] | None = None
    for level in range(len(layers) - 1, -1, -1):
        here: dict[P, int] = {}
        for place in layers[level]:
            ends = [child(level, place, step) for step in range(steps[level])]
            children = tuple([int(end == leaf) if below is None else below[end] for end in ends])
            if len(set(children)) == 1:
                here[place] = children[0]
                continue
            node = (level, children)
            if node not in known:
                known[node] = len(nodes) + 2
                nodes.append(node)
            here[place] = known[node]
        below = here
    return YesOrNo(int(root == leaf) if below is None else below[root], tuple(nodes))


def smallest_forcing(diagram: YesOrNo, steps: Sequence[int], found: Chosen) -> tuple[Chosen, bool]:
    """The fewest steps that alone lead to the wanted leaf, and whether it is proved that fewer do not.

    `found` are some that do, and come back if there is no better; `steps` is the number of steps at each level.
    """
    search = _Search(steps)
    size = 0
    while size < len(found):
        try:
            tried = search.meeting({}, frozenset(), size)
        except _GivenUpError:
            return found, False
        if tried is None:
            size += 1
            continue
        path = diagram.other_path(tried)
        if path is None:
            return tried, True
        search.paths.append(path)
    return found, True


class _GivenUpError(Exception):
    """The search took too long."""


class _Search:
    """Looks for steps that disagree with every path that is known."""

    def __init__(self, steps: Sequence[int]):
        self.paths: list[dict[int, int]] = []
        self._steps = steps
        self._tries = 0

    def meeting(self, chosen: dict[int, int], excluded: frozenset[tuple[int, int]], most: int) -> dict[int, int] | None:
        """The chosen steps with at most so many others, of which none is excluded; None if no such steps do."""
        self._tries += 1
        if self._tries > MOST_TRIES:
            raise _GivenUpError
        left = [path for path in self.paths if not any(path.get(level, step) != step for level, step in chosen.items())]
        if not left:
            return chosen
        options = [self._options(path, chosen, excluded) for path in left]
        if _apart(options) > most:
            return None
        for level, step in min(options, key=len):
            found = self.meeting({**chosen, level: step}, excluded, most - 1)
            if found is not None:
                return found
            excluded |= {(level, step)}  # everything with it has been tried
        return None

    def _options(
        self, path: dict[int, int], chosen: Chosen, excluded: frozenset[tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """The steps that disagree with a path."""
        return [
            (level, step)
            for level, taken in path.items()
            if level not in chosen
            for step in range(self._steps[level])
            if step != taken and (level, step) not in excluded
        ]


def _apart(options: Sequence[Sequence[tuple[int, int]]]) -> int:
    """At least so many steps are needed: some paths have no level in common, so each needs one of its own."""
    used: set[int] = set()
    count = 0
    for one in sorted(options, key=len):
        levels = {level for level, _ in one}
        if not levels & used:
            used |= levels
            count += 1
    return count
