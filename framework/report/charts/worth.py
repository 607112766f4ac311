"""The results of a value model as charts: gain against quality, cost against quantity, minutes by usable share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from framework.economics.writing import needed_quality, reached
from framework.model.assessment import Assessment
from framework.model.economics import Curve
from framework.model.formulas import SHARES
from framework.model.rulebase import RuleBase
from framework.model.worth import Worth
from framework.report.charts.drawing import Drawing
from framework.report.charts.look import Look, amount, key, line, mark, percent, plot, text
from framework.report.charts.money import unit_of_value

LEAST_AROUND = 0.1
"""Share of a curve that is shown on both sides of its marks at least."""


def worth_quality(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing | None:
    """Gain a year against the one number of quality, with the three break-evens and the person's hope."""
    worth = assessment.worth if assessment else None
    curve = worth.curves.get("quality", ()) if worth else ()
    if assessment is None or worth is None or not curve:
        return None
    words = rulebase.value[worth.value].quality.words
    drawn = plot(
        look,
        320,
        text(words[:1].upper() + words[1:], 44),
        _title(rulebase, assessment, worth, "Gain", ", its own cost not counted"),
    )
    running, cost = worth.numbers.get("running"), worth.cost
    levels = (
        ("breaks even", worth.needed.today, 0.0, "circle-open"),
        ("earns its upkeep", worth.needed.upkeep, running.middle if running else 0.0, "diamond-open"),
        ("pays", worth.needed.pays, cost.middle if cost else 0.0, "diamond"),
    )
    marks = [
        ((span.middle, height), f"{word} from {needed_quality(worth, span.middle)}", symbol)
        for word, span, height, symbol in levels
        if span is not None and span.middle is not None
    ]
    hoped = worth.numbers.get(worth.quality)
    if hoped is not None and worth.gain is not None and worth.quality not in worth.assumed:
        marks.append(((hoped.middle, worth.gain.middle), f"yours: {_written(worth, hoped.middle)}", "star"))
    line(drawn, _near(curve, [at for (at, _), _, _ in marks]), look)
    if worth.quality in SHARES:
        drawn.update_xaxes(tickformat=".0%")
    for at, label, symbol in marks:
        mark(drawn, at, label, look, symbol)
    key(drawn)
    return drawn


def _near(curve: Curve, marked: Sequence[float]) -> Curve:
    """The part of a curve around the marks, where these would lie on each other on the whole of it.

    A curve may begin at its highest number, where the lower is the better.
    """
    if not marked:
        return curve
    curve = tuple(sorted(curve))
    start, end = curve[0][0], curve[-1][0]
    first, last = (min(max(at, start), end) for at in (min(marked), max(marked)))
    around = max(last - first, LEAST_AROUND * (end - start))
    low, high = max(start, first - around), min(end, last + around)
    if high - low > (end - start) / 2:
        return curve
    inside = [point for point in curve if low < point[0] < high]
    return ((low, _height(curve, low)), *inside, (high, _height(curve, high)))


def _height(curve: Curve, across: float) -> float:
    """The height of a curve between two of its points."""
    (x0, y0), (x1, y1) = next((one, other) for one, other in pairwise(curve) if one[0] <= across <= other[0] > one[0])
    return y0 + (y1 - y0) * (across - x0) / (x1 - x0)


def worth_quantity(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing | None:
    """Cost of a decision against the quantity: lowest where the two costs say, not at the forecast."""
    worth = assessment.worth if assessment else None
    curve = worth.curves.get("quantity", ()) if worth else ()
    if assessment is None or worth is None or not curve:
        return None
    title = _title(rulebase, assessment, worth, "Cost of a decision", each=True)
    drawn = plot(look, 300, "Units above the forecast", title)
    line(drawn, curve, look)
    more, least = worth.figures.get("order_more"), worth.figures.get("cost_best")
    if more and least and more.middle is not None and least.middle is not None:
        label = f"cheapest at {amount(more.middle)}"
        mark(drawn, (more.middle, least.middle), label, look, "star")
    at_forecast = min(curve, key=lambda point: abs(point[0]))
    mark(drawn, at_forecast, "the forecast itself", look, "circle-open")
    key(drawn)
    return drawn


def worth_minutes(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing | None:
    """Minutes saved by a draft against the share that is usable."""
    worth = assessment.worth if assessment else None
    curve = worth.curves.get("minutes", ()) if worth else ()
    if worth is None or not curve:
        return None
    drawn = plot(look, 300, "Usable drafts", "Minutes saved by one draft")
    line(drawn, curve, look)
    drawn.update_xaxes(tickformat=".0%", range=[-0.02, 1.02])
    start = worth.figures.get("usable_saves_time")
    if start and start.middle is not None:
        label = f"saves minutes from {reached(start.middle, share=True)}"
        mark(drawn, (start.middle, 0.0), label, look, "diamond")
    hoped, saved = worth.numbers.get(worth.quality), worth.figures.get("minutes_saved")
    if hoped and saved and saved.middle is not None:
        mark(drawn, (hoped.middle, saved.middle), f"yours: {percent(hoped.middle)}", look, "star")
    key(drawn)
    return drawn


def _written(worth: Worth, number: float) -> str:
    return percent(number) if worth.quality in SHARES else amount(number)


def _title(
    rulebase: RuleBase, assessment: Assessment, worth: Worth, what: str, basis: str = "", *, each: bool = False
) -> str:
    """What is measured, in the person's word for the unit of value, and on which basis."""
    unit = unit_of_value(rulebase, assessment)
    period = "" if each or worth.once else " a year"
    return text(f"{what}{period}{f' in {unit}' if unit else ''}{basis}", 44)
