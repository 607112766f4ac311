"""The verdict as a decision record: context, decision, reasons, alternatives, what would change it, the review."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from framework.languages.catalogue import say, to_say
from framework.languages.dates import written
from framework.model.assessment import Assessment
from framework.model.listing import as_sentence
from framework.model.rulebase import RuleBase
from framework.reasoning.readable import STANDS
from framework.report.blocks import Block, Bullets, Document, Item, Paragraph, Section
from framework.report.document import cited, verdict_card
from framework.report.front import fatal_fault, front_of, steps_of
from framework.report.front_panels import goal
from framework.report.front_parts import STEPS
from framework.report.labels import labelled
from framework.report.sections.answers import answers
from framework.report.sections.context import Context, capital, item
from framework.report.sections.criteria import criterion_title
from framework.report.sections.why import MAX_CHANGES, at_odds, changes, sufficient, ways_told
from framework.report.sections.work import IF_REPLANNED


def decision_record(
    rulebase: RuleBase, assessment: Assessment, review: date | None = None, today: date | None = None
) -> Document:
    """The record of an assessment. `review`: when somebody looks at it again; by default the date in the sheet.

    `today` dates the record and its next steps; without it they show how long they take.
    """
    ctx = Context(rulebase, assessment)
    changed = tuple(changes(ctx, _number_of_ways(ctx)))
    found = [
        _context(ctx),
        _decision(ctx),
        _reasons(ctx),
        _alternatives(ctx),
        Section("changes", _say(ctx, "When we would decide otherwise"), changed) if changed else None,
        _consequences(ctx, today),
        _review(ctx, review or assessment.sheet.review),
        answers(ctx),
    ]
    told = (labelled(section, rulebase.language) for section in found if section is not None)
    sections = tuple(replace(section, notes=cited([section])) for section in told)
    title, card = _say(ctx, "Decision record: {title}", title=ctx.title), verdict_card(rulebase, assessment)
    dated = written(rulebase.language, today)
    return Document(title, card, front_of(rulebase, assessment, today), sections, cited(sections), dated)


def _number_of_ways(ctx: Context) -> int:
    """How many of the ways to other verdicts are told: of a settled one all that a reader can follow."""
    return len(ways_told(ctx)) if ctx.assessment.verdict else MAX_CHANGES


def _context(ctx: Context) -> Section:
    found = ctx.assessment
    blocks: list[Block] = [Paragraph(found.framing)] if found.framing else []
    if found.objective and found.business_objective:
        label, aim, whole = ctx.rulebase.manifest.headings.business_objective, goal(ctx), found.business_objective
        told = aim if whole.startswith(aim) else whole
        lines = [Item(told, label=label)]
        if beside := whole.removeprefix(told).strip():
            lines.append(Item(beside, label=_say(ctx, "What has to hold meanwhile")))
        blocks.append(Bullets(tuple(lines)))
    blocks += sufficient(ctx, most=None)
    nothing = _say(ctx, "The task is still open." if found.answers else "Nothing is answered yet.")
    return Section("context", _say(ctx, "Context"), tuple(blocks) or (Paragraph(nothing),))


def _decision(ctx: Context) -> Section:
    card = verdict_card(ctx.rulebase, ctx.assessment)
    why = "" if ctx.assessment.verdict_rules and not fatal_fault(ctx) else card.sentence  # its rules come next
    blocks: list[Block] = [Paragraph(f"{as_sentence(card.title)} {why}".rstrip())]
    if card.alternative:
        blocks.append(Paragraph(_say(ctx, "Instead: {title}", title=as_sentence(card.alternative))))
    status = _say(
        ctx,
        "Status: proposed."
        if card.verdict
        else "Status: not decided yet, as the answers still allow several verdicts.",
    )
    return Section("decision", _say(ctx, "Decision"), (Paragraph(status), *blocks))


def _reasons(ctx: Context) -> Section | None:
    found = ctx.assessment
    groups = [("The rules that decide", [item(rule) for rule in found.verdict_rules])]
    for status, heading in STANDS.items():
        said = [reason for reason in found.reasons if reason.status is status]
        groups.append((heading, [item(reason, criterion_title(ctx, reason)) for reason in said]))
    groups += at_odds(ctx)
    blocks = tuple(Bullets(tuple(lines), heading) for heading, lines in groups if lines)
    return Section("reasons", _say(ctx, "Reasons"), blocks) if blocks else None


def _alternatives(ctx: Context) -> Section:
    """Every other verdict, when it would be right, whether it is still possible, and the other framings."""
    found = ctx.assessment
    below = {verdict for verdict, _ in ways_told(ctx)[: _number_of_ways(ctx)]}
    lines = []
    for verdict in ctx.rulebase.verdict.values():
        if verdict.id == found.verdict:
            continue
        if found.verdict is None:
            possible = verdict.id in found.possible_verdicts
            told = _say(ctx, "Still possible." if possible else "Ruled out by the answers.")
        elif verdict.id in below:
            told = _say(ctx, "Not chosen; what would lead to it stands below.")
        elif steps := found.changes.get(verdict.id):
            told = _say(
                ctx,
                "Not chosen; {number} answers would have to be different."
                if len(steps) > 1
                else "Not chosen; one answer would have to be different.",
                number=len(steps),
            )
        else:
            told = _say(ctx, "Not chosen; nothing that we could change leads to it.")
        right_if = verdict.right_if
        when = as_sentence(_say(ctx, "Would be right if {right_if}", right_if=right_if)) if right_if else ""
        lines.append(Item(f"{when} {told}".lstrip(), label=verdict.title))
    blocks: list[Block] = [Bullets(tuple(lines))]
    others = tuple(
        item(option.because, ctx.rulebase.task[option.task].name)
        for option in found.task_alternatives
        if ctx.develops_framing
    )
    return Section(
        "alternatives",
        _say(ctx, "Alternatives"),
        (*blocks, *([Bullets(others, to_say("Other framings"))] if others else [])),
    )


def _consequences(ctx: Context, today: date | None) -> Section | None:
    found = ctx.assessment
    blocks: list[Block] = []
    if found.next_steps:
        steps = tuple(
            item(step.statement, text=f"{step.statement.text} ({step.when})" if step.when else None)
            for step in steps_of(ctx, today)
        )
        blocks.append(Bullets(steps, STEPS, numbered=True))
    if found.if_replanned:
        blocks.append(Bullets(tuple(map(item, found.if_replanned)), IF_REPLANNED))
    if found.risks:
        lines = tuple(Item(risk.early_sign, risk.because, label=risk.title) for risk in found.risks)
        blocks.append(Bullets(lines, to_say("Risks, and their early signs")))
    return Section("consequences", _say(ctx, "Consequences"), tuple(blocks)) if blocks else None


def _review(ctx: Context, review: date | None) -> Section:
    language = ctx.rulebase.language
    when = _say(ctx, "on {day}", day=written(language, review)) if review else _say(ctx, "on a day still to be agreed")
    told = _say(
        ctx,
        "{when}, or as soon as one of the facts above changes."
        if ctx.assessment.verdict
        else "{when}, or as soon as one of the facts above is known or changes.",
        when=capital(when),
    )
    return Section("review", _say(ctx, "Review"), (Paragraph(told),))


def _say(ctx: Context, text: str, **values: object) -> str:
    return say(ctx.rulebase.language, text, **values)
