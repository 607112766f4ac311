"""One question as a variable of a diagram: its answers, in classes, and what an answer allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from framework.model.answers import Answer, left_open

Allowed = int | dict[int, int] | None
"""The classes that an answer to one question allows: the one of a complete answer; of a partial answer each class, in
order, with the number of its values that are allowed; None for all."""

MAX_KEPT = 4_096
"""Answers to one question that are remembered; of partial ones there could be millions."""


def allows(allowed: Allowed, number: int) -> bool:
    """Whether a class is among those allowed."""
    return allowed is None or (allowed == number if isinstance(allowed, int) else number in allowed)


@dataclass(frozen=True)
class Variable:
    """One closed question and every complete answer to it.

    Answers that no node tells apart form one class; nodes have one child for each class.
    """

    question: str
    values: tuple[Answer, ...]
    class_of: tuple[int, ...]
    """For each value its class."""

    @cached_property
    def position(self) -> dict[Answer, int]:
        """Class of each value."""
        return dict(zip(self.values, self.class_of, strict=True))

    @cached_property
    def members(self) -> tuple[tuple[Answer, ...], ...]:
        """The values of each class."""
        return tuple(
            tuple(value for value, own in zip(self.values, self.class_of, strict=True) if own == index)
            for index in range(max(self.class_of) + 1)
        )

    @cached_property
    def allowed(self) -> Mapping[Answer, Allowed]:
        """What each answer allows, a partial one too. What is no answer to the question counts as unknown."""
        return _Allowed(self)

    def count(self, allowed: Allowed, number: int) -> int:
        """How many values of a class are allowed."""
        if allowed is None:
            return len(self.members[number])
        return int(allowed == number) if isinstance(allowed, int) else allowed.get(number, 0)


class _Allowed(dict[Answer, Allowed]):
    """Complete answers with their class. A partial one is worked out when it comes, and kept while there is room."""

    def __init__(self, variable: Variable):
        super().__init__(variable.position)
        self._variable = variable

    def __missing__(self, answer: Answer) -> Allowed:
        left = left_open(self._variable.values, answer)
        found = dict(Counter(sorted(self._variable.position[value] for value in left))) or None
        if len(self) < MAX_KEPT:
            self[answer] = found
        return found
