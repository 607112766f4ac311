"""Cells of a table that people open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from framework.rulebase.cells import safe


def file_of(table: str) -> bytes:
    """A table in CSV as a file to open: the mark in front tells Excel, which would guess, that it is UTF-8."""
    return table.encode("utf-8-sig", "replace")


def to_csv(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table as CSV; no cell can be taken for a formula."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([map(safe, columns), *(map(safe, row) for row in rows)])
    return out.getvalue()
