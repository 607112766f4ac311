"""Does it pay: what the numbers say in words, tables and charts. Amounts are in the unit of the person's numbers."""

from __future__ import annotations

from collections.abc import Sequence

from framework.economics.roles import counts_whole
from framework.economics.tornado import MAX_SHOWN
from framework.economics.writing import IN_RANGES, OF_FIGURES, figure, finely, of_role, percent, threshold
from framework.languages.catalogue import numerals, quoted, say, to_say
from framework.model.economics import Bar, Switch, Tornado
from framework.model.formulas import SHARES
from framework.model.listing import listed
from framework.model.question import TextRole
from framework.model.worth import Worth
from framework.report.blocks import Block, Bullets, Item, Paragraph, Picture, Table
from framework.report.sections import pays_alerts, pays_worth
from framework.report.sections.context import Context, capital, first_sentences, item
from framework.report.sections.money import (
    is_published,
    not_compared,
    numbers_wanted,
    partial_statement,
    result_statement,
    sum_used,
    unused,
)
from framework.report.sections.pays_worth import in_period

MAX_ROWS = 8
MAX_SAID = 4
MAX_LIKE = 3
MAX_LIMITS = 2
MAX_ALIKE = 3

MEASURES = {
    "less_cost": to_say("Gain a year less its cost"),
    "net_per_year": to_say("Gain a year after running cost"),
    "gain_per_year": to_say("Gain a year"),
}
"""What the bars of a tornado measure, as the head of a column."""

BASES = {
    "net_per_year": to_say("building not counted, "),
    "gain_per_year": to_say("its own cost not counted, "),
}
"""What the bars leave out that the result on the first screen would count."""


def pays(ctx: Context) -> list[Block]:
    """The results if there are numbers; else an invitation, unless the first screen has it."""
    if not ctx.assessment.numbers_asked:
        return left_out(ctx)
    worth = ctx.assessment.worth
    if worth is None:
        return left_out(ctx) if ctx.assessment.verdict else [Paragraph(numbers_wanted(ctx))]
    used, language = None if worth.impossible else sum_used(ctx), ctx.rulebase.language
    blocks: list[Block] = []
    if used:
        limits = first_sentences(used.limits or "", MAX_LIMITS)
        blocks.append(Paragraph(f"{used.text} {limits}".rstrip(), used))
        if beside := not_compared(ctx):
            blocks.append(Paragraph(beside.text, beside))
    blocks += [*_checks(ctx, worth), *left_out(ctx), *_said(ctx)]
    rows = [*pays_worth.own_rows(ctx, worth, first=True), *pays_worth.rows(ctx, worth)][:MAX_ROWS]
    if rows := [*pays_worth.headline_row(worth, language), *rows, *pays_worth.own_rows(ctx, worth)]:
        unit = ctx.words.in_role(TextRole.UNIT_OF_VALUE)
        amounts = say(
            language, "Amounts are in {unit}" if unit else "Amounts are in the unit of your numbers", unit=unit
        )
        blocks.append(Table((say(language, "What"), say(language, "Result")), tuple(rows), amounts))
    assumption = ctx.rulebase.manifest.sentences.quality_assumption
    beaten = worth.figures.get("auc_today")
    if assumption and beaten is not None and beaten.middle is not None:
        blocks.append(Paragraph(assumption, quiet=True))
    drawn = [pays_alerts.threshold(worth, language), pays_alerts.quality(worth, language)]
    drawn = drawn if any(drawn) else pays_worth.pictures(ctx, worth)
    drawn += [_tornado(ctx, worth), pays_alerts.confusion(worth, language)]
    blocks += [picture for picture in drawn if picture]
    return [*blocks, pays_worth.simple_ways(ctx)]


def left_out(ctx: Context) -> list[Block]:
    """The numbers that were given and that the results do not use, named once."""
    found = unused(ctx)
    return [Paragraph(found.text, found)] if found else []


def _checks(ctx: Context, worth: Worth) -> list[Block]:
    """What is wrong, doubtful or assumed about the numbers."""
    blocks, language = list[Block](), ctx.rulebase.language
    if worth.issues:
        wrong = tuple(Item(issue.sentence, label=_label(ctx, issue.role)) for issue in worth.issues)
        blocks.append(Bullets(wrong, heading=to_say("Please check these numbers"), tone="unfavourable"))
    if worth.doubts:
        doubtful = tuple(Item(doubt.sentence, label=_label(ctx, doubt.role)) for doubt in worth.doubts)
        blocks.append(Bullets(doubtful, heading=to_say("Possible, but look at these again")))
    asked = {number.role for number in ctx.rulebase.value[worth.value].numbers if not worth.impossible}
    if assumed := {role: worth.numbers[role].middle for role in worth.assumed if role in asked}:
        taken = [f"{_label(ctx, role)} {numerals(language, of_role(role, at))}" for role, at in assumed.items()]
        numbers = listed(taken, say(language, "and"), say(language, ";"))
        blocks.append(Paragraph(say(language, "Not given, so assumed: {numbers}.", numbers=numbers), quiet=True))
    wrong_ones = {issue.role for issue in worth.issues}
    if missing := [role for role in worth.missing if role not in wrong_ones]:
        numbers = listed([_quoted(ctx, role) for role in missing], say(language, "and"), say(language, ";"))
        blocks.append(Paragraph(say(language, "Still needed for a result: {numbers}.", numbers=numbers)))
    return blocks


def _label(ctx: Context, role: str) -> str:
    return capital(ctx.rulebase.role_name(role))


