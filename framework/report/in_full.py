"""What a file says otherwise than a page: what headings name or cut short, what brackets mean, and what is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from framework.assessment.assess import assess
from framework.languages.catalogue import say, to_say
from framework.model.assessment import Assessment
from framework.model.listing import as_sentence
from framework.model.rulebase import RuleBase
from framework.report.blocks import Block, Bullets, Details, Item, Paragraph, Section, Table
from framework.report.front_parts import FACTS, STEPS, Front, Line, Panel
from framework.report.sections.context import capital

BRACKETS = to_say("What stands in [square brackets] is an example or a usual value, not yet a decision.")

NAMED = "named"
"""Id of the section with everything that the headings only name or cut short."""

Place = tuple[int, int]
"""A part of a file: a section, from 0, or the first screen, -1; in it a block or a panel, from 0."""


def named_in_full(front: Front, sections: Iterable[Section], language: str) -> Section | None:
    """Everything that the headings only name or cut short, under the same small headings; None where they tell all."""
    lists = [block for section in sections for block in section.blocks if isinstance(block, Bullets)]
    cut = tuple(Item(step.statement.text, step.statement) for step in front.steps if step.text != step.statement.text)
    counted = tuple(Item(text, label=fact.text) for fact in front.facts for text in fact.in_full)
    left = [(Bullets((), heading=say(language, STEPS)), cut), (Bullets((), heading=say(language, FACTS)), counted)]
    left += [(block, (*(item.whole for item in block.items if item.whole), *block.rest)) for block in lists]
    told = tuple(Bullets(items, heading=block.heading, tone=block.tone) for block, items in left if items)
    return Section(NAMED, say(language, "What is only named or cut short above"), told) if told else None


def without_own_brackets(rulebase: RuleBase, assessment: Assessment) -> Assessment:
    """The same, as if the person had typed other brackets: those that are left are not data."""
    sheet = assessment.sheet
    words = {slot: text.replace("[", "(") for slot, text in sheet.words.items()}
    return assessment if words == sheet.words else assess(rulebase, sheet.model_copy(update={"words": words}))


def first_brackets(front: Front, sections: Iterable[Section]) -> Place | None:
    """The first part with square brackets."""
    parts: list[tuple[Place, Iterator[str]]] = [
        ((-1, number), _of_panel(panel)) for number, panel in enumerate(front.panels)
    ]
    for place, section in enumerate(sections):
        parts += [((place, number), _of_block(block)) for number, block in enumerate(section.blocks)]
    return next((place for place, texts in parts if any("[" in text for text in texts)), None)


def passed_on(front: Front) -> Front:
    """The first screen for somebody who cannot fill anything in: what is open is said, and not what to enter."""
    return replace(
        front,
        panels=tuple(
            replace(
                panel,
                lines=_lines_passed_on(panel),
                big=panel.big_for_others or panel.big,
                beside="",
            )
            for panel in front.panels
        ),
    )


def _lines_passed_on(panel: Panel) -> tuple[Line, ...]:
    """The lines of a panel; what stands beside its title follows the first, which it is about."""
    lines = [replace(line, text=line.for_others or line.text) for line in panel.lines]
    beside = [Line(as_sentence(capital(panel.beside)))] if panel.beside else []
    return (*lines[:1], *beside, *lines[1:])


def explained_on_front(front: Front, place: Place | None, language: str) -> Front:
    """The first screen; the panel at this place ends with what square brackets mean."""
    if place is None or place[0] >= 0:
        return front
    panels = list(front.panels)
    panels[place[1]] = replace(panels[place[1]], lines=(*panels[place[1]].lines, Line(say(language, BRACKETS))))
    return replace(front, panels=tuple(panels))


def explained_below(sections: tuple[Section, ...], place: Place | None, language: str) -> tuple[Section, ...]:
    """The sections; after the block at this place it is said what square brackets mean."""
    if place is None or place[0] < 0:
        return sections
    section, after = sections[place[0]], place[1] + 1
    meaning = Paragraph(say(language, BRACKETS), quiet=True)
    told = replace(section, blocks=(*section.blocks[:after], meaning, *section.blocks[after:]))
    return (*sections[: place[0]], told, *sections[place[0] + 1 :])


def _of_panel(panel: Panel) -> Iterator[str]:
    yield panel.big
    yield from (line.text for line in panel.lines)


def _of_block(block: Block) -> Iterator[str]:
    """The texts of a block, without names of things."""
    match block:
        case Paragraph(text=text):
            yield text
        case Bullets(items=items):
            for item in items:
                yield from (item.text, *(text for _, text in item.parts))
        case Table(rows=rows):
            yield from (cell for row in rows for cell in row)
        case Details(blocks=blocks):
            for inner in blocks:
                yield from _of_block(inner)
