"""Keeps every statement of a brief where it first appears: what the first screen says, no heading says again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from framework.model.assessment import Statement
from framework.report.blocks import Block, Bullets, Details, Item, Paragraph, Section
from framework.report.front_parts import Front


def without_repeats(front: Front, sections: Iterable[Section]) -> list[Section]:
    """The same headings without repeated statements; a heading of which nothing is left goes."""
    seen = {front.why, *(reason.text for reason in front.reasons), *(step.text for step in front.steps)}
    seen |= {line.text for panel in front.panels for line in panel.lines}
    kept = []
    for section in sections:
        blocks = tuple(found for block in section.blocks if (found := _first_time(block, seen)) is not None)
        if blocks:
            kept.append(replace(section, blocks=blocks))
    return kept


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
