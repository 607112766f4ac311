"""What a lesson shows of the reader's own idea: parts of its brief, by the ids of `OWN_PARTS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from framework.languages.catalogue import say, to_say
from framework.model.assessment import Assessment
from framework.model.listing import as_sentence
from framework.model.question import TextRole
from framework.model.rule_id import CRITERIA, REMARKS, parts_of, rule_id
from framework.model.rulebase import RuleBase
from framework.model.rules import STRONGEST_FIRST, Status
from framework.reasoning.readable import STANDS
from framework.report.blocks import Block, Bullets, Item, Paragraph, Section
from framework.report.front import steps_of
from framework.report.front_panels import building
from framework.report.front_parts import MAX_STEPS
from framework.report.labels import labelled
from framework.report.sections import criteria, framing, objectives, why, work
from framework.report.sections.context import Context, item

MAX_REQUIREMENTS = MAX_REMARKS = 3


@dataclass(frozen=True)
class _Of:
    """What a part is made of: the idea, the lesson that shows it, and the rules that this names beside it."""

    ctx: Context
    lesson: str
    rules: tuple[str, ...]


def own_part(
    rulebase: RuleBase, assessment: Assessment, lesson: str, wanted: tuple[str, ...], rules: tuple[str, ...]
) -> Section:
    """The wanted parts of an idea as one section without a title; without blocks where there is nothing to show."""
    of = _Of(Context(rulebase, assessment), lesson, rules)
    blocks = tuple(block for id_ in wanted for block in _MAKERS[id_](of))
    return labelled(Section("own", "", blocks), rulebase.language)


def _learning(of: _Of) -> list[Block]:
    """Task, measure and experience; or why an idea has none of them."""
    ctx, language = of.ctx, of.ctx.rulebase.language
    if ctx.needs_reframing:
        said = say(
            language,
            "By its brief this idea is to be put differently first. Then name its task, measure and experience.",
        )
        return [Paragraph(said)]
    if ctx.assessment.verdict and ctx.task is None:
        said = say(
            language, "By its brief nothing is to be learned here, so it has no task, measure or experience to name."
        )
        return [Paragraph(said)]
    if ctx.task is None:
        return []
    panels = _panels(ctx)
    task = [replace(line, label=to_say("Task")) for line in panels.get("framing", [])[:1]]
    measure = [replace(line, label=to_say("Measure")) for line in _measure(ctx)]
    return [Bullets((*task, *measure, *_experience(ctx)))]


def _experience(ctx: Context) -> list[Item]:
    """The recorded answers that are learned from, in the person's words; where they only judge the results, that."""
    typed = ctx.words.in_role(TextRole.LABEL)
    if typed and ctx.learns_from_answers:
        own = say(ctx.rulebase.language, "Past cases, each with its right answer: {label}", label=as_sentence(typed))
        return [Item(own, label=to_say("Experience"))]
    label, *origin = framing.learned_from(ctx)
    answers = replace(label, text=" ".join(one.text for one in (label, *origin)))
    if ctx.learns_from_answers:
        return [replace(answers, label=to_say("Experience"))]
    language = ctx.rulebase.language
    none = (
        say(language, "Cases without right answers, or none of your own.")
        if ctx.learns
        else say(language, "None of your own: nothing is learned from your past cases.")
    )
    said = Item(none, label=to_say("Experience"))
    return [said, replace(answers, label=to_say("Right answers, only to judge the results"))]


def _measure(ctx: Context) -> list[Item]:
    metric = ctx.rulebase.metric.get(ctx.assessment.metric or "")
    return [Item(f"{metric.name}. {metric.plain}")] if metric else []


def _criteria(of: _Of) -> list[Block]:
    """Where the criteria stand that the lesson names, each with the first reason for it."""
    ctx, found = of.ctx, of.ctx.assessment
    named = {id_ for kind, *ids in map(parts_of, of.rules) if kind == CRITERIA for id_ in ids[:1]}
    lines = []
    for criterion in ctx.rulebase.criteria:
        if criterion.id in named:
            reasons = [reason for reason in found.reasons if parts_of(reason.rule)[1] == criterion.id]
            stands = say(ctx.rulebase.language, STANDS[found.criteria[criterion.id]])
            line = item(reasons[0], criterion.title, sentences=1) if reasons else Item("", label=criterion.title)
            lines.append(replace(line, text=f"{stands}. {line.text}".rstrip()))
    return [Bullets(tuple(lines))] if lines else []


def _against(of: _Of) -> list[Block]:
    """The reasons against it, the strongest first, and where every criterion stands."""
    ctx = of.ctx
    blocks: list[Block] = []
    for status in STRONGEST_FIRST:
        reasons = [reason for reason in ctx.assessment.reasons if reason.status is status is not Status.FAVOURABLE]
        if reasons:
            lines = tuple(item(reason, criteria.criterion_title(ctx, reason), sentences=1) for reason in reasons)
            most = why.MAX_REASONS[status]
            blocks.append(Bullets(lines[:most], STANDS[status], status.value, rest=lines[most:]))
    return [*blocks, criteria.criteria(ctx)] if ctx.rulebase.criteria else blocks


def _remarks(of: _Of) -> list[Block]:
    """The remarks on the topic of the lesson."""
    about = {rule_id(REMARKS, one.id) for one in of.ctx.rulebase.remarks if one.topic == of.lesson}
    said = [item(remark) for remark in of.ctx.assessment.remarks if remark.rule in about]
    return [Bullets(tuple(said[:MAX_REMARKS]), heading=to_say("Good to know"))] if said else []


def _requirements(of: _Of) -> list[Block]:
    blocks = work.requirements(of.ctx)
    return [
        Bullets((*block.items, *block.rest)[:MAX_REQUIREMENTS], block.heading)
        for block in blocks
        if isinstance(block, Bullets)
    ]


def _chain(of: _Of) -> list[Block]:
    return [Bullets(tuple(_panels(of.ctx).get("objectives", []))), *objectives.chain(of.ctx)]


def _framing(of: _Of) -> list[Block]:
    lines = _panels(of.ctx).get("framing", [])
    return [Bullets(tuple(lines))] if lines else []


def _next_steps(of: _Of) -> list[Block]:
    steps = steps_of(of.ctx, None)[:MAX_STEPS]
    lines = [Item(f"{step.text} ({step.when})" if step.when else step.text, step.statement) for step in steps]
    return [Bullets(tuple(lines), heading=to_say("Next steps"), numbered=True)] if lines else []


def _panels(ctx: Context) -> dict[str, list[Item]]:
    """The lines of the first screen about what is built, by panel."""
    return {
        panel.id: [
            Item(line.text, line.statement, line.statement.answers if line.statement else (), line.lead or None)
            for line in panel.lines
        ]
        for panel in building(ctx)
    }


_MAKERS: Mapping[str, Callable[[_Of], list[Block]]] = {
    "learning": _learning,
    "criteria": _criteria,
    "against": _against,
    "remarks": _remarks,
    "risks": lambda of: work.gravest(of.ctx),
    "requirements": _requirements,
    "chain": _chain,
    "framing": _framing,
    "next_steps": _next_steps,
}
"""What makes each part, by id; the ids are those of `OWN_PARTS`."""
