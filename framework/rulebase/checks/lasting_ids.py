"""Checks that rule ids are stable: each id leads to one entry, and a retired id is not reused."""

from __future__ import annotations

from framework.errors import Place, did_you_mean
from framework.model.entries.entry import RuleEntry
from framework.model.rule_id import NEXT_STEPS, parts_of
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.rulebase.collection import Collection, key_of


def check(collection: Collection, rulebase: RuleBase) -> None:
    """Report every id with two entries, and every retired id that is in use, leads nowhere or, of a step, to none."""
    index = index_of(rulebase)
    for rule in index.duplicates:
        message = f"the rule id `{rule.id}` is already used"
        collection.report(_place(collection, rule), "duplicate_id", message, "choose another id for one of them")
    for entry in collection.all("retired"):
        id_, replaced_by = entry.value.id, entry.value.replaced_by
        if id_ in index:
            message = f"the retired id `{id_}` is in use again"
            collection.report(entry.place("id"), "retired_in_use", message, "choose another id for the new rule")
        if replaced_by is None and entry.value.why is None:
            message = f"`{id_}` was retired without a replacement or a reason"
            collection.report(entry.place("id"), "missing_key", message, "add `replaced_by:` or `why:`")
        elif replaced_by is not None and index.resolve(replaced_by) is None:
            hint = did_you_mean(replaced_by, index)
            message = f"there is no rule `{replaced_by}`"
            collection.report(entry.place("replaced_by"), "unknown_id", message, hint)
        elif replaced_by is not None and NEXT_STEPS in parts_of(id_) and NEXT_STEPS not in parts_of(replaced_by):
            message = f"`{id_}` was a next step, and `{replaced_by}` is none: a tick could not follow"
            hint = "name the next step that took its place; if none did, say `why:` instead"
            collection.report(entry.place("replaced_by"), "not_a_step", message, hint)


def _place(collection: Collection, rule: RuleEntry) -> Place:
    for kind in (*collection.entries.values(), [collection.manifest] if collection.manifest else []):
        for entry in kind:
            if key_of(entry.name) == rule.key:
                return entry.file.place(rule.path)
    return Place("/".join(rule.key))
