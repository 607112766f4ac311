"""A document as plain data for templates: every text as it is, every figure drawn. Templates escape; this does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from framework.model.assessment import Assessment, Statement
from framework.model.rulebase import RuleBase
from framework.report import charts
from framework.report.blocks import Block, Bullets, Choices, Details, Document, Item, Paragraph, Picture, Table
from framework.report.hues import hue_of
from framework.report.wording import choice_lines, common_origin, footer, origin, raised_by, verdict_line

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
        card = document.card
        return {
            "title": document.title,
            "card": {
                "verdict": verdict_line(self.rulebase, card),
                "title": card.title,
                "sentence": card.sentence,
                "alternative": card.alternative,
                "note": card.note,
                "hue": hue_of(card.colour),
            },
            "sections": [
                {"id": section.id, "title": section.title, "blocks": self._blocks(section.blocks)}
                for section in document.sections
            ],
            "footer": footer(self.rulebase, self.assessment),
        }

    def _blocks(self, blocks: Sequence[Block]) -> list[Data]:
        return [self._block(block) for block in blocks]

    def _block(self, block: Block) -> Data:
        match block:
            case Paragraph(text, statement, quiet):
                return {"kind": "paragraph", "text": text, "quiet": quiet, "origin": _origin(statement)}
            case Bullets(items, heading, tone, numbered):
                common = common_origin(items)
                lines = [self._item(item, quiet=common is not None) for item in items]
                return _list(heading, lines, tone=tone, numbered=numbered, origin=common)
            case Choices(heading, _):
                answered = choice_lines(self.rulebase, self.assessment, block)
                lines = [_line(answer or "", label=label) for label, answer in answered]
                return _list(heading, lines)
            case Table():
                return _table(block)
            case Picture(name, reading, table, caption):
                drawn = charts.picture(name, self.rulebase, self.assessment, self.look, reading)
                return {
                    "kind": "picture",
                    "reading": reading,
                    "caption": caption if drawn else "",
                    "svg": drawn,
                    "table": _table(table),
                }
            case Details(title, inner):
                return {"kind": "details", "title": title, "blocks": self._blocks(inner)}

    def _item(self, item: Item, *, quiet: bool) -> Data:
        asked = ", ".join(raised_by(self.rulebase, item)) if item.statement else ""
        found = None if quiet else _origin(item.statement, asked)
        return _line(item.text, label=item.label, parts=item.parts, origin=found)


def _line(text: str, **more: Any) -> Data:
    return {"text": text, "label": None, "parts": (), "origin": None, **more}


def _list(heading: str | None, lines: list[Data], **more: Any) -> Data:
    start = {"kind": "list", "heading": heading, "lines": lines}
    return {**start, "tone": "", "numbered": False, "origin": None, **more}


def _table(table: Table) -> Data:
    return {"kind": "table", "columns": table.columns, "rows": table.rows, "caption": table.caption}


def _origin(statement: Statement | None, asked: str = "") -> str | None:
    if statement is None:
        return None
    return f"{origin(statement)} | from: {asked}" if asked else origin(statement)
