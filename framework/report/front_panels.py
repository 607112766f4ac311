"""The panels of a first screen: what is built and must be reached, or what to do instead."""

from __future__ import annotations

from collections.abc import Iterator

from framework.assessment.framing import defaults
from framework.assessment.words import Words
from framework.economics.writing import digits_of, figure, needed_quality, spread
from framework.languages import catalogue
from framework.languages.catalogue import quoted, to_say
from framework.model.listing import as_sentence, listed
from framework.model.question import TextRole
from framework.model.rule_id import MANIFEST, OBJECTIVES, TASKS, rule_id
from framework.model.sheet import Range
from framework.model.worth import Worth
from framework.report.front_parts import MAX_CHANGES, MAX_FACTS, MAX_RISKS, Line, Panel
from framework.report.sections.context import Context, by_gravity, capital, clause, first_sentences, statement_of
from framework.report.sections.money import (
    aim_in_short,
    beside_goal,
    first_numbers,
    harm_in_short,
    in_unit,
    numbers_wanted,
    partial_statement,
    pays_at_none,
    result_statement,
    unpriced,
    without_model,
)
from framework.report.sections.pays_worth import (
    at_any_quality,
    below_today,
    compared_with,
    left_over,
    one_year,
    quality_today,
)

LIMITS = {
    (False, False): to_say("from {level} ({words}), against {today}."),
    (False, True): to_say("from {level} ({words}; {now} today), against {today}."),
    (True, False): to_say("up to {level} ({words}), against {today}."),
    (True, True): to_say("up to {level} ({words}; {now} today), against {today}."),
}
"""The quality that pays, by whether less of it is better, and whether today's is told."""


def building(ctx: Context) -> Iterator[Panel]:
    """Framing, objectives, what to beat, does it pay, risks."""
    found = ctx.assessment
    if found.framing:
        yield Panel("framing", say(ctx, "Framing"), (Line(found.framing, ctx.framing_statement),))
    yield _objectives(ctx)
    if ctx.task:
        yield _beat(ctx)
    yield from _pays(ctx, named=ctx.task is not None)
    yield from _risks(ctx)


def instead(ctx: Context) -> Iterator[Panel]:
    """What to do instead, its first step, and what would have to be different."""
    other = ctx.instead_worded
    ways = _reframings(ctx)
    if ways:
        yield Panel("instead", say(ctx, "Ask instead"), ways)
    elif other is not None and not ctx.keeps_question:
        line = Line(first_sentences(other.whole.what, 2), statement_of(other.where("what"), other.whole.what))
        yield Panel("instead", say(ctx, "Instead: {title}", title=clause(other.whole.title)), (line,))
        step = other.whole.first_step
        yield Panel("first", say(ctx, "First step"), (Line(step, statement_of(other.where("first_step"), step)),))
    elif ctx.outcome and not ctx.keeps_question:
        yield Panel("instead", say(ctx, "What this means"), (Line(ctx.outcome.sentence),))
    aim = ctx.words.fill(ctx.rulebase.manifest.sentences.aim or "") if ctx.any_words else ""
    if aim and not (ctx.outcome and ctx.outcome.builds_nothing):
        yield Panel("objectives", say(ctx, "Goal"), (Line(aim),))
    if ctx.assessment.worth and not (ctx.outcome and ctx.outcome.builds_nothing):
        yield from _pays(ctx, named=False)
    if ctx.changes_if:
        refused = ctx.outcome is not None and ctx.outcome.builds_nothing
        facts = tuple(Line(as_sentence(fact.text), fact) for fact in ctx.changes_if[: None if refused else MAX_FACTS])
        title = say(
            ctx,
            "All of this would have to be different"
            if refused and len(facts) > 1
            else "What would have to be different",
        )
        yield Panel("different", title, facts)
    yield from _risks(ctx)


def _reframings(ctx: Context) -> tuple[Line, ...]:
    """Another way to put the question, where the verdict asks for one: that of the answers, or of the task type."""
    if ctx.asks_as_answered:
        return (Line(ctx.assessment.framing or "", ctx.framing_statement),)
    if ctx.keeps_question or not (ctx.needs_reframing and ctx.task):
        return ()
    ways = [way for way in ctx.task.reframings if way.when is None or ctx.holds(way.when)]
    ways.sort(key=lambda way: way.when is None)
    where = rule_id(TASKS, ctx.task.id, "reframings")
    return tuple(
        Line(first_sentences(way.choose_when, 1), statement_of(rule_id(where, way.id), way.choose_when), way.title)
        for way in ways[:MAX_CHANGES]
    )


