"""Builds the brief of an assessment: the first screen, then five headings in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from framework.languages.catalogue import say
from framework.languages.dates import written
from framework.model.assessment import Assessment, Statement
from framework.model.brief import BRIEF_SECTIONS
from framework.model.rulebase import RuleBase
from framework.report.blocks import Block, Bullets, Details, Document, Paragraph, Section, VerdictCard
from framework.report.front import front_of
from framework.report.in_full import (
    explained_below,
    explained_on_front,
    first_brackets,
    named_in_full,
    passed_on,
    without_own_brackets,
)
from framework.report.labels import labelled
from framework.report.repeats import without_repeats
from framework.report.sections import answers, closing, framing, ladder, objectives, pays, why, work
from framework.report.sections.context import Context

MAX_NOTES = 1
"""Sources of a statement that become notes; its rule page has all."""

_MAKERS: Mapping[str, Callable[[Context], list[Block]]] = {
    "why": why.why,
    "framing": lambda ctx: [*framing.framing(ctx), *ladder.ladder(ctx)],
    "money": lambda ctx: (
        [*objectives.objectives(ctx), *pays.pays(ctx)]
        if _worth_building(ctx)
        else [*objectives.wanted(ctx), *pays.left_out(ctx)]
    ),
    "risks": lambda ctx: [*work.requirements(ctx), *work.risks(ctx)],
    "plan": lambda ctx: [*work.plan(ctx), *closing.not_asked(ctx)],
}
"""What makes each section, by id; the order is that of `BRIEF_SECTIONS`."""


def section_titles(language: str) -> dict[str, str]:
    """The headings of a brief by id, in a language."""
    return {
        "why": say(language, "Why"),
        "framing": say(language, "Framing"),
        "money": say(language, "Objectives and money"),
        "risks": say(language, "Requirements and risks"),
        "plan": say(language, "Plan"),
    }


def build_document(rulebase: RuleBase, assessment: Assessment, today: date | None = None) -> Document:
    """The brief of an assessment. Pure; every claim carries its rule id, and nothing is repeated.

    `today` dates the next steps; without it they show how long they take.
    """
    ctx = Context(rulebase, assessment)
    front = front_of(rulebase, assessment, today)
    titles = section_titles(rulebase.language)
    made = [labelled(Section(id_, titles[id_], tuple(_MAKERS[id_](ctx))), rulebase.language) for id_ in BRIEF_SECTIONS]
    sections = tuple(
        replace(section, notes=cited([section])) for section in without_repeats(front, _for_audience(ctx, made))
    )
    return Document(
        title=ctx.title,
        card=verdict_card(rulebase, assessment),
        front=front,
        sections=sections,
        sources=cited(sections),
    )


def full_document(rulebase: RuleBase, assessment: Assessment, today: date | None = None) -> Document:
    """The brief of an assessment for passing on: with what it only names, and every question and answer, at the end.

    With `today` it carries that date, and its next steps theirs.
    """
    language = rulebase.language
    document = _with_named(build_document(rulebase, assessment, today), language)
    plain = without_own_brackets(rulebase, assessment)
    shown = document if plain is assessment else _with_named(build_document(rulebase, plain), language)
    place = first_brackets(passed_on(shown.front), shown.sections)
    asked = answers.answers(Context(rulebase, assessment))
    sections = explained_below(document.sections, place, language)
    return replace(
        document,
        front=explained_on_front(passed_on(document.front), place, language),
        date=written(language, today),
        sections=(*sections, asked) if asked else sections,
    )


def _with_named(document: Document, language: str) -> Document:
    named = named_in_full(document.front, document.sections, language)
    if named is None:
        return document
    sections = (*document.sections, replace(named, notes=cited([named])))
    return replace(document, sections=sections, sources=cited(sections))


def _worth_building(ctx: Context) -> bool:
    return ctx.has_task or not (ctx.outcome and ctx.outcome.builds_nothing)


def cited(sections: Iterable[Section]) -> tuple[str, ...]:
    """Ids of the sources that become notes, in order of first use."""
    return tuple(dict.fromkeys(id_ for statement in statements(sections) for id_ in statement.sources[:MAX_NOTES]))


def statements(sections: Iterable[Section]) -> Iterator[Statement]:
    """Every statement of the sections that is told in full, in reading order."""
    for section in sections:
        yield from _statements(section.blocks)


def _statements(blocks: Iterable[Block]) -> Iterator[Statement]:
    for block in blocks:
        match block:
            case Paragraph(statement=Statement() as statement):
                yield statement
            case Bullets(items=items):
                yield from (item.statement for item in items if item.statement)
            case Details(blocks=inner):
                yield from _statements(inner)


def verdict_card(rulebase: RuleBase, assessment: Assessment) -> VerdictCard:
    """The verdict card of a brief, for places without room for the rest; it says what the first screen says."""
    ctx, front = Context(rulebase, assessment), front_of(rulebase, assessment)
    audience = next((item for item in rulebase.manifest.audiences if item.id == assessment.audience), None)
    return VerdictCard(
        verdict=assessment.verdict,
        title=front.headline,
        sentence=front.why,
        icon=front.icon,
        colour=front.colour,
        deciding=tuple(given.question for given in assessment.sufficient_reason),
        alternative=ctx.instead.title if ctx.instead and not ctx.instead.rules and not ctx.needs_reframing else None,
        note=audience.opening if audience else None,
    )


def _for_audience(ctx: Context, sections: list[Section]) -> list[Section]:
    """The headings for this audience come right after why."""
    audience = next((item for item in ctx.rulebase.manifest.audiences if item.id == ctx.assessment.audience), None)
    wanted = audience.sections if audience else ()
    first = [section for id_ in wanted for section in sections if section.id == id_ != "why"]
    rest = [section for section in sections if section not in first]
    return [*rest[:1], *first, *rest[1:]]
