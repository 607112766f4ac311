"""Does it pay, by the value model of the task: what it brings and costs a year, the quality needed, charts."""

from __future__ import annotations

from framework.economics.result import less
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
    "today": to_say("against {today} before its own cost"),
    "upkeep": to_say("with running cost too"),
    "pays": to_say("with building too"),
}
"""The three break-evens in words that follow the quality."""


def headline_row(worth: Worth, language: str) -> list[Pair]:
    """The amount of the first screen; none where the gain comes once, which is the worth in all."""
    left = None if worth.once or one_year(worth) else left_over(worth)
    return (
        [(say(language, "Gain a year, running and building counted"), spread(left, language=language))] if left else []
    )


def rows(ctx: Context, worth: Worth) -> list[Pair]:
    """The results that every value model has."""
    language, needed = ctx.rulebase.language, worth.needed
    names = {
        "today": compared_with(ctx, worth),
        "quality": ctx.rulebase.value[worth.value].quality.words,
        "period": period(worth, language),
    }
    known: list[tuple[str, Range | Span | str | None]] = [
        (to_say("Gain a year over {today}"), worth.gain),
        (to_say("Gain a year after running cost"), worth.net),
        (
            to_say("Break-even against {today}, before its own cost: {quality}"),
            break_even(worth, needed.today, language),
        ),
        (to_say("Break-even, running cost counted: {quality}"), break_even(worth, needed.upkeep, language)),
        (to_say("Break-even, building counted too: {quality}"), break_even(worth, needed.pays, language)),
        (to_say("Cost a year, building included"), worth.cost),
        (to_say("Gain for each unit of cost a year"), worth.ratio),
        (to_say("Worth {period}"), worth.total),
        (to_say("Gain a year if every answer were right, at least"), worth.perfect_least),
        (
            to_say("Gain with the best that was reported")
            if not worth.bound
            else to_say("Gain a year if every answer were right, at most")
            if worth.perfect_least
            else to_say("Gain a year if every answer were right"),
            worth.perfect,
        ),
    ]
    return [
        (
            in_period(say(language, label, **names), worth, language),
            found if isinstance(found, str) else spread(found, language=language),
        )
        for label, found in known
        if found is not None
    ]


def own_rows(ctx: Context, worth: Worth, *, first: bool = False) -> list[Pair]:
    """The results that only this value model has, such as the size of a trial or the limits of a decision.

    Those that stand `first`, or all others.
    """
    value, language = ctx.rulebase.value[worth.value], ctx.rulebase.language
    shown: list[Pair] = []
    for row in value.results:
        if row.first is first and (found := worth.figures.get(row.figure)) is not None:
            shown.append(
                (
                    in_period(row.label, worth, language),
                    spread(
                        found,
                        row.percent,
                        up=None if row.rounded is None else row.rounded == "up",
                        digits=row.digits,
                        language=language,
                    ),
                )
            )
    if not first and worth.smallest_count is not None and worth.counted in worth.numbers:
        label = say(language, "{cases} a year from which perfect answers would pay", cases=capital(value.cases))
        shown.append((in_period(label, worth, language), _enough_cases(worth, worth.smallest_count, language)))
    return shown


def _enough_cases(worth: Worth, smallest: float, language: str) -> str:
    """From how many cases perfect answers would pay: between two numbers where their worth is known within bounds."""
    digits = digits_of(*worth.numbers.values())
    least = numerals(language, reached(smallest, digits=digits))
    if worth.perfect_least is None:
        return least
    if worth.surely_enough is None:
        return say(language, "{least} or more", least=least)
    most = numerals(language, reached(worth.surely_enough, digits=digits))
    return say(language, "between {least} and {most}", least=least, most=most)


def compared_with(ctx: Context, worth: Worth) -> str:
    """What the sum compares with, in words that follow "against"."""
    return ctx.rulebase.value[worth.value].compared_with(worth.given, worth.figures) or say(
        ctx.rulebase.language, "today"
    )


def in_period(label: str, worth: Worth, language: str) -> str:
    """A label with its period: none where the gain comes once, and the one year where it is used for no more."""
    yearly = say(language, " a year")
    if worth.once:
        return label.replace(yearly, "")
    return label.replace(yearly, say(language, " in its one year")) if one_year(worth) else label


def left_over(worth: Worth) -> Range | None:
    """What is left of the gain of a year after its whole cost, building included; None where one is not known."""
    return less(worth.gain, worth.cost) if worth.gain and worth.cost else None


def one_year(worth: Worth) -> bool:
    """Whether it is used for a single year, so that nothing comes every year."""
    return not worth.once and worth.years_of_use.low == worth.years_of_use.high == 1


