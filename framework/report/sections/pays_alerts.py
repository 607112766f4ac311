"""Does it pay, for alerts on which somebody acts: values per 1,000 cases, thresholds, curves, counts."""

from __future__ import annotations

from framework.economics.writing import digits_of, figure, reached, spread
from framework.languages.catalogue import say
from framework.model.economics import Economics, Span
from framework.model.sheet import Range
from framework.report.blocks import Picture, Table

Pair = tuple[str, str]


def rows(found: Economics) -> list[Pair]:
    """Every result that could be calculated, with its label; limits are rounded to the side that pays."""
    project, quality = found.project, found.quality
    rows: list[tuple[str, Range | Span | None, bool, bool | None]] = [
        ("Value per 1,000 cases, doing nothing", found.value_none, False, None),
        ("Value per 1,000 cases, acting on every case", found.value_all, False, None),
        ("Value per 1,000 cases, with the simple rule", found.value_rule, False, None),
        ("Value per 1,000 cases, as planned", found.value_model, False, None),
        ("Value per 1,000 cases, if every answer were right", found.value_perfect, False, None),
        ("Gain over the best simple way, per 1,000 cases", found.gain, False, None),
        ("Act when a case is at least this likely", found.threshold, True, True),
        ("Share of alerts that must be right to break even", found.break_even_precision, True, True),
        ("Share of real cases needed to break even", found.break_even_base_rate, True, True),
        ("False alarms that one success pays for", found.affordable_false_alarms, False, False),
        ("Quality (AUC) needed to beat the simple ways", quality.to_beat_simple if quality else None, False, True),
        (
            "Quality (AUC) needed to cover the running cost too",
            quality.to_cover_running if quality else None,
            False,
            True,
        ),
        ("Gain a year", project.gain_per_year, False, None),
        ("Gain a year after running cost", project.net_per_year, False, None),
        ("Cases a year needed to cover the running cost", project.break_even_volume, False, True),
        ("Months until it has paid for itself", project.payback_months, False, True),
        ("Return in the first year", project.first_year_return, True, None),
        ("Quantile to predict", found.quantile, True, None),
    ]
    return [(label, spread(value, percent, up=up)) for label, value, percent, up in rows if value is not None]


def result(found: Economics, language: str = "") -> str:
    """The result in one sentence; empty where the numbers do not give one."""
    names = {
        "none": say(language, "doing nothing"),
        "all": say(language, "acting on every case"),
        "rule": say(language, "the simple rule"),
    }
    if found.gain is None or found.best_simple is None:
        return ""
    best, yearly = names[found.best_simple], found.project.net_per_year
    gain, cost = (yearly, say(language, ", running cost included,")) if yearly else (found.gain, "")
    if gain.low > 0:
        return say(
            language,
            "It pays anywhere within your ranges: it is worth more{cost} than {best}, the best simple way.",
            cost=cost,
            best=best,
        )
    if gain.high <= 0:
        return say(
            language,
            "It does not pay anywhere within your ranges: {best} is worth at least as much{cost}.",
            cost=cost,
            best=best,
        )
    return say(
        language,
        "It depends: within your ranges it is worth more{cost} or less than {best}. Narrow the ranges first.",
        cost=cost,
        best=best,
    )


def _digits(found: Economics) -> int:
    return digits_of(*found.quantities.known().values())


def threshold(found: Economics) -> Picture | None:
    """Value against the threshold."""
    curve = found.threshold_curve
    if curve is None:
        return None
    (at, worth), digits = curve.best, _digits(found)
    best = f"{figure(worth, digits)} per 1,000 cases"
    reading = f"Acting when the probability is at least {reached(at, share=True)} brings most: {best}."
    rows = tuple((f"{figure(100 * x)} %", figure(y, digits)) for x, y in curve.points[::10])
    return Picture(
        "value_threshold", reading, Table(("Act from", "Value per 1,000 cases"), rows, "Value against threshold")
    )


def quality(found: Economics) -> Picture | None:
    """Value against how well a model separates cases."""
    curve, digits = found.quality_curve, _digits(found)
    if curve is None:
        return None
    if curve.break_even is None:
        reading = (
            f"Even perfect answers are worth no more than the simple ways ({figure(curve.simple, digits)} per 1,000)."
        )
    elif curve.any_signal:
        reading = "In theory, any quality above guessing (AUC 0.5) is worth more than the simple ways."
        if curve.shows_from:
            weak = figure(curve.shows_from)
            reading += f" Below {weak} that gain is less than a tenth of what perfect answers would add."
    else:
        reading = f"From a quality (AUC) of {reached(curve.break_even)} it is worth more than the simple ways."
    rows = tuple((f"{x:.2f}", figure(y, digits)) for x, y in curve.points[::10])
    return Picture(
        "value_quality", reading, Table(("Quality (AUC)", "Value per 1,000 cases"), rows, "Value against quality")
    )


def confusion(found: Economics) -> Picture | None:
    """What happens in 1,000 cases."""
    counts = found.counts
    if counts is None:
        return None
    reading = (
        f"Of 1,000 cases {figure(round(counts.alerts))} raise an alert, "
        f"{figure(round(counts.caught.middle))} of them correctly, "
        f"and {figure(round(counts.missed.middle))} real ones are missed."
    )
    rows = tuple(
        (label, spread(cell))
        for label, cell in (
            ("Caught", counts.caught),
            ("False alarms", counts.false_alarms),
            ("Missed", counts.missed),
            ("Correctly left alone", counts.left_alone),
        )
    )
    return Picture("confusion", reading, Table(("Of 1,000 cases", "Number"), rows, "What happens in 1,000 cases"))
