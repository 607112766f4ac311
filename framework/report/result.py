"""What was expected of an idea beside what came of it."""

from __future__ import annotations

from framework.model.history import Decision, Result
from framework.report.blocks import Table
from framework.report.front import front_of
from framework.report.sections.context import Context

COLUMNS = ("About", "Expected", "What happened")
NOT_NOTED = "not noted"

DECISIONS = {
    Decision.DONE: "It was done",
    Decision.OTHER: "Something else was done",
    Decision.NOT_DONE: "It was not done",
    Decision.OPEN: "Nothing is decided yet",
}
"""Each decision in words."""


def result_table(ctx: Context, result: Result) -> Table:
    """A line for the advice, for what had to be beaten, for the goal, and for the note."""
    found, headings = ctx.assessment, ctx.rulebase.manifest.headings
    noted = result.noted_on
    rows = [
        ("Advice", front_of(ctx.rulebase, found).headline, DECISIONS[result.decision]),
        ("To beat", found.baseline or "", result.baseline or NOT_NOTED),
        (headings.business_objective, found.business_objective or "", result.measured or NOT_NOTED),
    ]
    if result.note:
        rows.append(("Note", "", result.note))
    return Table(COLUMNS, tuple(rows), f"What came of it, noted on {noted.day} {noted:%B %Y}")
