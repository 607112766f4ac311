"""Several ideas as bars: how many criteria are for each, open, against or blocking. Numbers and patterns carry it."""

from __future__ import annotations

from framework.languages.catalogue import say
from framework.model.comparison import Comparison
from framework.model.rulebase import RuleBase
from framework.model.rules import Status
from framework.report.charts.drawing import Drawing
from framework.report.charts.look import SIZE, Look, figure, lines_of, text
from framework.report.comparison import names, standing
from framework.report.wording import IN_COLUMNS

WIDTH = 34
"""Characters in one line over a bar."""

BAR, LINE, PAD, GAP = 26, 17, 8, 14
"""Heights of a bar, of a line over it, of what is left between them, and of the gap below it, in px."""


def compared(rulebase: RuleBase, comparison: Comparison, look: Look) -> Drawing:
    """One bar for each idea, its name above; the segments are counts of criteria."""
    ideas, titles = comparison.ideas, names(rulebase, comparison)
    heights = [lines_of(title, WIDTH) * LINE + PAD + BAR + GAP for title in titles]
    tops = [-sum(heights[:index]) for index in range(len(ideas))]
    bars = [top - height + GAP + BAR / 2 for top, height in zip(tops, heights, strict=True)]
    marks = {
        Status.FAVOURABLE: (look.good, "", look.paper),
        Status.OPEN: (look.panel, "", look.ink),
        Status.UNFAVOURABLE: (look.panel, "/", look.ink),
        Status.BLOCKING: (look.bad, "", look.paper),
    }
    drawn = figure(look, sum(heights) + 44, margin={"l": 2, "r": 2, "t": 40, "b": 4}, barmode="stack", showlegend=True)
    for status, name in IN_COLUMNS.items():
        counts = [len(standing(idea)[status]) for idea in ideas]
        colour, pattern, ink = marks[status]
        drawn.add_bar(
            name=say(rulebase.language, name),
            orientation="h",
            y=bars,
            x=counts,
            width=BAR,
            text=[str(count) if count else "" for count in counts],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": ink, "size": SIZE},
            marker={
                "color": colour,
                "line": {"width": 1, "color": look.soft},
                "pattern": {"shape": pattern, "fgcolor": look.soft, "size": 12, "solidity": 0.1},
            },
        )
    for top, title in zip(tops, titles, strict=True):
        drawn.add_annotation(
            x=0, y=top, xanchor="left", yanchor="top", showarrow=False, align="left", text=text(title, WIDTH)
        )
    drawn.update_layout(legend={"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0, "traceorder": "normal"})
    drawn.update_xaxes(visible=False)
    drawn.update_yaxes(visible=False, range=[-sum(heights), 2])
    return drawn
