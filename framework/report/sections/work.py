"""What follows from the answers: requirements, risks and the plan."""

from __future__ import annotations

from framework.model.assessment import PlannedStep
from framework.model.rule_id import PLAN, REMARKS, rule_id
from framework.report.blocks import Block, Bullets, Item, Paragraph, Section
from framework.report.sections.context import Context, item, statement_of, stop


def requirements(ctx: Context) -> Section | None:
    """Requirements by family: what must hold, how to measure it, and why it applies."""
    blocks: list[Block] = []
    for family in ctx.rulebase.requirements:
        lines = tuple(
            Item(
                stop(found.statement),
                found.because,
                found.because.answers,
                found.title,
                (("How to measure it", stop(found.measure)), ("Why it applies", found.because.text)),
            )
            for found in ctx.assessment.requirements
            if found.family == family.id
        )
        if lines:
            blocks.append(Bullets(lines, heading=family.name))
    return Section("requirements", "Requirements", tuple(blocks)) if blocks else None


def risks(ctx: Context) -> Section | None:
    """Risks, each with an early sign and a mitigation."""
    lines = []
    for found in ctx.assessment.risks:
        parts = [("Early sign", stop(found.early_sign)), ("What helps", stop(found.mitigation))]
        if found.likelihood:
            parts.insert(0, ("How likely", stop(found.likelihood)))
        lines.append(Item(stop(found.what), found.because, found.because.answers, found.title, tuple(parts)))
    return Section("risks", "Risks", (Bullets(tuple(lines)),)) if lines else None


def plan(ctx: Context) -> Section | None:
    """Next steps, then the steps of the plan, then remarks."""
    found = ctx.assessment
    blocks: list[Block] = []
    if found.next_steps:
        blocks.append(Bullets(tuple(item(step) for step in found.next_steps), heading="Next", numbered=True))
    if found.verdict:
        blocks += [_step(number, step) for number, step in enumerate(found.plan, start=1)]
    if found.verdict and ctx.has_task and not ctx.needs_reframing:
        unanswered = [question for id_, question in ctx.rulebase.closed_questions.items() if id_ not in found.answers]
        blocks += [Paragraph(question.while_open, quiet=True) for question in unanswered if question.while_open]
    remarks = tuple(item(remark, _topic(ctx, remark.rule)) for remark in found.remarks)
    if remarks:
        blocks.append(Bullets(remarks, heading="Good to know"))
    return Section("plan", "Plan", tuple(blocks)) if blocks else None


def _step(number: int, step: PlannedStep) -> Bullets:
    def line(label: str, field: str, text: str) -> Item:
        return item(statement_of(rule_id(PLAN, step.step, field), text, step.sources), label)

    lines = (
        line("Deliverable", "deliverable", step.deliverable),
        line("Done when", "done_when", step.done_when),
        line("Go back when", "go_back_when", step.go_back_when),
        *(item(detail, "In this case") for detail in step.details),
        line("Why", "why", step.why),
    )
    return Bullets(lines, heading=f"Step {number}: {step.title} ({step.time_box})")


def _topic(ctx: Context, rule: str) -> str | None:
    remark = next((remark for remark in ctx.rulebase.remarks if rule_id(REMARKS, remark.id) == rule), None)
    lesson = ctx.rulebase.lesson.get(remark.topic) if remark else None
    return lesson.title if lesson else None
