"""A brief as Markdown (CommonMark with tables).

Every text is data: whatever Markdown or HTML would interpret is escaped.
"""

from __future__ import annotations

import re

from framework.model.assessment import Assessment, Statement
from framework.model.rulebase import RuleBase
from framework.report.blocks import Block, Bullets, Choices, Details, Document, Item, Paragraph, Picture, Table
from framework.report.wording import choice_lines, common_origin, footer, origin, raised_by, verdict_line

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>()#+!|~$^=&@-]|(?<=\d)[.)](?=\s)|:(?=//)|\.(?=\w)")
_SPACE = re.compile(r"\s+")


def escape(text: str) -> str:
    """Text on one line in which nothing is markup, a link, a formula or an entity.

    A backslash before punctuation is CommonMark's escape; it is never shown.
    """
    return _SPECIAL.sub(r"\\\g<0>", _SPACE.sub(" ", text).strip())


def to_markdown(rulebase: RuleBase, assessment: Assessment, document: Document) -> str:
    """The whole brief; ends with a newline."""
    card = document.card
    parts = [f"# {escape(document.title)}", f"**{escape(card.title)}**", escape(card.sentence)]
    if verdict := verdict_line(rulebase, card):
        parts.insert(2, f"Verdict: {escape(verdict)}")
    if card.alternative:
        parts.append(f"Instead: **{escape(card.alternative)}**")
    if card.note:
        parts.append(f"*{escape(card.note)}*")
    for section in document.sections:
        parts.append(f"## {escape(section.title)}")
        parts += [_block(rulebase, assessment, block) for block in section.blocks]
    parts += ["---", escape(footer(rulebase, assessment))]
    return "\n\n".join(parts) + "\n"


def _block(rulebase: RuleBase, assessment: Assessment, block: Block) -> str:
    match block:
        case Paragraph():
            text = escape(block.text)
            return f"{text}{_origin(block.statement)}" if block.statement else text
        case Bullets():
            marks = (f"{n}." if block.numbered else "-" for n in range(1, len(block.items) + 1))
            common = common_origin(block.items)
            texts = (_item(rulebase, item, quiet=bool(common)) for item in block.items)
            lines = "\n".join(f"{mark} {text}" for mark, text in zip(marks, texts, strict=True))
            return _headed(block.heading, f"{lines}\n\n*({escape(common)})*" if common else lines)
        case Table():
            return table_lines(block)
        case Picture():
            return f"{escape(block.reading)}\n\n{table_lines(block.table)}"
        case Choices():
            lines = "\n".join(
                f"- **{escape(label)}:** {escape(answer)}" if answer else f"- {escape(label)}"
                for label, answer in choice_lines(rulebase, assessment, block)
            )
            return _headed(block.heading, lines)
        case Details():
            return _headed(block.title, "\n\n".join(_block(rulebase, assessment, inner) for inner in block.blocks))


def _headed(heading: str | None, body: str) -> str:
    return f"### {escape(heading)}\n\n{body}" if heading else body


def _item(rulebase: RuleBase, item: Item, *, quiet: bool = False) -> str:
    label = f"**{escape(item.label)}:** " if item.label else ""
    asked = ", ".join(raised_by(rulebase, item)) if item.statement else ""
    parts = "".join(f"\n  - *{escape(name)}:* {escape(part)}" for name, part in item.parts)
    return f"{label}{escape(item.text)}{_origin(item.statement, asked) if item.statement and not quiet else ''}{parts}"


def _origin(statement: Statement, asked: str = "") -> str:
    text = f"{origin(statement)}{f' | from: {asked}' if asked else ''}"
    return f" *({escape(text)})*"


def table_lines(table: Table) -> str:
    """A table with its caption; every cell is escaped."""
    rows = (table.columns, tuple("---" for _ in table.columns), *table.rows)
    lines = [
        "| " + " | ".join(cell if number == 1 else escape(cell) or " " for cell in row) + " |"
        for number, row in enumerate(rows)
    ]
    caption = [escape(table.caption), ""] if table.caption else []
    return "\n".join((*caption, *lines))
