"""One YAML file as it was read: its data, the place of everything in it, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from framework.errors import GivenPlace, Place, Problem
from framework.rulebase.conditions import place_of


@dataclass
class SourceFile:
    """One YAML file after reading: plain data, and a position for every path into it.

    Where others are laid over it, each node keeps the file that it is from.
    """

    path: str
    data: Any = None
    node: yaml.Node | None = None
    problems: list[Problem] = field(default_factory=list)
    values: int = 0
    """How many values it has, where they were counted."""

    def place(self, path: Sequence[str | int] = (), *, of_key: bool = False) -> Place:
        """Where the value at `path` starts (or its key); or of the nearest ancestor if the path does not exist."""
        node, mark, _ = self._find(path)
        if of_key and mark:
            return place_of(mark)
        return start_of(node) if node else Place(self.path)

    def written(self, path: Sequence[str | int]) -> str:
        """The value at `path` as it is written, where it is a single one: `0.50`; otherwise an empty text."""
        node, _, whole = self._find(path)
        return str(node.value) if whole and isinstance(node, yaml.ScalarNode) else ""

    def _find(self, path: Sequence[str | int]) -> tuple[yaml.Node | None, yaml.Mark | None, bool]:
        """The node at `path` or its nearest ancestor, the mark of its key if any, and whether the path exists."""
        node, mark = self.node, None
        for step in path:
            found = None
            if isinstance(node, yaml.MappingNode):
                for key, value in node.value:
                    if key.value == str(step):
                        found, mark = value, key.start_mark
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                found, mark = node.value[step], None
            if found is None:
                return node, mark, False
            node = found
        return node, mark, True

    def report(
        self, code: str, message: str, path: Sequence[str | int] = (), hint: str = "", *, key: bool = False
    ) -> None:
        """Record a problem at a path in the data."""
        self.problems.append(Problem(self.place(path, of_key=key), code, message, hint))

    def unreadable(self, error: OSError) -> None:
        """Record that the system does not read the file."""
        reason = (error.strerror or str(error)).lower()
        self.report("unreadable", f"the file cannot be read: {reason}", hint="check the path")


class Given(SourceFile):
    """Data from Python, told apart from a file by its places: the keys of a mapping in place of lines."""

    def place(self, path: Sequence[str | int] = (), *, of_key: bool = False) -> Place:
        """The keys down to a value: `answers.legitimacy`; of the whole, what it is called."""
        return GivenPlace(".".join(map(str, path)) or self.path)

    def written(self, path: Sequence[str | int]) -> str:
        """The value at `path` as text."""
        found = self.data
        for step in path:
            found = found[step]
        return str(found)


def start_of(found: yaml.Node | yaml.Event) -> Place:
    """Where a node or an event of a YAML text starts."""
    mark: yaml.Mark = found.start_mark  # type: ignore[assignment]
    return place_of(mark)
