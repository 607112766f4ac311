"""The cost-benefit results as charts. Amounts are in the person's own unit, per 1,000 cases unless named."""

from __future__ import annotations

from collections.abc import Iterator

from framework.assessment.words import Words
from framework.economics.tornado import MAX_SHOWN
from framework.economics.writing import reached
from framework.languages.catalogue import numerals, say, to_say
from framework.model.assessment import Assessment
from framework.model.economics import Span
from framework.model.question import TextRole
from framework.model.rulebase import RuleBase
from framework.report.charts.drawing import Drawing
from framework.report.charts.look import SIZE, Look, amount, figure, key, line, lines_of, mark, percent, plot, text
from framework.report.sections.pays_alerts import counts, simple_ways

LABEL = 17
"""Characters in one line of a bar's label."""


def value_threshold(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing | None:
    """Value against the decision threshold; None if it cannot be calculated."""
    curves = assessment.worth.curves if assessment and assessment.worth else {}
    points, best = curves.get("threshold", ()), curves.get("threshold_best", ())
    if not points or not best:
        return None
    language = rulebase.language
    drawn = plot(look, 300, say(language, "Act from this probability"), _value_title(rulebase, assessment))
    line(drawn, points, look)
    drawn.update_xaxes(range=[0, 1], tickformat=".0%", nticks=6)
    label = say(language, "best: from {share}", share=percent(best[0][0], language))
    mark(drawn, best[0], label, look, "star", look.good)
    for given in curves.get("threshold_given", ()):
        if abs(given[0] - best[0][0]) > 0.02:
            label = say(language, "yours: from {share}", share=percent(given[0], language))
            mark(drawn, given, label, look, "diamond", look.bad)
    key(drawn)
    return drawn


def value_quality(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing | None:
    """The best value against how well the model separates cases, with the point from which it pays."""
    worth = assessment.worth if assessment else None
    points, ways = (worth.curves.get("auc", ()), simple_ways(worth)) if worth else ((), {})
    if worth is None or not points or not ways:
        return None
    language = rulebase.language
    across = say(language, "0.5 is guessing, 1 is perfect (AUC)")
    drawn = plot(look, 300, across, _value_title(rulebase, assessment))
    dashed = {"color": look.soft, "width": 2, "dash": "dash"}
    simple = max(ways.values())
    named = say(language, "the best simple way")
    drawn.add_scatter(x=[0.5, 1], y=[simple, simple], mode="lines", name=named, showlegend=True, line=dashed)
    line(drawn, points, look)
    drawn.update_xaxes(range=[0.49, 1.01], nticks=6)
    shows, needed = worth.curves.get("auc_noticeable", ()), worth.figures.get("auc_today")
    for there in shows:
        label = say(language, "noticeable from {level}", level=numerals(language, f"{there[0]:.2f}"))
        mark(drawn, there, label, look, "diamond", look.bad)
    if not shows and needed is not None and needed.middle is not None:
        label = say(language, "worth more from {level}", level=numerals(language, reached(needed.middle)))
        mark(drawn, (needed.middle, simple), label, look, "diamond", look.bad)
    implied = worth.figures.get("auc_implied")
    if implied is not None and implied.middle is not None and implied.middle >= 0.5:
        yours = implied.middle
        near = min(points, key=lambda point: abs(point[0] - yours))
        label = say(language, "yours: {level}", level=numerals(language, f"{yours:.2f}"))
        mark(drawn, near, label, look, "star", look.good)
    key(drawn)
    return drawn


def tornado(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing | None:
    """What the result depends on: each input alone at its low and at its high end."""
    found = assessment.worth.tornado if assessment and assessment.worth else None
    if found is None or not found.bars:
        return None
    bars, language = found.bars[:MAX_SHOWN], rulebase.language
    labels = [rulebase.role_name(bar.role) for bar in bars]
    rows = list(range(len(bars)))
    row_height = 34 + 12 * max(0, max(lines_of(label, LABEL) for label in labels) - 2)
    drawn = figure(look, row_height * len(bars) + 96, margin={"l": 8, "r": 16, "t": 34, "b": 8}, barmode="overlay")
    # the low end is hollow and drawn last: where both ends lie on the same side, both can be seen
    for word, ends, fill in (
        (say(language, "at its high end"), [bar.at_high for bar in bars], look.accent),
        (say(language, "at its low end"), [bar.at_low for bar in bars], "rgba(0,0,0,0)"),
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
        name=say(language, "turns a gain into a loss"),
        marker={"symbol": "diamond", "size": 11, "color": look.paper, "line": {"color": look.ink, "width": 2}},
        showlegend=bool(flips),
    )
    drawn.add_vline(x=found.middle, line={"color": look.ink, "width": 1})
    drawn.update_yaxes(
        tickvals=rows, ticktext=[text(label, LABEL) for label in labels], range=[len(bars) - 0.5, -0.5], showgrid=False
    )
    title = _value_title(rulebase, assessment, yearly=True)
    drawn.update_xaxes(title={"text": title}, nticks=4, zeroline=True)
    drawn.update_layout(
        showlegend=True, legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "font": {"size": SIZE - 2}}
    )
    return drawn


def confusion(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing | None:
    """What happens in 1,000 cases, in the person's own word for a case."""
    found = counts(assessment.worth) if assessment and assessment.worth else {}
    if not found:
        return None
    caught, false_alarms, missed, left_alone = found.values()
    language = rulebase.language
    cells = (
        (0, 0, say(language, "✓ Caught"), caught, look.good),
        (1, 0, say(language, "✗ Missed"), missed, look.bad),
        (0, 1, say(language, "✗ False alarms"), false_alarms, look.bad),
        (1, 1, say(language, "✓ Left alone"), left_alone, look.good),
    )
    drawn = figure(look, 300)
    for across, down, word, count, colour in cells:
        number = f"<span style='font-size:26px'><b>{_count(count, language)}</b></span>"
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
            text="<br>".join((number, word, *_limits(count, language))),
        )
    columns = [f"<b>{said}</b>" for said in (say(language, "Alert"), say(language, "No alert"))]
    rows = [f"<b>{said}</b>" for said in (say(language, "Real"), say(language, "Not"))]
    drawn.update_xaxes(tickvals=[0.5, 1.5], ticktext=columns, range=[0, 2], side="top", showgrid=False)
    drawn.update_yaxes(tickvals=[0.5, 1.5], ticktext=rows, range=[2, 0], showgrid=False)
    unit = rulebase.question_in_role.get(TextRole.UNIT)
    if assessment and unit:
        each = say(language, "1,000 cases, one for {case}", case=f"{{{unit.id}:each}}")
        title = Words(rulebase, assessment.words).fill(each)
        drawn.update_xaxes(title={"text": text(title, 44), "standoff": 8})
    return drawn


def _value_title(rulebase: RuleBase, assessment: Assessment | None, *, yearly: bool = False) -> str:
    """The unit of value, in the person's word for it."""
    unit = unit_of_value(rulebase, assessment)
    in_unit, plain = (
        (to_say("Value in {unit}, a year"), to_say("Value a year"))
        if yearly
        else (to_say("Value in {unit}, per 1,000 cases"), to_say("Value per 1,000 cases"))
    )
    return text(say(rulebase.language, in_unit if unit else plain, unit=unit), 44)


def unit_of_value(rulebase: RuleBase, assessment: Assessment | None) -> str | None:
    """What the person counts value in, in their own word; None if they named nothing."""
    return Words(rulebase, assessment.words).in_role(TextRole.UNIT_OF_VALUE) if assessment else None


def _count(count: Span, language: str) -> str:
    middle = count.middle or 0.0
    whole = middle >= 10 or middle == round(middle)
    return numerals(language, f"{middle:,.0f}" if whole else f"{middle:.1f}")


def _limits(count: Span, language: str) -> Iterator[str]:
    """What a count lies between, where that is not known exactly."""
    low, high = count.low or 0.0, count.high or 0.0
    if low < high:
        yield say(language, "{low} to {high}", low=amount(low, language), high=amount(high, language))