def period(worth: Worth, language: str) -> str:
    """Over how many years the worth in all is counted."""
    if worth.once or one_year(worth):
        return say(language, "in all")
    years = spread(worth.years_of_use, language=language)
    return say(language, "over {years} years", years=years)


def break_even(worth: Worth, need: Span | None, language: str) -> str | None:
    """A quality needed, rounded to the side that pays and with the digits that tell it from the others."""
    if need is None:
        return None
    if at_any_quality(worth, need):
        return say(language, "any")

    def shown(number: float | None) -> str:
        return say(language, "never") if number is None else numerals(language, needed_quality(worth, number))

    low, middle, high = shown(need.low), shown(need.middle), shown(need.high)
    if low == high == middle:
        return middle
    return say(language, "{middle} (from {low} to {high})", middle=middle, low=low, high=high)


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
    language = ctx.rulebase.language
    return [_quality(ctx, worth), _quantity(worth, language), _minutes(worth, language)]


def _quality(ctx: Context, worth: Worth) -> Picture | None:
    curve = worth.curves.get("quality", ())
    if not curve:
        return None
    language, words = ctx.rulebase.language, ctx.rulebase.value[worth.value].quality.words
    needed, today = worth.needed, compared_with(ctx, worth)
    told = [
        _level(worth, say(language, what, today=today), span, language)
        for name, what in LEVELS.items()
        if (span := getattr(needed, name)) is not None
    ]
    reading = [say(language, "The gain against the {words}.", words=words)]
    if told:
        levels = say(language, "; ").join(told)
        start = say(language, "{words} at which it breaks even: {levels}.", words=capital(words), levels=levels)
        why, now = below_today(ctx, worth, needed.today, needed.upkeep, needed.pays), quality_today(ctx, worth)
        beside = say(language, "Today it is {now}.", now=now) if now and now not in why else ""
        reading = [start, say(language, "All other numbers are taken as you gave them."), beside, why]
    head = (capital(words), in_period(say(language, "Gain a year, its own cost not counted"), worth, language))
    rows = _points(worth.curves.get("steps", ()) or curve, worth, language)
    table = Table(head, rows, say(language, "Gain against quality"))
    return Picture("worth_quality", " ".join(filter(None, reading)), table)


def _level(worth: Worth, what: str, need: Span, language: str) -> str:
    """From which quality a level is reached."""
    if need.middle is None:
        return say(language, "never {what}", what=what)
    if at_any_quality(worth, need):
        return say(language, "any quality {what}", what=what)
    return say(language, "{level} {what}", level=numerals(language, needed_quality(worth, need.middle)), what=what)


def _quantity(worth: Worth, language: str) -> Picture | None:
    curve = worth.curves.get("quantity", ())
    more = worth.figures.get("order_more")
    if not curve or more is None or more.middle is None:
        return None
    least = say(
        language,
        "With today's error, a decision costs least {amount} units above the forecast."
        if more.middle >= 0
        else "With today's error, a decision costs least {amount} units below the forecast.",
        amount=numerals(language, figure(abs(more.middle), digits_of(more))),
    )
    same = say(language, "The smaller the error, the smaller this margin; the quantile stays the same.")
    head = (say(language, "Units above the forecast"), say(language, "Cost of a decision"))
    table = Table(head, _points(curve, worth, language, role=""), say(language, "Cost against quantity"))
    return Picture("worth_quantity", f"{least} {same}", table)


def _minutes(worth: Worth, language: str) -> Picture | None:
    curve = worth.curves.get("minutes", ())
    if not curve:
        return None
    start = worth.figures.get("usable_saves_time")
    if start is None or start.middle is None:
        reading = say(language, "Drafts save no minutes, however many of them are usable: checking takes too long.")
    else:
        reading = say(
            language,
            "Drafts save minutes only if more than {share} of them are usable.",
            share=numerals(language, reached(start.middle, share=True)),
        )
    head = (say(language, "Usable drafts"), say(language, "Minutes saved by one"))
    return Picture(
        "worth_minutes", reading, Table(head, _points(curve, worth, language), say(language, "Minutes saved"))
    )


def _points(curve: Curve, worth: Worth, language: str, role: str | None = None) -> tuple[tuple[str, str], ...]:
    rows, digits = curve if len(curve) < POINTS else curve[::STEP], digits_of(*worth.numbers.values())
    along = worth.quality if role is None else role
    write = of_role if len(curve) >= POINTS else finely
    return tuple((numerals(language, write(along, x)), numerals(language, figure(y, digits))) for x, y in rows)
