"""Keeps every statement of a brief where it first appears: what the first screen says, no heading says again.

Only the rules that decide come a second time, by their first words: a first screen has no room for ids and sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from framework.model.assessment import Statement
from framework.report.blocks import Block, Bullets, Details, Item, Paragraph, Section
from framework.report.front_parts import Front

FIRST_WORDS = 6


def without_repeats(front: Front, sections: Iterable[Section]) -> list[Section]:
    """The sections without statements that already appear above, the first screen included; empty ones are left out.

    Where a list repeats a rule that decides, only its first words are kept.
    """
    seen = {front.why, *(reason.text for reason in front.reasons), *(step.text for step in front.steps)}
    seen |= {line.text for panel in front.panels for line in panel.lines}
    decided = {reason.rule: reason.text for reason in front.reasons}
    kept = []
    for section in sections:
        blocks = tuple(
            found for block in section.blocks if (found := _first_time(_begun(block, decided), seen)) is not None
        )
        if blocks:
            kept.append(replace(section, blocks=blocks))
    return kept


def _begun(block: Block, decided: Mapping[str, str]) -> Block:
    """The block with only the first words of what the first screen says of the rules that decide."""
    if not isinstance(block, Bullets):
        return block
    return replace(block, items=tuple(_first_words(item, decided) for item in block.items))


def _first_words(item: Item, decided: Mapping[str, str]) -> Item:
    if item.statement is None or item.label or decided.get(item.statement.rule) != item.text:
        return item
    words = item.text.split()
    return replace(item, text=f"{' '.join(words[:FIRST_WORDS])} …") if len(words) > FIRST_WORDS else item


def _first_time(block: Block, seen: set[str]) -> Block | None:
    match block:
        case Paragraph(statement=Statement()):
            return block if _new(block.text, seen) else None
        case Bullets(items=items):
            left = tuple(item for item in items if item.statement is None or _new(_said(item), seen))
            return replace(block, items=left) if left or block.rest else None
        case Details(blocks=inner):
            rest = tuple(found for original in inner if (found := _first_time(original, seen)) is not None)
            return replace(block, blocks=rest) if rest else None
    return block


def _said(item: Item) -> str:
    return item.text or item.label or ""


def _new(text: str, seen: set[str]) -> bool:
    """Whether a text appears for the first time; records it."""
    if text in seen:
        return False
    seen.add(text)
    return True
