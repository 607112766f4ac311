"""A document as plain data for templates: every text as it is, every figure drawn. Templates escape; this does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from framework.model.assessment import Assessment, Statement
from framework.model.rulebase import RuleBase
from framework.report import charts
from framework.report.blocks import (
    Block,
    Bullets,
    Choices,
    Details,
    Document,
    Item,
    Marks,
    Paragraph,
    Picture,
    Section,
    Table,
)
from framework.report.onepage import front_data
from framework.report.wording import STANDS, choice_lines, footer, more_line, note_lines, origin, written_in

Data = dict[str, Any]


@dataclass(frozen=True)
class Plain:
    """Turns the parts of one brief into data."""

    rulebase: RuleBase
    assessment: Assessment
    look: charts.Look
    """The colours and the font of figures."""

    def document(self, document: Document) -> Data:
        """The whole document."""
        return {
            "title": document.title,
            "language": written_in(self.rulebase),
            **front_data(document.front, self.rulebase.language, document.card.note or ""),
            "sections": [self._section(document, section) for section in document.sections],
            "footer": footer(self.rulebase, self.assessment),
        }

    def _section(self, document: Document, section: Section) -> Data:
        blocks = self.blocks(section.blocks, section.notes)
        return {
            "id": section.id,
            "title": section.title,
            "blocks": blocks,
            "notes": note_lines(self.rulebase, document.sections, section),
        }

    def blocks(self, blocks: Sequence[Block], notes: Sequence[str]) -> list[Data]:
        """Some blocks."""
        return [self._block(block, notes) for block in blocks]

    def _block(self, block: Block, notes: Sequence[str]) -> Data:
        match block:
            case Paragraph(text, statement, quiet):
                return paragraph(text, quiet=quiet, origin=_origin(statement, notes))
            case Bullets(items, heading, _, numbered):
                lines = [_item(item, notes) for item in items]
                return listing(heading, lines, numbered=numbered, more=more_line(block))
            case Marks(reading, marks):
                return details(reading, [listing(None, _standing(marks))])
            case Choices(heading, _):
                answered = choice_lines(self.rulebase, self.assessment, block)
                return listing(heading, [line(answer or "", label=label) for label, answer in answered])
            case Table():
                return table_data(block)
            case Picture(name, reading, table, caption):
                drawn = charts.picture(name, self.rulebase, self.assessment, self.look, reading)
                return picture(reading, drawn, table=table, caption=caption if drawn else "")
            case Details(title, inner):
                return details(title, self.blocks(inner, notes))


def _item(item: Item, notes: Sequence[str]) -> Data:
    return line(item.text, label=item.label, parts=item.parts, origin=_origin(item.statement, notes))


def _standing(marks: Sequence[tuple[str, str]]) -> list[Data]:
    """The marks by how they stand, a line for each way."""
    by_tone = {status: [name for name, tone in marks if tone == status.value] for status in STANDS}
    return [line("; ".join(names), label=STANDS[status]) for status, names in by_tone.items() if names]


def paragraph(text: str, *, quiet: bool = False, origin: str | None = None) -> Data:
    """A paragraph."""
    return {"kind": "paragraph", "text": text, "quiet": quiet, "origin": origin}


def details(title: str, blocks: list[Data]) -> Data:
    """Blocks under a small heading."""
    return {"kind": "details", "title": title, "blocks": blocks}


def picture(
    reading: str, svg: str | None, *, table: Table | None = None, caption: str = "", alt: str | None = None
) -> Data:
    """A figure, its sentence, and its table if it has one. `alt`: words for those who cannot see it, if others."""
    return {
        "kind": "picture",
        "reading": reading,
        "alt": alt or reading,
        "caption": caption,
        "svg": svg,
        "table": table_data(table) if table else None,
    }


def line(text: str, **more: Any) -> Data:
    """One line of a list."""
    return {"text": text, "label": None, "parts": (), "origin": None, **more}


def listing(heading: str | None, lines: list[Data], *, numbered: bool = False, more: str = "") -> Data:
    """A list."""
    return {"kind": "list", "heading": heading, "lines": lines, "numbered": numbered, "more": more}


def table_data(table: Table) -> Data:
    """A table."""
    return {"kind": "table", "columns": table.columns, "rows": table.rows, "caption": table.caption}


def _origin(statement: Statement | None, notes: Sequence[str]) -> str | None:
    return origin(statement, notes) if statement else None
