"""Checks that every order in the manifest lists each id exactly once."""

from __future__ import annotations

from framework.errors import did_you_mean
from framework.rulebase.checks.names import Names
from framework.rulebase.collection import Collection

ORDERS = {
    "sections": "section",
    "verdicts": "verdict",
    "outcomes": "outcome",
    "alternatives": "alternative",
    "tasks": "task",
    "values": "value",
    "plan": "step",
    "lessons": "lesson",
    "exercises": "exercise",
}


def check(collection: Collection, names: Names) -> None:
    """Report ids that are listed twice, listed but unknown, or known but not listed."""
    if collection.manifest is None:
        return
    manifest = collection.manifest
    for attribute, kind in ORDERS.items():
        listed = getattr(manifest.value, attribute)
        for index, id_ in enumerate(listed):
            if id_ in listed[:index]:
                collection.report(manifest.place(attribute, index), "duplicate_id", f"`{id_}` is listed twice")
            elif id_ not in names.kinds[kind] and names.knows(kind):
                hint = did_you_mean(id_, names.kinds[kind])
                collection.report(manifest.place(attribute, index), "unknown_id", f"there is no {kind} `{id_}`", hint)
        for id_ in sorted(names.kinds[kind] - set(listed)):
            message = f"the {kind} `{id_}` is not listed under `{attribute}`"
            collection.report(
                manifest.place(attribute, of_key=True), "not_listed", message, "the order matters: add it"
            )
