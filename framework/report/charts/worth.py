"""The results of a value model as charts: gain against quality, cost against quantity, minutes by usable share."""

from __future__ import annotations

from typing import Any

from framework.economics.roles import SHARES
from framework.economics.writing import needed_quality, reached
from framework.model.assessment import Assessment
from framework.model.economics import Curve
from framework.model.rulebase import RuleBase
from framework.model.worth import Worth
from framework.report.charts.look import SIZE, Look, amount, percent, plot, text
from framework.report.charts.money import unit_of_value


def worth_quality(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Any:
    """Gain a year against the one number of quality, with the three break-evens and the person's hope."""
    worth = assessment.worth if assessment else None
    curve = worth.curves.get("quality", ()) if worth else ()
    if assessment is None or worth is None or not curve:
        return None
    words = rulebase.value[worth.value].quality.words
    drawn = plot(look, 320, text(words[:1].upper() + words[1:], 44), _title(rulebase, assessment, worth, "Gain"))
    _line(drawn, curve, look)
    if worth.quality in SHARES:
        drawn.update_xaxes(tickformat=".0%")
    running, cost = worth.numbers.get("running"), worth.cost
    levels = (
        ("breaks even", worth.needed.today, 0.0, "circle-open"),
        ("earns its upkeep", worth.needed.upkeep, running.middle if running else 0.0, "diamond-open"),
        ("pays", worth.needed.pays, cost.middle if cost else 0.0, "diamond"),
    )
    for number, (word, span, height, symbol) in enumerate(levels):
        if span is not None and span.middle is not None:
            label = f"{word} from {needed_quality(worth, span.middle)}"
            _mark(drawn, (span.middle, height), label, look, symbol, shift=-18 - 18 * number, curve=curve, level=0.0)
    hoped = worth.numbers.get(worth.quality)
    if hoped is not None and worth.gain is not None and worth.quality not in worth.assumed:
        label = f"yours: {_written(worth, hoped.middle)}"
        _mark(drawn, (hoped.middle, worth.gain.middle), label, look, "star", shift=18, curve=curve)
    return drawn


def worth_quantity(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Any:
    """Cost of a decision against the quantity: lowest where the two costs say, not at the forecast."""
    worth = assessment.worth if assessment else None
    curve = worth.curves.get("quantity", ()) if worth else ()
    if assessment is None or worth is None or not curve:
        return None
    title = _title(rulebase, assessment, worth, "Cost of a decision", each=True)
    drawn = plot(look, 300, "Units above the forecast", title)
    _line(drawn, curve, look)
    more, least = worth.figures.get("order_more"), worth.figures.get("cost_best")
    if more and least and more.middle is not None and least.middle is not None:
        label = f"cheapest at {amount(more.middle)}"
        _mark(drawn, (more.middle, least.middle), label, look, "star", shift=20, curve=curve)
    at_forecast = min(curve, key=lambda point: abs(point[0]))
    _mark(drawn, at_forecast, "the forecast itself", look, "circle-open", shift=40, curve=curve)
    return drawn


def worth_minutes(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Any:
    """Minutes saved by a draft against the share that is usable."""
    worth = assessment.worth if assessment else None
    curve = worth.curves.get("minutes", ()) if worth else ()
    if worth is None or not curve:
        return None
    drawn = plot(look, 300, "Usable drafts", "Minutes saved by one draft")
    _line(drawn, curve, look)
    drawn.update_xaxes(tickformat=".0%", range=[-0.02, 1.02])
    start = worth.figures.get("usable_saves_time")
    if start and start.middle is not None:
        label = f"saves minutes from {reached(start.middle, share=True)}"
        _mark(drawn, (start.middle, 0.0), label, look, "diamond", shift=-18, curve=curve)
    hoped, saved = worth.numbers.get(worth.quality), worth.figures.get("minutes_saved")
    if hoped and saved and saved.middle is not None:
        _mark(
            drawn, (hoped.middle, saved.middle), f"yours: {percent(hoped.middle)}", look, "star", shift=18, curve=curve
        )
    return drawn


def _written(worth: Worth, number: float) -> str:
    return percent(number) if worth.quality in SHARES else amount(number)


def _title(rulebase: RuleBase, assessment: Assessment, worth: Worth, what: str, *, each: bool = False) -> str:
    """What is measured, in the person's word for the unit of value."""
    unit = unit_of_value(rulebase, assessment)
    period = "" if each or worth.once else " a year"
    return text(f"{what}{period} in {unit}" if unit else f"{what}{period}", 44)


def _line(drawn: Any, curve: Curve, look: Look) -> None:
    across, up = [x for x, _ in curve], [y for _, y in curve]
    drawn.add_scatter(x=across, y=up, mode="lines", line={"color": look.accent, "width": 3})
    drawn.update_yaxes(tickformat="~s")


def _mark(
    drawn: Any,
    at: tuple[float, float],
    words: str,
    look: Look,
    symbol: str,
    *,
    shift: int,
    curve: Curve,
    level: float | None = None,
) -> None:
    """A marked point with its words on the side where there is room, `shift` pixels above it or above a level."""
    middle = (curve[0][0] + curve[-1][0]) / 2
    drawn.add_scatter(
        x=[at[0]],
        y=[at[1]],
        mode="markers",
        marker={"symbol": symbol, "size": 13, "color": look.ink, "line": {"color": look.ink, "width": 1.5}},
    )
    drawn.add_annotation(
        x=at[0],
        y=at[1] if level is None else level,
        text=f"<b>{text(words)}</b>",
        showarrow=False,
        xanchor="left" if at[0] < middle else "right",
        yshift=shift,
        bgcolor=look.paper,
        borderpad=1,
        font={"color": look.ink, "size": SIZE - 1},
    )
