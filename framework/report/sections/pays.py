"""Does it pay: what the numbers say in words, tables and charts. Amounts are in the unit of the person's numbers."""

from __future__ import annotations

from framework.economics.roles import counts_whole
from framework.economics.tornado import MAX_SHOWN, SWING
from framework.economics.writing import IN_RANGES, OF_FIGURES, figure, finely, of_role, threshold
from framework.languages.catalogue import to_say
from framework.model.economics import Bar, Switch, Tornado
from framework.model.formulas import SHARES
from framework.model.listing import listed
from framework.model.worth import Worth
from framework.report.blocks import Block, Bullets, Item, Paragraph, Picture, Table
from framework.report.sections import pays_alerts, pays_worth
from framework.report.sections.context import Context, capital, first_sentences, item
from framework.report.sections.money import in_unit, is_published, numbers_wanted, result_statement, sum_used, unused
from framework.report.sections.pays_worth import in_period

MAX_ROWS = 8
MAX_SAID = 4
MAX_LIKE = 3
MAX_LIMITS = 2
MAX_ALIKE = 3

PART = f"{figure(100 * SWING)} %"
"""How far a single figure is varied, in words."""

MEASURES = {
    "less_cost": "Gain a year less its cost",
    "net_per_year": "Gain a year after running cost",
    "gain_per_year": "Gain a year",
}
"""What the bars of a tornado measure, as the head of a column."""

BASES = {
    "net_per_year": "building not counted, ",
    "gain_per_year": "its own cost not counted, ",
}
"""What the bars leave out that the result on the first screen would count."""


def pays(ctx: Context) -> list[Block]:
    """The results if there are numbers; else an invitation, unless the first screen has it."""
    if not ctx.assessment.numbers_asked:
        return left_out(ctx)
    worth = ctx.assessment.worth
    if worth is None:
        return left_out(ctx) if ctx.assessment.verdict else [Paragraph(numbers_wanted(ctx))]
    used = None if worth.impossible else sum_used(ctx)
    blocks: list[Block] = []
    if used:
        limits = first_sentences(used.limits or "", MAX_LIMITS)
        blocks.append(Paragraph(f"{used.text} {limits}".rstrip(), used))
    blocks += [*_checks(ctx, worth), *left_out(ctx), *_said(ctx)]
    rows = [*pays_worth.own_rows(ctx, worth, first=True), *pays_worth.rows(ctx, worth)][:MAX_ROWS]
    if rows := [*pays_worth.headline_row(worth), *rows, *pays_worth.own_rows(ctx, worth)]:
        unit = in_unit(ctx)
        amounts = f"Amounts are in{unit}" if unit else "Amounts are in the unit of your numbers"
        blocks.append(Table(("What", "Result"), tuple(rows), amounts))
    assumption = ctx.rulebase.manifest.sentences.quality_assumption
    beaten = worth.figures.get("auc_today")
    if assumption and beaten is not None and beaten.middle is not None:
        blocks.append(Paragraph(assumption, quiet=True))
    drawn = [pays_alerts.threshold(worth), pays_alerts.quality(worth)]
    drawn = drawn if any(drawn) else pays_worth.pictures(ctx, worth)
    drawn += [_tornado(ctx, worth), pays_alerts.confusion(worth)]
    blocks += [picture for picture in drawn if picture]
    return [*blocks, pays_worth.simple_ways(ctx)]


def left_out(ctx: Context) -> list[Block]:
    """The numbers that were given and that the results do not use, named once."""
    found = unused(ctx)
    return [Paragraph(found.text, found)] if found else []


def _checks(ctx: Context, worth: Worth) -> list[Block]:
    """What is wrong, doubtful or assumed about the numbers."""
    blocks = list[Block]()
    if worth.issues:
        wrong = tuple(Item(issue.sentence, label=_label(ctx, issue.role)) for issue in worth.issues)
        blocks.append(Bullets(wrong, heading=to_say("Please check these numbers"), tone="unfavourable"))
    if worth.doubts:
        doubtful = tuple(Item(doubt.sentence, label=_label(ctx, doubt.role)) for doubt in worth.doubts)
        blocks.append(Bullets(doubtful, heading=to_say("Possible, but look at these again")))
    asked = {number.role for number in ctx.rulebase.value[worth.value].numbers if not worth.impossible}
    if assumed := {role: worth.numbers[role].middle for role in worth.assumed if role in asked}:
        taken = listed([f"{_label(ctx, role)} {of_role(role, number)}" for role, number in assumed.items()], "and")
        blocks.append(Paragraph(f"Not given, so assumed: {taken}.", quiet=True))
    wrong_ones = {issue.role for issue in worth.issues}
    if missing := [role for role in worth.missing if role not in wrong_ones]:
        names = listed([f"“{_label(ctx, role)}”" for role in missing], "and")
        blocks.append(Paragraph(f"Still needed for a result: {names}."))
    return blocks


def _label(ctx: Context, role: str) -> str:
    return capital(ctx.rulebase.role_name(role))


