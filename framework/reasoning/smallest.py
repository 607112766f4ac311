"""The fewest answers that alone force one result: exact, by implicit hitting sets on a diagram of "this result or not".

A set of answers forces the result exactly if it disagrees with every path to any other. Paths are found one by one: the
smallest answers that disagree with all paths known so far are tried, and while some path is left that they allow, it
joins the others. The first try that leaves none is smallest, since it was smallest already for fewer paths.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from framework.reasoning.hitting import Choice, GivenUpError, HittingSearch

OTHER, WANTED = 0, 1
"""The leaves of a yes-or-no diagram."""

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

    @cached_property
    def choices(self) -> dict[int, tuple[int, ...]]:
        """The steps at each level that can be worth choosing.

        One step is as good as another if from every node it leads to the same node, to the wanted leaf, or away from
        where the other fails; of steps that are as good as each other the first stays.
        """
        found: dict[int, tuple[int, ...]] = {}
        rows: dict[int, list[tuple[int, ...]]] = {}
        for level, children in self.nodes:
            rows.setdefault(level, []).append(children)
        for level, nodes in rows.items():
            ends = list(dict.fromkeys(zip(*nodes, strict=True)))
            best = [one for one in ends if not any(other != one and _as_good(other, one) for other in ends)]
            columns = list(zip(*nodes, strict=True))
            found[level] = tuple(columns.index(one) for one in best)
        return found

    def other_path(self, chosen: Chosen) -> list[Choice] | None:
        """The choices that leave a path to the other leaf, of a path that the chosen steps allow and that has the
        fewest steps which are not chosen; None if they allow none.
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
        leaving: list[Choice] = []
        node = self.root
        while node != OTHER:
            level, children = self.nodes[node - 2]
            below = children[steps[node]]
            leaving += [(level, step) for step in self.choices[level] if children[step] != below]
            node = below
        return leaving


def _as_good(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(mine in (theirs, WANTED) or theirs == OTHER for mine, theirs in zip(one, other, strict=True))


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


def smallest_forcing(diagram: YesOrNo, found: Chosen) -> tuple[Chosen, bool]:
    """The fewest steps that alone lead to the wanted leaf, and whether it is proved that fewer do not.

    `found` are some that do. If there is no proof they come back, without those that can be left out.
    """
    search = HittingSearch(diagram.choices)
    for level in tuple(found):
        fewer = {other: step for other, step in found.items() if other != level}
        leaving = diagram.other_path(fewer)
        if leaving is None:
            found = fewer
        else:
            search.add(leaving)
    size = 0
    while size < len(found):
        try:
            tried = search.meeting(size)
        except GivenUpError:
            return found, False
        if tried is None:
            size += 1
            continue
        leaving = diagram.other_path(tried)
        if leaving is None:
            return tried, True
        search.add(leaving)
    return found, True
