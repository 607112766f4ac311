"""What was expected of an idea beside what came of it."""

from __future__ import annotations

from framework.languages.catalogue import say, to_say
from framework.languages.dates import day
from framework.model.history import Decision, Result
from framework.report.blocks import Table
from framework.report.front import front_of
from framework.report.front_panels import goal
from framework.report.sections.context import Context

DECISIONS = {
    Decision.DONE: to_say("It was done"),
    Decision.OTHER: to_say("Something else was done"),
    Decision.NOT_DONE: to_say("It was not done"),
    Decision.OPEN: to_say("Nothing is decided yet"),
}
"""Each decision in words."""


def result_table(ctx: Context, result: Result) -> Table:
    """A line for the advice, for what had to be beaten, for the goal, and for the note."""
    found, headings, language = ctx.assessment, ctx.rulebase.manifest.headings, ctx.rulebase.language
    not_noted = say(language, "not noted")
    rows = [
        (say(language, "Advice"), front_of(ctx.rulebase, found).headline, say(language, DECISIONS[result.decision])),
        (say(language, "To beat"), found.baseline or "", result.baseline or not_noted),
        (headings.business_objective, goal(ctx), result.measured or not_noted),
    ]
    if result.note:
        rows.append((say(language, "Note"), "", result.note))
    columns = (say(language, "About"), say(language, "Expected"), say(language, "What happened"))
    caption = say(language, "What came of it, noted on {day}", day=day(language, result.noted_on))
    return Table(columns, tuple(rows), caption)
