"""What the numbers say in one statement, and how that stands to the verdict: the only place that says it."""

from __future__ import annotations

from framework.languages.catalogue import say
from framework.model.listing import listed
from framework.model.question import TextRole
from framework.report.blocks import Item
from framework.report.sections import pays_alerts
from framework.report.sections.context import Context

MOST_NUMBERS = 3


def result_statement(ctx: Context, *, in_headline: bool = False) -> Item | None:
    """The result of the numbers, with the rule that words it, if one does; None where they do not give one.

    Where the verdict points the other way, the reservation follows, unless it is `in_headline` on the same
    screen already.
    """
    money = ctx.assessment.money
    text = money[0].text if money else pays_alerts.result(ctx.economics) if ctx.economics else ""
    if not text:
        return None
    against = "" if in_headline else reservation(ctx)
    return Item(f"{text} {against}".rstrip(), money[0] if money else None)


def numbers_wanted(ctx: Context) -> str:
    """Which numbers a first result needs most; empty if the rule base asks for none.

    Where the rule base says that no amount is asked for, what it says instead.
    """
    unpriced = (item for item in ctx.rulebase.money if item.kind == "unpriced" and ctx.holds(item.when))
    if (instead := next(unpriced, None)) is not None:
        return instead.text
    named = [f"“{ctx.short(id_)}”" for id_ in ctx.assessment.numbers_asked[:MOST_NUMBERS]]
    if not named:
        return ""
    language = ctx.rulebase.language
    numbers = listed(named, say(language, "and"))
    return say(language, "Not worked out yet. Begin with these numbers: {numbers}.", numbers=numbers)


def in_unit(ctx: Context, period: str = "") -> str:
    """What stands after an amount: the unit that the person counts in, if they named one, and the period."""
    unit = ctx.words.in_role(TextRole.UNIT_OF_VALUE)
    return f" {unit}{period}" if unit else period


def reservation(ctx: Context) -> str:
    """What to say where verdict and numbers point in different directions; empty where they agree or one is open."""
    verdict = ctx.rulebase.verdict.get(ctx.assessment.verdict or "")
    sentences, leans = ctx.rulebase.manifest.sentences, _leans(ctx)
    if verdict is None or leans is None:
        return ""
    builds = verdict.has_task and not verdict.needs_reframing
    if builds and leans == "loses":
        return sentences.numbers_against or ""
    return (sentences.numbers_alone or "") if leans == "pays" and not builds else ""


def _leans(ctx: Context) -> str | None:
    worth, alerts = ctx.assessment.worth, ctx.economics
    if worth and worth.too_small:
        return "loses"
    if worth and worth.result:
        return worth.result
    if alerts is None or alerts.gain is None:
        return None
    gain = alerts.project.net_per_year or alerts.gain
    return "pays" if gain.low > 0 else "loses" if gain.high <= 0 else None
