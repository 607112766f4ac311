"""The first screen of a brief: what somebody who reads no further has to know, in at most 300 words.

A pure model, made from an assessment and its rule base; pages and files render it. It says nothing that the headings
below do not say with their rules and sources; it only chooses and puts it first.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, timedelta

from framework.languages.catalogue import say
from framework.languages.dates import day_in_short
from framework.model.assessment import Assessment, Fault, Statement
from framework.model.rule_id import parts_of
from framework.model.rulebase import RuleBase
from framework.model.rules import Outcome, Status
from framework.model.working_days import A_WEEK, A_YEAR
from framework.report.front_open import open_front
from framework.report.front_panels import building, instead
from framework.report.front_parts import MAX_STEPS, Front, Step
from framework.report.sections.context import Context, clause, first_sentences
from framework.report.sections.money import reservation_beside, reservation_in_short
from framework.report.wording import possible_in_words

MAX_HEADLINE_CHARS = 110
"""Characters of a headline in the person's words; a longer one gives way to the plain one."""

MAX_WHY_WORDS = 45
"""Words of the reason and of a reservation beside it: a second reason is told only if all fit."""

YEARS_FROM = 2 * A_YEAR
"""Working days from which a time is told in years."""

MAX_REASONS = 2


def front_of(rulebase: RuleBase, assessment: Assessment, today: date | None = None) -> Front:
    """The first screen. With `today`, the steps carry dates that follow from their working days; without, durations."""
    ctx = Context(rulebase, assessment)
    return open_front(ctx) if assessment.verdict is None else _settled(ctx, today)


def verdict_in_short(rulebase: RuleBase, assessment: Assessment) -> str:
    """What the first screen says in a few words; while the verdict is open, all that are possible."""
    ctx = Context(rulebase, assessment)
    if assessment.verdict is None:
        return possible_in_words(rulebase, assessment.possible_verdicts)
    fault = fatal_fault(ctx)
    return _kicker(ctx) if fault is None else f"{_mend_first(ctx, fault)} ({_kicker(ctx)})"


def fatal_fault(ctx: Context) -> Fault | None:
    """The fault that has to be mended before anything else; None where nothing is framed as a learning task."""
    if not ctx.has_task:
        return None
    return next((fault for fault in ctx.assessment.faults if fault.fatal), None)


def _settled(ctx: Context, today: date | None) -> Front:
    found = ctx.assessment
    verdict = ctx.rulebase.verdict[found.verdict or ""]
    fault = fatal_fault(ctx)
    headline = _headline(ctx) if fault is None else _mend_first(ctx, fault)
    reasons = _deciding(ctx)
    plain = ctx.outcome.sentence if ctx.outcome else verdict.meaning
    why = " ".join(reason.text for reason in reasons) or plain
    builds = ctx.has_task and not verdict.needs_reframing
    return Front(
        kicker=_kicker(ctx),
        headline=headline,
        why=why if fault is None else f"{first_sentences(fault.way_out, 1)}",
        reasons=reasons if fault is None else (fault,),
        icon=verdict.icon,
        colour=verdict.colour,
        fault=fault,
        note=reservation_beside(ctx),
        panels=tuple(building(ctx) if builds else instead(ctx)),
        steps=steps_of(ctx, today)[:MAX_STEPS],
        further=len(found.next_steps[MAX_STEPS:]),
        repeats=headline.startswith(_in_full(ctx)) and not reservation_in_short(ctx),
    )


def _kicker(ctx: Context) -> str:
    """The verdict in a few words, and that the numbers do not support it."""
    short = (ctx.outcome and ctx.outcome.short) or ctx.rulebase.verdict[ctx.assessment.verdict or ""].short
    return " · ".join(filter(None, (short, reservation_in_short(ctx))))


def _in_full(ctx: Context) -> str:
    """The title for which the kicker is short."""
    own = ctx.outcome is not None and ctx.outcome.short
    return _title(ctx) if own else ctx.rulebase.verdict[ctx.assessment.verdict or ""].title


