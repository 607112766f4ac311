"""Two releases of a rule base: which entries differ, and on how many sheets the verdict does. Exact, on both diagrams.

What is counted: every pair of a complete old sheet and a complete new one that agree on the questions both ask. A
question of one release only is answered freely there and does not exist for the other. A question of both may be
answered as both allow; an answer of one release only has no counterpart, so `covered_old` and `covered_new` say which
share of each release's own sheets is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import prod

from framework.model.answers import Answer
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.reasoning.compile import Compiler, variable_order, woven
from framework.reasoning.decision import outcome_decision
from framework.reasoning.diagram import Diagram
from framework.reasoning.nodes import recursion_as_too_large
from framework.reasoning.release_cases import CaseMove, changed_cases
from framework.reasoning.smallest import smallest_forcing, yes_or_no

Pair = tuple[int, int]
"""A node of the old diagram and one of the new."""


@dataclass(frozen=True)
class Entries:
    """Ids of entries (questions, options, rules, texts) that differ."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True)
class Move:
    """Sheets with one verdict before and one after. `example`: answers that force both, as few as possible."""

    before: str
    after: str
    sheets: int
    example: dict[str, Answer]
    smallest: bool
    """Whether it is proved that fewer answers do not force both; if not, the search was given up."""


@dataclass(frozen=True)
class ReleaseDiff:
    """What a new release changes."""

    entries: Entries
    moves: tuple[Move, ...]
    """Every pair of different verdicts that occurs, the most sheets first."""
    cases: tuple[CaseMove, ...]
    sheets: int
    """Number of sheets counted; see the module."""
    covered_old: Fraction
    covered_new: Fraction
    outcomes_moved: int
    """Number of sheets whose outcome changes, with the verdict or without."""

    @property
    def moved(self) -> int:
        """Number of sheets whose verdict changes."""
        return sum(move.sheets for move in self.moves)


@recursion_as_too_large()
def diff_releases(old: RuleBase, new: RuleBase) -> ReleaseDiff:
    """Compare two releases.

    Raises:
        DiagramTooLarge: the new rules need too many nodes in the order of the old questions.
    """
    both = _Both(old, new)
    counts, outcomes = both.counts(), _Both(old, new, outcomes=True).counts()
    moves = (
        Move(before, after, number, *both.example(before, after))
        for (before, after), number in counts.items()
        if before != after
    )
    return ReleaseDiff(
        entries=changed_entries(old, new),
        moves=tuple(sorted(moves, key=lambda move: (-move.sheets, move.before, move.after))),
        cases=tuple(changed_cases(old, new)),
        sheets=sum(counts.values()),
        covered_old=both.covered(old),
        covered_new=both.covered(new),
        outcomes_moved=sum(number for (was, now), number in outcomes.items() if was != now),
    )


def changed_entries(old: RuleBase, new: RuleBase) -> Entries:
    """Entries by id: those of one release only, and those whose content differs."""
    before, after = index_of(old), index_of(new)
    return Entries(
        added=tuple(id_ for id_ in after if id_ not in before),
        removed=tuple(id_ for id_ in before if id_ not in after),
        changed=tuple(id_ for id_ in after if id_ in before and before[id_] != after[id_]),
    )


def shared_values(old: RuleBase, new: RuleBase) -> dict[str, tuple[Answer, ...]]:
    """The questions of both releases, with the complete answers that both allow, in the words of the old one."""
    found = {}
    for id_, question in old.closed_questions.items():
        other = new.closed_questions.get(id_)
        if other is not None and other.kind == question.kind:
            theirs = {_plain(value) for value in other.complete_answers}
            found[id_] = tuple(value for value in question.complete_answers if _plain(value) in theirs)
    return {id_: values for id_, values in found.items() if values}


def _plain(value: Answer) -> str | frozenset[str]:
    """An answer without the order of options, which may differ between releases."""
    return value if isinstance(value, str) else frozenset(value)


def joint_order(old: RuleBase, new: RuleBase, shared: dict[str, tuple[Answer, ...]]) -> tuple[Sequence[str], ...]:
    """Levels of both diagrams in which shared questions stand in the same order: that of the old release."""
    before = variable_order(old)
    after = woven((id_ for id_ in before if id_ in shared), variable_order(new))
    return before, after


def _diagram(rulebase: RuleBase, order: Sequence[str], *, outcomes: bool) -> Diagram:
    compiler = Compiler(rulebase, order)
    found = compiler.decision(outcome_decision(rulebase))
    return compiler.diagram(found if outcomes else compiler.verdicts(found))


@dataclass(frozen=True)
class _Level:
    """One question of either release, or of both: where each of its values leads the two diagrams."""

    question: str
    old: int | None
    """Its level in the old diagram; None where only the new one has it."""
    new: int | None
    steps: dict[tuple[int, int], list[Answer]]
    """Values by their class in each diagram (0 where it has none)."""

    @cached_property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """The steps in order."""
        return tuple(self.steps)

    @cached_property
    def classes(self) -> tuple[list[Answer], ...]:
        """The values of each step."""
        return tuple(self.steps.values())


