"""Resolves the id of any statement of a rule base, with its location."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from framework.model.entries import entries_of
from framework.model.entries.entry import RuleEntry
from framework.model.kept import Kept
from framework.model.rule_id import parts_of, rule_id
from framework.model.rulebase import RuleBase


class RuleIndex(Mapping[str, RuleEntry]):
    """Every entry of a rule base by its id, in the order of the files."""

    def __init__(self, rulebase: RuleBase):
        self._entries: dict[str, RuleEntry] = {}
        self.duplicates: list[RuleEntry] = []
        """Entries whose id is already used by another entry."""
        for entry in entries_of(rulebase):
            if entry.id in self._entries:
                self.duplicates.append(entry)
            self._entries.setdefault(entry.id, entry)
        self._replaced_by = {retired.id: retired.replaced_by for retired in rulebase.retired}

    def __getitem__(self, id_: str) -> RuleEntry:
        return self._entries[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def resolve(self, id_: str) -> RuleEntry | None:
        """The entry with this id, or with the id that replaced it; None if there is none."""
        current: str | None = rule_id(*parts) if (parts := parts_of(id_)) else None
        seen: set[str] = set()
        while current is not None and current not in self._entries and current not in seen:
            seen.add(current)
            current = self._replaced_by.get(current)
        return self._entries.get(current) if current is not None else None


MAX_INDEXES = 16
"""As many as there are reasoners: what is decided by a rule base is also looked up in it."""

_INDEXES: Kept[RuleIndex] = Kept(MAX_INDEXES)


def index_of(rulebase: RuleBase) -> RuleIndex:
    """The index of a rule base: built once as long as it is among those used last."""
    return _INDEXES.of(rulebase, lambda: RuleIndex(rulebase))
