"""An exercise as it is posed: every number drawn, every solution worked out. Texts are plain."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PosedPart:
    """One thing to work out, and its solution."""

    ask: str
    solution: str


@dataclass(frozen=True)
class Posed:
    """One exercise about one worked case."""

    exercise: str
    """The id of the exercise."""
    case: str
    title: str
    minutes: int
    text: str
    facts: tuple[str, ...] = ()
    """What is known about the case, a line each."""
    table: tuple[tuple[str, ...], ...] = ()
    """A table, its header first; empty if there is none."""
    choices: tuple[str, ...] = ()
    """What can be chosen."""
    parts: tuple[PosedPart, ...] = ()


@dataclass(frozen=True)
class ExerciseSheet:
    """All exercises of one seed."""

    seed: str
    exercises: tuple[Posed, ...]

    @property
    def minutes(self) -> int:
        """How long it takes, about."""
        return sum(posed.minutes for posed in self.exercises)
