"""Builds the brief of an assessment: the verdict card, then sections in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from framework.model.assessment import Assessment, Statement
from framework.model.brief import BRIEF_SECTIONS
from framework.model.rulebase import RuleBase
from framework.model.rules import Verdict
from framework.report.blocks import (
    Block,
    Bullets,
    Details,
    Document,
    Paragraph,
    Section,
    VerdictCard,
)
from framework.report.sections import answers, closing, framing, ladder, objectives, pays, why, work
from framework.report.sections.context import Context

OPEN_ICON = "pending"
"""Material symbol of a card without a verdict."""

_MAKERS: Mapping[str, Callable[[Context], Section | None]] = {
    "why": why.why,
    "instead": why.instead,
    "open": why.still_open,
    "changes": why.changes,
    "framing": lambda ctx: framing.framing(ctx) if ctx.framing_known else None,
    "ladder": ladder.ladder,
    "objectives": lambda ctx: objectives.objectives(ctx) if _worth_building(ctx) and ctx.framing_known else None,
    "pays": lambda ctx: _pays(ctx),
    "requirements": work.requirements,
    "risks": work.risks,
    "plan": work.plan,
    "not_asked": closing.not_asked,
}
"""What makes each section, by id; the order is that of `BRIEF_SECTIONS`. The last one, `sources`, needs the others."""


def build_document(rulebase: RuleBase, assessment: Assessment) -> Document:
    """The brief of an assessment. Pure; every claim carries its rule id, and nothing is repeated."""
    ctx = Context(rulebase, assessment)
    made = (_MAKERS[id_](ctx) for id_ in BRIEF_SECTIONS if id_ in _MAKERS)
    sections = _without_repeats(_for_audience(ctx, [section for section in made if section is not None]))
    cited = tuple(dict.fromkeys(id_ for s in statements(sections) for id_ in s.sources))
    last = closing.sources(ctx, cited)
    return Document(
        title=ctx.title,
        card=_card(ctx),
        sections=(*sections, last) if last else tuple(sections),
        sources=cited,
    )


def full_document(rulebase: RuleBase, assessment: Assessment) -> Document:
    """The brief of an assessment for passing on: with every question and answer, before the sources."""
    document = build_document(rulebase, assessment)
    asked = answers.answers(Context(rulebase, assessment))
    if asked is None:
        return document
    before = [section for section in document.sections if section.id != "sources"]
    after = [section for section in document.sections if section.id == "sources"]
    return replace(document, sections=(*before, asked, *after))


def _worth_building(ctx: Context) -> bool:
    return ctx.has_task or not (ctx.outcome and ctx.outcome.builds_nothing)


def statements(sections: Iterable[Section]) -> Iterator[Statement]:
    """Every statement of the sections, in reading order."""
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
    """The verdict card of a brief, for places without room for the rest."""
    return _card(Context(rulebase, assessment))


def _card(ctx: Context) -> VerdictCard:
    found, rulebase = ctx.assessment, ctx.rulebase
    audience = next((audience for audience in rulebase.manifest.audiences if audience.id == found.audience), None)
    note = audience.opening if audience else None
    if found.verdict is None:
        return VerdictCard(
            verdict=None,
            title="Not settled yet",
            sentence=_still_open(ctx),
            icon=OPEN_ICON,
            colour="",
            deciding=(),
            note=note,
        )
    verdict, outcome = rulebase.verdict[found.verdict], ctx.outcome
    return VerdictCard(
        verdict=verdict.id,
        title=outcome.title if outcome else verdict.title,
        sentence=outcome.sentence if outcome else _meaning(ctx, verdict),
        icon=verdict.icon,
        colour=verdict.colour,
        deciding=tuple(given.question for given in found.sufficient_reason),
        alternative=ctx.instead.title if ctx.instead else None,
        note=note,
    )


def _meaning(ctx: Context, verdict: Verdict) -> str:
    """The sentence for a settled verdict whose outcome is open: the reason for the alternative, if there is one."""
    rules = ctx.instead.rules if ctx.instead else ()
    return next((rule.because for rule in rules if ctx.holds(rule.when)), verdict.meaning)


def _still_open(ctx: Context) -> str:
    left, number = ctx.assessment.questions_left, len(ctx.assessment.possible_verdicts)
    what = f"{number} of {len(ctx.rulebase.verdict)} verdicts are still possible"
    if not left:
        return f"{what}; which one depends on what is not known."
    return f"{what}; at most {left} more {'answer' if left == 1 else 'answers'} can change that."


def _for_audience(ctx: Context, sections: list[Section]) -> list[Section]:
    """The sections for this audience come first, after why (and what to do instead)."""
    audience = next((item for item in ctx.rulebase.manifest.audiences if item.id == ctx.assessment.audience), None)
    wanted = audience.sections if audience else ()
    head = [section for section in sections if section.id in ("why", "instead")]
    first = [section for id_ in wanted for section in sections if section.id == id_ and section not in head]
    return [*head, *first, *(section for section in sections if section not in head and section not in first)]


def _without_repeats(sections: list[Section]) -> list[Section]:
    """The same sections, with every claim only where it first appears."""
    seen: set[str] = set()
    kept = []
    for section in sections:
        blocks = [block for original in section.blocks if (block := _first_time(original, seen)) is not None]
        if blocks:
            kept.append(replace(section, blocks=tuple(blocks)))
    return kept


def _first_time(block: Block, seen: set[str]) -> Block | None:
    match block:
        case Paragraph(statement=Statement()):
            return block if _new(block.text, seen) else None
        case Bullets(items=items):
            left = tuple(item for item in items if item.statement is None or _new(f"{item.label}: {item.text}", seen))
            return replace(block, items=left) if left else None
        case Details(blocks=inner):
            rest = tuple(found for original in inner if (found := _first_time(original, seen)) is not None)
            return replace(block, blocks=rest) if rest else None
    return block


def _new(text: str, seen: set[str]) -> bool:
    """Whether a text appears for the first time; records it."""
    if text in seen:
        return False
    seen.add(text)
    return True


def _pays(ctx: Context) -> Section | None:
    wanted = ctx.has_task or ctx.economics or ctx.assessment.worth
    return pays.pays(ctx) if wanted and _worth_building(ctx) else None