def _said(ctx: Context) -> list[Block]:
    """What the numbers say besides the result, which is on the first screen wherever something is built."""
    verdict = ctx.rulebase.verdict.get(ctx.assessment.verdict or "")
    told = verdict is not None
    result = result_statement(ctx)
    said: list[Block] = [Paragraph(result.text, result.statement)] if result and not told else []
    like = [statement for statement in ctx.assessment.money[1:] if is_published(statement)]
    others = [statement for statement in ctx.assessment.money[1:] if statement not in like]
    if rest := tuple(item(statement) for statement in others[:MAX_SAID]):
        said.append(Bullets(rest))
    if elsewhere := tuple(item(statement) for statement in like[:MAX_LIKE]):
        said.append(Bullets(elsewhere, heading=to_say("What others reached")))
    return said


def _tornado(ctx: Context, worth: Worth) -> Picture | None:
    tornado = worth.tornado
    if tornado is None or not tornado.bars:
        return None
    digits = IN_RANGES if any(not bar.swing_assumed for bar in tornado.bars) else OF_FIGURES
    rows = tuple(
        (
            _label(ctx, bar.role),
            f"{_end(bar, bar.low)} to {_end(bar, bar.high)}{_less(bar) or _usual(bar, worth)}",
            _results(bar, digits),
            " and ".join(_switch(bar, switch) for switch in bar.switches),
        )
        for bar in tornado.bars[:MAX_SHOWN]
    )
    columns = ("Number", "From low to high", in_period(MEASURES[tornado.measure], worth), "Sign changes at")
    shown = len(columns) if any(row[-1] for row in rows) else len(columns) - 1
    table = Table(columns[:shown], tuple(row[:shown] for row in rows), "What the result depends on")
    return Picture("tornado", f"{_depends(ctx, tornado)} {_varied(tornado)}", table)


def _depends(ctx: Context, tornado: Tornado) -> str:
    """Which numbers matter most: all that matter alike, and whether one of them turns the result of the headline."""
    roles = tornado.alike or (tornado.bars[0].role,)
    names = [f"“{_label(ctx, role)}”" for role in roles[:MAX_ALIKE]]
    if len(roles) > MAX_ALIKE:
        left = len(roles) - MAX_ALIKE
        names.append("one more" if left == 1 else f"{left} more")
    several, named, basis = len(roles) > 1, listed(names, "and"), BASES.get(tornado.measure, "")
    if tornado.find_out_first:
        turns = "a gain can turn into a loss" if tornado.middle > 0 else "the loss can turn into a gain"
        if several:
            return f"{named} matter alike: within the range of each, {basis}{turns}."
        return f"Find out {named} first: within its range, {basis}{turns}."
    turns = "a gain into a loss" if tornado.middle > 0 else "the loss into a gain"
    near = f"{named} come nearest, and alike" if several else f"{named} comes nearest"
    return capital(f"{basis}no single number, varied as below, turns {turns}; {near}.")


def _varied(tornado: Tornado) -> str:
    """How far the numbers were varied that were given without a range."""
    single = [bar for bar in tornado.bars[:MAX_SHOWN] if bar.swing_assumed]
    if not single:
        return "Each is varied over its range."
    steps = any(counts_whole(bar.role, bar.low) and counts_whole(bar.role, bar.high) for bar in single)
    counts = ", counts by whole steps, at least one" if steps else ""
    if any(bar.role in SHARES and bar.low + bar.high > 1 and not _less(bar) for bar in single):
        return f"Single figures are varied by {PART}, shares by {PART} of the way to the nearer of 0 and 100 %{counts}."
    return f"Single figures are varied by {PART} either way{counts}."


def _end(bar: Bar, number: float) -> str:
    """An end of a bar: as it was typed, or with the digits that matter where it was assumed."""
    return finely(bar.role, number) if bar.swing_assumed else of_role(bar.role, number, typed=True)


def _less(bar: Bar) -> str:
    """What is said of a share of 100 % that nobody gave, which is varied one way only."""
    return f" ({PART} less)" if bar.swing_assumed and bar.role in SHARES and bar.high == 1 else ""


def _usual(bar: Bar, worth: Worth) -> str:
    """What is said of a number without a range of its own that is varied over the one that is usual for it."""
    known = worth.numbers.get(bar.role)
    return " (a usual range)" if not bar.swing_assumed and known is not None and known.low == known.high else ""


def _results(bar: Bar, digits: int) -> str:
    """The results at both ends, and that in the middle where it lies beyond both."""
    ends = f"{figure(bar.at_low, digits)} to {figure(bar.at_high, digits)}"
    inside = min(bar.at_low, bar.at_high) <= bar.at_middle <= max(bar.at_low, bar.at_high)
    return ends if inside else f"{ends}, {figure(bar.at_middle, digits)} in the middle"


def _switch(bar: Bar, switch: Switch) -> str:
    """Where the sign changes, rounded to the side that pays."""
    return threshold(bar.role, switch.at, up=switch.up, beside=(bar.low, bar.high))
