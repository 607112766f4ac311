"""Does it pay, by the value model of the task: what it brings and costs a year, the quality needed, charts."""

from __future__ import annotations

from framework.economics.given import YEARS, as_range
from framework.economics.value import difference
from framework.economics.writing import digits_of, figure, finely, needed_quality, of_role, reached, spread
from framework.languages.catalogue import numerals, say, to_say
from framework.model.economics import Curve, Span
from framework.model.rule_id import VALUES, rule_id
from framework.model.sheet import Range
from framework.model.worth import Worth
from framework.report.blocks import Bullets, Item, Picture, Table
from framework.report.sections.context import Context, capital, said_of, statement_of
from framework.report.sections.money import told

Pair = tuple[str, str]

MAX_WAYS = 2

STEP = 8
"""Every so many points of a curve are rows of its table."""

POINTS = 20
"""A curve with fewer points is a table already."""

LEVELS = {
    "today": "against {today} before its own cost",
    "upkeep": "with running cost too",
    "pays": "with building too",
}
"""The three break-evens in words that follow the quality."""


def headline_row(worth: Worth) -> list[Pair]:
    """The amount of the first screen; none where the gain comes once, which is the worth in all."""
    left = None if worth.once or one_year(worth) else left_over(worth)
    return [("Gain a year, running and building counted", spread(left))] if left else []


def rows(ctx: Context, worth: Worth) -> list[Pair]:
    """The results that every value model has."""
    value, needed, other = ctx.rulebase.value[worth.value], worth.needed, compared_with(ctx, worth)
    quality = value.quality.words
    known: list[tuple[str, Range | Span | str | None]] = [
        (f"Gain a year over {other}", worth.gain),
        ("Gain a year after running cost", worth.net),
        (
            f"Break-even against {other}, before its own cost: {quality}",
            break_even(worth, needed.today),
        ),
        (f"Break-even, running cost counted: {quality}", break_even(worth, needed.upkeep)),
        (f"Break-even, building counted too: {quality}", break_even(worth, needed.pays)),
        ("Cost a year, building included", worth.cost),
        ("Gain for each unit of cost a year", worth.ratio),
        (f"Worth {period(worth)}", worth.total),
        ("Gain a year if every answer were right, at least", worth.perfect_least),
        (
            "Gain with the best that was reported"
            if not worth.bound
            else "Gain a year if every answer were right, at most"
            if worth.perfect_least
            else "Gain a year if every answer were right",
            worth.perfect,
        ),
    ]
    return [
        (in_period(label, worth), found if isinstance(found, str) else spread(found))
        for label, found in known
        if found is not None
    ]


def own_rows(ctx: Context, worth: Worth, *, first: bool = False) -> list[Pair]:
    """The results that only this value model has, such as the size of a trial or the limits of a decision.

    Those that stand `first`, or all others.
    """
    value, shown = ctx.rulebase.value[worth.value], []
    for row in value.results:
        if row.first is first and (found := worth.figures.get(row.figure)) is not None:
            shown.append(
                (
                    in_period(row.label, worth),
                    spread(
                        found,
                        row.percent,
                        up=None if row.rounded is None else row.rounded == "up",
                        digits=row.digits,
                    ),
                )
            )
    if not first and worth.smallest_count is not None and worth.counted in worth.numbers:
        label = f"{capital(value.cases)} a year from which perfect answers would pay"
        shown.append((in_period(label, worth), _enough_cases(worth, worth.smallest_count)))
    return shown


def _enough_cases(worth: Worth, smallest: float) -> str:
    """From how many cases perfect answers would pay: between two numbers where their worth is known within bounds."""
    digits = digits_of(*worth.numbers.values())
    least = reached(smallest, digits=digits)
    if worth.perfect_least is None:
        return least
    if worth.surely_enough is None:
        return f"{least} or more"
    return f"between {least} and {reached(worth.surely_enough, digits=digits)}"


def compared_with(ctx: Context, worth: Worth) -> str:
    """What the sum compares with, in words that follow "against"."""
    return ctx.rulebase.value[worth.value].compared_with(worth.given, worth.figures) or say(
        ctx.rulebase.language, "today"
    )


def in_period(label: str, worth: Worth) -> str:
    """A label with its period: none where the gain comes once, and the one year where it is used for no more."""
    if worth.once:
        return label.replace(" a year", "")
    return label.replace(" a year", " in its one year") if one_year(worth) else label


def left_over(worth: Worth) -> Range | None:
    """What is left of the gain of a year after its whole cost, building included; None where one is not known."""
    gain, cost = worth.gain, worth.cost
    if gain is None or cost is None:
        return None
    return Range(
        low=difference(gain.low, cost.high),
        middle=difference(gain.middle, cost.middle),
        high=difference(gain.high, cost.low),
    )


def one_year(worth: Worth) -> bool:
    """Whether it is used for a single year, so that nothing comes every year."""
    years = worth.numbers.get("years")
    return years is not None and years.low == years.high == 1


def period(worth: Worth, language: str = "") -> str:
    """Over how many years the worth in all is counted."""
    if worth.once or one_year(worth):
        return say(language, "in all")
    years = spread(worth.numbers.get("years", as_range(YEARS)), language=language)
    return say(language, "over {years} years", years=years)


