"""A brief as plain text for a terminal: 80 columns, no colours, readable in any fixed-width font."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from wcwidth import wcswidth

from framework.languages.catalogue import say
from framework.model.assessment import Assessment
from framework.model.printable import visible
from framework.model.rulebase import RuleBase
from framework.report.blocks import Block, Bullets, Choices, Details, Document, Item, Marks, Paragraph, Picture, Table
from framework.report.front_parts import STEPS, Front
from framework.report.wording import choice_lines, colon, last_line, more_line, note_lines, origin

WIDTH = 80


def to_text(rulebase: RuleBase, assessment: Assessment, document: Document) -> str:
    """The whole brief; ends with a newline."""
    dated = wrap(document.date) if document.date else []
    lines = [*wrap(document.title), *dated, "=" * WIDTH, "", *_front(document.front, rulebase.language)]
    if document.card.note:
        lines += ["", *wrap(document.card.note)]
    for section in document.sections:
        lines += ["", "", *wrap(section.title.upper()), "-" * WIDTH]
        for block in section.blocks:
            lines += ["", *block_lines(rulebase, assessment, block, section.notes)]
        lines += ["", say(rulebase.language, "Sources:")] if section.notes else []
        for note in note_lines(rulebase, document.sections, section):
            lines += wrap(note, "  ", "     ")
    last = last_line(rulebase, assessment, document)
    lines += ["", *wrap(last)] if last else []
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _front(front: Front, language: str) -> list[str]:
    mark = colon(language)
    lines = [*(wrap(front.above) if front.above else []), *wrap(front.headline.upper()), *wrap(front.why)]
    lines += ["", *wrap(front.note)] if front.note else []
    for panel in front.panels:
        lines += [
            "",
            *wrap(panel.title if panel.title.endswith("?") else f"{panel.title}{mark}"),
            *(wrap(panel.big, "  ") if panel.big else []),
        ]
        for line in panel.lines:
            lines += wrap(line.said(mark), "  ")
    lines += ["", f"{say(language, STEPS)}{mark}"] if front.steps else []
    for number, step in enumerate(front.steps, start=1):
        lines += wrap(f"{step.text} ({step.when})" if step.when else step.text, f"{number:>2}. ")
    for number, fact in enumerate(front.facts, start=1):
        lines += ["", *wrap(f"{fact.text}", f"{number:>2}. ")]
        for sentence in (*fact.means, f"{fact.find_out}{f' ({fact.takes})' if fact.takes else ''}"):
            lines += wrap(sentence, "    ")
    return [*lines, "", *wrap(front.brackets)] if front.brackets else lines


def wrap(text: str, first: str = "", rest: str | None = None) -> list[str]:
    """Text in lines of at most 80 columns (wide characters count twice); never empty."""
    indent = rest if rest is not None else " " * len(first)
    clean = visible(text)
    rough = textwrap.wrap(clean, WIDTH, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False) or [
        first
    ]
    if all(columns(line) <= WIDTH for line in rough):
        return rough
    return _wide(clean.split(), first, indent)


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: wide characters two, combining ones none."""
    return max(0, wcswidth(text))


def _wide(words: list[str], first: str, indent: str) -> list[str]:
    """Wrap by columns: in scripts without spaces a line may break between any two characters."""
    lines, line = [], first
    for word in words:
        gap = "" if line in (first, indent) else " "
        if columns(line + gap + word) <= WIDTH:
            line += gap + word
            continue
        if line not in (first, indent):
            lines.append(line)
            line = indent
        for char in word:
            if columns(line + char) > WIDTH:
                lines.append(line)
                line = indent
            line += char
    return [*lines, line]


def block_lines(rulebase: RuleBase, assessment: Assessment, block: Block, notes: Sequence[str]) -> list[str]:
    """One block; the assessment is read only where a block shows answers."""
    mark = colon(rulebase.language)
    match block:
        case Paragraph():
            lines = wrap(block.text)
            return [*lines, *wrap(f"[{origin(block.statement, notes)}]", "  ")] if block.statement else lines
        case Bullets():
            lines = wrap(f"{block.heading}{mark}") if block.heading else []
            for number, item in enumerate(block.items, start=1):
                lines += _item(item, f"{number:>2}. " if block.numbered else "  - ", notes, mark)
            more = more_line(block, rulebase.language)
            return [*lines, *wrap(more, "    ")] if more else lines
        case Marks():
            return wrap(block.reading)
        case Table():
            return _table(block, mark)
        case Picture():
            return [*wrap(block.reading), *_table(block.table, mark)]
        case Choices():
            lines = wrap(f"{block.heading}{mark}") if block.heading else []
            for label, answer in choice_lines(rulebase, assessment, block):
                lines += wrap(f"{label}{mark} {answer}" if answer else label, "  - ")
            return lines
        case Details():
            lines = wrap(f"{block.title}{mark}")
            for inner in block.blocks:
                lines += block_lines(rulebase, assessment, inner, notes)
            return lines


def _item(item: Item, mark: str, notes: Sequence[str], colon: str) -> list[str]:
    lines = wrap(f"{colon} ".join(part for part in (item.label, item.text) if part), mark)
    for name, part in item.parts:
        lines += wrap(f"{name}{colon} {part}", " " * len(mark), " " * (len(mark) + 2))
    return [*lines, *wrap(f"[{origin(item.statement, notes)}]", " " * len(mark))] if item.statement else lines


def _table(table: Table, colon: str) -> list[str]:
    """Columns side by side where they fit; otherwise each row as a small list."""
    lines = wrap(f"{table.caption}{colon}") if table.caption else []
    rows = (table.columns, *table.rows)
    widths = [max(columns(row[index]) for row in rows) for index in range(len(table.columns))]
    if sum(widths) + 2 * len(widths) <= WIDTH - 2:
        rule = tuple("-" * width for width in widths)
        for row in (table.columns, rule, *table.rows):
            cells = (cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True))
            lines.append("  " + "  ".join(cells))
        return lines
    for row in table.rows:
        lines += wrap(row[0], "  - ")
        for name, cell in zip(table.columns[1:], row[1:], strict=True):
            if cell:
                lines += wrap(f"{name}{colon} {cell}", "      ", "        ")
    return lines
