"""Names that refer to themselves, directly or by way of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from framework.errors import Place, Problem


def circles_in(graph: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Circles of names of which each reads the next, each from its first in the order of the graph back to that; of
    circles that share a name, one.
    """
    left, order = dict(graph), list(graph)
    while circle := _circle(left):
        first = min(range(len(circle)), key=lambda index: order.index(circle[index]))
        yield (*circle[first:], *circle[: first + 1])
        left = {name: read for name, read in left.items() if name not in circle}


def circle_problem(circle: Sequence[str], place: Place) -> Problem:
    """What is wrong with such names, at the place of the first."""
    message = "this refers to itself in a cycle: " + " -> ".join(f"`{name}`" for name in circle)
    return Problem(place, "cycle", message, "remove one of the references")


def _circle(graph: Mapping[str, Sequence[str]]) -> list[str]:
    """Names of which each reads the next, and the last the first; empty if there is no such circle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        closed: list[str] = error.args[1]  # each is read by the next
        return closed[:0:-1]
    return []
