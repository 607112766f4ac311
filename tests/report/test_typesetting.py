"""What is set as pages: nothing is torn apart at the end of a line or a page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pypdf

from framework.report.blocks import Table
from framework.report.plain import paragraph, table_data
from framework.report.typesetting import typeset


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def sheet(blocks: list[dict[str, Any]], title: str = "x") -> dict[str, Any]:
    sections = [{"title": "One", "blocks": blocks, "notes": ()}]
    return {"title": title, "language": "en", "footer": "", "lead": "", "sections": sections}


def broken(rows: int) -> Iterator[bool]:
    """Whether a table ends on another page than it begins, lower and lower on the page."""
    table = table_data(Table(("a", "b"), tuple((f"row {number}.", "b") for number in range(rows))))
    for above in range(12, 40, 2):
        said = pages(typeset("handout.typ", sheet([*([paragraph("above")] * above), table])))
        first, last = (
            next(number for number, page in enumerate(said) if text in page) for text in ("row 0.", f"row {rows - 1}.")
        )
        yield first != last


def test_a_short_table_stays_on_one_page() -> None:
    assert not any(broken(8))


def test_a_long_table_may_go_on_on_the_next_page() -> None:
    assert any(broken(30))


def test_no_line_begins_with_a_percent_sign() -> None:
    (page, *_) = pages(typeset("handout.typ", sheet([paragraph("97 % " * 200)])))
    assert page.count("\u00a0%") > 100 and not any(line.startswith("%") for line in page.splitlines())
