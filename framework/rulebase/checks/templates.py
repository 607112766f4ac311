"""Sentence templates use only slots that a person can fill."""

from __future__ import annotations

import string
from collections.abc import Iterator

from pydantic import BaseModel

from framework.rulebase.checks.names import Names
from framework.rulebase.loading import Collection, Found

FIELDS = {"tasks": ("ml_objective",), "objectives": ("business_objective", "link")}
FORMS = frozenset({"", "each", "one"})


def check(collection: Collection, names: Names) -> None:
    """Note every slot that is not the id of a text question, and every broken template."""
    for found, path, template in _templates(collection):
        try:
            parts = list(string.Formatter().parse(template))
        except ValueError as error:
            collection.report(found.place(*path), "template", f"the braces do not match: {error}")
            continue
        for _, slot, form, _ in parts:
            if slot is None:
                continue
            if slot not in names.kinds["slot"] and names.complete:
                known = ", ".join(f"{{{name}}}" for name in sorted(names.kinds["slot"]))
                collection.report(
                    found.place(*path), "unknown_slot", f"there is no text `{{{slot}}}`", f"known: {known}"
                )
            elif form not in FORMS:
                collection.report(
                    found.place(*path), "template", f"`{form}` is not a form of `{{{slot}}}`", "each, one"
                )


def _templates(collection: Collection) -> Iterator[tuple[Found, tuple[str | int, ...], str]]:
    if collection.manifest is not None:
        sentences: BaseModel = collection.manifest.noun.sentences
        for name in type(sentences).model_fields:
            if template := getattr(sentences, name):
                yield collection.manifest, ("sentences", name), template
    for kind, fields in FIELDS.items():
        for found in collection.all(kind):
            for name in fields:
                yield found, (name,), getattr(found.noun, name)
