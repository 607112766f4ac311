"""Many sheets at once: a diagram walked a few questions a step for whole columns of answers. Only this needs numpy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from framework.reasoning.diagram import Diagram
from framework.reasoning.variable import Variable

UNKNOWN = -1
"""The code of a missing answer, and of a sheet for which the walk needed one."""

GOES_ON = -2
"""The code of a sheet whose walk has not ended."""

CODE = np.int16
"""The type of codes that is walked fastest. It is wide enough for a place in a table of `CELLS`."""

CHUNK = 1 << 15
"""Rows walked together, and ..."""

CELLS = 1 << 15
"""... the size that a table keeps to where it can: so few that both stay in the processor's cache."""

MANY = 16
"""A question with more answers than this is read by class of answers; with fewer, the answers are classes enough."""

FEW = 1 / 4
"""If no larger share of the rows goes on after the first step, these are picked out: the others cost no more time."""

Codes = npt.NDArray[np.integer[Any]]
Indices = npt.NDArray[np.intp]
Leaves = npt.NDArray[np.int32]
Rows = slice | Indices
"""Some of the rows: a stretch of them, or their places."""


@dataclass(frozen=True)
class _Digit:
    """One question as a digit of a table's index: -1 for unknown, then its answers or classes of answers."""

    question: str
    classes: npt.NDArray[CODE] | None
    width: int

    @classmethod
    def of(cls, variable: Variable) -> _Digit:
        if len(variable.values) <= MANY:
            return cls(variable.question, None, len(variable.values) + 1)
        # The last entry is "unknown": a code of -1 finds it by wrapping around, without a test.
        classes = np.array((*variable.class_of, UNKNOWN), dtype=CODE)
        return cls(variable.question, classes, len(variable.members) + 1)

    def read(self, columns: Mapping[str, Codes], rows: Rows) -> Codes | int:
        """The digit of each row, or of all where nothing is known."""
        column = columns.get(self.question)
        if column is None:
            return UNKNOWN
        return column[rows] if self.classes is None else self.classes.take(column[rows], mode="wrap")


@dataclass(frozen=True)
class _Level:
    """Questions taken at once: `table[state, digits]` is the place in `nodes` of the state behind them.

    A state is the node that a walk is at, a leaf that it has reached, or unknown.
    """

    digits: tuple[_Digit, ...]
    table: Indices
    nodes: tuple[int, ...]


@dataclass(frozen=True)
class _Step:
    """A level as it is walked: `table[cell of the state + digits]` is the first cell of the state behind it."""

    digits: tuple[_Digit, ...]
    table: Indices
    ends: Leaves
    """For each such cell its leaf, `UNKNOWN`, or `GOES_ON`."""


class Batch:
    """A diagram made ready for whole columns of answers: some milliseconds of work, once."""

    def __init__(self, diagram: Diagram):
        self.leaves = diagram.leaves
        self._root = diagram.root
        self._start, self._steps = _steps(diagram)

    def decide(self, columns: Mapping[str, Codes]) -> Leaves:
        """For each row the index of its leaf in `leaves`; `UNKNOWN` where the walk came upon a missing answer.

        `columns` has for each question one array of codes, best of type `CODE`: positions in `Variable.values`, or
        `UNKNOWN`. A question without a column is unknown in every row.
        """
        rows = len(next(iter(columns.values()))) if columns else 0
        if not self._steps:
            return np.full(rows, self._root, dtype=np.int32)
        cells = np.full(rows, self._start, dtype=np.intp)
        for here in _chunks(rows):
            cells[here] = _walk(self._steps[:1], columns, here, cells[here])
        result = self._steps[0].ends.take(cells)
        going_on = np.flatnonzero(result == GOES_ON)
        few = len(going_on) <= FEW * rows
        for here in _chunks(len(going_on) if few else rows):
            chosen = going_on[here] if few else here
            result[chosen] = self._steps[-1].ends.take(_walk(self._steps[1:], columns, chosen, cells[chosen]))
        return result


def _chunks(rows: int) -> Iterator[slice]:
    return (slice(start, min(start + CHUNK, rows)) for start in range(0, rows, CHUNK))


def _walk(steps: Sequence[_Step], columns: Mapping[str, Codes], rows: Rows, cells: Indices) -> Indices:
    """The cells of these rows behind these steps."""
    digits = np.empty(len(cells), dtype=CODE)
    for step in steps:
        digits[:] = step.digits[0].read(columns, rows)
        for digit in step.digits[1:]:
            digits *= digit.width
            digits += digit.read(columns, rows)
        cells = step.table.take(cells + digits, mode="clip")
    return cells


def _steps(diagram: Diagram) -> tuple[int, list[_Step]]:
    """The cell to start from, and the steps: none if the diagram is a single leaf."""
    groups: list[_Level] = []
    for level in _levels(diagram):
        if groups and groups[-1].table.size * level.digits[0].width <= CELLS:
            last = groups.pop()
            table = level.table[last.table].reshape(len(last.table), -1)
            level = _Level((*last.digits, *level.digits), table, level.nodes)
        groups.append(level)
    first = len(diagram.leaves)
    steps: list[_Step] = []
    cells = np.arange(len(groups[-1].nodes) if groups else 1)
    for group in reversed(groups):
        ends = np.empty(cells[-1] + 1, dtype=np.int32)
        ends[cells] = [node if node < first else GOES_ON for node in group.nodes]
        steps.append(_Step(group.digits, cells[group.table].ravel(), ends))
        # Unknown is digit -1, so the cell that a state starts from lies where all its digits are 0.
        widths = [digit.width for digit in group.digits]
        zero = sum(int(np.prod(widths[place:])) for place in range(1, len(widths) + 1))
        cells = np.arange(len(group.table)) * group.table.shape[1] + zero
    return int(cells[0]), steps[::-1]


def _levels(diagram: Diagram) -> Iterator[_Level]:
    """A level for each question. The first state of all is the root."""
    first = len(diagram.leaves)
    states = [diagram.root, UNKNOWN]
    for level in sorted(set(diagram.levels)):
        variable = diagram.variables[level]
        digit = _Digit.of(variable)
        classes = variable.class_of if digit.classes is None else range(digit.width - 1)
        targets = []
        for node in states:
            if node >= first and diagram.levels[node - first] == level:
                children = diagram.children[node - first]
                targets.append([UNKNOWN, *(children[number] for number in classes)])
            else:
                targets.append([node] * digit.width)
        states = sorted({node for row in targets for node in row})
        place = {node: index for index, node in enumerate(states)}
        table = np.array([[place[node] for node in row] for row in targets], dtype=np.intp)
        yield _Level((digit,), table, tuple(states))
