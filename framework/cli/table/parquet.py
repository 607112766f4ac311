"""Tables as Parquet: types are kept, and a list in a cell is several answers. The only module that needs pyarrow
to be imported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

import numpy as np
import pyarrow
import pyarrow.parquet

from framework.cli.table.columns import Coded, Indices
from framework.cli.table.form import Chunk
from framework.errors import Place, Problem, SheetError
from framework.rulebase.cells import ALL
from framework.rulebase.columns import LISTED

CHUNK = 1 << 16
"""Rows held in memory at a time."""


class ParquetChunk:
    """Some rows; the first of them is number `first`."""

    def __init__(self, batch: pyarrow.RecordBatch, first: int, between: Sequence[str]):
        self.lines: Sequence[int] = range(first, first + batch.num_rows)
        self.problems: Sequence[Problem] = ()
        self.done = first - 1 + batch.num_rows
        self.columns: Sequence[Coded[str]] = [
            _coded(column, mark) for column, mark in zip(batch.columns, between, strict=True)
        ]
        self._batch = batch

    def arrow(self, kept: Indices) -> pyarrow.RecordBatch:
        """See `form.Chunk`."""
        return self._batch.take(pyarrow.array(kept)) if len(kept) < self._batch.num_rows else self._batch


class ParquetSource:
    """A Parquet file."""

    def __init__(self, opened: BinaryIO, shown: str):
        """Reads the footer.

        Raises:
            SheetError: it cannot be read, or a column holds what cannot be written in a cell.
        """
        self._shown = shown
        try:
            self._file = pyarrow.parquet.ParquetFile(opened)
        except pyarrow.ArrowException as error:
            raise self._broken(error) from error
        self.names, self.line = self._file.schema_arrow.names, 1
        self.total = self._file.metadata.num_rows
        problems = [
            Problem(Place(shown, 1, index + 1), "column_type", f"`{field.name}` has cells of type {field.type}", HINT)
            for index, field in enumerate(self._file.schema_arrow)
            if not _fits_a_cell(field.type)
        ]
        if not self.names:
            problems = [Problem(Place(shown), "empty", "the table has no columns", "columns are named by question ids")]
        if problems:
            raise SheetError(problems)

    def chunks(self, between: Sequence[str]) -> Iterator[Chunk]:
        """See `form.Source`; progress is in rows."""
        first = 1
        try:
            for batch in self._file.iter_batches(CHUNK):
                yield ParquetChunk(batch, first, between)
                first += batch.num_rows
        except (pyarrow.ArrowException, OSError) as error:
            raise self._broken(error) from error

    def schema(self) -> pyarrow.Schema:
        """See `form.Source`."""
        return self._file.schema_arrow

    def _broken(self, error: Exception) -> SheetError:
        message = f"not valid Parquet: {str(error).splitlines()[0]}"
        return SheetError([Problem(Place(self._shown), "syntax", message, "write the file again")])


HINT = "use text, numbers or lists of text"


class ParquetSink:
    """Writes Parquet; results are text or lists of text, and what is empty is null."""

    def __init__(self, out: BinaryIO, schema: pyarrow.Schema, names: Sequence[str], rules: Mapping[str, str]):
        """`rules`: what the file says of the rules behind the results."""
        self._schema = schema.with_metadata({**(schema.metadata or {}), **rules})
        self._kinds = [pyarrow.list_(pyarrow.string()) if name in LISTED else pyarrow.string() for name in names]
        for name, kind in zip(names, self._kinds, strict=True):
            self._schema = self._schema.append(pyarrow.field(name, kind))
        self._writer = pyarrow.parquet.ParquetWriter(out, self._schema)

    def write(self, chunk: Chunk, kept: Indices, results: Coded[tuple[str, ...]]) -> None:
        """See `form.Sink`."""
        if len(kept):
            codes = pyarrow.array(results.codes)
            added = [
                pyarrow.array([_cell(text, kind) for text in part], kind).take(codes)
                for kind, part in zip(self._kinds, zip(*results.values, strict=True), strict=True)
            ]
            columns = [*chunk.arrow(kept).columns, *added]
            self._writer.write_batch(pyarrow.RecordBatch.from_arrays(columns, schema=self._schema))

    def close(self) -> None:
        """See `form.Sink`."""
        self._writer.close()


def _cell(text: str, kind: pyarrow.DataType) -> str | list[str] | None:
    """A result as a cell of this type."""
    if not text:
        return None
    return text.split(ALL) if pyarrow.types.is_list(kind) else text


def _fits_a_cell(kind: pyarrow.DataType) -> bool:
    types = pyarrow.types
    if types.is_dictionary(kind) or types.is_list(kind) or types.is_large_list(kind):
        kind = kind.value_type
    plain = (types.is_string, types.is_large_string, types.is_string_view, types.is_integer, types.is_floating)
    return any(of(kind) for of in (*plain, types.is_decimal, types.is_null))


def _coded(column: Any, between: str) -> Coded[str]:
    """The cells of a column as text; nothing is an empty one."""
    if not isinstance(column, pyarrow.DictionaryArray):
        if pyarrow.types.is_list(column.type) or pyarrow.types.is_large_list(column.type):
            rows = column.to_pylist()
            column = pyarrow.array([between.join(str(x) for x in row or () if x is not None) for row in rows], "string")
        column = column.dictionary_encode()
    texts = [*column.dictionary.cast(pyarrow.string()).fill_null("").to_pylist(), ""]
    codes = column.indices.cast(pyarrow.int64()).fill_null(len(texts) - 1)
    return Coded(texts, codes.to_numpy().astype(np.intp))
