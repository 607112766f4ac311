"""Many sheets at once: one walk down a diagram for whole columns of answers. The only place here that needs numpy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from framework.reasoning.diagram import Diagram

UNKNOWN = -1
"""The code of a missing answer, and of a sheet for which the walk needed one."""

CHUNK = 1 << 15
"""Rows walked together: so few that what they need stays in the processor's cache."""

Codes = npt.NDArray[np.integer[Any]]


def decide_all(diagram: Diagram, columns: Mapping[str, Codes]) -> npt.NDArray[np.int32]:
    """For each row the index of its leaf in `diagram.leaves`; `UNKNOWN` where the walk came upon a missing answer.

    `columns` has for each question, one array of codes: positions in `Variable.values`, or `UNKNOWN`. A question
    without a column is unknown in every row.
    """
    rows = len(next(iter(columns.values()))) if columns else 0
    first = len(diagram.leaves)
    used = sorted(set(diagram.levels))
    row_of = {level: index for index, level in enumerate(used)}
    width = max((len(children) for children in diagram.children), default=1) + 1
    # The last child of every node is "unknown": a code of -1 then finds it by wrapping around, without a test.
    table = np.full((diagram.size, width), UNKNOWN, dtype=np.int32)
    for index, children in enumerate(diagram.children):
        table[first + index, : len(children)] = children
    reads = np.zeros(diagram.size, dtype=np.intp)
    reads[first:] = [row_of[level] for level in diagram.levels]
    classes = [np.array((*diagram.variables[level].class_of, width - 1), dtype=np.int32) for level in used]
    given = [columns.get(diagram.variables[level].question) for level in used]
    result = np.empty(rows, dtype=np.int32)
    flat = table.ravel()
    for start in range(0, rows, CHUNK):
        end = min(start + CHUNK, rows)
        values = np.full((len(used), end - start), width - 1, dtype=np.int32)
        for index, column in enumerate(given):
            if column is not None:
                values[index] = classes[index].take(column[start:end], mode="wrap")
        result[start:end] = _walk(flat, width, reads, values, first, diagram.root)
    return result


def _walk(
    flat: npt.NDArray[np.int32],
    width: int,
    reads: npt.NDArray[np.intp],
    values: npt.NDArray[np.int32],
    first: int,
    root: int,
) -> npt.NDArray[np.int32]:
    """Where each row ends; rows that have ended are left out of the next step."""
    rows = values.shape[1]
    ended = np.full(rows, root, dtype=np.int32)
    if root < first:
        return ended
    cells = values.ravel()
    left = np.arange(rows)
    nodes = ended
    while left.size:
        nodes = flat.take(nodes * width + cells.take(reads.take(nodes) * rows + left))
        going = nodes >= first
        stopped = ~going
        ended[left[stopped]] = nodes[stopped]
        left, nodes = left[going], nodes[going]
    return ended
