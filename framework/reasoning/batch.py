"""Many sheets at once: a diagram walked a few questions a step for whole columns of answers. Only this needs numpy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from framework.reasoning.diagram import Diagram
from framework.reasoning.variable import Variable

UNKNOWN = -1
"""The code of a missing answer, and of a sheet for which the walk needed one."""

CHUNK = 1 << 15
"""Rows walked together, and ..."""

CELLS = 1 << 15
"""... the size that a table keeps to where it can: so few that both stay in the processor's cache."""

MANY = 16
"""A question with more answers than this is read by class of answers; with fewer, the answers are classes enough."""

Codes = npt.NDArray[np.integer[Any]]
Indices = npt.NDArray[np.intp]


@dataclass(frozen=True)
class _Digit:
    """One question as a digit of a table's index: -1 for unknown, then its answers or classes of answers."""

    question: str
    classes: npt.NDArray[np.int32] | None
    width: int

    @classmethod
    def of(cls, variable: Variable) -> _Digit:
        if len(variable.values) <= MANY:
            return cls(variable.question, None, len(variable.values) + 1)
        # The last entry is "unknown": a code of -1 finds it by wrapping around, without a test.
        classes = np.array((*variable.class_of, UNKNOWN), dtype=np.int32)
        return cls(variable.question, classes, len(variable.members) + 1)

    def read(self, columns: Mapping[str, Codes], rows: slice) -> Codes | int:
        """The digit of each row, or of all where nothing is known."""
        column = columns.get(self.question)
        if column is None:
            return UNKNOWN
        return column[rows] if self.classes is None else self.classes.take(column[rows], mode="wrap")


@dataclass(frozen=True)
class _Step:
    """Some questions taken at once: `table[cell of the state + digits]` is the first cell of the state behind them."""

    digits: tuple[_Digit, ...]
    table: Indices


def decide_all(diagram: Diagram, columns: Mapping[str, Codes]) -> npt.NDArray[np.int32]:
    """For each row the index of its leaf in `diagram.leaves`; `UNKNOWN` where the walk came upon a missing answer.

    `columns` has for each question, one array of codes: positions in `Variable.values`, or `UNKNOWN`. A question
    without a column is unknown in every row.
    """
    rows = len(next(iter(columns.values()))) if columns else 0
    first, steps, ends = _steps(diagram)
    result = np.empty(rows, dtype=np.int32)
    for start in range(0, rows, CHUNK):
        here = slice(start, min(start + CHUNK, rows))
        cells = np.full(here.stop - start, first, dtype=np.intp)
        digits = np.empty(here.stop - start, dtype=np.int32)
        for step in steps:
            digits[:] = step.digits[0].read(columns, here)
            for digit in step.digits[1:]:
                digits *= digit.width
                digits += digit.read(columns, here)
            cells += digits
            cells = step.table.take(cells, mode="clip")
        result[here] = ends.take(cells)
    return result


def _steps(diagram: Diagram) -> tuple[int, list[_Step], npt.NDArray[np.int32]]:
    """The cell to start from, the steps, and for each cell after the last step its leaf."""
    states, levels = _levels(diagram)
    groups: list[tuple[list[_Digit], Indices]] = []
    for digit, table in levels:
        digits, whole = groups[-1] if groups else ([], np.empty((0, 0), dtype=np.intp))
        if digits and whole.size * digit.width <= CELLS:
            digits.append(digit)
            groups[-1] = digits, table[whole].reshape(len(whole), -1)
        else:
            groups.append(([digit], table))
    steps: list[_Step] = []
    cells = np.arange(len(states))
    for digits, whole in reversed(groups):
        steps.append(_Step(tuple(digits), cells[whole].ravel()))
        # Unknown is digit -1, so the cell that a state starts from lies where all its digits are 0.
        zero = sum(int(np.prod([digit.width for digit in digits[place:]])) for place in range(1, len(digits) + 1))
        cells = np.arange(len(whole)) * whole.shape[1] + zero
    return int(cells[0]), steps[::-1], np.array(states, dtype=np.int32)


def _levels(diagram: Diagram) -> tuple[list[int], list[tuple[_Digit, Indices]]]:
    """Where a walk can be after the last level, and for each level its digit and where each state and digit leads.

    A state is the node that a walk is at, a leaf that it has reached, or unknown; it is counted among those that are
    possible between two levels. The first state of all is the root.
    """
    first = len(diagram.leaves)
    states, levels = [diagram.root, UNKNOWN], []
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
        levels.append((digit, np.array([[place[node] for node in row] for row in targets], dtype=np.intp)))
    return states, levels
