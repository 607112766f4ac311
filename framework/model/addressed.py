"""What stands in a rule base at the place of an entry."""

from __future__ import annotations

from typing import Any

from framework.model.base import FieldPath
from framework.model.entries.entry import RuleEntry
from framework.model.rule_id import MANIFEST, QUESTIONS, parts_of
from framework.model.rulebase import RuleBase


def addressed(rulebase: RuleBase, entry: RuleEntry) -> Any:
    """The model or the text that an entry is about: a task type, one of its rules, one of its texts."""
    kind, *rest = parts_of(entry.id)
    path: FieldPath = entry.path
    value: Any
    if kind == MANIFEST:
        value = rulebase.manifest
    elif kind == QUESTIONS:  # they stand in sections, each in a file of its own
        value, path = rulebase.questions[rest[0]], path[2:]
    else:
        value = next(item for item in getattr(rulebase, kind) if item.id == rest[0])
        if path and isinstance(path[0], int):  # a file that holds a list: the position of the item in it
            path = path[1:]
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value
