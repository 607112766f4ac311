"""Which statements rest on which source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from framework.model.base import FrozenModel
from framework.model.rule_id import QUESTIONS, rule_id
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase

SOURCES = "sources"
"""The field in which every part of a rule names its sources."""


def citations(rulebase: RuleBase) -> Mapping[str, tuple[str, ...]]:
    """Each source with the ids of the rules, lessons and cases that cite it, in themselves or in a part of them."""
    found: dict[str, dict[str, None]] = {}
    for id_, item in _addressed(rulebase):
        for source in _cited(item.model_dump(mode="json")):
            found.setdefault(source, {})[id_] = None
    return {source: tuple(ids) for source, ids in found.items()}


def _addressed(rulebase: RuleBase) -> Iterator[tuple[str, FrozenModel]]:
    """Everything that has an id of its own, a page among the rules, and parts."""
    kinds = {kind: getattr(rulebase, kind) for kind in type(rulebase).model_fields}
    kinds[QUESTIONS] = tuple(rulebase.questions.values())
    for kind, items in kinds.items():
        if isinstance(items, tuple):
            found = ((rule_id(kind, item.id), item) for item in items if hasattr(item, "id"))
            yield from ((id_, item) for id_, item in found if id_ in index_of(rulebase))


def _cited(value: Any) -> Iterator[str]:
    """Every id in a field of that name, at any depth."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from inside if key == SOURCES and isinstance(inside, list) else _cited(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _cited(inside)
