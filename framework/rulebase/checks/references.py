"""Checks that every reference names an existing id."""

from __future__ import annotations

from framework.errors import did_you_mean
from framework.rulebase.checks.names import Names, everything, references
from framework.rulebase.collection import Collection


def check(collection: Collection, names: Names) -> None:
    """Report every reference to an unknown id."""
    if not names.complete:
        return
    for kind, entry in everything(collection):
        if kind == "manifest":
            continue
        for path, ref, id_ in references(entry.value):
            known = names.kinds[ref.kind]
            if id_ not in known:
                hint = did_you_mean(id_, known)
                collection.report(entry.place(*path), "unknown_id", f"there is no {ref.kind} `{id_}`", hint)
