"""Does it pay, for alerts on which somebody acts: the result while the number of cases is open, curves, counts."""

from __future__ import annotations

from typing import Literal

from framework.economics.formulas.curves_of_alerts import GUESSING
from framework.economics.value import PER
from framework.economics.writing import digits_of, figure, reached, spread
from framework.languages.catalogue import say
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


def threshold(worth: Worth) -> Picture | None:
    """Value against the threshold."""
    points, best = worth.curves.get("threshold", ()), worth.curves.get("threshold_best", ())
    if not points or not best:
        return None
    (at, most), digits = best[0], digits_of(*worth.numbers.values())
    told = figure(most, digits)
    reading = (
        "By these numbers, acting brings nothing, whatever the threshold."
        if told == "0"
        else f"Acting when the probability is at least {reached(at, share=True)} brings most: {told} per 1,000 cases."
    )
    rows = tuple((f"{figure(100 * x)} %", figure(y, digits)) for x, y in points[::10])
    return Picture(
        "value_threshold", reading, Table(("Act from", "Value per 1,000 cases"), rows, "Value against threshold")
    )


def quality(worth: Worth) -> Picture | None:
    """Value against how well a model separates cases."""
    points, ways, needed = worth.curves.get("auc", ()), simple_ways(worth), worth.figures.get("auc_today")
    if not points or not ways or needed is None:
        return None
    digits = digits_of(*worth.numbers.values())
    if needed.middle is None:
        simple = figure(max(ways.values()), digits)
        reading = f"Even perfect answers are worth no more than the simple ways ({simple} per 1,000)."
    else:
        guess, start = needed.middle <= GUESSING, f"From a quality (AUC) of {reached(needed.middle)} it"
        start = "In theory, any quality above guessing (AUC 0.5)" if guess else start
        reading = f"{start} is worth more than the simple ways, before its own cost."
        for weak, _ in worth.curves.get("auc_noticeable", ()):
            reading += f" Below {figure(weak)} that gain is less than a tenth of what perfect answers would add."
        reading += _with_cost(worth)
    rows = tuple((f"{x:.2f}", figure(y, digits)) for x, y in points[::10])
    return Picture(
        "value_quality", reading, Table(("Quality (AUC)", "Value per 1,000 cases"), rows, "Value against quality")
    )


def _with_cost(worth: Worth) -> str:
    """From which quality it also covers its own cost, as far as that is known: one more sentence."""
    for name, what in (("auc_pays", "its whole cost"), ("auc_upkeep", "its running cost")):
        if (needed := worth.figures.get(name)) is not None:
            if needed.middle is None:
                return f" No quality covers {what}."
            return f" From {reached(needed.middle)} it covers {what} too."
    return ""


def counts(worth: Worth) -> dict[str, Span]:
    """What happens in 1,000 cases, in words; empty while that is not known."""
    known = {
        "Caught": worth.figures.get("caught"),
        "False alarms": worth.figures.get("false_alarms"),
        "Missed": worth.figures.get("missed"),
        "Correctly left alone": worth.figures.get("left_alone"),
    }
    found = {word: span for word, span in known.items() if span is not None}
    return found if len(found) == len(known) else {}


def confusion(worth: Worth) -> Picture | None:
    """What happens in 1,000 cases."""
    found = counts(worth)
    if not found:
        return None
    caught, false, missed, _ = (span.middle or 0.0 for span in found.values())
    reading = of_cases(caught, false, missed)
    rows = tuple((word, spread(span)) for word, span in found.items())
    return Picture("confusion", reading, Table(("Of 1,000 cases", "Number"), rows, "What happens in 1,000 cases"))


def of_cases(caught: float, false: float, missed: float) -> str:
    """What becomes of so many cases that none of the counts rounds to nothing, from those of 1,000."""
    least = min((count for count in (caught + false, caught, missed) if count > 0), default=PER)
    times = next((10**power for power in range(MOST_NOUGHTS) if least * 10**power >= LEAST_COUNT), 10**MOST_NOUGHTS)
    alerts, right, left = (round(times * count) for count in (caught + false, caught, missed))
    gone = "1 real one is" if left == 1 else f"{figure(left) if left else 'no'} real ones are"
    return (
        f"Of {figure(times * PER)} cases {figure(alerts)} {'raises' if alerts == 1 else 'raise'} an alert, "
        f"{figure(right) if right else 'none'} of them correctly, and {gone} missed."
    )
