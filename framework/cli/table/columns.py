"""Columns in which values repeat, as `batch` works on them: each value once, and for each row which it is."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

T = TypeVar("T", bound=Hashable)

Indices = npt.NDArray[np.intp]

MAX_GROUPS = 1 << 62
"""Up to here groups can be numbered."""


@dataclass(frozen=True)
class Coded(Generic[T]):
    """Some values, and for each row the position of its own."""

    values: Sequence[T]
    codes: Indices

    @classmethod
    def of(cls, cells: Sequence[T]) -> Coded[T]:
        """A column of cells."""
        place = {value: index for index, value in enumerate(dict.fromkeys(cells))}
        return cls(tuple(place), np.fromiter(map(place.__getitem__, cells), dtype=np.intp, count=len(cells)))

    @classmethod
    def join(cls, parts: Iterable[tuple[Indices, Coded[T]]], rows: int) -> Coded[T]:
        """A column put together from parts; each says which rows it holds."""
        place: dict[T, int] = {}
        codes = np.zeros(rows, dtype=np.intp)
        for here, part in parts:
            places = [place.setdefault(value, len(place)) for value in part.values]
            codes[here] = np.array(places, dtype=np.intp)[part.codes]
        return cls(tuple(place), codes)

    def at(self, row: int) -> T:
        """The value of one row."""
        return self.values[int(self.codes[row])]

    def take(self, rows: Indices) -> Coded[T]:
        """The column with only these rows, by index and in this order; its `values` stay the same."""
        return Coded(self.values, self.codes[rows])


def groups(columns: Iterable[Coded[Any]], rows: int) -> tuple[Indices, Indices]:
    """Rows that agree in every column: the first of each group, and the group of each row."""
    group, count = np.zeros(rows, dtype=np.int64), 1
    for column in columns:
        width = len(column.values)
        if count * width > MAX_GROUPS:
            group = np.unique(group, return_inverse=True)[1]
            count = rows
        group = group * width + column.codes
        count *= width
    _, first, numbered = np.unique(group, return_index=True, return_inverse=True)
    return first, numbered


def members(group: Indices) -> list[Indices]:
    """The rows of each group."""
    return np.split(np.argsort(group, kind="stable"), np.cumsum(np.bincount(group))[:-1]) if len(group) else []
