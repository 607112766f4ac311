"""Does it pay: cost-benefit results in words, tables and charts. Amounts are in the unit of the person's numbers."""

from __future__ import annotations

from framework.economics import ROLES, WORDS
from framework.economics.tornado import SWING
from framework.economics.writing import figure, of_role, spread
from framework.model.economics import Economics, Span
from framework.model.listing import listed
from framework.model.sheet import Range
from framework.report.blocks import Block, Bullets, Item, Paragraph, Picture, Section, Table
from framework.report.sections.context import Context, capital

Pair = tuple[str, str]


def pays(ctx: Context) -> Section | None:
    """The results if there are numbers, else an invitation; None if the rule base asks for no numbers."""
    asked = [
        question for question in ctx.rulebase.questions.values() if question.kind == "number" and question.role in ROLES
    ]
    if not asked:
        return None
    if ctx.economics is None:
        names = listed([f"“{question.short}”" for question in asked[:6]], "and")
        text = f"Enter the numbers that you know ({names}), as one figure or a range, to see whether it pays."
        return Section("pays", "Does it pay?", (Paragraph(text),))
    found = ctx.economics
    blocks: list[Block] = []
    if found.issues:
        wrong = tuple(Item(issue.sentence, label=role_name(ctx, issue.role)) for issue in found.issues)
        blocks.append(Bullets(wrong, heading="Please check these numbers", tone="unfavourable"))
    if found.assumed:
        taken = listed(
            [f"{role_name(ctx, role)} {of_role(role, _given(found, role))}" for role in found.assumed], "and"
        )
        blocks.append(Paragraph(f"Not given, so assumed: {taken}.", quiet=True))
    rows = _rows(found)
    if rows:
        table = Table(("What", "Result"), tuple(rows), "Amounts are in the unit of your numbers")
        blocks += [Paragraph(result(found)), table] if result(found) else [table]
    if found.quality and found.quality.to_beat_simple.middle is not None:
        blocks.append(
            Paragraph(f"The quality needed is based on this assumption: {found.quality.assumption}", quiet=True)
        )
    for picture in (_threshold(found), _quality(found), _tornado(ctx, found), _confusion(found)):
        if picture:
            blocks.append(picture)
    return Section("pays", "Does it pay?", tuple(blocks))


def role_name(ctx: Context, role: str) -> str:
    """The name of an input: the label of its question, or its default name."""
    question = next((question for question in ctx.rulebase.questions.values() if question.role == role), None)
    return question.short if question else capital(WORDS[role])


def _given(found: Economics, role: str) -> float:
    given = found.quantities.range_of(role)
    return given.middle if given else 0.0


def _rows(found: Economics) -> list[Pair]:
    project, quality = found.project, found.quality
    rows: list[tuple[str, Range | Span | None, bool]] = [
        ("Value per 1,000 decisions, doing nothing", found.value_none, False),
        ("Value per 1,000 decisions, acting on everyone", found.value_all, False),
        ("Value per 1,000 decisions, with today's rule", found.value_rule, False),
        ("Value per 1,000 decisions, as planned", found.value_model, False),
        ("Value per 1,000 decisions, if every answer were right", found.value_perfect, False),
        ("Gain over the best simple way, per 1,000 decisions", found.gain, False),
        ("Act when a case is at least this likely", found.threshold, True),
        ("Share of alerts that must be right to break even", found.break_even_precision, True),
        ("Share of real cases needed to break even", found.break_even_base_rate, True),
        ("False alarms that one success pays for", found.affordable_false_alarms, False),
        ("Quality (AUC) needed to beat the simple ways", quality.to_beat_simple if quality else None, False),
        ("Quality (AUC) needed to cover the running cost too", quality.to_cover_running if quality else None, False),
        ("Gain a year", project.gain_per_year, False),
        ("Gain a year after running cost", project.net_per_year, False),
        ("Decisions a year needed to cover the running cost", project.break_even_volume, False),
        ("Months until it has paid for itself", project.payback_months, False),
        ("Return in the first year", project.first_year_return, True),
        ("Quantile to predict", found.quantile, True),
    ]
    shown = [(label, spread(value, percent)) for label, value, percent in rows if value is not None]
    if quality and quality.implied is not None:
        shown.append(("Quality (AUC) implied by your numbers", figure(quality.implied)))
    return shown


def result(found: Economics) -> str:
    """The result in one sentence; empty where the numbers do not give one."""
    names = {"none": "doing nothing", "all": "acting on everyone", "rule": "today's rule"}
    if found.gain is None or found.best_simple is None:
        return ""
    best, yearly = names[found.best_simple], found.project.net_per_year
    gain, cost = (yearly, ", running cost included,") if yearly else (found.gain, "")
    if gain.low > 0:
        return f"It pays anywhere within your ranges: it is worth more{cost} than {best}, the best simple way."
    if gain.high <= 0:
        return f"It does not pay anywhere within your ranges: {best} is worth at least as much{cost}."
    return f"It depends: within your ranges it is worth more{cost} or less than {best}. Narrow the ranges first."


def _threshold(found: Economics) -> Picture | None:
    curve = found.threshold_curve
    if curve is None:
        return None
    at, worth = curve.best
    reading = f"Acting from a probability of {figure(100 * at)} % is worth most: {figure(worth)} per 1,000 decisions."
    rows = tuple((f"{figure(100 * x)} %", figure(y)) for x, y in curve.points[::10])
    return Picture(
        "value_threshold", reading, Table(("Act from", "Value per 1,000 decisions"), rows, "Value against threshold")
    )


def _quality(found: Economics) -> Picture | None:
    curve = found.quality_curve
    if curve is None:
        return None
    if curve.break_even is None:
        reading = f"Even perfect answers are worth no more than the simple ways ({figure(curve.simple)} per 1,000)."
    elif curve.any_signal:
        reading = "Anything better than guessing (AUC 0.5) is worth more than the simple ways on paper"
        seen = curve.shows_from
        reading += f", but below {figure(seen)} less than a tenth of what perfect answers would add." if seen else "."
    else:
        reading = f"Above a quality (AUC) of {figure(curve.break_even)} it is worth more than the simple ways."
    rows = tuple((f"{x:.2f}", figure(y)) for x, y in curve.points[::10])
    return Picture(
        "value_quality", reading, Table(("Quality (AUC)", "Value per 1,000 decisions"), rows, "Value against quality")
    )


def _tornado(ctx: Context, found: Economics) -> Picture | None:
    tornado = found.tornado
    if tornado is None or not tornado.bars:
        return None
    widest = role_name(ctx, tornado.bars[0].role)
    if tornado.find_out_first:
        first = role_name(ctx, tornado.find_out_first)
        reading = f"Find out “{first}” first: within its range, a gain can turn into a loss."
    else:
        reading = f"“{widest}” affects the result most, and no single number turns a gain into a loss."
    measure = "Gain a year" if tornado.measure == "net_per_year" else "Gain per 1,000 decisions"
    swing = f" ({figure(100 * SWING)} % either way)"
    rows = tuple(
        (
            role_name(ctx, bar.role),
            f"{of_role(bar.role, bar.low)} to {of_role(bar.role, bar.high)}{swing if bar.swing_assumed else ''}",
            f"{figure(bar.at_low)} to {figure(bar.at_high)}",
            "" if bar.switch_at is None else of_role(bar.role, bar.switch_at),
        )
        for bar in tornado.bars
    )
    table = Table(("Number", "From low to high", measure, "Sign changes at"), rows, "What the result depends on")
    return Picture("tornado", reading, table)


def _confusion(found: Economics) -> Picture | None:
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