def _mend_first(ctx: Context, fault: Fault) -> str:
    return _introduced(ctx, ctx.rulebase.manifest.sentences.mend_first or _title(ctx), fault.fatal or "")


def _title(ctx: Context) -> str:
    return ctx.outcome.title if ctx.outcome else ctx.rulebase.verdict[ctx.assessment.verdict or ""].title


def _headline(ctx: Context) -> str:
    """The verdict as an instruction: in the person's words if they gave them, and with what to use instead.

    Where nothing should be built, what to use instead stands apart: beside "Don't build this" it would read as refused.
    """
    for template in _templates(ctx, ctx.outcome) if ctx.outcome else ():
        if ctx.words.all_given(template):
            worded = ctx.words.fill(template, ctx.worded.whole.verb if ctx.worded else None)
            if len(worded) <= MAX_HEADLINE_CHARS:
                return worded
    title = _title(ctx)
    builds = not (ctx.outcome and ctx.outcome.builds_nothing)
    return _introduced(ctx, title, clause(ctx.instead.title)) if builds and ctx.instead and ctx.instead.rules else title


def _introduced(ctx: Context, lead: str, text: str) -> str:
    return f"{lead}{say(ctx.rulebase.language, ':')} {text}"


def _templates(ctx: Context, outcome: Outcome) -> Iterator[str]:
    """The headlines to try, in this order: of the rules that decided, then of the outcome."""
    decided = {parts_of(statement.rule)[-1] for statement in ctx.assessment.verdict_rules}
    yield from (rule.headline for rule in outcome.rules if rule.id in decided and rule.headline)
    if outcome.headline:
        yield outcome.headline


def _deciding(ctx: Context) -> tuple[Statement, ...]:
    """The rules that decided, as many as are short enough together."""
    chosen: list[Statement] = []
    told = ctx.assessment.verdict_rules or _in_favour(ctx)
    room = MAX_WHY_WORDS - len(reservation_beside(ctx).split())
    for rule in told:
        if not chosen or sum(len(each.text.split()) for each in (*chosen, rule)) <= room:
            chosen.append(rule)
    return tuple(chosen[:MAX_REASONS])


def _in_favour(ctx: Context) -> list[Statement]:
    """Where no rule of its own decides: what speaks for it, strongest first."""
    wanted = ctx.outcome.speaks_for if ctx.outcome else ()
    found = {parts_of(reason.rule)[1]: reason for reason in reversed(ctx.assessment.reasons) if _speaks_for(reason)}
    return [found[id_] for id_ in (*wanted, *found) if id_ in found]


def _speaks_for(reason: Statement) -> bool:
    return reason.status is Status.FAVOURABLE


def steps_of(ctx: Context, today: date | None) -> tuple[Step, ...]:
    """The next steps one after the other, each with the day on which it can be done; no day and no duration from the
    first on of which nobody knows how long it takes, since those after it wait for it.
    """
    steps, day, known = [], today, True
    for action in ctx.assessment.next_steps:
        days, when = action.days if known else None, ""
        known = days is not None
        if days is not None:
            when = _duration(ctx.rulebase.language, days)
        if days is not None and day is not None:
            day = _after(day, days)
            when = say(ctx.rulebase.language, "by {day}", day=day_in_short(ctx.rulebase.language, day))
        steps.append(Step(first_sentences(action.text, 1), when, action))
    return tuple(steps)


def _duration(language: str, days: int) -> str:
    if days >= YEARS_FROM:
        return say(language, "{number} years", number=math.floor(days / A_YEAR + 0.5))
    if days % A_WEEK == 0:
        return say(language, "a week" if days == A_WEEK else "{number} weeks", number=days // A_WEEK)
    return say(language, "a day" if days == 1 else "{number} days", number=days)


def _after(day: date, working_days: int) -> date:
    """The day so many working days later; Saturdays and Sundays do not count."""
    while working_days:
        day += timedelta(days=1)
        working_days -= day.weekday() < 5
    return day
