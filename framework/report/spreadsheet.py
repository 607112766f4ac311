"""Cells of a table that people open in a spreadsheet."""

from __future__ import annotations

import unicodedata

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Prefixes of a cell that a spreadsheet would interpret as a formula."""


def safe(cell: str) -> str:
    """The cell, escaped so that no spreadsheet runs it as a formula."""
    return f"'{cell}" if unicodedata.normalize("NFKC", cell).lstrip(" ").startswith(FORMULA) else cell
