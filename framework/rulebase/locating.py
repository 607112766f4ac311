"""Finds the position of a rule in its file, on request, so that a rule base need not store positions."""

from __future__ import annotations

from collections.abc import Sequence

from framework.errors import Place
from framework.model.entries.entry import RuleEntry
from framework.model.rulebase import RuleBase
from framework.rulebase.collection import shown_path
from framework.rulebase.reading import read_file


def locate(rulebase: RuleBase, entry: RuleEntry, path: Sequence[str | int] = ()) -> Place | None:
    """Position of an entry, or of `path` inside it; None if the rules were not loaded from a folder."""
    if rulebase.folder is None:
        return None
    file = rulebase.folder / entry.file
    return read_file(file, shown_path(file)).place((*entry.path, *path))