def _quoted(ctx: Context, role: str) -> str:
    return quoted(ctx.rulebase.language, _label(ctx, role))


def _said(ctx: Context) -> list[Block]:
    """What the numbers say besides the result, which is on the first screen wherever something is built."""
    verdict = ctx.rulebase.verdict.get(ctx.assessment.verdict or "")
    told = verdict is not None
    result = result_statement(ctx)
    said: list[Block] = [Paragraph(result.text, result.statement)] if result and not told else []
    if (partial := partial_statement(ctx)) is not None and not told:
        said.append(Paragraph(partial.text, partial))
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
    language, bars = ctx.rulebase.language, tornado.bars[:MAX_SHOWN]
    digits = IN_RANGES if any(not bar.swing_assumed for bar in tornado.bars) else OF_FIGURES
    rows = tuple(
        (
            _label(ctx, bar.role),
            _ends(bar, worth, tornado.varied, language),
            _results(bar, digits, language),
            f" {say(language, 'and')} ".join(_switch(bar, switch, language) for switch in bar.switches),
        )
        for bar in bars
    )
    columns = (
        say(language, "Number"),
        say(language, "From low to high"),
        in_period(say(language, MEASURES[tornado.measure]), worth, language),
        say(language, "Sign changes at"),
    )
    shown = len(columns) if any(row[-1] for row in rows) else len(columns) - 1
    caption = say(language, "What the result depends on")
    table = Table(columns[:shown], tuple(row[:shown] for row in rows), caption)
    return Picture("tornado", f"{_depends(ctx, tornado)} {_varied(bars, tornado.varied, language)}", table)


def _depends(ctx: Context, tornado: Tornado) -> str:
    """Which numbers matter most: all that matter alike, and whether one of them turns the result of the headline."""
    language, roles = ctx.rulebase.language, tornado.alike or (tornado.bars[0].role,)
    names = [_quoted(ctx, role) for role in roles[:MAX_ALIKE]]
    if len(roles) > MAX_ALIKE:
        left = len(roles) - MAX_ALIKE
        names.append(say(language, "one more" if left == 1 else "{number} more", number=left))
    several, gain = len(roles) > 1, tornado.middle > 0
    named, basis = (
        listed(names, say(language, "and"), say(language, ";")),
        say(language, BASES.get(tornado.measure, "")),
    )
    if tornado.find_out_first:
        return say(
            language,
            "{numbers} matter alike: within the range of each, {basis}{turns}."
            if several
            else "Find out {numbers} first: within its range, {basis}{turns}.",
            numbers=named,
            basis=basis,
            turns=say(language, "a gain can turn into a loss" if gain else "the loss can turn into a gain"),
        )
    said = say(
        language,
        "{basis}no single number, varied as below, turns {turns}; {numbers} come nearest, and alike."
        if several
        else "{basis}no single number, varied as below, turns {turns}; {numbers} comes nearest.",
        basis=basis,
        turns=say(language, "a gain into a loss" if gain else "the loss into a gain"),
        numbers=named,
    )
    return capital(said)


def _varied(bars: Sequence[Bar], part: float, language: str) -> str:
    """How far the numbers were varied that were given without a range."""
    single = [bar for bar in bars if bar.swing_assumed]
    if not single:
        return say(language, "Each is varied over its range.")
    steps = any(counts_whole(bar.role, bar.low) and counts_whole(bar.role, bar.high) for bar in single)
    shares = any(bar.role in SHARES and bar.low + bar.high > 1 and not _one_way(bar) for bar in single)
    return say(
        language,
        "Single figures are varied by {part}, shares by {part} of the way to the nearer of 0 and 100 %{counts}."
        if shares
        else "Single figures are varied by {part} either way{counts}.",
        part=numerals(language, percent(part)),
        counts=say(language, ", counts by whole steps, at least one") if steps else "",
    )


def _ends(bar: Bar, worth: Worth, part: float, language: str) -> str:
    """Both ends of a bar, and what is to be said of them: as typed, or where assumed with the digits that matter."""
    known = worth.numbers.get(bar.role)
    usual = not bar.swing_assumed and known is not None and known.low == known.high
    low, high = (
        numerals(language, finely(bar.role, end) if bar.swing_assumed else of_role(bar.role, end, typed=True))
        for end in (bar.low, bar.high)
    )
    return say(
        language,
        "{low} to {high} ({part} less)"
        if _one_way(bar)
        else "{low} to {high} (a usual range)"
        if usual
        else "{low} to {high}",
        low=low,
        high=high,
        part=numerals(language, percent(part)),
    )


def _one_way(bar: Bar) -> bool:
    """Whether it is of a share of 100 % that nobody gave, which is varied one way only."""
    return bar.swing_assumed and bar.role in SHARES and bar.high == 1


def _results(bar: Bar, digits: int, language: str) -> str:
    """The results at both ends, and that in the middle where it lies beyond both."""
    low, middle, high = (
        numerals(language, figure(result, digits)) for result in (bar.at_low, bar.at_middle, bar.at_high)
    )
    inside = min(bar.at_low, bar.at_high) <= bar.at_middle <= max(bar.at_low, bar.at_high)
    return say(
        language,
        "{low} to {high}" if inside else "{low} to {high}, {middle} in the middle",
        low=low,
        middle=middle,
        high=high,
    )


def _switch(bar: Bar, switch: Switch, language: str) -> str:
    """Where the sign changes, rounded to the side that pays."""
    return numerals(language, threshold(bar.role, switch.at, up=switch.up, beside=(bar.low, bar.high)))