def goal(ctx: Context) -> str:
    """The business objective in the person's own words, without what a rule adds to it."""
    aim = ctx.rulebase.manifest.sentences.aim
    return ctx.words.fill(aim) if aim else ctx.assessment.business_objective or ""


def _objectives(ctx: Context) -> Panel:
    sentences, headings = ctx.rulebase.manifest.sentences, ctx.rulebase.manifest.headings
    family, aim = ctx.assessment.objective, goal(ctx)
    if sentences.aim:
        rule = rule_id(MANIFEST, "sentences", "aim")
    elif family:
        rule = rule_id(OBJECTIVES, family, "business_objective")
    else:
        rule = rule_id(MANIFEST, "sentences", "fallback_business")
    unsaid = "" if ctx.words.any_slot_given(sentences.aim or "") else say(ctx, "Not stated yet.")
    lines = [Line(aim, statement_of(rule, aim), headings.business or headings.business_objective, for_others=unsaid)]
    if ctx.assessment.ml_objective:
        task = _without_unit(ctx)
        rule = ctx.ml_objective[1] if ctx.ml_objective else rule_id(MANIFEST, "sentences", "fallback_ml")
        lines.append(Line(task, statement_of(rule, task), headings.model or headings.ml_objective))
    return Panel("objectives", say(ctx, "Objectives"), tuple(lines), beside=aim_in_short(ctx))


def _without_unit(ctx: Context) -> str:
    """The ML objective without what stands beside it: the case in the framing, the baseline under what to beat."""
    task = ctx.worded.whole if ctx.worded else None
    template = ctx.ml_objective[0] if ctx.ml_objective else ""
    case = ctx.rulebase.manifest.sentences.for_each or ""
    if task is None or not case or not template.startswith(case) or not ctx.assessment.framing:
        return ctx.assessment.ml_objective or ""
    baseline = ctx.rulebase.question_in_role.get(TextRole.BASELINE)
    words = ctx.assessment.words
    if baseline and baseline.placeholder:
        words = {**words, baseline.id: baseline.placeholder}
    return Words(ctx.rulebase, words, defaults(task), ctx.facts).fill(template.removeprefix(case).lstrip())


def _beat(ctx: Context) -> Panel:
    """The baseline, and the quality that pays or, without numbers, what is measured."""
    found, lines = ctx.assessment, []
    worth = found.worth
    need = worth.needed.pays or worth.needed.upkeep or worth.needed.today if worth else None
    if worth and need:
        words = ctx.rulebase.value[worth.value].quality.words
        # without a cost it is only known from where it beats today's way
        costed = worth.needed.pays or worth.needed.upkeep
        lead = say(ctx, "Pays") if costed else say(ctx, "Better than today")
        at_any = ctx.rulebase.manifest.sentences.pays_at_any
        if at_any_quality(worth, need) and at_any:
            lines.append(Line(at_any))
        elif need.middle is None:
            never = say(
                ctx, "never, whatever the {words}, compared with {today}.", words=words, today=compared_with(ctx, worth)
            )
            lines.append(Line(never, lead=lead))
        else:
            level = _numerals(ctx, needed_quality(worth, need.middle))
            told = {"level": level, "words": words, "today": compared_with(ctx, worth)}
            why = below_today(ctx, worth, need)
            now = quality_today(ctx, worth)
            start = say(ctx, LIMITS[worth.less_is_better, bool(now and now not in why)], **told, now=now)
            lines.append(Line(f"{start} {why}".strip(), lead=lead))
    elif found.metric:
        metric = ctx.rulebase.metric[found.metric]
        lines.append(Line(as_sentence(metric.name), lead=say(ctx, "Measured by")))
        lines.append(Line(first_sentences(metric.plain, 1)))
    return Panel("beat", say(ctx, "Must beat"), tuple(lines), capital(first_sentences(found.baseline or "", 1)))


