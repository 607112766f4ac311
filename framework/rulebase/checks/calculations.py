"""Checks that the words for a calculation fit it: every number and state has its name, every slot can be filled."""

from __future__ import annotations

import re
from collections.abc import Collection as Known
from collections.abc import Iterable

from framework.errors import did_you_mean
from framework.model.base import FieldPath
from framework.rulebase.collection import Collection, Entry

_SLOT = re.compile(r"\{([^{}]*)\}")


def same_names(
    collection: Collection, entry: Entry, at: FieldPath, given: Iterable[str], wanted: Iterable[str], what: str
) -> None:
    """Report every key at a place that is not wanted there, and every wanted one that is missing."""
    for name in given:
        if name not in tuple(wanted):
            place = entry.place(*at, name, of_key=True)
            collection.report(place, f"unknown_{what}", f"there is no {what} `{name}`", did_you_mean(name, wanted))
    for name in wanted:
        if name not in tuple(given):
            collection.report(entry.place(*at), f"missing_{what}", f"the {what} `{name}` is missing", "add it")


def known_slots(collection: Collection, entry: Entry, at: FieldPath, template: str, known: Known[str]) -> None:
    """Report whatever stands in braces and is not known."""
    for slot in _SLOT.findall(template):
        if slot not in known:
            collection.report(entry.place(*at), "unknown_slot", f"`{{{slot}}}` is unknown", did_you_mean(slot, known))
