"""Tables as CSV."""

from __future__ import annotations

import csv
import io
import os
import re
import stat
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from operator import getitem
from typing import TYPE_CHECKING, BinaryIO, TextIO

import numpy as np

from framework.cli.files import unreadable
from framework.cli.table.columns import Coded, Indices
from framework.cli.table.form import Chunk
from framework.errors import Problem, SheetError
from framework.rulebase.cells import safe, unguarded
from framework.rulebase.columns import no_header, not_utf8, row_problem, rows_of

if TYPE_CHECKING:
    import pyarrow

CHUNK = 1 << 14
"""Rows held in memory at a time."""

_NEEDS_QUOTES = re.compile(r'[",\r\n]')


class _Numbers(dict[str, int]):
    """Numbers texts in the order in which they come."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


class CsvChunk:
    """Some rows, all as long as the header says."""

    def __init__(
        self, names: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]], problems: Sequence[Problem], done: int
    ):
        """`rows`: the line and the cells of each. Only one text is kept of those that are the same."""
        self.problems, self.done, self._names = problems, done, names
        lines: list[int] = []
        known = [_Numbers() for _ in names]
        numbers = array("q")
        for line, row in rows:
            lines.append(line)
            numbers.extend(map(getitem, known, row))
        codes = np.array(numbers, dtype=np.intp).reshape(-1, len(names))
        self.lines: Sequence[int] = lines
        self.columns: Sequence[Coded[str]] = [
            Coded(tuple(map(unguarded, texts)), codes[:, index]) for index, texts in enumerate(known)
        ]

    def arrow(self, kept: Indices) -> pyarrow.RecordBatch:
        """See `form.Chunk`."""
        import pyarrow

        columns = [
            pyarrow.DictionaryArray.from_arrays(
                column.codes[kept], pyarrow.array([text or None for text in column.values], "string")
            )
            for column in self.columns
        ]
        return pyarrow.RecordBatch.from_arrays([column.dictionary_decode() for column in columns], names=self._names)


class CsvSource:
    """A CSV file or stream."""

    def __init__(self, opened: BinaryIO, shown: str):
        """Reads the header.

        Raises:
            SheetError: there is none, or it cannot be read.
        """
        self._opened, self._shown = opened, shown
        self._reader = csv.reader(io.TextIOWrapper(opened, encoding="utf-8-sig", newline=""), strict=True)
        self._rows = self._read()
        header = next(self._rows, None)
        if header is None or not any(header[1]):
            raise SheetError([no_header(shown)])
        self.line = header[0]
        self.names: Sequence[str] = [name.strip() for name in header[1]]
        self.total = _size(opened)

    def chunks(self, between: Sequence[str]) -> Iterator[Chunk]:
        """See `form.Source`; progress is in bytes."""
        for first in self._rows:
            problems: list[Problem] = []
            rows = self._even(chain([first], islice(self._rows, CHUNK - 1)), problems)
            chunk = CsvChunk(self.names, rows, problems, 0)
            chunk.done = self._opened.tell() if self.total is not None else 0
            yield chunk

    def schema(self) -> pyarrow.Schema:
        """See `form.Source`: everything is text."""
        import pyarrow

        return pyarrow.schema([(name, pyarrow.string()) for name in self.names])

    def _even(self, rows: Iterable[tuple[int, list[str]]], problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
        """The rows that are as long as the header; a problem for each other."""
        width = len(self.names)
        for line, row in rows:
            if problem := row_problem(row, width, self._shown, line):
                problems.append(problem)
            else:
                yield line, row

    def _read(self) -> Iterator[tuple[int, list[str]]]:
        """Rows with the line on which they end; empty lines are left out."""
        try:
            for line, row in rows_of(self._reader, self._shown):
                if row:
                    yield line, row
        except OSError as error:
            raise SheetError([unreadable(self._shown, error.strerror)]) from error
        except UnicodeDecodeError as error:
            raise SheetError([not_utf8(self._shown)]) from error


class CsvSink:
    """Writes CSV in which no cell can be taken for a formula."""

    def __init__(self, out: TextIO, names: Sequence[str]):
        self._out = out
        out.write(",".join(names) + "\n")

    def write(self, chunk: Chunk, kept: Indices, results: Coded[tuple[str, ...]]) -> None:
        """See `form.Sink`."""
        cells = [[_cell(safe(text)) for text in column.values] for column in chunk.columns]
        ends = ["".join(f",{_cell(part)}" for part in result) + "\n" for result in results.values]
        codes = np.column_stack([column.codes for column in chunk.columns])[kept].tolist()
        for row, result in zip(codes, results.codes.tolist(), strict=True):
            self._out.write(",".join(map(getitem, cells, row)) + ends[result])

    def close(self) -> None:
        """See `form.Sink`."""


def _cell(text: str) -> str:
    """A text as a cell of CSV: in quotes where it needs them."""
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def _size(opened: BinaryIO) -> int | None:
    """The size of a regular file in bytes."""
    try:
        found = os.fstat(opened.fileno())
    except OSError:
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None