def break_even(worth: Worth, need: Span | None) -> str | None:
    """A quality needed, rounded to the side that pays and with the digits that tell it from the others."""
    if need is None:
        return None
    if at_any_quality(worth, need):
        return "any"

    def shown(number: float | None) -> str:
        return "never" if number is None else needed_quality(worth, number)

    low, middle, high = shown(need.low), shown(need.middle), shown(need.high)
    return middle if low == high == middle else f"{middle} (from {low} to {high})"


def below_today(ctx: Context, worth: Worth, *needs: Span | None) -> str:
    """Why a break-even lies below today's quality, where one does, or that such a quality is not to be accepted."""
    quality = ctx.rulebase.value[worth.value].quality
    today = worth.numbers.get(quality.today or "")
    if today is None or not quality.below_today:
        return ""
    if not any(need is not None and need.middle is not None and need.middle < today.middle for need in needs):
        return ""
    floor = told(ctx, "floor", now=quality_today(ctx, worth))
    return floor.text if floor else quality.below_today


def quality_today(ctx: Context, worth: Worth) -> str:
    """The quality of today that a break-even is compared with; empty where none was given."""
    today = worth.numbers.get(ctx.rulebase.value[worth.value].quality.today or "")
    return numerals(ctx.rulebase.language, of_role(worth.quality, today.middle, typed=True)) if today else ""


def at_any_quality(worth: Worth, need: Span | None) -> bool:
    """Whether even the worst quality is enough, and no better one loses."""
    curve = worth.curves.get("quality", ())
    return need is not None and bool(curve) and need.middle == curve[0][0] and all(gain > 0 for _, gain in curve)


def simple_ways(ctx: Context) -> Bullets:
    """What a model has to beat."""
    value = ctx.rulebase.value[ctx.assessment.value or ""]
    where = rule_id(VALUES, value.id, "simple_ways")
    ways = said_of(ctx, value.simple_ways)[:MAX_WAYS]
    lines = tuple(Item(way, statement_of(where, way, value.sources)) for way in ways)
    return Bullets(lines, heading=to_say("Simple ways to beat"))


def pictures(ctx: Context, worth: Worth) -> list[Picture | None]:
    """Value against quality, and what else the formula draws."""
    return [_quality(ctx, worth), _quantity(worth), _minutes(worth)]


def _quality(ctx: Context, worth: Worth) -> Picture | None:
    curve = worth.curves.get("quality", ())
    if not curve:
        return None
    value, needed = ctx.rulebase.value[worth.value], worth.needed
    words, levels = value.quality.words, LEVELS.items()
    told = [
        _level(worth, what.format(today=compared_with(ctx, worth)), span)
        for name, what in levels
        if (span := getattr(needed, name)) is not None
    ]
    why = below_today(ctx, worth, needed.today, needed.upkeep, needed.pays)
    now = quality_today(ctx, worth)
    beside = f"Today it is {now}." if now and now not in why else ""
    others = " ".join(filter(None, ("All other numbers are taken as you gave them.", beside, why)))
    breaks_even = f"{capital(words)} at which it breaks even: {'; '.join(told)}. {others}"
    reading = breaks_even if told else f"The gain against the {words}."
    head = (capital(words), in_period("Gain a year, its own cost not counted", worth))
    table = Table(head, _points(worth.curves.get("steps", ()) or curve, worth), "Gain against quality")
    return Picture("worth_quality", reading, table)


def _level(worth: Worth, what: str, need: Span) -> str:
    """From which quality a level is reached."""
    if need.middle is None:
        return f"never {what}"
    at_any = at_any_quality(worth, need)
    return f"any quality {what}" if at_any else f"{needed_quality(worth, need.middle)} {what}"


def _quantity(worth: Worth) -> Picture | None:
    curve = worth.curves.get("quantity", ())
    more = worth.figures.get("order_more")
    if not curve or more is None or more.middle is None:
        return None
    where = "above" if more.middle >= 0 else "below"
    amount = figure(abs(more.middle), digits_of(more))
    reading = (
        f"With today's error, a decision costs least {amount} units {where} the forecast. The smaller the error, the "
        "smaller this margin; the quantile stays the same."
    )
    head = ("Units above the forecast", "Cost of a decision")
    table = Table(head, _points(curve, worth, role=""), "Cost against quantity")
    return Picture("worth_quantity", reading, table)


def _minutes(worth: Worth) -> Picture | None:
    curve = worth.curves.get("minutes", ())
    if not curve:
        return None
    start = worth.figures.get("usable_saves_time")
    if start is None or start.middle is None:
        reading = "Drafts save no minutes, however many of them are usable: checking takes too long."
    else:
        reading = f"Drafts save minutes only if more than {reached(start.middle, share=True)} of them are usable."
    table = Table(("Usable drafts", "Minutes saved by one"), _points(curve, worth), "Minutes saved")
    return Picture("worth_minutes", reading, table)


def _points(curve: Curve, worth: Worth, role: str | None = None) -> tuple[tuple[str, str], ...]:
    rows, digits = curve if len(curve) < POINTS else curve[::STEP], digits_of(*worth.numbers.values())
    along = worth.quality if role is None else role
    write = of_role if len(curve) >= POINTS else finely
    return tuple((write(along, x), figure(y, digits)) for x, y in rows)
