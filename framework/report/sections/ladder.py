"""The ladder from the least effort to the most: where to start, what to measure, what justifies the next step."""

from __future__ import annotations

from framework.languages.catalogue import say, to_say
from framework.model.advice import LadderStep
from framework.model.rule_id import LADDER, rule_id
from framework.report.blocks import Block, Bullets, Item, Picture, Table
from framework.report.sections.context import Context, clause, item, statement_of


def ladder(ctx: Context) -> list[Block]:
    """Empty where no step is meant for these answers, or the verdict is not to go this way."""
    steps, start = ctx.rulebase.ladder, ctx.assessment.ladder_start
    place = next((number for number, step in enumerate(steps) if step.id == start), None)
    if place is None:
        return []
    here, language = steps[place], ctx.rulebase.language
    above = next((step for step in steps[place + 1 :] if ctx.holds(step.applies_when)), None)
    lines = [
        _line(here, say(language, "Start at step {place}", place=place), None, f"{here.title}. {here.what}"),
        _line(here, to_say("Measure there"), "measure", here.measure),
    ]
    for number, step in enumerate(steps[:place]):
        if step.beside_when and ctx.holds(step.beside_when):
            text = say(
                language,
                "Step {number}, {title}. If it reaches the target on the same cases, stay with it.",
                number=number,
                title=clause(step.title),
            )
            lines.append(_line(step, to_say("In the same test"), None, text))
    if above and above.go_up_when:
        label = say(language, "Then “{step}”, only when", step=above.title)
        lines.append(_line(above, label, "go_up_when", above.go_up_when))
    rows = tuple((f"{number}. {step.title}", step.cost) for number, step in enumerate(steps))
    picture = Picture(
        "ladder",
        say(language, "Go up from step {place} only on evidence.", place=place),
        Table(
            (say(language, "Step"), say(language, "Cost of one case")),
            rows,
            say(language, "From the least effort to the most"),
        ),
        say(language, "The least effort is at the bottom. Below each step: the cost of one case."),
    )
    return [Bullets(tuple(lines), heading=ctx.rulebase.manifest.headings.ladder or to_say("Steps")), picture]


def _line(step: LadderStep, label: str, field: str | None, text: str) -> Item:
    """A line that cites a field of a step, or the step itself."""
    rule = rule_id(LADDER, step.id, *((field,) if field else ()))
    return item(statement_of(rule, text, step.sources), label, sentences=2)
