"""What follows from the answers: requirements, risks and the plan."""

from __future__ import annotations

from framework.model.assessment import PlannedStep, RaisedRequirement
from framework.model.listing import stop
from framework.model.rule_id import PLAN, rule_id
from framework.report.blocks import Block, Bullets, Item, Paragraph
from framework.report.front_parts import MOST_RISKS as MOST_ON_FRONT
from framework.report.front_parts import MOST_STEPS
from framework.report.sections.context import Context, by_gravity, first_sentences, item, shortened, statement_of

MOST_REQUIREMENTS = 2
MOST_RISKS = 3
MOST_LATER = 2
MOST_REMARKS = 1
MOST_DETAILS = 1
MOST_PLANNED = 3


def requirements(ctx: Context) -> list[Block]:
    """What must hold and how to measure it: first what the deciding answers ask for, one of each family."""
    deciding = {given.question for given in ctx.assessment.sufficient_reason}
    seen: set[str] = set()
    ranked: list[tuple[bool, bool, RaisedRequirement]] = []
    for found in ctx.assessment.requirements:
        ranked.append((found.family in seen, not deciding.intersection(found.because.answers), found))
        seen.add(found.family)
    ranked.sort(key=lambda each: each[:2])
    lines = [
        Item(
            first_sentences(stop(found.statement), 1),
            found.because,
            found.because.answers,
            found.title,
            (("How to measure it", first_sentences(stop(found.measure), 1)),),
        )
        for *_, found in ranked
    ]
    shown, more = shortened(lines, MOST_REQUIREMENTS)
    return [Bullets(shown, heading="Requirements", more=more)] if shown else []


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
        blocks.append(Bullets(later, heading="After the first three steps"))
    if found.verdict and found.plan:
        told = {step.step for step in [step for step in found.plan if step.details][:MOST_DETAILS]}
        steps = tuple(_step(step, detailed=step.step in told) for step in found.plan)
        shown, later_steps = shortened(steps, MOST_PLANNED)
        blocks.append(Bullets(shown, heading="From here to the result", numbered=True, more=later_steps))
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
    """A step and when it is done; what it means in this case for the first steps that have something of their own."""
    parts = tuple(("In this case", first_sentences(detail.text, 2)) for detail in step.details[:1]) if detailed else ()
    done = statement_of(rule_id(PLAN, step.step), f"Done when: {_small(step.done_when)}", step.sources)
    return Item(done.text, done, (), f"{step.title} ({_small(step.time_box).rstrip('.')})", parts)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _lesson(ctx: Context, id_: str) -> str | None:
    lesson = ctx.rulebase.lesson.get(id_)
    return lesson.title if lesson else None
