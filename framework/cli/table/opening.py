"""Opens tables: what comes in is recognised by its first bytes, what goes out is named."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import BinaryIO, TextIO, cast

from framework.cli.files import open_bytes, refuse_terminal
from framework.cli.table.comma import CsvSink, CsvSource
from framework.cli.table.form import Sink, Source

CSV, PARQUET = "csv", "parquet"
ENDINGS = {CSV: ".csv", PARQUET: ".parquet"}
MAGIC = b"PAR1"
"""What a Parquet file begins with."""


@contextmanager
def reading(file: str, shown: str) -> Iterator[Source]:
    """A table for reading.

    Raises:
        SheetError: it cannot be opened, or is no table.
    """
    with open_bytes(file) as opened:
        if opened.peek(len(MAGIC))[: len(MAGIC)] != MAGIC:
            yield CsvSource(cast(BinaryIO, opened), shown)
            return
        from framework.cli.table.parquet import ParquetSource  # takes longer to import than most tables to decide

        if opened.seekable():
            yield ParquetSource(cast(BinaryIO, opened), shown)
            return
        with tempfile.TemporaryFile() as whole:  # Parquet is read from its end
            shutil.copyfileobj(opened, whole)
            yield ParquetSource(cast(BinaryIO, whole), shown)


@contextmanager
def sink(
    form: str, output: str, out: TextIO, source: Source, added: Sequence[str], rules: Mapping[str, str]
) -> Iterator[Sink]:
    """A table for writing: the columns of the source and those that are added; `rules` are named where a form can.

    Raises:
        UserError: the form is not text, and the output is a terminal.
    """
    if form == CSV:
        yield CsvSink(out, [*source.names, *added])
        return
    from framework.cli.table.parquet import ParquetSink

    refuse_terminal(output)
    made = ParquetSink(out.buffer, source.schema(), added, rules)
    yield made
    made.close()
