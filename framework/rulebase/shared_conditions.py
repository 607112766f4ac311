"""The conditions that rules share: each with those that it names written out, in whatever order the file lists them."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import TopologicalSorter

import yaml

from framework.errors import Problem
from framework.model.condition import NEVER, Condition, names_in
from framework.rulebase.circles import circle_problem, circles_in
from framework.rulebase.conditions import HOLDS, NamedConditions, parse_condition, place_of
from framework.rulebase.source_file import SourceFile

MAX_LEAVES = 1_000
"""Names of questions and criteria in one shared condition with all that it names: each could double those before it."""


def shared_conditions(file: SourceFile) -> NamedConditions:
    """The conditions of the file that lists them, by id. Circles, and conditions that become too large, are recorded in
    the file and count as never; any other mistake is recorded when the file itself is read.
    """
    whens = dict(_whens(file.node))
    reads = {id_: sorted(_named_in(when)) for id_, when in whens.items()}
    known: dict[str, Condition] = {}
    for circle in circles_in(reads):
        file.problems.append(circle_problem(circle, place_of(whens[circle[0]].start_mark)))
        known |= dict.fromkeys(circle, NEVER)
    left = {id_: [name for name in names if name in whens] for id_, names in reads.items() if id_ not in known}
    named = NamedConditions(known)
    for id_ in TopologicalSorter(left).static_order():
        if id_ in known:
            continue
        found = parse_condition(whens[id_], [], named)
        if len(names_in(found)) > MAX_LEAVES:
            message = f"with the conditions that it names, `{id_}` has more than {MAX_LEAVES:,} parts"
            place = place_of(whens[id_].start_mark)
            file.problems.append(Problem(place, "condition", message, "name fewer of them"))
            found = NEVER
        known[id_] = found
    return NamedConditions(known)


def _whens(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    """The id and the condition of every entry that has both."""
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        fields = {key.value: value for key, value in item.value} if isinstance(item, yaml.MappingNode) else {}
        id_, when = fields.get("id"), fields.get("when")
        if isinstance(id_, yaml.ScalarNode) and when is not None:
            yield id_.value, when


def _named_in(when: yaml.Node) -> set[str]:
    """The names of the conditions that a condition names."""
    found: set[str] = set()
    left = [when]
    while left:
        node = left.pop()
        if isinstance(node, yaml.SequenceNode):
            left += node.value
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == HOLDS and isinstance(value, yaml.ScalarNode):
                    found.add(value.value)
                left.append(value)
    return found
