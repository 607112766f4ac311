"""Where several people who answered the same questions part, and which question is worth talking about.

Exact, on the diagram of the verdicts. For each person and question it asks what the verdicts would be with somebody
else's answer in place of the own one. All people go through the diagram together, once upwards and once downwards, so a
class of 500 takes hardly longer than two people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from operator import or_

from framework.model.answers import Answer
from framework.model.rulebase import RuleBase
from framework.reasoning.diagram import Diagram
from framework.reasoning.reasoner import Reasoner
from framework.reasoning.variable import Allowed

Classes = tuple[int, ...] | None
"""The classes of a question's answers that one person allows; None for all."""


@dataclass(frozen=True)
class ContestedQuestion:
    """A question that was not answered alike by everybody."""

    question: str
    answers: tuple[Answer | None, ...]
    """For each sheet; None where it is open."""
    changes: int
    """Ordered pairs of people of whom the first would come to other verdicts with the second's answer to this alone."""
    pairs: int
    """Pairs of people, each counted once, of whom at least one would with the other's."""


@dataclass(frozen=True)
class Disagreement:
    """What several sheets say, and where they part."""

    verdicts: tuple[tuple[str, ...], ...]
    """For each sheet the verdicts that it leaves possible."""
    together: tuple[str, ...]
    """The verdicts that are possible if each question has one of the answers that were given to it, or any where
    somebody left it open."""
    contested: tuple[ContestedQuestion, ...]
    """The one that changes most verdicts first; then in asking order."""

    @property
    def worth_talking_about(self) -> ContestedQuestion | None:
        """The question that changes most verdicts; None if no single one changes any."""
        first = next(iter(self.contested), None)
        return first if first and first.changes else None


def disagreement(reasoner: Reasoner, sheets: Sequence[Mapping[str, Answer]]) -> Disagreement:
    """Compare the accepted answers (`RuleBase.accept`) of several people.

    Args:
        reasoner: the compiled rules that all of them answered.
        sheets: question to answer for each person; a missing answer is unknown.
    """
    diagram = reasoner.verdicts
    room = _Room(diagram, [tuple(_classes(allowed) for allowed in diagram.known(sheet)) for sheet in sheets])
    changes = room.changes()
    apart = []
    for question in reasoner.rulebase.closed_questions:
        answers = tuple(sheet.get(question) for sheet in sheets)
        if len(set(answers)) > 1:
            level = diagram.level_of(question)
            apart.append(ContestedQuestion(question, answers, *((0, 0) if level is None else changes[level])))
    return Disagreement(
        verdicts=tuple(map(room.leaves, range(len(sheets)))),
        together=possible_together(reasoner, sheets, unknown_opens=True),
        contested=tuple(sorted(apart, key=lambda question: -question.changes)),
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
    return _Room(diagram, [tuple(columns)]).leaves(0)


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


class _Room:
    """Several rows of answers on the diagram, all at once: sets of people are bit masks, one beside the other for each
    leaf. Bit `leaf * people + person` says that the person may come to the leaf.
    """

    def __init__(self, diagram: Diagram, rows: Sequence[Sequence[Classes]]) -> None:
        self._diagram, self._people = diagram, len(rows)
        self._everybody = (1 << len(rows)) - 1
        self._for_each_leaf = sum(1 << len(rows) * leaf for leaf in range(len(diagram.leaves)))
        self._given: list[dict[Classes, int]] = [{} for _ in diagram.variables]
        """For each level who gave which answer."""
        for person, row in enumerate(rows):
            for given, classes in zip(self._given, row, strict=True):
                given[classes] = given.get(classes, 0) | 1 << person
        self._allow = [self._who_allows(level) for level in range(len(diagram.variables))]
        self._nodes = self._within_reach()
        self._below = {leaf: self._everybody << len(rows) * leaf for leaf in range(len(diagram.leaves))}
        for node in self._nodes:
            found = 0
            for who, child in self._edges(node):
                if who:
                    found |= who & self._below[child]
            self._below[node] = found
        self._now = self._below[diagram.root]

    def leaves(self, person: int) -> tuple[str, ...]:
        """What one of them leaves possible."""
        leaves = self._diagram.leaves
        return tuple(name for leaf, name in enumerate(leaves) if self._now >> leaf * self._people + person & 1)

    def changes(self) -> list[tuple[int, int]]:
        """For each level, in how many ordered pairs of people the other's answer changes what is possible; and in how
        many pairs it does for at least one of both.
        """
        depth, level_of = len(self._given), self._diagram.level_of_node
        reached = dict.fromkeys(self._below, 0) | {self._diagram.root: self._everybody * self._for_each_leaf}
        through = [[0] * len(allow) for allow in self._allow]
        skipping = [[0] * (depth + 1) for _ in range(depth + 1)]  # from the level after an edge to where it arrives
        skipping[0][level_of(self._diagram.root)] = self._now
        for node in reversed(self._nodes):
            level, here = level_of(node), reached[node]
            for number, (who, child) in enumerate(self._edges(node)):
                if not who:
                    continue
                below, going = self._below[child], here & who
                through[level][number] |= here & below
                reached[child] |= going
                skipping[level + 1][level_of(child)] |= going & below
        found: list[tuple[int, int]] = []
        passing = [0] * (depth + 1)
        for level, given in enumerate(self._given):
            passing = list(map(or_, passing, skipping[level]))
            past = reduce(or_, passing[level + 1 :])
            changed: list[tuple[int, int]] = []  # who gave an answer, and whose verdicts it would change
            for classes, who in given.items():
                there = through[level] if classes is None else [through[level][number] for number in classes]
                changed.append((who, self._somewhere(reduce(or_, there, past) ^ self._now)))
            ordered = sum(who.bit_count() * whose.bit_count() for who, whose in changed)
            both = sum(
                (one & theirs).bit_count() * (other & mine).bit_count()
                for (one, mine), (other, theirs) in combinations(changed, 2)
            )
            found.append((ordered, ordered - both))
        return found

    def _somewhere(self, mask: int) -> int:
        """The people in a mask, at whatever leaf."""
        return reduce(or_, (mask >> self._people * leaf for leaf in range(len(self._diagram.leaves)))) & self._everybody

    def _who_allows(self, level: int) -> list[int]:
        """For each class of answers who allows it."""
        numbers = range(len(self._diagram.variables[level].members))
        given = self._given[level].items()
        return [
            self._for_each_leaf * sum(who for classes, who in given if classes is None or number in classes)
            for number in numbers
        ]

    def _edges(self, node: int) -> Iterable[tuple[int, int]]:
        """Who takes which edge, and where it leads."""
        index = node - len(self._diagram.leaves)
        return zip(self._allow[self._diagram.levels[index]], self._diagram.children[index], strict=True)

    def _within_reach(self) -> list[int]:
        """The inner nodes to which some mixture of their answers leads, children before parents."""
        found, stack = {self._diagram.root}, [self._diagram.root]
        while stack:
            node = stack.pop()
            if node < len(self._diagram.leaves):
                continue
            for who, child in self._edges(node):
                if who and child not in found:
                    found.add(child)
                    stack.append(child)
        return sorted(node for node in found if node >= len(self._diagram.leaves))


def _classes(allowed: Allowed) -> Classes:
    return None if allowed is None else (allowed,) if isinstance(allowed, int) else tuple(allowed)


def _union(column: Sequence[Classes], *, unknown_opens: bool) -> Classes:
    if None in column and unknown_opens:
        return None
    return tuple(sorted({number for classes in column for number in classes or ()})) or None
