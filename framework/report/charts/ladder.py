"""The ladder as a list of steps, the least effort at the bottom. The start is marked by its frame and by words."""

from __future__ import annotations

from framework.languages.catalogue import say, to_say
from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.report.charts.drawing import Drawing
from framework.report.charts.look import SIZE, Look, figure, lines_of, text

WIDTH = 43
"""Characters in one line of a step."""

LINE, PAD, GAP = 17, 8, 6
"""Heights of a line, of the space inside a step above and below its words, and of the gap between two steps, in px."""

START = to_say("▶ start here")


def ladder(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing | None:
    """The figure; None for a rule base without a ladder. Without a step to start at, none is marked."""
    steps = rulebase.ladder
    if not steps:
        return None
    start = assessment.ladder_start if assessment else None
    place = next((number for number, step in enumerate(steps) if step.id == start), None)
    titles = [f"{number}. {step.title}" for number, step in enumerate(steps)]
    heights = [
        LINE * (lines_of(title, WIDTH) + lines_of(step.cost, WIDTH) + (number == place)) + 2 * PAD
        for number, (title, step) in enumerate(zip(titles, steps, strict=True))
    ]
    height = sum(heights) + GAP * (len(steps) - 1)
    drawn = figure(look, height + 8, margin={"l": 2, "r": 2, "t": 4, "b": 4})
    drawn.update_xaxes(visible=False, range=[0, 1])
    drawn.update_yaxes(visible=False, range=[0, height])
    low = 0
    for number, (title, step, tall) in enumerate(zip(titles, steps, heights, strict=True)):
        here = number == place
        drawn.add_shape(
            type="rect",
            x0=0,
            x1=1,
            y0=low,
            y1=low + tall,
            fillcolor=look.panel,
            line={"color": look.accent if here else look.line, "width": 3 if here else 1},
        )
        words = [f"<b>{say(rulebase.language, START)}</b>"] if here else []
        words += [
            f"<b>{text(title, WIDTH)}</b>",
            f"<span style='font-size:{SIZE - 1}px'>{text(step.cost, WIDTH)}</span>",
        ]
        drawn.add_annotation(
            x=0.02,
            y=low + tall / 2,
            xanchor="left",
            yanchor="middle",
            align="left",
            showarrow=False,
            text="<br>".join(words),
            borderpad=0,
            font={"size": SIZE, "color": look.ink},
        )
        low += tall + GAP
    return drawn
