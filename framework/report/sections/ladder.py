"""The ladder from the least effort to the most: where to start, what to measure, what justifies the next step."""

from __future__ import annotations

from framework.model.content import LadderStep
from framework.model.rule_id import LADDER, rule_id
from framework.report.blocks import Block, Bullets, Details, Item, Picture, Section, Table
from framework.report.sections.context import Context, item, statement_of


def ladder(ctx: Context) -> Section | None:
    """None where no step is meant for these answers, or the verdict is not to go this way."""
    steps, start = ctx.rulebase.ladder, ctx.assessment.ladder_start
    place = next((number for number, step in enumerate(steps) if step.id == start), None)
    if place is None:
        return None
    cost = ctx.rulebase.manifest.headings.ladder_cost or "Cost"
    here, above = steps[place], steps[place + 1 : place + 2]
    lines = [_line(here, "Start here", None, f"{here.title}. {here.what}")]
    lines += [_line(here, "Why here", "because", here.because)] if here.because else []
    lines += [_line(here, "What to measure", "measure", here.measure), _line(here, cost, "cost", here.cost)]
    lines += [_line(here, "Go back down when", "come_down_when", here.come_down_when)] if here.come_down_when else []
    lines.append(_line(here, "Limits", "limits", here.limits))
    blocks: list[Block] = [Bullets(tuple(lines))]
    for step in above:
        evidence = [_line(step, "Only when", "go_up_when", step.go_up_when)] if step.go_up_when else []
        more = [_line(step, "What it is", None, step.what), *evidence, _line(step, cost, "cost", step.cost)]
        blocks.append(Bullets(tuple(more), heading=f"The next step: {step.title}"))
    rows = tuple(
        (_numbered(number, step, place), step.go_up_when or "", step.cost) for number, step in enumerate(steps)
    )
    reading = (
        f"Start at step {place} of {len(steps) - 1}, “{here.title}”. "
        "Go up one step at a time, and only on measured results."
    )
    table = Table(("Step", "Go up to it when", cost), rows, "From the least effort to the most")
    blocks.append(Picture("ladder", reading, table, caption=f"Under each step: {cost[:1].lower()}{cost[1:]}."))
    others = tuple(
        _line(step, step.title, None, step.what, (("What to measure", step.measure), ("Limits", step.limits)))
        for number, step in enumerate(steps)
        if number not in (place, place + 1)
    )
    blocks.append(Details("All other steps", (Bullets(others),)))
    return Section("ladder", ctx.rulebase.manifest.headings.ladder or "Steps", tuple(blocks))


def _numbered(number: int, step: LadderStep, start: int) -> str:
    return f"{number}. {step.title}{' (start here)' if number == start else ''}"


def _line(
    step: LadderStep, label: str, field: str | None, text: str | None, parts: tuple[tuple[str, str], ...] = ()
) -> Item:
    """A line that cites a field of a step, or the step itself."""
    rule = rule_id(LADDER, step.id, *((field,) if field else ()))
    found = item(statement_of(rule, text or "", step.sources), label)
    return Item(found.text, found.statement, found.questions, label, parts)
