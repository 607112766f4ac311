"""The cost-benefit results as charts. Amounts are in the person's own unit, per 1,000 cases unless named."""

from __future__ import annotations

from framework.assessment.words import Words
from framework.economics.tornado import MOST_SHOWN
from framework.economics.writing import reached
from framework.model.assessment import Assessment
from framework.model.question import TextRole
from framework.model.rulebase import RuleBase
from framework.model.sheet import Range
from framework.report.charts.drawing import Drawing
from framework.report.charts.look import SIZE, Look, amount, figure, key, line, lines_of, mark, percent, plot, text

LABEL = 17
"""Characters in one line of a bar's label."""


def value_threshold(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing | None:
    """Value against the decision threshold; None if it cannot be calculated."""
    curve = assessment.economics.threshold_curve if assessment and assessment.economics else None
    if curve is None:
        return None
    drawn = plot(look, 300, "Act from this probability", _value_title(rulebase, assessment))
    line(drawn, curve.points, look)
    drawn.update_xaxes(range=[0, 1], tickformat=".0%", nticks=6)
    mark(drawn, curve.best, f"best: from {percent(curve.best[0])}", look, "star", look.good)
    if curve.given and abs(curve.given[0] - curve.best[0]) > 0.02:
        mark(drawn, curve.given, f"yours: from {percent(curve.given[0])}", look, "diamond", look.bad)
    key(drawn)
    return drawn


def value_quality(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing | None:
    """The best value against how well the model separates cases, with the point from which it pays."""
    economics = assessment.economics if assessment else None
    curve = economics.quality_curve if economics else None
    if economics is None or curve is None:
        return None
    drawn = plot(look, 300, "0.5 is guessing, 1 is perfect (AUC)", _value_title(rulebase, assessment))
    dashed = {"color": look.soft, "width": 2, "dash": "dash"}
    simple = [curve.simple, curve.simple]
    drawn.add_scatter(x=[0.5, 1], y=simple, mode="lines", name="the best simple way", showlegend=True, line=dashed)
    line(drawn, curve.points, look)
    drawn.update_xaxes(range=[0.49, 1.01], nticks=6)
    if curve.any_signal and curve.shows_from:
        there = next(point for point in curve.points if point[0] >= curve.shows_from)
        mark(drawn, there, f"noticeable from {curve.shows_from:.2f}", look, "diamond", look.bad)
    elif curve.break_even is not None:
        pays = (curve.break_even, curve.simple)
        mark(drawn, pays, f"pays from {reached(curve.break_even)}", look, "diamond", look.bad)
    implied = economics.quality.implied if economics.quality else None
    if implied is not None and implied >= 0.5:
        near = min(curve.points, key=lambda point: abs(point[0] - implied))
        mark(drawn, near, f"yours: {implied:.2f}", look, "star", look.good)
    key(drawn)
    return drawn


def tornado(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing | None:
    """What the result depends on: each input alone at its low and at its high end."""
    found = assessment.tornado if assessment else None
    if found is None or not found.bars:
        return None
    bars = found.bars[:MOST_SHOWN]
    labels = [rulebase.role_name(bar.role) for bar in bars]
    rows = list(range(len(bars)))
    row_height = 34 + 12 * max(0, max(lines_of(label, LABEL) for label in labels) - 2)
    drawn = figure(look, row_height * len(bars) + 96, margin={"l": 8, "r": 16, "t": 34, "b": 8}, barmode="overlay")
    # the low end is hollow and drawn last: where both ends lie on the same side, both can be seen
    for word, ends, fill in (
        ("at its high end", [bar.at_high for bar in bars], look.accent),
        ("at its low end", [bar.at_low for bar in bars], "rgba(0,0,0,0)"),
    ):
        drawn.add_bar(
            x=[end - found.middle for end in ends],
            base=found.middle,
            y=rows,
            orientation="h",
            name=word,
            width=0.55,
            marker={"color": fill, "line": {"color": look.ink, "width": 1.5}},
        )
    flips = [(number, bar) for number, bar in enumerate(bars) if bar.flips]
    drawn.add_scatter(
        x=[0] * len(flips),
        y=[number for number, _ in flips],
        mode="markers",
        name="turns a gain into a loss",
        marker={"symbol": "diamond", "size": 11, "color": look.paper, "line": {"color": look.ink, "width": 2}},
        showlegend=bool(flips),
    )
    drawn.add_vline(x=found.middle, line={"color": look.ink, "width": 1})
    drawn.update_yaxes(
        tickvals=rows, ticktext=[text(label, LABEL) for label in labels], range=[len(bars) - 0.5, -0.5], showgrid=False
    )
    title = _value_title(rulebase, assessment, "per 1,000 cases" if found.measure == "gain" else "a year")
    drawn.update_xaxes(title={"text": title}, nticks=4, zeroline=True)
    drawn.update_layout(
        showlegend=True, legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "font": {"size": SIZE - 2}}
    )
    return drawn


def confusion(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing | None:
    """What happens in 1,000 cases, in the person's own word for a case."""
    counts = assessment.economics.counts if assessment and assessment.economics else None
    if counts is None:
        return None
    cells = (
        (0, 0, "✓ Caught", counts.caught, look.good),
        (1, 0, "✗ Missed", counts.missed, look.bad),
        (0, 1, "✗ False alarms", counts.false_alarms, look.bad),
        (1, 1, "✓ Left alone", counts.left_alone, look.good),
    )
    drawn = figure(look, 300)
    for across, down, word, count, colour in cells:
        drawn.add_shape(
            type="rect",
            x0=across + 0.02,
            x1=across + 0.98,
            y0=down + 0.03,
            y1=down + 0.97,
            fillcolor=look.panel,
            line={"color": colour, "width": 2, "dash": "solid" if "✓" in word else "dot"},
        )
        drawn.add_annotation(
            x=across + 0.5,
            y=down + 0.5,
            showarrow=False,
            font={"color": look.ink, "size": SIZE},
            text=f"<span style='font-size:26px'><b>{_count(count)}</b></span><br>{word}{_limits(count)}",
        )
    drawn.update_xaxes(
        tickvals=[0.5, 1.5], ticktext=["<b>Alert</b>", "<b>No alert</b>"], range=[0, 2], side="top", showgrid=False
    )
    drawn.update_yaxes(tickvals=[0.5, 1.5], ticktext=["<b>Real</b>", "<b>Not</b>"], range=[2, 0], showgrid=False)
    unit = rulebase.question_in_role.get(TextRole.UNIT)
    if assessment and unit:
        each = Words(rulebase, assessment.words).fill(f"one for {{{unit.id}:each}}")
        drawn.update_xaxes(title={"text": text(f"1,000 cases, {each[:1].lower()}{each[1:]}", 44), "standoff": 8})
    return drawn


def _value_title(rulebase: RuleBase, assessment: Assessment | None, per: str = "per 1,000 cases") -> str:
    """The unit of value, in the person's word for it."""
    unit = unit_of_value(rulebase, assessment)
    return text(f"Value in {unit}, {per}" if unit else f"Value {per}", 44)


def unit_of_value(rulebase: RuleBase, assessment: Assessment | None) -> str | None:
    """What the person counts value in, in their own word; None if they named nothing."""
    return Words(rulebase, assessment.words).in_role(TextRole.UNIT_OF_VALUE) if assessment else None


def _count(count: Range) -> str:
    return (
        f"{count.middle:,.0f}" if count.middle >= 10 or count.middle == round(count.middle) else f"{count.middle:.1f}"
    )


def _limits(count: Range) -> str:
    return f"<br>{amount(count.low)} to {amount(count.high)}" if count.low < count.high else ""
