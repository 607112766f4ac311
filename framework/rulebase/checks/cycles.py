"""Checks that no question's applicability and no criterion's status depends on itself."""

from __future__ import annotations

from framework.errors import Place
from framework.model.condition import names_in
from framework.rulebase.checks.names import Names, conditions_in
from framework.rulebase.collection import Collection


def check(collection: Collection, names: Names) -> None:
    """Report one problem per cycle, at its first question or criterion."""
    graph: dict[str, set[str]] = {}
    places: dict[str, Place] = {}
    for entry in collection.all("questions"):
        for index, question in enumerate(entry.value.questions):
            condition = question.asked_when
            graph[question.id] = {leaf.name for leaf in names_in(condition)} if condition else set()
            places[question.id] = entry.place("questions", index, "asked_when")
    for entry in collection.all("criteria"):
        read = {leaf.name for _, condition in conditions_in(entry.value) for leaf in names_in(condition)}
        graph[entry.value.id] = read
        places[entry.value.id] = entry.place("id")
    done: set[str] = set()
    for start in graph:
        circle = _circle(start, graph, done)
        if circle:
            message = "this refers to itself in a cycle: " + " -> ".join(f"`{name}`" for name in circle)
            collection.report(places[circle[0]], "cycle", message, "remove one of the references")


def _circle(start: str, graph: dict[str, set[str]], done: set[str]) -> list[str] | None:
    """The first cycle reachable from `start`, closed (first name = last name)."""
    if start in done:
        return None
    trail: list[str] = []
    stack = [(start, iter(sorted(graph.get(start, ()))))]
    trail.append(start)
    while stack:
        name, rest = stack[-1]
        following = next(rest, None)
        if following is None:
            stack.pop()
            trail.pop()
            done.add(name)
        elif following in trail:
            done.update(trail)
            return [*trail[trail.index(following) :], following]
        elif following not in done and following in graph:
            trail.append(following)
            stack.append((following, iter(sorted(graph[following]))))
    return None
