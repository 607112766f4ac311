"""Lays one YAML file over another, node by node, so that every node keeps the file and the line that it is from.

- Mappings: key by key. What is new is added, what is there is laid over.
- Lists of entries with an id: entry by entry. New ones come at the end.
- The orders of the manifest (`ORDERS`): a new id comes before the known id that follows it in the upper list, or at the
  end. A list that names every known id is the new order.
- Everything else, conditions included: the upper one counts.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import yaml

from framework.rulebase.conditions import CONDITION_KEYS

ORDERS = {
    "sections": "section",
    "verdicts": "verdict",
    "outcomes": "outcome",
    "alternatives": "alternative",
    "tasks": "task",
    "values": "value",
    "plan": "step",
    "lessons": "lesson",
    "exercises": "exercise",
}
"""Key of the manifest to the kind of the ids that stand there in an order that matters."""


def laid_over(lower: yaml.Node, upper: yaml.Node, *, orders: Collection[str] = ()) -> yaml.Node:
    """The two as one. `orders`: the keys at this level whose lists are orders of ids."""
    if isinstance(lower, yaml.MappingNode) and isinstance(upper, yaml.MappingNode):
        return _mapping(lower, upper, orders)
    if isinstance(lower, yaml.SequenceNode) and isinstance(upper, yaml.SequenceNode):
        ids = [_id(item) for item in lower.value]
        if ids and all(ids):
            return _entries(lower, upper)
    return upper


def _mapping(lower: yaml.MappingNode, upper: yaml.MappingNode, orders: Collection[str]) -> yaml.MappingNode:
    pairs = list(lower.value)
    found = {key.value: index for index, (key, _) in reversed([*enumerate(pairs)]) if isinstance(key, yaml.ScalarNode)}
    for key, value in upper.value:
        index = found.pop(key.value, None) if isinstance(key, yaml.ScalarNode) else None
        if index is None:  # new, or twice in the upper file, which is a mistake that reading reports
            pairs.append((key, value))
            continue
        below = pairs[index][1]
        if key.value in orders:
            value = _order(below, value)
        elif key.value not in CONDITION_KEYS:
            value = laid_over(below, value)
        pairs[index] = (key, value)
    return yaml.MappingNode(lower.tag, pairs, lower.start_mark, lower.end_mark, lower.flow_style)


def _entries(lower: yaml.SequenceNode, upper: yaml.SequenceNode) -> yaml.SequenceNode:
    items = list(lower.value)
    found = {_id(item): index for index, item in reversed([*enumerate(items)])}
    for item in upper.value:
        index = found.pop(_id(item), None)
        if index is None:
            items.append(item)
        else:
            items[index] = laid_over(items[index], item)
    return yaml.SequenceNode(lower.tag, items, lower.start_mark, lower.end_mark, lower.flow_style)


def _order(lower: yaml.Node, upper: yaml.Node) -> yaml.Node:
    if not (isinstance(lower, yaml.SequenceNode) and isinstance(upper, yaml.SequenceNode)):
        return upper
    known = [item.value for item in lower.value]
    if {item.value for item in upper.value if isinstance(item, yaml.ScalarNode)} >= set(map(str, known)):
        return upper
    items = list(lower.value)
    for position, item in enumerate(upper.value):
        if item.value not in known:
            items.insert(_before(items, upper.value[position + 1 :], known), item)
    return yaml.SequenceNode(lower.tag, items, lower.start_mark, lower.end_mark, lower.flow_style)


def _before(items: Sequence[yaml.Node], following: Sequence[yaml.Node], known: Sequence[str]) -> int:
    """Where the first known id that follows stands now; the end if none does."""
    wanted = next((item.value for item in following if item.value in known), None)
    return next((index for index, item in enumerate(items) if item.value == wanted), len(items))


def _id(node: yaml.Node) -> str | None:
    """The id of an entry, or None if it has none."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((str(value.value) for key, value in pairs if key.value == "id"), None)
