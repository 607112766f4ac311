"""What follows from the answers: requirements, risks and the plan."""

from __future__ import annotations

from dataclasses import replace

from framework.model.advice import Severity
from framework.model.assessment import PlannedStep, RaisedRequirement
from framework.model.listing import stop
from framework.model.rule_id import PLAN, rule_id
from framework.report.blocks import Block, Bullets, Item, Paragraph
from framework.report.front_parts import MOST_RISKS as MOST_ON_FRONT
from framework.report.front_parts import MOST_STEPS
from framework.report.sections.context import Context, by_gravity, first_sentences, item, shortened, statement_of

LEAST_REQUIREMENTS, MOST_REQUIREMENTS = 2, 3
"""How many are told in full; more than the least only where more of them are grave."""

MOST_RISKS = 3
MOST_LATER = 2
MOST_REMARKS = 1
MOST_PLANNED = 3

IN_THIS_CASE = "In this case"


def requirements(ctx: Context) -> list[Block]:
    """What must hold and how to measure it: the gravest first, and the others by their titles."""
    ranked = _ranked(ctx)
    lines = [
        Item(
            first_sentences(stop(found.statement), 1),
            found.because,
            found.because.answers,
            found.title,
            (("How to measure it", first_sentences(stop(found.measure), 1)),),
        )
        for found in ranked
    ]
    grave = sum(found.gravity is Severity.GRAVE for found in ranked)
    most = min(max(grave, LEAST_REQUIREMENTS), MOST_REQUIREMENTS)
    return [Bullets(tuple(lines[:most]), heading="Requirements", rest=tuple(lines[most:]))] if lines else []


def _ranked(ctx: Context) -> list[RaisedRequirement]:
    """Of those that are equally grave first one of each family, then what the deciding answers ask for."""
    deciding = {given.question for given in ctx.assessment.sufficient_reason}
    seen: set[str] = set()
    ranked: list[tuple[int, bool, bool, RaisedRequirement]] = []
    for found in by_gravity(ctx.assessment.requirements):
        gravity = -list(Severity).index(found.gravity)
        ranked.append((gravity, found.family in seen, not deciding.intersection(found.because.answers), found))
        seen.add(found.family)
    return [found for *_, found in sorted(ranked, key=lambda each: each[:3])]


def risks(ctx: Context) -> list[Block]:
    """Risks, the gravest first, each with an early sign; what helps against the gravest is on the first screen."""
    told = by_gravity(ctx.assessment.risks)
    lines = [
        Item(
            "" if number < MOST_ON_FRONT else found.in_short or first_sentences(stop(found.mitigation), 1),
            found.because,
            found.because.answers,
            found.title,
            (("Early sign", first_sentences(stop(found.early_sign), 1)),),
        )
        for number, found in enumerate(told)
    ]
    shown, more = shortened(lines, MOST_RISKS)
    return [Bullets(shown, heading="Risks", more=more)] if shown else []


def plan(ctx: Context) -> list[Block]:
    """Next steps after those of the first screen, then the steps of the plan, then remarks."""
    found = ctx.assessment
    blocks: list[Block] = []
    later = tuple(item(step) for step in found.next_steps[MOST_STEPS:][:MOST_LATER])
    if later:
        blocks.append(Bullets(later, heading="Further next steps"))
    if found.verdict and found.plan:
        following = next((step.step for step in found.plan if step.details), None)
        shown = tuple(_step(step, detailed=step.step == following) for step in found.plan[:MOST_PLANNED])
        rest = tuple(_later(step) for step in found.plan[MOST_PLANNED:])
        blocks.append(Bullets(shown, heading="Stages of the whole project", numbered=True, rest=rest))
    if found.verdict and ctx.has_task and not ctx.needs_reframing:
        unanswered = [question for id_, question in ctx.rulebase.closed_questions.items() if id_ not in found.answers]
        blocks += [Paragraph(question.while_open, quiet=True) for question in unanswered if question.while_open]
    remarks, _ = shortened(
        [item(remark, _lesson(ctx, topic), sentences=1) for remark, topic in ctx.remarks_under("plan")], MOST_REMARKS
    )
    if remarks:
        blocks.append(Bullets(remarks, heading="Good to know"))
    return blocks


def _step(step: PlannedStep, *, detailed: bool) -> Item:
    """A step and when it is done; what it means in this case for the next step that has something of its own."""
    parts = tuple((IN_THIS_CASE, first_sentences(detail.text, 2)) for detail in step.details) if detailed else ()
    done = statement_of(rule_id(PLAN, step.step), f"Done when: {_small(step.done_when)}", step.sources)
    return Item(done.text, done, (), f"{step.title} ({_small(step.time_box).rstrip('.')})", parts)


def _later(step: PlannedStep) -> Item:
    """A later step with all that it means in this case."""
    told = _step(step, detailed=True)
    return replace(told, label=step.title, parts=(("Time", step.time_box), *told.parts))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _lesson(ctx: Context, id_: str) -> str | None:
    lesson = ctx.rulebase.lesson.get(id_)
    return lesson.title if lesson else None
