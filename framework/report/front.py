"""The first screen of a brief: what somebody who reads no further has to know, in at most 300 words.

A pure model, made from an assessment and its rule base; pages and files render it. It says nothing that the headings
below do not say with their rules and sources; it only chooses and puts it first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from framework.languages.catalogue import say
from framework.languages.dates import day_in_short
from framework.model.assessment import Assessment, Fault, Narrowing, Statement, Unknown
from framework.model.listing import listed
from framework.model.question import Question
from framework.model.rule_id import parts_of
from framework.model.rulebase import RuleBase
from framework.model.rules import Outcome, Status, Verdict
from framework.report.front_panels import building, instead
from framework.report.front_parts import MOST_FACTS, MOST_MEANS, MOST_STEPS, Fact, Front, Step
from framework.report.sections.context import Context, clause, first_sentences
from framework.report.sections.money import reservation_beside, reservation_in_short
from framework.report.wording import possible_in_words

MOST_NAMED = 3
"""Verdicts that an open headline names; more are only counted."""

MOST_ANSWERS = 2
"""Answers that are told in full where they leave the same; more are only counted."""

LONGEST_HEADLINE = 110
"""Characters of a headline in the person's words; a longer one gives way to the plain one."""

LONGEST_WHY = 45
"""Words of the reason and of a reservation beside it: a second reason is told only if all fit."""

OPEN_ICON = "pending"
"""Material symbol of a card without a verdict."""

MOST_REASONS = 2


def front_of(rulebase: RuleBase, assessment: Assessment, today: date | None = None) -> Front:
    """The first screen. With `today`, the steps carry dates that follow from their working days; without, durations."""
    ctx = Context(rulebase, assessment)
    return _open(ctx) if assessment.verdict is None else _settled(ctx, today)


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


def _open(ctx: Context) -> Front:
    found, known = ctx.assessment, ctx.rulebase
    possible = [known.verdict[id_] for id_ in found.possible_verdicts]
    number, every = len(possible), len(known.verdict)
    facts = tuple(
        Fact(
            unknown.question,
            question.text,
            tuple(_means(ctx, question, unknown)),
            first_sentences(unknown.find_out or "", 2),
            unknown.takes or "",
        )
        for unknown in found.unknowns[:MOST_FACTS]
        for question in (known.questions[unknown.question],)
    )
    few, named = len(found.unknowns) <= MOST_FACTS, number <= MOST_NAMED
    why = _counted(ctx, len(facts)) if few else say(known.language, "These three facts decide most.")
    return Front(
        kicker=say(
            known.language,
            "Still open · all {every} verdicts are possible"
            if number == every
            else "Still open · {number} of {every} verdicts are possible",
            number=number,
            every=every,
        ),
        headline=_either(ctx, possible) if named else say(known.language, "Find out these facts first"),
        why=why if named else f"{why} {_enough(ctx)}",
        reasons=(),
        icon=OPEN_ICON,
        colour="",
        note=" ".join(fault.text for fault in found.contradictions[:1]),
        facts=facts,
    )


def _means(ctx: Context, question: Question, unknown: Unknown) -> Iterator[str]:
    """What the answers to an open question would mean, by themselves."""
    told, given = unknown.narrows[:MOST_MEANS], ctx.assessment.answers.get(question.id)
    for narrowing in told:
        yield _leaves(ctx, question, narrowing)
    named = {id_ for narrowing in told for id_ in narrowing.options}
    if not told:
        yield say(ctx.rulebase.language, "By itself it rules nothing out; it matters together with others.")
    elif told == unknown.narrows and len(named) < len(question.options if given is None else question.allowed(given)):
        yield say(ctx.rulebase.language, "Any other answer rules nothing out.")


def _leaves(ctx: Context, question: Question, narrowing: Narrowing) -> str:
    """The verdicts that are left after some answers, of which many are only counted."""
    first, *others = (ctx.rulebase.answer_text(question.id, id_) for id_ in narrowing.options)
    verdicts = [ctx.rulebase.verdict[id_].short for id_ in narrowing.verdicts]
    return say(
        ctx.rulebase.language,
        "“{answer}”: {verdicts}."
        if not others
        else "“{answer}” or “{other}”: {verdicts}."
        if len(others) < MOST_ANSWERS
        else "“{answer}” or one of {number} others: {verdicts}.",
        answer=first,
        other=others[0] if others else "",
        number=len(others),
        verdicts=listed(verdicts, say(ctx.rulebase.language, "or")),
    )


