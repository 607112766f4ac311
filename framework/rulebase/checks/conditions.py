"""Checks that conditions name existing questions, criteria or results and valid values."""

from __future__ import annotations

from framework.errors import Place, did_you_mean
from framework.model.base import FieldPath
from framework.model.condition import names_in, uses_unless
from framework.rulebase.checks.names import RESULTS, Names, conditions_in, everything
from framework.rulebase.collection import Collection

DECIDING = frozenset({"questions", "criteria", "alternatives", "tasks", "contradictions", "monotonicities"})
"""Kinds whose rules lead to the verdict, so their conditions cannot refer to it."""


def is_after_verdict(kind: str, path: FieldPath) -> bool:
    """Whether a condition here is evaluated after the verdict and may refer to it."""
    if kind == "verdicts":
        return "rules" not in path
    if kind == "tasks":
        return path[0] not in ("rules", "also_fits")
    return kind not in DECIDING


def check(collection: Collection, names: Names) -> None:
    """Report every unknown name or value in a condition; one that several rules name is reported once."""
    seen: set[tuple[Place, bool]] = set()
    for kind, entry in everything(collection):
        for path, condition in conditions_in(entry.value):
            after_verdict = is_after_verdict(kind, path)
            if not after_verdict and uses_unless(condition):
                hint = "write `not:`, which is open while its part is"
                message = "`unless` is for what is said after the verdict, not for what decides"
                collection.report(entry.place(*path), "condition", message, hint)
            for leaf in names_in(condition):
                values = names.values_of(leaf.name, after_verdict=after_verdict)
                place = leaf.place or entry.place(*path)
                here = entry.place(*path)
                if leaf.name in RESULTS and not after_verdict and place.path != here.path:
                    message = f"it names a condition about `{leaf.name}`, which is not known before the verdict"
                    collection.report(here, "condition", message, "write out a condition on answers")
                    continue
                if (place, values is None) in seen:
                    continue
                seen.add((place, values is None))
                if values is None:
                    if not names.knows("question", "criterion"):
                        continue
                    hint = did_you_mean(leaf.name, names.condition_names(after_verdict=after_verdict))
                    message = f"there is no question or criterion `{leaf.name}`"
                    if leaf.name in names.kinds["question"]:
                        message = f"`{leaf.name}` is not a closed question, so a condition cannot use it"
                    collection.report(place, "unknown_id", message, hint)
                    continue
                for value in leaf.values:
                    if value not in values and (leaf.name in names.options or names.knows(leaf.name)):
                        hint = did_you_mean(value, values, what="values")
                        collection.report(place, "unknown_option", f"`{leaf.name}` has no value `{value}`", hint)
