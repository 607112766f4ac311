"""Where several sheets about one problem part: exact, on the diagram.

Sheets are grouped by the classes of answers that the diagram distinguishes, so five hundred sheets cost about as
much as the different ones among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from framework.model.answers import Answer
from framework.reasoning.diagram import Diagram
from framework.reasoning.variable import Allowed

Leaves = tuple[str, ...]
"""Everything that a sheet leaves possible."""

Answers = Mapping[str, Answer]


@dataclass(frozen=True)
class Sheets:
    """Several sheets about the same problem, in the order given, and what follows from each."""

    diagram: Diagram
    sheets: tuple[Answers, ...]
    questions: tuple[str, ...]
    """The questions that were put to everybody: only in these the sheets may differ."""

    @classmethod
    def of(cls, diagram: Diagram, sheets: Iterable[Answers], questions: Collection[str]) -> Sheets:
        """Compare sheets in the questions that the diagram has; an answer to any other changes nothing."""
        return cls(diagram, tuple(sheets), tuple(id_ for id_ in questions if diagram.level_of(id_) is not None))

    @cached_property
    def _levels(self) -> dict[str, int]:
        return {id_: level for id_ in self.questions if (level := self.diagram.level_of(id_)) is not None}

    @cached_property
    def _known(self) -> tuple[list[Allowed], ...]:
        return tuple(self.diagram.known(sheet) for sheet in self.sheets)

    @cached_property
    def kinds(self) -> tuple[tuple[object, ...], ...]:
        """For each sheet its answers as hashable classes, by question: equal sheets are equal here."""
        levels = tuple(self._levels.values())
        return tuple(tuple(_hashable(known[level]) for level in levels) for known in self._known)

    @cached_property
    def _first(self) -> dict[tuple[object, ...], int]:
        """For each kind of sheet the first that is of it."""
        found: dict[tuple[object, ...], int] = {}
        for index, kind in enumerate(self.kinds):
            found.setdefault(kind, index)
        return found

    @cached_property
    def results(self) -> tuple[Leaves, ...]:
        """What each sheet leaves possible."""
        of_kind = {kind: self.diagram.possible(self._known[index]) for kind, index in self._first.items()}
        return tuple(of_kind[kind] for kind in self.kinds)

    @cached_property
    def _swapped(self) -> dict[tuple[object, ...], tuple[dict[object, Leaves], ...]]:
        """For each kind of sheet and each question: what follows with each answer that somebody gave to it."""
        values: list[dict[object, Allowed]] = [{} for _ in self.questions]
        for kind, index in self._first.items():
            for place, level in enumerate(self._levels.values()):
                values[place].setdefault(kind[place], self._known[index][level])
        found: dict[tuple[object, ...], tuple[dict[object, Leaves], ...]] = {}
        seen: dict[tuple[object, ...], Leaves] = {kind: self.results[index] for kind, index in self._first.items()}
        for kind, index in self._first.items():
            row: list[dict[object, Leaves]] = []
            inner = (node - len(self.diagram.leaves) for node in self.diagram.reached(self._known[index]))
            on_the_way = {self.diagram.levels[node] for node in inner if node >= 0}
            for place, level in enumerate(self._levels.values()):
                if level not in on_the_way:  # the answer is not looked at
                    row.append(dict.fromkeys(values[place], seen[kind]))
                    continue
                after: dict[object, Leaves] = {}
                for value, allowed in values[place].items():
                    key = (*kind[:place], value, *kind[place + 1 :])
                    if key not in seen:
                        known = list(self._known[index])
                        known[level] = allowed
                        seen[key] = self.diagram.possible(known)
                    after[value] = seen[key]
                row.append(after)
            found[kind] = tuple(row)
        return found

    def with_answer_of(self, one: int, other: int, question: str) -> Leaves:
        """What a sheet leaves possible with the other's answer to one question in place of its own."""
        place = self.questions.index(question)
        return self._swapped[self.kinds[one]][place][self.kinds[other][place]]

    def differences(self, one: int, other: int) -> tuple[str, ...]:
        """The questions in which two sheets differ, in the order of the questions."""
        pairs = zip(self.questions, self.kinds[one], self.kinds[other], strict=True)
        return tuple(question for question, mine, theirs in pairs if mine != theirs)

    @cached_property
    def changed(self) -> dict[str, int]:
        """For each question in how many ordered pairs of sheets the first gets another result with the second's answer
        to it: the disagreement on it that makes a difference.
        """
        sizes = Counter(self.kinds)
        counts = [Counter(kind[place] for kind in self.kinds) for place in range(len(self.questions))]
        changed = dict.fromkeys(self.questions, 0)
        for kind, size in sizes.items():
            now = self.results[self._first[kind]]
            for place, question in enumerate(self.questions):
                others = counts[place]
                changed[question] += size * sum(
                    others[value] for value, after in self._swapped[kind][place].items() if after != now
                )
        return changed

    @property
    def deciding(self) -> str | None:
        """The question whose disagreement causes most of the difference; None where none does alone."""
        best = max(self.questions, key=lambda id_: self.changed[id_], default=None)
        return best if best is not None and self.changed[best] else None

    @property
    def together(self) -> Leaves:
        """What is possible if for each question any of the answers given to it may be right.

        Who is not sure adds no answer; a question that nobody answered is open.
        """
        return together(self.diagram, self.sheets)


def together(diagram: Diagram, sheets: Sequence[Answers]) -> Leaves:
    """What the union of the answers leaves possible: for each question any answer that somebody gave may be right."""
    rows = [diagram.known(sheet) for sheet in sheets]
    union: list[Allowed] = []
    for level in range(len(diagram.variables)):
        counts: dict[int, int] = {}
        for row in rows:
            allowed = row[level]
            if isinstance(allowed, int):
                counts[allowed] = 1
            elif allowed is not None:
                counts.update(allowed)
        union.append(dict(sorted(counts.items())) or None)
    return diagram.possible(union)


def _hashable(allowed: Allowed) -> object:
    return tuple(allowed) if isinstance(allowed, dict) else allowed
