"""A document as plain data for templates: every text as it is, every figure drawn. Templates escape; this does not."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from framework.languages.catalogue import say, to_say
from framework.model.assessment import Assessment, Statement
from framework.model.rulebase import RuleBase
from framework.reasoning.readable import STANDS
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
from framework.report.document import statements
from framework.report.onepage import front_data
from framework.report.wording import choice_lines, cited, footer, more_line, written_in

Data = dict[str, Any]

RULES_READ = to_say(
    "The number after a line is that of the rule behind it; in brackets after a rule stand its sources."
)
"""Stands above the list of rules at the end."""

NOTHING: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True)
class Plain:
    """Turns the parts of one brief into data."""

    rulebase: RuleBase
    assessment: Assessment
    look: charts.Look
    """The colours and the font of figures."""

    def document(self, document: Document) -> Data:
        """The whole document. Behind a line stands the number of its rule; the last section says which that is."""
        rules: dict[str, set[str]] = {}
        for statement in statements(document.sections):
            rules.setdefault(statement.rule, set()).update(statement.sources)
        numbers = {rule: number for number, rule in enumerate(rules, start=1)}
        return {
            "title": document.title,
            "date": document.date,
            "language": written_in(self.rulebase),
            **front_data(document.front, self.rulebase.language, document.card.note or ""),
            "sections": [
                *(self._section(section, numbers) for section in document.sections),
                *([self._origins(rules, document.sources)] if rules else []),
            ],
            "footer": footer(self.rulebase, self.assessment),
        }

    def _section(self, section: Section, numbers: Mapping[str, int]) -> Data:
        return {"id": section.id, "title": section.title, "blocks": self.blocks(section.blocks, numbers), "notes": ()}

    def _origins(self, rules: Mapping[str, Collection[str]], sources: Sequence[str]) -> Data:
        """The rules by their numbers, each with the numbers of its sources, and the sources below."""
        cites = {
            rule: ", ".join(str(number) for number, id_ in enumerate(sources, start=1) if id_ in given)
            for rule, given in rules.items()
        }
        lines = (
            f"{number}. {rule}{f' ({noted})' if noted else ''}"
            for number, (rule, noted) in enumerate(cites.items(), start=1)
        )
        return {
            "id": "rules",
            "title": say(self.rulebase.language, "Rules and sources"),
            "blocks": [paragraph(say(self.rulebase.language, RULES_READ), quiet=True)],
            "rules": list(lines),
            "notes": [
                f"{number}. {cited(self.rulebase.source[id_], language=self.rulebase.language)}"
                for number, id_ in enumerate(sources, start=1)
            ],
        }

    def blocks(self, blocks: Sequence[Block], numbers: Mapping[str, int] = NOTHING) -> list[Data]:
        """Some blocks; `numbers`: those of the rules behind their lines."""
        return [self._block(block, numbers) for block in blocks]

    def _block(self, block: Block, numbers: Mapping[str, int]) -> Data:
        match block:
            case Paragraph(text, statement, quiet):
                return paragraph(text, quiet=quiet, origin=_origin(statement, numbers))
            case Bullets(items, heading, _, numbered):
                lines = [_item(item, numbers) for item in items]
                return listing(heading, lines, numbered=numbered, more=more_line(block, self.rulebase.language))
            case Marks(reading, marks):
                return details(reading, [listing(None, _standing(marks, self.rulebase.language))])
            case Choices(heading, _):
                answered = choice_lines(self.rulebase, self.assessment, block)
                return listing(heading, [line(answer or "", label=label) for label, answer in answered])
            case Table():
                return table_data(block)
            case Picture(name, reading, table, caption):
                drawn = charts.picture(name, self.rulebase, self.assessment, self.look, reading)
                return picture(reading, drawn, table=table, caption=caption if drawn else "")
            case Details(title, inner):
                return details(title, self.blocks(inner, numbers))


def _item(item: Item, numbers: Mapping[str, int]) -> Data:
    return line(item.text, label=item.label, parts=item.parts, origin=_origin(item.statement, numbers))


def _standing(marks: Sequence[tuple[str, str]], language: str) -> list[Data]:
    """The marks by how they stand, a line for each way."""
    by_tone = {status: [name for name, tone in marks if tone == status.value] for status in STANDS}
    return [
        line(say(language, "; ").join(names), label=say(language, STANDS[status]))
        for status, names in by_tone.items()
        if names
    ]


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


def _origin(statement: Statement | None, numbers: Mapping[str, int]) -> str | None:
    return str(numbers[statement.rule]) if statement else None
