"""The short labels of a brief in the language of its rules: small headings, what stands in bold, the names of parts."""

from __future__ import annotations

from dataclasses import replace

from framework.languages.catalogue import say, speaks
from framework.report.blocks import Block, Bullets, Choices, Details, Item, Section


def labelled(section: Section, language: str) -> Section:
    """The section with every label that is a text of the interface said in a language; all others are of the rules."""
    return replace(section, blocks=tuple(_block(block, language) for block in section.blocks))


def _block(block: Block, language: str) -> Block:
    match block:
        case Bullets(heading=heading):
            return replace(
                block,
                heading=_said(heading, language) if heading else heading,
                items=_items(block.items, language),
                more=_items(block.more, language),
                rest=_items(block.rest, language),
            )
        case Choices(heading=str(heading)):
            return replace(block, heading=_said(heading, language))
        case Details(title, inner):
            return Details(title, tuple(_block(part, language) for part in inner))
    return block


def _items(items: tuple[Item, ...], language: str) -> tuple[Item, ...]:
    return tuple(_item(item, language) for item in items)


def _item(item: Item, language: str) -> Item:
    return replace(
        item,
        label=_said(item.label, language) if item.label else item.label,
        parts=tuple((_said(name, language), text) for name, text in item.parts),
        whole=_item(item.whole, language) if item.whole else None,
    )


def _said(text: str, language: str) -> str:
    return say(language, text) if speaks(language, text) else text