class _Both:
    """Two diagrams, of verdicts or of outcomes, walked side by side, level by level."""

    def __init__(self, old: RuleBase, new: RuleBase, *, outcomes: bool = False):
        self.shared = shared_values(old, new)
        before, after = joint_order(old, new, self.shared)
        self.old = _diagram(old, before, outcomes=outcomes)
        self.new = _diagram(new, after, outcomes=outcomes)
        self.levels = tuple(self._levels(before, after))
        self.root: Pair = (self.old.root, self.new.root)

    def _levels(self, before: Sequence[str], after: Sequence[str]) -> Iterator[_Level]:
        pending = list(after)
        for id_ in before:
            if id_ in self.shared:
                while pending[0] != id_:
                    yield self._alone(pending.pop(0), in_old=False)
                pending.pop(0)
                yield self._joint(id_)
            else:
                yield self._alone(id_, in_old=True)
        for id_ in pending:
            yield self._alone(id_, in_old=False)

    def _alone(self, question: str, *, in_old: bool) -> _Level:
        diagram = self.old if in_old else self.new
        level = diagram.level_of(question)
        assert level is not None
        classes = enumerate(diagram.variables[level].members)
        if in_old:
            return _Level(question, level, None, {(number, 0): list(values) for number, values in classes})
        return _Level(question, None, level, {(0, number): list(values) for number, values in classes})

    def _joint(self, question: str) -> _Level:
        old, new = self.old.level_of(question), self.new.level_of(question)
        assert old is not None
        assert new is not None
        mine = self.old.variables[old].position
        theirs = {_plain(value): number for value, number in self.new.variables[new].position.items()}
        steps: dict[tuple[int, int], list[Answer]] = {}
        for value in self.shared[question]:
            steps.setdefault((mine[value], theirs[_plain(value)]), []).append(value)
        return _Level(question, old, new, steps)

    def covered(self, rulebase: RuleBase) -> Fraction:
        """The share of a release's own complete sheets that is counted."""
        parts = (
            Fraction(len(values), len(rulebase.closed_questions[id_].complete_answers))
            for id_, values in self.shared.items()
        )
        return prod(parts, start=Fraction(1))

    def counts(self) -> Counter[tuple[str, str]]:
        """For each pair of verdicts the number of sheets."""
        ways = Counter({self.root: 1})
        for level, rows in zip(self.levels, self._reached, strict=True):
            after: Counter[Pair] = Counter()
            for pair in rows:
                for step, values in level.steps.items():
                    after[self._child(level, pair, step)] += ways[pair] * len(values)
            ways = after
        found: Counter[tuple[str, str]] = Counter()
        for (old, new), number in ways.items():
            found[self.old.leaves[old], self.new.leaves[new]] += number
        return found

    @cached_property
    def _reached(self) -> tuple[frozenset[Pair], ...]:
        """Before each level, the pairs of nodes that some sheet leads to."""
        found, here = [], frozenset({self.root})
        for level in self.levels:
            found.append(here)
            here = frozenset(self._child(level, pair, step) for pair in here for step in level.steps)
        return tuple(found)

    def _child(self, level: _Level, pair: Pair, step: tuple[int, int]) -> Pair:
        return _next(self.old, level.old, pair[0], step[0]), _next(self.new, level.new, pair[1], step[1])

    def example(self, before: str, after: str) -> tuple[dict[str, Answer], bool]:
        """The fewest answers that force a verdict in each release, and whether it is proved that fewer do not."""
        target = (self.old.leaves.index(before), self.new.leaves.index(after))
        wanted = yes_or_no(self._reached, self._sizes, self._follow, target, self.root)
        found, proved = smallest_forcing(wanted, self._shortest[target])
        chosen = ((self.levels[number], step) for number, step in sorted(found.items()))
        return {level.question: level.classes[step][0] for level, step in chosen}, proved

    @cached_property
    def _sizes(self) -> tuple[int, ...]:
        return tuple(len(level.steps) for level in self.levels)

    def _follow(self, number: int, pair: Pair, step: int) -> Pair:
        level = self.levels[number]
        return self._child(level, pair, level.pairs[step])

    @cached_property
    def _shortest(self) -> dict[Pair, dict[int, int]]:
        """For each pair of leaves the fewest steps, by level, on a path to it: only where a node on it asks."""
        best: dict[Pair, dict[int, int]] = {self.root: {}}
        for number, level in enumerate(self.levels):
            after: dict[Pair, dict[int, int]] = {}
            for pair, taken in best.items():
                children = [self._child(level, pair, step) for step in level.steps]
                asked = len(set(children)) > 1
                for step, child in enumerate(children):
                    longer = {**taken, number: step} if asked else taken
                    if child not in after or len(longer) < len(after[child]):
                        after[child] = longer
            best = after
        return best


def _next(diagram: Diagram, level: int | None, node: int, number: int) -> int:
    """Where a node goes at a level: on, unless it asks this question."""
    index = node - len(diagram.leaves)
    if index < 0 or level is None or diagram.levels[index] != level:
        return node
    return diagram.children[index][number]
