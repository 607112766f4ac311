"""What checking a whole rule base finds: statements, how much was checked, and what contradicts them."""

from __future__ import annotations

from dataclasses import dataclass, field

from framework.model.answers import Answer
from framework.model.base import FieldPath

Sheet = dict[str, Answer]


@dataclass(frozen=True)
class Violation:
    """One thing that should hold and does not."""

    where: str
    """Id of the rule, question or promise, as in its file."""
    message: str
    counterexample: Sheet | None = None
    path: FieldPath = ()
    """Keys and positions that lead to the place, from the start of what `where` names."""


@dataclass(frozen=True)
class Proof:
    """One statement about the whole rule base: how much was checked, and what contradicts it."""

    id: str
    statement: str
    checked: int
    violations: tuple[Violation, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing contradicts it."""
        return not self.violations


@dataclass(frozen=True)
class Report:
    """Everything that was proved, and the counts behind it."""

    name: str
    version: str
    digest: str
    questions: int
    rules: int
    nodes: int
    sheets: int
    """Number of different complete sheets (questions that do not apply left out)."""
    sheets_by_verdict: dict[str, int]
    influence: tuple[tuple[str, float], ...]
    """For each question the share of sheets on which another answer to it alone gives another verdict."""
    proofs: tuple[Proof, ...] = field(default=())
    notes: tuple[Violation, ...] = field(default=())
    """What is worth knowing and no mistake."""

    @property
    def sound(self) -> bool:
        """Whether every statement holds."""
        return all(proof.holds for proof in self.proofs)
