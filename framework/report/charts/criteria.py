"""The status of the criteria: one row for each, one column for each status. Position, shape and heading show which."""

from __future__ import annotations

from framework.languages.catalogue import say
from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.model.rules import STRONGEST_FIRST, Status
from framework.report.charts.drawing import Drawing
from framework.report.charts.look import SIZE, Look, figure, lines_of, text
from framework.report.wording import IN_COLUMNS

SHAPES = {
    Status.BLOCKING: "x",
    Status.UNFAVOURABLE: "triangle-down",
    Status.OPEN: "circle-open",
    Status.FAVOURABLE: "triangle-up",
}

WIDTH = 23
"""Characters of a label in one line."""

ROW = 34
"""Height of a row in px; two lines of a label fit."""


def criteria(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing | None:
    """The figure; None for a rule base without criteria."""
    if assessment is None or not rulebase.criteria:
        return None
    standing = [(rulebase.criterion[id_].title, status) for id_, status in assessment.criteria.items()]
    order = [*STRONGEST_FIRST, Status.OPEN]
    standing.sort(key=lambda row: order.index(row[1]))
    columns = [(status, say(rulebase.language, IN_COLUMNS[status])) for status in reversed(IN_COLUMNS)]
    column = {status: number for number, (status, _) in enumerate(columns)}
    colour = {
        Status.BLOCKING: look.bad,
        Status.UNFAVOURABLE: look.bad,
        Status.OPEN: look.soft,
        Status.FAVOURABLE: look.good,
    }
    lines = max(lines_of(title, WIDTH) for title, _ in standing)
    drawn = figure(look, len(standing) * (ROW + 14 * max(0, lines - 2)) + 56)
    for status, word in columns:
        rows = [number for number, (_, own) in enumerate(standing) if own is status]
        drawn.add_scatter(
            x=[column[status]] * len(rows),
            y=rows,
            mode="markers",
            name=word,
            marker={
                "symbol": SHAPES[status],
                "size": 13,
                "color": colour[status],
                "line": {"width": 2, "color": colour[status]},
            },
        )
    drawn.update_xaxes(
        tickvals=list(range(len(columns))),
        ticktext=[f"<b>{word}</b><br>{sum(own is status for _, own in standing)}" for status, word in columns],
        tickfont={"size": SIZE - 1},
        range=[-0.5, len(columns) - 0.5],
        side="top",
        showgrid=False,
    )
    drawn.update_yaxes(
        tickvals=list(range(len(standing))),
        ticktext=[text(title, WIDTH) for title, _ in standing],
        range=[len(standing) - 0.5, -0.5],
        griddash="dot",
    )
    return drawn
