"""Checks that no question's applicability and no criterion's status depends on itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from framework.errors import Place
from framework.model.condition import names_in
from framework.rulebase.checks.names import Names, conditions_in
from framework.rulebase.collection import Collection


def check(collection: Collection, names: Names) -> None:
    """Report one problem per cycle, at its first question or criterion."""
    graph: dict[str, list[str]] = {}
    places: dict[str, Place] = {}
    for entry in collection.all("questions"):
        for index, question in enumerate(entry.value.questions):
            condition = question.asked_when
            graph[question.id] = sorted({leaf.name for leaf in names_in(condition)}) if condition else []
            places[question.id] = entry.place("questions", index, "asked_when")
    for entry in collection.all("criteria"):
        read = {leaf.name for _, condition in conditions_in(entry.value) for leaf in names_in(condition)}
        graph[entry.value.id] = sorted(read)
        places[entry.value.id] = entry.place("id")
    order = list(graph)
    while circle := _circle(graph):
        first = min(range(len(circle)), key=lambda index: order.index(circle[index]))
        named = [*circle[first:], *circle[: first + 1]]
        message = "this refers to itself in a cycle: " + " -> ".join(f"`{name}`" for name in named)
        collection.report(places[named[0]], "cycle", message, "remove one of the references")
        graph = {name: read for name, read in graph.items() if name not in circle}


def _circle(graph: Mapping[str, Sequence[str]]) -> list[str]:
    """Names of which each reads the next, and the last the first; empty if there is no such circle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        closed: list[str] = error.args[1]  # each is read by the next
        return closed[:0:-1]
    return []
