"""Checks that no question's applicability and no criterion's status depends on itself."""

from __future__ import annotations

from framework.errors import Place
from framework.model.condition import names_in
from framework.rulebase.checks.names import Names, conditions_in
from framework.rulebase.circles import circle_problem, circles_in
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
    for circle in circles_in(graph):
        problem = circle_problem(circle, places[circle[0]])
        collection.report(places[circle[0]], problem.code, problem.message, problem.hint)
