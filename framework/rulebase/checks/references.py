"""Checks that every reference names an existing id."""

from __future__ import annotations

from framework.errors import did_you_mean
from framework.rulebase.checks.names import WORDS, Names, everything, references
from framework.rulebase.collection import Collection


def check(collection: Collection, names: Names) -> None:
    """Report every reference to an unknown id."""
    for kind, entry in everything(collection):
        for path, ref, id_ in references(entry.value):
            if kind == "manifest" and path[0] not in ("audiences", "canvas"):
                continue  # orders, templates and the interview have checks of their own
            known = names.kinds[ref.kind]
            if id_ not in known and names.knows(ref.kind):
                word, hint = WORDS.get(ref.kind, ref.kind), did_you_mean(id_, known)
                collection.report(entry.place(*path), "unknown_id", f"there is no {word} `{id_}`", hint)
