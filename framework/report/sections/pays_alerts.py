"""Does it pay, for alerts on which somebody acts: the result while the number of cases is open, curves, counts."""

from __future__ import annotations

from typing import Literal

from framework.economics.formulas.curves_of_alerts import GUESSING
from framework.economics.writing import digits_of, figure, reached, spread
from framework.languages.catalogue import say
from framework.model.economics import Span
from framework.model.worth import Worth
from framework.report.blocks import Picture, Table


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
    elif needed.middle <= GUESSING:
        reading = "In theory, any quality above guessing (AUC 0.5) is worth more than the simple ways."
        for weak, _ in worth.curves.get("auc_noticeable", ()):
            reading += f" Below {figure(weak)} that gain is less than a tenth of what perfect answers would add."
    else:
        reading = f"From a quality (AUC) of {reached(needed.middle)} it is worth more than the simple ways."
    rows = tuple((f"{x:.2f}", figure(y, digits)) for x, y in points[::10])
    return Picture(
        "value_quality", reading, Table(("Quality (AUC)", "Value per 1,000 cases"), rows, "Value against quality")
    )


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
    reading = (
        f"Of 1,000 cases {figure(round(caught + false))} raise an alert, {figure(round(caught))} of them correctly, "
        f"and {figure(round(missed))} real ones are missed."
    )
    rows = tuple((word, spread(span)) for word, span in found.items())
    return Picture("confusion", reading, Table(("Of 1,000 cases", "Number"), rows, "What happens in 1,000 cases"))
