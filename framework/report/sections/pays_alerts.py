"""Does it pay, for alerts on which somebody acts: the result while the number of cases is open, curves, counts."""

from __future__ import annotations

from typing import Literal

from framework.economics.formulas.curves_of_alerts import GUESSING
from framework.economics.value import PER
from framework.economics.writing import digits_of, figure, reached, spread
from framework.languages.catalogue import numerals, say, to_say
from framework.model.economics import Span
from framework.model.worth import Worth
from framework.report.blocks import Picture, Table

LEAST_COUNT = 5
"""Each count that is told comes to at least so many cases: a smaller one is mostly rounding."""

MOST_NOUGHTS = 6
"""Noughts that are added to 1,000 cases at most to get there."""


def result(worth: Worth, language: str = "") -> str:
    """The result for any number of cases, in one sentence; empty where the numbers do not give one."""
    gain, ways = worth.figures.get("value_gained"), simple_ways(worth)
    if gain is None or gain.low is None or gain.high is None or not ways:
        return ""
    names = {
        "value_none": say(language, "doing nothing"),
        "value_all": say(language, "acting on every case"),
        "value_rule": say(language, "the simple rule"),
    }
    best = names[max(ways, key=lambda way: ways[way])]
    if gain.low > 0:
        return say(
            language,
            "It pays anywhere within your ranges: it is worth more than {best}, the best simple way.",
            best=best,
        )
    if gain.high <= 0:
        return say(
            language,
            "It does not pay anywhere within your ranges: {best} is worth at least as much.",
            best=best,
        )
    return say(
        language,
        "It depends: within your ranges it is worth more or less than {best}. Narrow the ranges first.",
        best=best,
    )


def leans(worth: Worth) -> Literal["pays", "loses"] | None:
    """To which side the gain lies before it is known what it costs in all; None where it may lie on either."""
    gained = worth.figures.get("value_gained")
    if gained is None:
        return None
    gain = worth.net or gained
    if gain.low is None or gain.high is None:
        return None
    return "pays" if gain.low > 0 else "loses" if gain.high <= 0 else None


def simple_ways(worth: Worth) -> dict[str, float]:
    """What each simple way is worth in 1,000 cases, the simpler one first; empty while that is not known."""
    known = {way: worth.figures.get(way) for way in ("value_none", "value_all", "value_rule")}
    found = {way: span.middle for way, span in known.items() if span is not None and span.middle is not None}
    return found if "value_all" in found else {}


def threshold(worth: Worth, language: str) -> Picture | None:
    """Value against the threshold."""
    points, best = worth.curves.get("threshold", ()), worth.curves.get("threshold_best", ())
    if not points or not best:
        return None
    (at, most), digits = best[0], digits_of(*worth.numbers.values())
    told = figure(most, digits)
    nothing = told == "0"
    reading = say(
        language,
        "By these numbers, acting brings nothing, whatever the threshold."
        if nothing
        else "Acting when the probability is at least {share} brings most: {amount} per 1,000 cases.",
        share=numerals(language, reached(at, share=True)),
        amount=numerals(language, told),
    )
    rows = tuple(
        (numerals(language, f"{figure(100 * x)} %"), numerals(language, figure(y, digits))) for x, y in points[::10]
    )
    columns = (say(language, "Act from"), say(language, "Value per 1,000 cases"))
    return Picture("value_threshold", reading, Table(columns, rows, say(language, "Value against threshold")))


def quality(worth: Worth, language: str) -> Picture | None:
    """Value against how well a model separates cases."""
    points, ways, needed = worth.curves.get("auc", ()), simple_ways(worth), worth.figures.get("auc_today")
    if not points or not ways or needed is None:
        return None
    digits = digits_of(*worth.numbers.values())
    if needed.middle is None:
        simple = numerals(language, figure(max(ways.values()), digits))
        reading = say(
            language, "Even perfect answers are worth no more than the simple ways ({simple} per 1,000).", simple=simple
        )
    else:
        reading = say(
            language,
            "In theory, any quality above guessing (AUC 0.5) is worth more than the simple ways, before its own cost."
            if needed.middle <= GUESSING
            else "From a quality (AUC) of {level} it is worth more than the simple ways, before its own cost.",
            level=numerals(language, reached(needed.middle)),
        )
        for weak, _ in worth.curves.get("auc_noticeable", ()):
            little = say(
                language,
                "Below {level} that gain is less than a tenth of what perfect answers would add.",
                level=numerals(language, figure(weak)),
            )
            reading = f"{reading} {little}"
        reading = f"{reading} {_with_cost(worth, language)}".rstrip()
    rows = tuple((numerals(language, f"{x:.2f}"), numerals(language, figure(y, digits))) for x, y in points[::10])
    columns = (say(language, "Quality (AUC)"), say(language, "Value per 1,000 cases"))
    return Picture("value_quality", reading, Table(columns, rows, say(language, "Value against quality")))


def _with_cost(worth: Worth, language: str) -> str:
    """From which quality it also covers its own cost, as far as that is known: one more sentence."""
    for name, what in (("auc_pays", to_say("its whole cost")), ("auc_upkeep", to_say("its running cost"))):
        if (needed := worth.figures.get(name)) is not None:
            cost = say(language, what)
            if needed.middle is None:
                return say(language, "No quality covers {cost}.", cost=cost)
            level = numerals(language, reached(needed.middle))
            return say(language, "From {level} it covers {cost} too.", level=level, cost=cost)
    return ""


def counts(worth: Worth) -> dict[str, Span]:
    """What happens in 1,000 cases, in words to be said in a language; empty while that is not known."""
    known = {
        to_say("Caught"): worth.figures.get("caught"),
        to_say("False alarms"): worth.figures.get("false_alarms"),
        to_say("Missed"): worth.figures.get("missed"),
        to_say("Correctly left alone"): worth.figures.get("left_alone"),
    }
    found = {word: span for word, span in known.items() if span is not None}
    return found if len(found) == len(known) else {}


def confusion(worth: Worth, language: str) -> Picture | None:
    """What happens in 1,000 cases."""
    found = counts(worth)
    if not found:
        return None
    caught, false, missed, _ = (span.middle or 0.0 for span in found.values())
    reading = of_cases(caught, false, missed, language)
    rows = tuple((say(language, word), spread(span, language=language)) for word, span in found.items())
    columns = (say(language, "Of 1,000 cases"), say(language, "Number"))
    return Picture("confusion", reading, Table(columns, rows, say(language, "What happens in 1,000 cases")))


def of_cases(caught: float, false: float, missed: float, language: str = "") -> str:
    """What becomes of so many cases that none of the counts rounds to nothing, from those of 1,000."""
    least = min((count for count in (caught + false, caught, missed) if count > 0), default=PER)
    times = next((10**power for power in range(MOST_NOUGHTS) if least * 10**power >= LEAST_COUNT), 10**MOST_NOUGHTS)
    alerts, right, left = (round(times * count) for count in (caught + false, caught, missed))

    def written(number: float) -> str:
        return numerals(language, figure(number))

    gone = say(
        language,
        "{number} real ones are missed" if left > 1 else "1 real one is missed" if left else "no real ones are missed",
        number=written(left),
    )
    return say(
        language,
        "Of {cases} cases {alerts} raises an alert, {right} of them correctly, and {missed}."
        if alerts == 1
        else "Of {cases} cases {alerts} raise an alert, {right} of them correctly, and {missed}.",
        cases=written(times * PER),
        alerts=written(alerts),
        right=written(right) if right else say(language, "none"),
        missed=gone,
    )
