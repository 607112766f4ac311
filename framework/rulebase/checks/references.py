"""Every id that refers to something refers to something that is there."""

from __future__ import annotations

from framework.errors import did_you_mean
from framework.rulebase.checks.names import Names, everything, references
from framework.rulebase.loading import Collection


def check(collection: Collection, names: Names) -> None:
    """Note every reference to an unknown id."""
    if not names.complete:
        return
    for kind, found in everything(collection):
        if kind == "manifest":
            continue
        for path, ref, id_ in references(found.noun):
            known = names.kinds[ref.kind]
            if id_ not in known:
                hint = did_you_mean(id_, known)
                collection.report(found.place(*path), "unknown_id", f"there is no {ref.kind} `{id_}`", hint)
