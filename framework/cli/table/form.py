"""What any form of table can do. A table is read in chunks, so its size does not matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from framework.cli.table.columns import Coded, Indices
from framework.errors import Problem

if TYPE_CHECKING:
    import pyarrow


class Chunk(Protocol):
    """Some rows of a table."""

    lines: Sequence[int]
    """Where each row stands: its line in a text, its number in a table without lines; counted from 1."""
    problems: Sequence[Problem]
    """Rows that could not be read; they are not among the others."""
    done: int
    """How far the table has been read; see `Source.total`."""

    columns: Sequence[Coded[str]]
    """The cells as text."""

    def arrow(self, kept: Indices) -> pyarrow.RecordBatch:
        """These rows as columns with types."""
        ...


class Source(Protocol):
    """A table that is read."""

    names: Sequence[str]
    line: int
    """Where the names stand; 1 in a table without lines."""
    total: int | None
    """How much there is to read, in the unit of `Chunk.done`; None if nobody can know."""

    def chunks(self, between: Sequence[str]) -> Iterator[Chunk]:
        """All rows, in order; `between` stands between the items of a list, in each column.

        Raises:
            SheetError: the rest cannot be read.
        """
        ...

    def schema(self) -> pyarrow.Schema:
        """The types of its columns."""
        ...


class Sink(Protocol):
    """A table that is written."""

    def write(self, chunk: Chunk, kept: Indices, results: Coded[tuple[str, ...]]) -> None:
        """Write these rows of a chunk, each with its result."""
        ...

    def close(self) -> None:
        """Write what belongs at the end."""
        ...
