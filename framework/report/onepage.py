"""The brief on one page: what to do, why, what it is about, whether it pays, what endangers it, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.reasoning.variants import alternative_in_words
from framework.report.document import verdict_card
from framework.report.hues import hue_of
from framework.report.sections.context import Context, cut, stop
from framework.report.sections.pays import result_of
from framework.report.wording import footer

MOST_REASONS, MOST_RISKS, MOST_STEPS, MOST_UNKNOWN = 3, 2, 3, 3
MOST = 900
"""Characters of one text."""

Line = tuple[str | None, str]
"""A label, or None, and a text."""


@dataclass(frozen=True)
class Part:
    """A heading with its lines; `numbered` where their order matters."""

    heading: str
    lines: tuple[Line, ...]
    numbered: bool = False


def one_page(rulebase: RuleBase, assessment: Assessment) -> dict[str, Any]:
    """The page as plain data for the template."""
    ctx, card = Context(rulebase, assessment), verdict_card(rulebase, assessment)
    found = [part for part in (_why(ctx), _open(ctx), _instead(ctx), *_project(ctx), _risks(ctx), _next(ctx)) if part]
    return {
        "title": cut(ctx.title, MOST),
        "card": {
            "verdict": None,
            "title": card.title,
            "sentence": card.sentence,
            "alternative": card.alternative,
            "note": card.note,
            "hue": hue_of(card.colour),
        },
        "parts": [
            {
                "heading": part.heading,
                "lines": [(label, cut(text, MOST)) for label, text in part.lines],
                "numbered": part.numbered,
            }
            for part in found
        ],
        "footer": footer(rulebase, assessment),
    }


def _part(heading: str, lines: list[Line], *, numbered: bool = False) -> Part | None:
    kept = tuple((label, text) for label, text in lines if text)
    return Part(heading, kept, numbered) if kept else None


def _why(ctx: Context) -> Part | None:
    found = ctx.assessment
    said = found.verdict_rules or found.reasons
    texts = tuple(dict.fromkeys(statement.text for statement in said))[:MOST_REASONS] if found.verdict else ()
    return _part("Why", [*((None, text) for text in texts), *((None, said.text) for said in found.contradictions[:1])])


def _open(ctx: Context) -> Part | None:
    """What the verdict can still be, and how to find out the facts that decide."""
    found = ctx.assessment
    if found.verdict is not None:
        return None
    lines: list[Line] = [("Still possible", f"{ctx.verdict_titles(found.possible_verdicts)}.")]
    for unknown in found.unknowns[:MOST_UNKNOWN]:
        question = ctx.rulebase.questions[unknown.question]
        own = result_of(ctx) if question.answered_by_numbers else None
        lines.append((question.text, own or unknown.find_out or ""))
    return _part("This depends on", lines)


def _instead(ctx: Context) -> Part | None:
    """For a verdict that names something else: what it is, how to begin, and what would have to be different."""
    found, alternative = ctx.assessment, ctx.instead
    if alternative is None:
        return None
    worded = alternative_in_words(ctx.facts, alternative).whole
    lines: list[Line] = [(None, worded.what), ("First step", worded.first_step)]
    if ctx.outcome and found.verdict and ctx.outcome.changes_if:
        lines.append(("Reconsider when", " ".join(map(stop, ctx.outcome.changes_if[:MOST_REASONS]))))
    return _part(f"Instead: {alternative.title}", lines)


def _project(ctx: Context) -> list[Part | None]:
    """What it is about: the framing, the objectives, what it must beat, and whether it pays."""
    found, headings = ctx.assessment, ctx.rulebase.manifest.headings
    if ctx.outcome and ctx.outcome.builds_nothing:
        return []
    framed = ctx.has_task and not ctx.needs_reframing and found.task is not None
    metric = ctx.rulebase.metric.get(found.metric or "")
    goals: list[Line] = [(headings.business_objective, found.business_objective or "" if found.objective else "")]
    if framed:
        goals += [(headings.ml_objective, found.ml_objective or ""), ("Judged by", metric.name if metric else "")]
        goals.append(("It must beat", found.baseline or ""))
    goals.append(("Does it pay?", found.money[0].text if found.money else ""))
    faults: list[Line] = [("But", fault.text) for fault in found.faults[:1]]
    return [_part("Framing", [(None, found.framing or ""), *faults]), _part("Objectives", goals)]


def _risks(ctx: Context) -> Part | None:
    return _part("Risks", [(risk.title, stop(risk.early_sign)) for risk in ctx.assessment.risks[:MOST_RISKS]])


def _next(ctx: Context) -> Part | None:
    steps = ctx.assessment.next_steps[:MOST_STEPS]
    return _part("Next", [(None, step.text) for step in steps], numbered=True)
