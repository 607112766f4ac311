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

BRACKETS = to_say("What stands in [square brackets] is an example or a usual value, not a decision.")

NAMED = "named"
"""Id of the section with everything that the headings only name or cut short."""

Place = tuple[int, int]
"""A part of a file: a section, from 0, and in it a block, from 0; or `FIRST_SCREEN`."""

FIRST_SCREEN: Place = (-1, 0)


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
    """The assessment as if the person had typed "(" for every "[" in their words; the given one where there is none.

    For finding the square brackets that mark examples and usual values, and not those that somebody typed.
    """
    sheet = assessment.sheet
    words = {slot: text.replace("[", "(") for slot, text in sheet.words.items()}
    return (
        assessment
        if words == sheet.words
        else assess(rulebase, sheet.model_copy(update={"words": words}), strict=False)
    )


def first_brackets(front: Front, sections: Iterable[Section]) -> Place | None:
    """The first part with square brackets."""
    parts: list[tuple[Place, Iterator[str]]] = [(FIRST_SCREEN, _of_front(front))]
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
    """The lines of a panel; what stands beside its title ends the first, which it is about."""
    lines = tuple(replace(line, text=line.for_others or line.text) for line in panel.lines)
    if not panel.beside:
        return lines
    beside = as_sentence(capital(panel.beside))
    first = replace(lines[0], text=f"{as_sentence(lines[0].text)} {beside}") if lines else Line(beside)
    return first, *lines[1:]


def explained_on_front(front: Front, place: Place | None, language: str) -> Front:
    """The first screen; where it is this place, it ends with what square brackets mean."""
    return replace(front, brackets=say(language, BRACKETS)) if place == FIRST_SCREEN else front


def explained_below(sections: tuple[Section, ...], place: Place | None, language: str) -> tuple[Section, ...]:
    """The sections; after the block at this place it is said what square brackets mean."""
    if place in (None, FIRST_SCREEN):
        return sections
    section, after = sections[place[0]], place[1] + 1
    meaning = Paragraph(say(language, BRACKETS), quiet=True)
    told = replace(section, blocks=(*section.blocks[:after], meaning, *section.blocks[after:]))
    return (*sections[: place[0]], told, *sections[place[0] + 1 :])


def _of_front(front: Front) -> Iterator[str]:
    yield from (front.headline, front.why, front.note)
    for panel in front.panels:
        yield from (panel.big, *(line.text for line in panel.lines))
    yield from (step.text for step in front.steps)
    for fact in front.facts:
        yield from (fact.text, *fact.means, fact.find_out)


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