def _enough(ctx: Context) -> str:
    """How many facts could be enough for the verdict that is nearest, and for the one that is farthest."""
    ways = {id_: len(way) for id_, way in ctx.assessment.changes.items() if id_ in ctx.assessment.possible_verdicts}
    nearest, farthest = min(ways, key=ways.__getitem__), max(ways, key=ways.__getitem__)
    return say(
        ctx.rulebase.language,
        "One fact could be enough for “{near}”, {far_number} for “{far}”."
        if ways[nearest] == 1
        else "{near_number} facts could be enough for “{near}”, {far_number} for “{far}”.",
        near=ctx.rulebase.verdict[nearest].short,
        far=ctx.rulebase.verdict[farthest].short,
        near_number=ways[nearest],
        far_number=ways[farthest],
    )


def _settled(ctx: Context, today: date | None) -> Front:
    found = ctx.assessment
    verdict = ctx.rulebase.verdict[found.verdict or ""]
    fault = fatal_fault(ctx)
    headline = _headline(ctx) if fault is None else _mend_first(ctx, fault)
    reasons = _deciding(ctx)
    plain = ctx.outcome.sentence if ctx.outcome else verdict.meaning
    why = " ".join(reason.text for reason in reasons) or plain
    builds = verdict.has_task and not verdict.needs_reframing
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
        steps=_steps(ctx, today),
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
    template = ctx.outcome.headline if ctx.outcome else None
    if template and ctx.words.all_given(template):
        worded = ctx.words.fill(template, ctx.worded.whole.verb if ctx.worded else None)
        if len(worded) <= LONGEST_HEADLINE:
            return worded
    if ctx.outcome and (told := _rule_headline(ctx, ctx.outcome)):
        return told
    title = _title(ctx)
    builds = not (ctx.outcome and ctx.outcome.builds_nothing)
    return _introduced(ctx, title, clause(ctx.instead.title)) if builds and ctx.instead and ctx.instead.rules else title


def _introduced(ctx: Context, lead: str, text: str) -> str:
    return f"{lead}{say(ctx.rulebase.language, ':')} {text}"


def _rule_headline(ctx: Context, outcome: Outcome) -> str | None:
    """The headline of the first rule that decided and has one."""
    decided = {parts_of(statement.rule)[-1] for statement in ctx.assessment.verdict_rules}
    return next((rule.headline for rule in outcome.rules if rule.id in decided and rule.headline), None)


def _deciding(ctx: Context) -> tuple[Statement, ...]:
    """The rules that decided, as many as are short enough together."""
    chosen: list[Statement] = []
    told = ctx.assessment.verdict_rules or _in_favour(ctx)
    room = LONGEST_WHY - len(reservation_beside(ctx).split())
    for rule in told:
        if not chosen or sum(len(each.text.split()) for each in (*chosen, rule)) <= room:
            chosen.append(rule)
    return tuple(chosen[:MOST_REASONS])


def _in_favour(ctx: Context) -> list[Statement]:
    """Where no rule of its own decides: what speaks for it, strongest first."""
    wanted = ctx.outcome.speaks_for if ctx.outcome else ()
    found = {parts_of(reason.rule)[1]: reason for reason in reversed(ctx.assessment.reasons) if _speaks_for(reason)}
    return [found[id_] for id_ in (*wanted, *found) if id_ in found]


def _speaks_for(reason: Statement) -> bool:
    return reason.status is Status.FAVOURABLE


def _steps(ctx: Context, today: date | None) -> tuple[Step, ...]:
    """The next steps one after the other, each with the day on which it can be done."""
    steps, day = [], today
    for action in ctx.assessment.next_steps[:MOST_STEPS]:
        when = _duration(ctx.rulebase.language, action.days) if action.days else ""
        if day is not None and action.days:
            day = _after(day, action.days)
            when = say(ctx.rulebase.language, "by {day}", day=day_in_short(ctx.rulebase.language, day))
        steps.append(Step(first_sentences(action.text, 1), when, action))
    return tuple(steps)


def _duration(language: str, days: int) -> str:
    if days % 5 == 0:
        return say(language, "a week" if days == 5 else "{number} weeks", number=days // 5)
    return say(language, "a day" if days == 1 else "{number} days", number=days)


def _after(day: date, working_days: int) -> date:
    """The day so many working days later; Saturdays and Sundays do not count."""
    while working_days:
        day += timedelta(days=1)
        working_days -= day.weekday() < 5
    return day


def _either(ctx: Context, possible: Sequence[Verdict]) -> str:
    first, *others = (verdict.title for verdict in possible)
    return listed([first, *map(clause, others)], say(ctx.rulebase.language, "or"))


def _counted(ctx: Context, facts: int) -> str:
    return say(
        ctx.rulebase.language,
        ("Nothing that can be found out decides.", "One fact decides.", "Two facts decide.", "Three facts decide.")[
            facts
        ],
    )
