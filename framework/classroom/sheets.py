"""The sheets of a class side by side: what follows from each, which questions decide between them, where two part."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from operator import ne

from framework.model.answers import Answers
from framework.reasoning.disagreement import Disagreement, disagreement, possible_together
from framework.reasoning.reasoner import Reasoner
from framework.reasoning.variable import Allowed

Leaves = tuple[str, ...]
"""Every verdict that a sheet leaves possible."""


@dataclass(frozen=True)
class Sheets:
    """Several sheets about the same problem, in the order given."""

    reasoner: Reasoner
    sheets: tuple[Answers, ...]
    questions: tuple[str, ...]
    """The questions that were put to everybody and can matter: only in these the sheets may differ."""

    @classmethod
    def of(cls, reasoner: Reasoner, sheets: Iterable[Answers], questions: Collection[str]) -> Sheets:
        """Compare sheets in the questions that decide; an answer to any other changes nothing."""
        known = tuple(id_ for id_ in questions if reasoner.verdicts.level_of(id_) is not None)
        return cls(reasoner, tuple(sheets), known)

    @cached_property
    def _compared(self) -> Disagreement:
        return disagreement(self.reasoner, self.sheets) if self.sheets else Disagreement((), (), ())

    @cached_property
    def _known(self) -> tuple[list[Allowed], ...]:
        return tuple(self.reasoner.verdicts.known(sheet) for sheet in self.sheets)

    @cached_property
    def kinds(self) -> tuple[tuple[object, ...], ...]:
        """For each sheet its answers, by question, as far as the rules tell them apart; sheets of a kind are equal."""
        levels = self._level.values()
        return tuple(tuple(_hashable(known[level]) for level in levels) for known in self._known)

    @cached_property
    def _level(self) -> dict[str, int]:
        return {id_: self.reasoner.verdicts.level_of(id_) or 0 for id_ in self.questions}

    @property
    def results(self) -> tuple[Leaves, ...]:
        """What each sheet leaves possible."""
        return self._compared.verdicts

    @cached_property
    def changed(self) -> dict[str, int]:
        """For each question in how many pairs of sheets at least one gets another result with the other's answer to
        it: the disagreement on it that makes a difference.
        """
        found = {item.question: item.pairs for item in self._compared.contested}
        return {id_: found.get(id_, 0) for id_ in self.questions}

    @property
    def deciding(self) -> str | None:
        """The question whose disagreement causes most of the difference; None where none does alone."""
        best = max(self.questions, key=lambda id_: self.changed[id_], default=None)
        return best if best is not None and self.changed[best] else None

    @cached_property
    def together(self) -> Leaves:
        """What is possible if for each question any of the answers given to it may be right.

        Who is not sure adds no answer; a question that nobody answered is open.
        """
        return possible_together(self.reasoner, self.sheets, unknown_opens=False)

    def with_answer_of(self, one: int, other: int, question: str) -> Leaves:
        """What a sheet leaves possible with the other's answer to one question in place of its own."""
        known, level = list(self._known[one]), self._level[question]
        known[level] = self._known[other][level]
        return self.reasoner.verdicts.possible(known)

    def distance(self, one: int, other: int) -> int:
        """In how many questions two sheets differ."""
        return sum(map(ne, self.kinds[one], self.kinds[other]))

    def differences(self, one: int, other: int) -> tuple[str, ...]:
        """The questions in which two sheets differ, in the order of the questions."""
        pairs = zip(self.questions, self.kinds[one], self.kinds[other], strict=True)
        return tuple(question for question, mine, theirs in pairs if mine != theirs)


def _hashable(allowed: Allowed) -> object:
    return tuple(allowed) if isinstance(allowed, dict) else allowed
