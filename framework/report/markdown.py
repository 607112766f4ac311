"""A brief as Markdown (CommonMark with tables).

Every text is data: whatever Markdown or HTML would interpret is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from framework.languages.catalogue import say
from framework.model.assessment import Assessment, Statement
from framework.model.rulebase import RuleBase
from framework.report.blocks import Block, Bullets, Choices, Details, Document, Item, Marks, Paragraph, Picture, Table
from framework.report.front_parts import STEPS, Front
from framework.report.wording import choice_lines, colon, last_line, more_line, note_lines, origin

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~$^&@]|^[#+=-]|(?<=\d)[.)](?=\s)|:(?=//)|(?<!\d)\.(?=\w)|\.(?=[^\W\d])")
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")


def escape(text: str) -> str:
    """Text on one line in which nothing is markup, a link, a formula or an entity.

    A backslash before punctuation is CommonMark's escape; it is never shown.
    """
    line = _SPACE.sub(" ", text).strip()
    if line[:-1].isdecimal() and line[-1] in ".)":  # without a text after it too, this would begin a list
        return f"{line[:-1]}\\{line[-1]}"
    return _SPECIAL.sub(r"\\\g<0>", line)


def to_markdown(rulebase: RuleBase, assessment: Assessment, document: Document, *, front: bool = True) -> str:
    """The whole document; ends with a newline. Without the `front`, what it says stands in the sections."""
    parts = [f"# {escape(document.title)}", *([escape(document.date)] if document.date else [])]
    parts += _front(document.front, rulebase.language) if front else []
    if front and document.card.note:
        parts.append(f"*{escape(document.card.note)}*")
    for section in document.sections:
        parts.append(f"## {escape(section.title)}")
        parts += [block_text(rulebase, assessment, block, section.notes) for block in section.blocks]
        notes = note_lines(rulebase, document.sections, section)
        if notes:
            parts.append("\n".join((say(rulebase.language, "Sources"), "", *(escape_line(line) for line in notes))))
    last = last_line(rulebase, assessment, document)
    parts += ["---", escape(last)] if last else []
    return "\n\n".join(parts) + "\n"


def escape_line(line: str) -> str:
    """A numbered line: its number stays a number, the address of a source at its end a link; the rest is data."""
    number, _, text = line.partition(" ")
    said, _, address = text.rpartition(" ")
    if is_address(address):
        return f"{number} {escape(said)} {link(address)}"
    return f"{number} {escape(text)}"


def is_address(text: str) -> bool:
    """Whether a text can be made a link as it is."""
    return text.startswith("https://") and not set("<> ") & set(text)


def link(address: str) -> str:
    """An address that can be followed and copied; one that can be no link is data."""
    return f"<{address}>" if is_address(address) else escape(address)


def _front(front: Front, language: str) -> list[str]:
    parts = [escape(front.above)] if front.above else []
    parts += [f"**{escape(front.headline)}**", escape(front.why)]
    parts += [f"*{escape(front.note)}*"] if front.note else []
    for panel in front.panels:
        lines = [f"**{escape(panel.big)}**"] if panel.big else []
        lines += [
            f"**{escape(line.lead)}{colon(language)}** {escape(line.text)}" if line.lead else escape(line.text)
            for line in panel.lines
        ]
        parts.append(f"## {escape(panel.title)}\n\n" + "\n\n".join(lines))
    if front.steps:
        steps = "\n".join(
            f"{number}. {escape(step.text)}{f' ({escape(step.when)})' if step.when else ''}"
            for number, step in enumerate(front.steps, start=1)
        )
        parts.append(f"## {say(language, STEPS)}\n\n{steps}")
    for number, fact in enumerate(front.facts, start=1):
        takes = f" ({escape(fact.takes)})" if fact.takes else ""
        means = " ".join(map(escape, fact.means))
        parts.append(f"{number}. **{escape(fact.text)}** {means} {escape(fact.find_out)}{takes}")
    return [*parts, f"*{escape(front.brackets)}*"] if front.brackets else parts


def block_text(rulebase: RuleBase, assessment: Assessment, block: Block, notes: Sequence[str]) -> str:
    """One block; the assessment is read only where a block shows answers."""
    language = rulebase.language
    match block:
        case Paragraph():
            return f"{escape(block.text)}{_origin(block.statement, notes)}"
        case Bullets():
            marks = (f"{n}." if block.numbered else "-" for n in range(1, len(block.items) + 1))
            lines = "\n".join(_item(mark, item, notes, language) for mark, item in zip(marks, block.items, strict=True))
            more = more_line(block, rulebase.language)
            return _headed(block.heading, f"{lines}\n\n{escape(more)}" if more else lines)
        case Marks():
            return escape(block.reading)
        case Table():
            return table(block)
        case Picture():
            return f"{escape(block.reading)}\n\n{table(block.table)}"
        case Choices():
            lines = "\n".join(
                f"- **{escape(label)}{colon(language)}** {escape(answer)}" if answer else f"- {escape(label)}"
                for label, answer in choice_lines(rulebase, assessment, block)
            )
            return _headed(block.heading, lines)
        case Details():
            inner = (block_text(rulebase, assessment, part, notes) for part in block.blocks)
            return _headed(block.title, "\n\n".join(inner))


def _headed(heading: str | None, body: str) -> str:
    return f"### {escape(heading)}\n\n{body}" if heading else body


def _item(mark: str, item: Item, notes: Sequence[str], language: str) -> str:
    """A line of a list after its mark. Its parts are indented by the width of the mark: others would leave the list."""
    label = f"**{escape(item.label)}{colon(language) if item.text else ''}** " if item.label else ""
    indent = " " * (len(mark) + 1)
    parts = "".join(f"\n{indent}- *{escape(name)}{colon(language)}* {escape(part)}" for name, part in item.parts)
    return f"{mark} {label}{escape(item.text)}{_origin(item.statement, notes)}{parts}"


def _origin(statement: Statement | None, notes: Sequence[str]) -> str:
    return f" *({escape(origin(statement, notes))})*" if statement else ""


def table(found: Table) -> str:
    """A table, with its caption above."""
    rows = (found.columns, tuple("---" for _ in found.columns), *found.rows)
    lines = [
        "| " + " | ".join(cell if number == 1 else escape(cell) or " " for cell in row) + " |"
        for number, row in enumerate(rows)
    ]
    caption = [escape(found.caption), ""] if found.caption else []
    return "\n".join((*caption, *lines))
