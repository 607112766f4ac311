"""Checks that every reference names an existing id."""

from __future__ import annotations

from framework.errors import did_you_mean
from framework.rulebase.checks.names import WORDS, Names, everything, references
from framework.rulebase.collection import Collection
from framework.rulebase.merging import ORDERS

CHECKED_ELSEWHERE = frozenset(
    {*((key,) for key in ORDERS), ("sentences",), ("interview", "opening"), ("interview", "stops")}
)
"""Parts of the manifest with checks of their own."""


def check(collection: Collection, names: Names) -> None:
    """Report every reference to an unknown id."""
    for kind, entry in everything(collection):
        for path, ref, id_ in references(entry.value):
            if kind == "manifest" and (path[:1] in CHECKED_ELSEWHERE or path[:2] in CHECKED_ELSEWHERE):
                continue
            known = names.kinds[ref.kind]
            if id_ not in known and names.knows(ref.kind):
                word, hint = WORDS.get(ref.kind, ref.kind), did_you_mean(id_, known)
                collection.report(entry.place(*path), "unknown_id", f"there is no {word} `{id_}`", hint)
