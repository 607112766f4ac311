"""Where several people who answered the same questions part, and which question is worth talking about.

Exact, on the diagram of the verdicts. For each person and question it asks what the verdicts would be with somebody
else's answer in place of the own one. A question that no path of the person's sheet passes costs nothing, so a class of
500 takes some tenths of a second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framework.model.answers import Answer
from framework.model.rulebase import RuleBase
from framework.reasoning.diagram import Diagram
from framework.reasoning.reasoner import Reasoner
from framework.reasoning.variable import Allowed

Classes = tuple[int, ...] | None
"""The classes of a question's answers that one person allows; None for all."""


@dataclass(frozen=True)
class Difference:
    """A question that was not answered alike by everybody."""

    question: str
    answers: tuple[Answer | None, ...]
    """For each sheet; None where it is open."""
    changes: int
    """Ordered pairs of people of whom the first would come to other verdicts with the second's answer to this alone."""


@dataclass(frozen=True)
class Disagreement:
    """What several sheets say, and where they part."""

    verdicts: tuple[tuple[str, ...], ...]
    """For each sheet the verdicts that it leaves possible."""
    together: tuple[str, ...]
    """The verdicts that are possible if each question has one of the answers that were given to it, or any where
    somebody left it open."""
    differences: tuple[Difference, ...]
    """The one that changes most verdicts first; then in asking order."""

    @property
    def worth_talking_about(self) -> Difference | None:
        """The question that changes most verdicts; None if no single one changes any."""
        first = next(iter(self.differences), None)
        return first if first and first.changes else None


def disagreement(reasoner: Reasoner, sheets: Sequence[Mapping[str, Answer]]) -> Disagreement:
    """Compare the accepted answers (`RuleBase.accept`) of several people.

    Args:
        reasoner: the compiled rules that all of them answered.
        sheets: question to answer for each person; a missing answer is unknown.
    """
    diagram = reasoner.verdicts
    rows = [tuple(_classes(allowed) for allowed in diagram.known(sheet)) for sheet in sheets]
    changes = _changes(diagram, Counter(rows))
    apart = []
    for question in reasoner.rulebase.closed_questions:
        answers = tuple(sheet.get(question) for sheet in sheets)
        if len(set(answers)) > 1:
            level = diagram.level_of(question)
            apart.append(Difference(question, answers, 0 if level is None else changes[level]))
    return Disagreement(
        verdicts=tuple(diagram.names(_Sheet(diagram, row).now) for row in rows),
        together=possible_together(reasoner, sheets, unknown_opens=True),
        differences=tuple(sorted(apart, key=lambda difference: -difference.changes)),
    )


def possible_together(
    reasoner: Reasoner, sheets: Sequence[Mapping[str, Answer]], *, unknown_opens: bool
) -> tuple[str, ...]:
    """The verdicts that are possible if for each question any of the answers given to it may be right.

    Args:
        reasoner: the compiled rules.
        sheets: question to answer for each person; a missing answer is unknown.
        unknown_opens: whether a question is open as soon as one person left it open; otherwise who does not know adds
            no answer, and it is open only where nobody answered.
    """
    diagram = reasoner.verdicts
    rows = [tuple(_classes(allowed) for allowed in diagram.known(sheet)) for sheet in sheets or ({},)]
    columns = (_union(column, unknown_opens=unknown_opens) for column in zip(*rows, strict=True))
    return diagram.names(_Sheet(diagram, tuple(columns)).now)


def union(rulebase: RuleBase, sheets: Sequence[Mapping[str, Answer]]) -> dict[str, Answer]:
    """One sheet that is right if to each question somebody's answer is: what they agree on, and partial answers.

    Nothing stands where somebody left a question open, or where answers of several options differ: no partial answer
    says "these or those". So it leaves at least the verdicts possible that `Disagreement.together` names.
    """
    found: dict[str, Answer] = {}
    for id_, question in rulebase.closed_questions.items():
        given = {sheet.get(id_) for sheet in sheets}
        known = [answer for answer in given if answer is not None]
        if len(known) < len(given):
            continue
        if question.kind == "one":
            answer = question.accept([option for each in known for option in question.allowed(each)])
        else:
            answer = known[0] if len(known) == 1 else None
        if answer is not None:
            found[id_] = answer
    return found


def _changes(diagram: Diagram, people: Mapping[tuple[Classes, ...], int]) -> list[int]:
    """For each level, in how many ordered pairs of people the other's answer changes the verdicts."""
    levels = range(len(diagram.variables))
    given: list[Counter[Classes]] = [Counter() for _ in levels]
    for row, count in people.items():
        for level in levels:
            given[level][row[level]] += count
    changes = [0] * len(levels)
    for row, count in people.items():
        sheet = _Sheet(diagram, row)
        for level in sheet.passed:
            past = sheet.past(level)
            for other, others in given[level].items():
                if other != row[level] and past | sheet.through(level, other) != sheet.now:
                    changes[level] += count * others
    return changes


class _Sheet:
    """One person's answers on the diagram. Sets of leaves are bit masks (bit i: `leaves[i]`)."""

    def __init__(self, diagram: Diagram, row: tuple[Classes, ...]) -> None:
        self._diagram, self._row, self._first = diagram, row, len(diagram.leaves)
        self._below = {leaf: 1 << leaf for leaf in range(self._first)}
        self.now = self._leaves(diagram.root)
        self.passed: dict[int, set[int]] = {}
        """For each level that the sheet reaches: the nodes there."""
        self._edges = {(-1, diagram.root)}
        stack = [diagram.root]
        while stack:
            node = stack.pop()
            level = self._level(node)
            if node < self._first or node in self.passed.setdefault(level, set()):
                continue
            self.passed[level].add(node)
            for child in self._children(node, row[level]):
                self._edges.add((level, child))
                stack.append(child)

    def through(self, level: int, classes: Classes) -> int:
        """The leaves that its nodes at one level lead to with these answers there."""
        return self._all({child for node in self.passed[level] for child in self._children(node, classes)})

    def past(self, level: int) -> int:
        """The leaves at the end of paths that do not ask at this level."""
        return self._all({child for above, child in self._edges if above < level < self._level(child)})

    def _all(self, nodes: set[int]) -> int:
        found = 0
        for node in nodes:
            found |= self._leaves(node)
        return found

    def _leaves(self, node: int) -> int:
        found = self._below.get(node)
        if found is None:
            found = self._below[node] = self._all(set(self._children(node, self._row[self._level(node)])))
        return found

    def _children(self, node: int, classes: Classes) -> Sequence[int]:
        children = self._diagram.children[node - self._first]
        return children if classes is None else [children[number] for number in classes]

    def _level(self, node: int) -> int:
        return len(self._row) if node < self._first else self._diagram.levels[node - self._first]


def _classes(allowed: Allowed) -> Classes:
    return None if allowed is None else (allowed,) if isinstance(allowed, int) else tuple(allowed)


def _union(column: Sequence[Classes], *, unknown_opens: bool) -> Classes:
    if None in column and unknown_opens:
        return None
    return tuple(sorted({number for classes in column for number in classes or ()})) or None
