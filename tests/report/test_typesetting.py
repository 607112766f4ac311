"""What is set as pages: nothing is torn apart at the end of a line or a page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pypdf
import pytest

from framework.report import typesetting
from framework.report.blocks import Table
from framework.report.plain import paragraph, table_data
from framework.report.typesetting import typeset

COMPILER = typesetting._compiler


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


NOWHERE = "\U0001f389 \U0002a6d6"
"""A picture, and a letter so rare that hardly a font has it."""


@pytest.mark.parametrize("form", ["pdf", "svg", "png"])
def test_what_no_font_has_is_left_out_and_told(form: Any, monkeypatch: pytest.MonkeyPatch, caplog: Any) -> None:
    """No font of the machine, as on a server without any."""
    monkeypatch.setattr(typesetting, "_compiler", lambda template, system_fonts: COMPILER(template, system_fonts=False))
    data = sheet([paragraph(f"before {NOWHERE} after, 100 u0002 e000")], title=f"A {NOWHERE}")
    plain = sheet([paragraph("before  \u25a1 after, 100 u0002 e000")], title="A  \u25a1")
    assert typeset("handout.typ", data, form) == typeset("handout.typ", plain, form)
    assert [record.getMessage() for record in caplog.records] == ["Characters that no font here has were left out: 2."]


def test_a_pdf_without_them_keeps_its_promise_to_readers_aloud() -> None:
    made = typeset("handout.typ", sheet([paragraph("x")], title=f"A {NOWHERE}"))
    assert b"pdfuaid:part" in made
