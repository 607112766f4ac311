"""Does it pay, by the value model of the task: what it brings and costs a year, the quality needed, charts."""

from __future__ import annotations

from framework.economics.roles import SHARES
from framework.economics.writing import figure, of_role, spread
from framework.model.economics import Curve, Span
from framework.model.rule_id import VALUES, rule_id
from framework.model.sheet import Range
from framework.model.worth import Worth
from framework.report.blocks import Bullets, Item, Picture, Table
from framework.report.sections.context import Context, capital, statement_of

Pair = tuple[str, str]

MOST_WAYS = 2

STEP = 8
"""Every so many points of a curve are rows of its table."""


def rows(ctx: Context, worth: Worth, *, after_alerts: bool) -> list[Pair]:
    """The results with their labels; what the table of alerts holds already is left out after it."""
    value, needed, each = ctx.rulebase.value[worth.value], worth.needed, worth.quality in SHARES
    quality, year = value.quality.words, "" if worth.once else " a year"
    years = worth.numbers.get("years")
    over = f"over {figure(years.middle)} years" if years else "over three years"
    known: list[tuple[str, Range | Span | str | None, bool]] = [
        (f"To be better than today: {quality}", _reached(worth, needed.today), each),
        (f"To earn its upkeep: {quality}", _reached(worth, needed.upkeep), each),
        (f"To pay: {quality}", _reached(worth, needed.pays), each),
        (f"Cost{year}, building included", worth.cost, False),
        (f"Gain for each unit of cost{year}", worth.ratio, False),
        ("Worth in all" if worth.once else f"Worth {over}", worth.total, False),
        (
            f"Gain{year} if every answer were right" if worth.bound else "Gain with the best ever reported",
            worth.perfect,
            False,
        ),
    ]
    if not after_alerts:
        known = [(f"Gain{year}", worth.gain, False), (f"Gain{year} after running cost", worth.net, False), *known]
    known += [(row.label, worth.figures.get(row.figure), row.percent) for row in value.results]
    shown = [
        (label, found if isinstance(found, str) else spread(found, percent))
        for label, found, percent in known
        if found is not None
    ]
    if worth.smallest_count is not None and worth.counted in worth.numbers:
        shown.append(
            (f"{capital(value.cases)} a year from which perfect answers would pay", figure(worth.smallest_count))
        )
    return shown


def at_any_quality(worth: Worth, need: Span | None) -> bool:
    """Whether even the worst quality is enough."""
    curve = worth.curves.get("quality", ())
    return need is not None and bool(curve) and need.middle == curve[0][0] and curve[0][1] > 0


def _reached(worth: Worth, need: Span | None) -> Span | str | None:
    return "any" if at_any_quality(worth, need) else need


def simple_ways(ctx: Context) -> Bullets:
    """What a model has to beat."""
    value = ctx.rulebase.value[ctx.assessment.value or ""]
    where = rule_id(VALUES, value.id, "simple_ways")
    lines = tuple(Item(way, statement_of(where, way, value.sources)) for way in value.simple_ways[:MOST_WAYS])
    return Bullets(lines, heading="Simple ways to beat")


def pictures(ctx: Context, worth: Worth) -> list[Picture | None]:
    """Value against quality, and what else the formula draws."""
    return [_quality(ctx, worth), _quantity(worth), _minutes(worth)]


def _quality(ctx: Context, worth: Worth) -> Picture | None:
    curve = worth.curves.get("quality", ())
    if not curve:
        return None
    words, name = ctx.rulebase.value[worth.value].quality.words, worth.quality
    levels = (
        ("better than today", worth.needed.today),
        ("earns its upkeep", worth.needed.upkeep),
        ("pays", worth.needed.pays),
    )
    reached = [_level(worth, what, span) for what, span in levels if span is not None]
    others = " All other numbers are taken as you gave them." if reached else ""
    reading = f"{capital(words)}: {', '.join(reached)}.{others}" if reached else f"The gain against the {words}."
    head = (capital(words), "Gain" if worth.once else "Gain a year")
    return Picture("worth_quality", reading, Table(head, _points(curve, name), "Gain against quality"))


def _level(worth: Worth, what: str, need: Span) -> str:
    """From which quality a level is reached."""
    if need.middle is None:
        return f"never {what}"
    at_any = at_any_quality(worth, need)
    return f"{what} at any" if at_any else f"{what} from {of_role(worth.quality, need.middle)}"


def _quantity(worth: Worth) -> Picture | None:
    curve = worth.curves.get("quantity", ())
    more = worth.figures.get("order_more")
    if not curve or more is None or more.middle is None:
        return None
    where = "above" if more.middle >= 0 else "below"
    reading = f"A decision costs least {figure(abs(more.middle))} units {where} the forecast, whatever the model."
    table = Table(("Units above the forecast", "Cost of a decision"), _points(curve, ""), "Cost against quantity")
    return Picture("worth_quantity", reading, table)


def _minutes(worth: Worth) -> Picture | None:
    curve = worth.curves.get("minutes", ())
    if not curve:
        return None
    start = worth.figures.get("usable_saves_time")
    if start is None or start.middle is None:
        reading = "Drafts save no minutes, however many of them are usable: checking takes too long."
    else:
        reading = f"Drafts save minutes only if more than {figure(100 * start.middle)} % of them are usable."
    table = Table(("Usable drafts", "Minutes saved by one"), _points(curve, worth.quality), "Minutes saved")
    return Picture("worth_minutes", reading, table)


def _points(curve: Curve, role: str) -> tuple[tuple[str, str], ...]:
    return tuple((of_role(role, x), figure(y)) for x, y in curve[::STEP])
