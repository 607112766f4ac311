"""The chain from the loss at the bottom to the outcome at the top: each level affects the one above it."""

from __future__ import annotations

from framework.languages.catalogue import say
from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.report.charts.drawing import Drawing
from framework.report.charts.look import SIZE, Look, figure, lines_of, text

WIDTH = 42
"""Characters in one line of a box."""

LINE, PADDING, GAP = 17, 20, 40
"""Height of a line, of the padding in a box, and of the gap between two, in px."""


def chain(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing | None:
    """The figure; None while no more than the outcome is known."""
    if assessment is None or len(assessment.chain) < 2:
        return None
    boxes = []
    for link in assessment.chain:
        head, colon, rest = link.level.partition(": ")
        body = text(rest[:1].upper() + rest[1:], WIDTH) if colon else ""
        lines = lines_of(head, WIDTH) + (lines_of(rest, WIDTH) if colon else 0)
        boxes.append((f"<b>{text(head, WIDTH)}</b>" + (f"<br>{body}" if colon else ""), lines * LINE + PADDING))
    height = sum(box[1] for box in boxes) + GAP * (len(boxes) - 1)
    drawn = figure(look, height + 4, margin={"l": 2, "r": 2, "t": 2, "b": 2})
    drawn.update_xaxes(visible=False, range=[0, 1])
    drawn.update_yaxes(visible=False, range=[-height, 0])
    top = 0
    for number, (words, box_height) in enumerate(boxes):
        first = number == 0
        drawn.add_shape(
            type="rect",
            x0=0.005,
            x1=0.995,
            y0=top - box_height,
            y1=top,
            fillcolor=look.panel,
            line={"color": look.accent if first else look.line, "width": 2 if first else 1},
        )
        drawn.add_annotation(
            x=0.5,
            y=top - box_height / 2,
            text=words,
            showarrow=False,
            align="center",
            font={"size": SIZE, "color": look.ink},
        )
        if number:
            drawn.add_annotation(
                x=0.5,
                y=top + GAP - 3,
                ax=0.5,
                ay=top + 3,
                axref="x",
                ayref="y",
                text="",
                showarrow=True,
                arrowhead=2,
                arrowsize=1.2,
                arrowwidth=2,
                arrowcolor=look.accent,
            )
            drawn.add_annotation(
                x=0.53,
                y=top + GAP / 2,
                text=say(rulebase.language, "affects"),
                showarrow=False,
                xanchor="left",
                font={"color": look.soft, "size": SIZE - 1},
            )
        top -= box_height + GAP
    return drawn
