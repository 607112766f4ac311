"""The results of a value model as charts: gain against quality, cost against quantity, minutes by usable share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from framework.economics.writing import needed_quality, reached
from framework.languages.catalogue import numerals, say, to_say
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
    words, language = rulebase.value[worth.value].quality.words, rulebase.language
    gain = to_say(
        "Gain{in_unit}, its own cost not counted" if worth.once else "Gain a year{in_unit}, its own cost not counted"
    )
    drawn = plot(look, 320, text(words[:1].upper() + words[1:], 44), _title(rulebase, assessment, gain))
    running, cost = worth.numbers.get("running"), worth.cost
    levels = (
        (to_say("breaks even at {level}"), worth.needed.today, 0.0, "circle-open"),
        (
            to_say("earns its upkeep at {level}"),
            worth.needed.upkeep,
            running.middle if running else 0.0,
            "diamond-open",
        ),
        (to_say("pays at {level}"), worth.needed.pays, cost.middle if cost else 0.0, "diamond"),
    )
    marks = [
        (
            (span.middle, height),
            say(language, said, level=numerals(language, needed_quality(worth, span.middle))),
            symbol,
        )
        for said, span, height, symbol in levels
        if span is not None and span.middle is not None
    ]
    hoped = worth.numbers.get(worth.quality)
    if hoped is not None and worth.gain is not None and worth.quality not in worth.assumed:
        yours = say(language, "yours: {level}", level=_written(worth, hoped.middle, language))
        marks.append(((hoped.middle, worth.gain.middle), yours, "star"))
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
    language, title = rulebase.language, _title(rulebase, assessment, to_say("Cost of a decision{in_unit}"))
    drawn = plot(look, 300, say(language, "Units above the forecast"), title)
    line(drawn, curve, look)
    more, least = worth.figures.get("order_more"), worth.figures.get("cost_best")
    if more and least and more.middle is not None and least.middle is not None:
        label = say(language, "cheapest at {amount}", amount=amount(more.middle, language))
        mark(drawn, (more.middle, least.middle), label, look, "star")
    at_forecast = min(curve, key=lambda point: abs(point[0]))
    mark(drawn, at_forecast, say(language, "the forecast itself"), look, "circle-open")
    key(drawn)
    return drawn


def worth_minutes(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing | None:
    """Minutes saved by a draft against the share that is usable."""
    worth = assessment.worth if assessment else None
    curve = worth.curves.get("minutes", ()) if worth else ()
    if worth is None or not curve:
        return None
    language = rulebase.language
    drawn = plot(look, 300, say(language, "Usable drafts"), say(language, "Minutes saved by one draft"))
    line(drawn, curve, look)
    drawn.update_xaxes(tickformat=".0%", range=[-0.02, 1.02])
    start = worth.figures.get("usable_saves_time")
    if start and start.middle is not None:
        share = numerals(language, reached(start.middle, share=True))
        label = say(language, "saves minutes from {share}", share=share)
        mark(drawn, (start.middle, 0.0), label, look, "diamond")
    hoped, saved = worth.numbers.get(worth.quality), worth.figures.get("minutes_saved")
    if hoped and saved and saved.middle is not None:
        label = say(language, "yours: {level}", level=percent(hoped.middle, language))
        mark(drawn, (hoped.middle, saved.middle), label, look, "star")
    key(drawn)
    return drawn


def _written(worth: Worth, number: float, language: str) -> str:
    return percent(number, language) if worth.quality in SHARES else amount(number, language)


def _title(rulebase: RuleBase, assessment: Assessment, what: str) -> str:
    """What is measured, in the person's word for the unit of value."""
    unit, language = unit_of_value(rulebase, assessment), rulebase.language
    in_unit = say(language, " in {unit}", unit=unit) if unit else ""
    return text(say(language, what, in_unit=in_unit), 44)
