"""Finds the position of a rule in its file, on request, so that a rule base need not store positions."""

from __future__ import annotations

from collections.abc import Sequence

from framework.errors import Place
from framework.model.entries.entry import RuleEntry
from framework.model.rulebase import RuleBase
from framework.rulebase.collection import key_of, read_layers
from framework.rulebase.conditions import NamedConditions
from framework.rulebase.layers import Folder, shown_path


def locate(rulebase: RuleBase, entry: RuleEntry, path: Sequence[str | int] = ()) -> Place | None:
    """Position of an entry, or of `path` inside it; None if the rules were not loaded from a folder."""
    layers = [Folder(root) for root in rulebase.folders]
    files = [(layer, name) for layer in layers for name in layer.names if key_of(name) == entry.key]
    return read_layers(files, named=NamedConditions(complete=False)).place((*entry.path, *path)) if files else None


def name_of(rulebase: RuleBase, place: Place) -> str:
    """The file of a place, from its folder of rules on: a page does not tell where on a machine that folder is."""
    for root in rulebase.folders:
        inside = place.path.removeprefix(f"{shown_path(root)}/")
        if inside != place.path:
            return f"{root.resolve().name}/{inside}"
    return place.path
