"""Checks that what somebody sent in other languages can be read."""

from __future__ import annotations

from framework.rulebase.collection import Collection
from framework.rulebase.layers import Folder
from framework.rulebase.translating import read_translations


def check(collection: Collection) -> None:
    """Report every mistake in a file of a language, but in folders: those are read once a page is in that language.

    A start need not wait for them, and whoever keeps a folder can correct it; what was sent can only be sent again.
    """
    for layer in collection.layers:
        for name in () if isinstance(layer, Folder) else layer.translations:
            file, _ = read_translations(layer, name, collection.limits)
            collection.problems.extend(file.problems)
            collection.limits.check(len(collection.problems))