def _pays(ctx: Context, *, named: bool) -> Iterator[Panel]:
    """The result and what is left over; `named`: whether the screen has said what the sum compares with."""
    said = result_statement(ctx, in_headline=True)
    if said is not None:
        worth = ctx.assessment.worth
        left = left_over(worth) if worth else None
        told = _left_over(ctx, worth, left, named=named) if worth and left else ""
        lines = [Line(told)] if told else []
        simple = without_model(ctx)
        if simple is not None and simple == said.statement:
            others = say(ctx, "What a model would add to that is not worked out yet.")
            lines.append(Line(numbers_wanted(ctx) or others, for_others=others))
        elif simple is not None:
            lines.append(Line(first_sentences(simple.text, 1), simple))
        if (worse := beside_goal(ctx)) is not None:
            lines.append(Line(worse.text, worse))
        for_others = first_sentences(said.text, 1)
        title, beside = say(ctx, "Does it pay?"), harm_in_short(ctx)
        yield Panel("pays", title, tuple(lines), said.text, big_for_others=for_others, beside=beside)
    elif ctx.assessment.numbers_asked:
        yield Panel("pays", say(ctx, "Does it pay?"), (_wanted(ctx),))


def _wanted(ctx: Context) -> Line:
    """Which numbers to enter, which is of use only to whoever can."""
    instead, worth = unpriced(ctx), ctx.assessment.worth
    partial = partial_statement(ctx)
    if instead:
        others = first_sentences(instead.text, 1)
    elif partial:
        return Line(partial.text, partial)
    elif worth and worth.missing:
        named = [quoted(ctx.rulebase.language, ctx.short(id_)) for id_ in first_numbers(ctx)]
        others = say(ctx, "Not worked out yet. Still needed: {numbers}.", numbers=listed(named, say(ctx, "and")))
    else:
        others = pays_at_none(ctx) or say(ctx, "Not worked out yet.")
    return Line(numbers_wanted(ctx), for_others=others)


def _left_over(ctx: Context, worth: Worth, left: Range, *, named: bool) -> str:
    """What is left of the gain after its cost, building included and over how many years; a loss is called one."""
    lost = left.middle < 0
    amount, ends = _amount(ctx, left)
    if worth.once:
        return say(
            ctx,
            "{amount} lost in all{ends}, every cost included."
            if lost
            else "{amount} in all{ends}, every cost included.",
            amount=amount,
            ends=ends,
        )
    if one_year(worth):
        return say(
            ctx,
            "{amount} lost in its one year{ends}, building and running included."
            if lost
            else "{amount} in its one year{ends}, building and running included.",
            amount=amount,
            ends=ends,
        )
    years = spread(worth.years_of_use, language=ctx.rulebase.language)
    yearly = say(
        ctx,
        ("{amount} a year lost" if lost else "{amount} a year gained")
        if named
        else ("{amount} a year lost against {today}" if lost else "{amount} a year more than {today}"),
        amount=amount,
        today=compared_with(ctx, worth),
    )
    return say(ctx, "{amount}{ends}, building spread over {years} years.", amount=yearly, ends=ends, years=years)


def _amount(ctx: Context, left: Range) -> tuple[str, str]:
    """An amount without its sign, and what it lies between: by itself where it reaches from a loss to a gain, or where
    a unit belongs to the amount.
    """
    unit = in_unit(ctx)
    if left.low < 0 < left.high:
        written = [_numerals(ctx, figure(abs(end), digits_of(left))) for end in (left.middle, left.low, left.high)]
        ends = say(ctx, " ({loss} lost to {gain} gained)", loss=written[1], gain=written[2])
        return f"{written[0]}{unit}", ends
    if left.middle < 0:
        left = Range(low=-left.high, middle=-left.middle, high=-left.low)
    amount = spread(left, language=ctx.rulebase.language)
    middle, bracket, ends = amount.partition(" (")
    return (f"{middle}{unit}", f"{bracket}{ends}") if unit else (amount, "")


def _risks(ctx: Context) -> Iterator[Panel]:
    gravest = by_gravity(ctx.assessment.risks)[:MAX_RISKS]
    if gravest:
        lines = tuple(Line(risk.in_short or as_sentence(risk.title), risk.because) for risk in gravest)
        yield Panel("risks", say(ctx, "Biggest risk" if len(lines) == 1 else "Biggest risks"), lines)


def _numerals(ctx: Context, written: str) -> str:
    return catalogue.numerals(ctx.rulebase.language, written)


def say(ctx: Context, text: str, **values: object) -> str:
    """A text of the interface in the language of the rules."""
    return catalogue.say(ctx.rulebase.language, text, **values)
