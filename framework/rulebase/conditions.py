"""Parses conditions into `Condition` objects that keep their position in the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from framework.errors import Place, Problem, did_you_mean
from framework.model.condition import NEVER, All, AnyOf, AtLeast, Condition, Is, Not, Unless, depth_of

CONDITION_KEYS = frozenset(
    {
        "when",
        "asked_when",
        "start_when",
        "beside_when",
        "applies_when",
        "demanded_when",
        "not_when",
        "stand_in_when",
        "given",
    }
)
"""Keys whose value is a condition, anywhere in a rule file."""

HOLDS = "holds"
"""The key that names a shared condition."""

OPERATORS = frozenset({"all", "any", "not", "unless", "at_least", HOLDS})
"""Keys of a condition that combine other conditions, or name one."""

_HINT = (
    "for example `{goal_stated: [vague, no_use_named]}`, or `all:`, `any:`, `not:`, `unless:`, `at_least:`, `holds:`"
)
_MAX_DEPTH = 20
_TOO_DEEP = f"conditions are nested deeper than {_MAX_DEPTH} levels"


@dataclass
class NamedConditions:
    """The conditions that rules may use by name, and the names that are used."""

    known: Mapping[str, Condition] = field(default_factory=dict)
    complete: bool = True
    """Whether all of them could be read; otherwise nobody is told that a name is unknown."""
    used: set[str] = field(default_factory=set)


def parse_condition(
    node: yaml.Node, problems: list[Problem], named: NamedConditions | None = None, depth: int = 0
) -> Condition:
    """The condition at `node`, named ones written out; problems are recorded, and a broken part counts as never."""
    named = named or NamedConditions()

    def wrong(message: str, at: yaml.Node = node, hint: str = _HINT) -> Condition:
        problems.append(Problem(place_of(at.start_mark), "condition", message, hint))
        return NEVER

    if depth > _MAX_DEPTH:
        return wrong(_TOO_DEEP, hint="split the rule")
    if not isinstance(node, yaml.MappingNode):
        return wrong("a condition is a mapping with one key")
    if len(node.value) != 1:
        return wrong(
            f"a condition has exactly one key, this one has {len(node.value)}", hint="combine several under `all:`"
        )
    key, value = node.value[0]
    if isinstance(key.value, str) and key.value not in OPERATORS and key.value.lower() in OPERATORS:
        message = f"`{key.value}` is no operator: they are written in small letters"
        return wrong(message, hint=f"did you mean `{key.value.lower()}`?")
    match key.value:
        case "all" | "any":
            if not isinstance(value, yaml.SequenceNode):
                return wrong(f"`{key.value}` takes a list of conditions", value)
            parts = tuple(parse_condition(item, problems, named, depth + 1) for item in value.value)
            return All(parts) if key.value == "all" else AnyOf(parts)
        case "not":
            return Not(parse_condition(value, problems, named, depth + 1))
        case "unless":
            return Unless(parse_condition(value, problems, named, depth + 1))
        case "at_least":
            return _at_least(value, problems, named, depth)
        case "holds":
            if not isinstance(value, yaml.ScalarNode):
                return wrong("`holds` takes the id of one condition in `conditions.yaml`", value)
            if value.value not in named.known:
                hint = did_you_mean(value.value, named.known)
                message = f"there is no condition `{value.value}` in `conditions.yaml`"
                return wrong(message, value, hint) if named.complete else NEVER
            named.used.add(value.value)
            found = named.known[value.value]
            if depth + depth_of(found) > _MAX_DEPTH:
                return wrong(f"with `{value.value}` written out, {_TOO_DEEP}", value, "split the rule")
            return found
    if isinstance(value, yaml.ScalarNode):
        values = [value]
    elif isinstance(value, yaml.SequenceNode) and value.value:
        values = list(value.value)
    else:
        return wrong(f"`{key.value}` takes a value or a list of values", value)
    if not all(isinstance(item, yaml.ScalarNode) for item in values):
        return wrong(f"the values of `{key.value}` must be words", value)
    return Is(key.value, tuple(item.value for item in values), place_of(key.start_mark))


def _at_least(node: yaml.Node, problems: list[Problem], named: NamedConditions, depth: int) -> Condition:
    fields = {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}
    count, of = fields.get("count"), fields.get("of")
    if (
        set(fields) != {"count", "of"}
        or not isinstance(of, yaml.SequenceNode)
        or not isinstance(count, yaml.ScalarNode)
    ):
        message = "`at_least` takes `count:` (a whole number) and `of:` (a list of conditions)"
        problems.append(Problem(place_of(node.start_mark), "condition", message, "`at_least: {count: 2, of: [...]}`"))
        return NEVER
    parts = tuple(parse_condition(item, problems, named, depth + 1) for item in of.value)
    if not re.fullmatch(r"\d{1,3}", count.value) or not 1 <= int(count.value) <= len(parts):
        message = f"`count` is `{count.value}`, but must be between 1 and {len(parts)}, the number of conditions listed"
        problems.append(Problem(place_of(count.start_mark), "condition", message))
        return NEVER
    return AtLeast(int(count.value), parts)


def place_of(mark: yaml.Mark) -> Place:
    """Where a mark is: file, line and column."""
    return Place(mark.name, mark.line + 1, mark.column + 1)
