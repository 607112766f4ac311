"""Checks that ids are unique within their kind, and that names in conditions are unambiguous."""

from __future__ import annotations

from framework.errors import Place
from framework.rulebase.checks.names import RESULTS, Names
from framework.rulebase.collection import FOLDERS, LISTS, Collection
from framework.rulebase.columns import RESERVED
from framework.rulebase.conditions import OPERATORS


def check(collection: Collection, names: Names) -> None:
    """Report every duplicate id, and every question or criterion whose id is a reserved word of conditions, or a
    column that no question can be.
    """
    for kind in (*FOLDERS, *LISTS):
        seen: dict[str, Place] = {}
        for entry in collection.all(kind):
            once(collection, seen, entry.value.id, entry.place("id"))
    words = (*RESULTS, *OPERATORS)
    names_seen: dict[str, Place] = {name: Place("", 0, 0) for name in words}
    for entry in collection.all("questions"):
        for index, question in enumerate(entry.value.questions):
            place = entry.place("questions", index, "id")
            once(collection, names_seen, question.id, place)
            if question.id in RESERVED.difference(words):
                message = f"`{question.id}` is a column of its own in a table of answers"
                collection.report(place, "reserved", message, "choose another id")
            seen = {}
            for number, option in enumerate(question.options):
                once(collection, seen, option.id, entry.place("questions", index, "options", number, "id"))
    for entry in collection.all("criteria"):
        once(collection, names_seen, entry.value.id, entry.place("id"))
    outcomes: dict[str, Place] = {}
    for entry in collection.all("verdicts"):
        for index, outcome in enumerate(entry.value.outcomes):
            once(collection, outcomes, outcome.id, entry.place("outcomes", index, "id"))
            rules: dict[str, Place] = {}
            for number, rule in enumerate(outcome.rules):
                once(collection, rules, rule.id, entry.place("outcomes", index, "rules", number, "id"))


def once(collection: Collection, seen: dict[str, Place], id_: str, place: Place, what: str = "id") -> None:
    """Note where an id, or `what` else it is, is used, or report that it was `seen` before."""
    first = seen.get(id_)
    if first is None:
        seen[id_] = place
    elif first.line == 0:
        collection.report(
            place, "reserved", f"`{id_}` is a reserved word of the condition language", "choose another id"
        )
    else:
        collection.report(place, f"duplicate_{what}", f"the {what} `{id_}` is already taken", f"first used at {first}")
