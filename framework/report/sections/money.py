"""What the numbers say in one statement, and how that stands to the verdict: the only place that says it."""

from __future__ import annotations

from collections.abc import Sequence

from framework.assessment.chain import core_first
from framework.assessment.statements import questions_read
from framework.economics.formulas import FORMULAS
from framework.economics.given import COMMON
from framework.economics.writing import finely
from framework.languages.catalogue import numerals, quoted, say
from framework.model.assessment import Statement
from framework.model.listing import listed
from framework.model.money import FigureSentence, Guess, MoneyKind, MoneySentence, PlainKind
from framework.model.question import TextRole
from framework.model.rule_id import MONEY, VALUES, parts_of, rule_id
from framework.report.blocks import Item
from framework.report.sections import pays_alerts
from framework.report.sections.context import Context

MAX_NUMBERS = 3


def result_statement(ctx: Context, *, in_headline: bool = False) -> Item | None:
    """The result of the numbers, with the rule that words it, if one does; None where they do not give one yet.

    Where the verdict points the other way, the reservation follows, unless it is `in_headline` on the same
    screen already.
    """
    money, worth = ctx.assessment.money, ctx.assessment.worth
    if worth and worth.partial is not None:
        return None
    text = money[0].text if money else pays_alerts.result(worth, ctx.rulebase.language) if worth else ""
    if not text:
        return None
    against = "" if in_headline else reservation(ctx)
    return Item(f"{text} {against}".rstrip(), money[0] if money else None)


def answers_whether_it_pays(ctx: Context) -> Item | None:
    """The result, where it says whether it pays, and not only what it brings."""
    return result_statement(ctx) if _leans(ctx) is not None else None


def partial_statement(ctx: Context) -> Statement | None:
    """What the numbers come to without those that are still demanded; None where that is not known."""
    worth = ctx.assessment.worth
    return ctx.assessment.money[0] if worth and worth.partial is not None and ctx.assessment.money else None


def beside_goal(ctx: Context) -> Statement | None:
    """What gets worse than today by the numbers, where the person stated a goal that it may be against."""
    if not ctx.words.in_role(TextRole.METRIC_TARGET):
        return None
    worse = {rule_id(MONEY, item.id) for item in ctx.rulebase.money if item.kind == "tradeoff"}
    return next((said for said in ctx.assessment.money if said.rule in worse), None)


def aim_in_short(ctx: Context) -> str:
    """How far the numbers reach the stated goal, in a few words; empty where they say nothing of it.

    Where the goal moves in step with something else at best, only that it is missed if it does: it may well be missed
    by more.
    """
    along = _of_kind(ctx, ("aim_along",))
    missed = along.in_short if along is not None and along.met == "missed" else None
    return _in_short(ctx, ("aim", "aim_beyond")) or missed or ""


def harm_in_short(ctx: Context) -> str:
    """What goes wrong more often than today by the numbers, in a few words; empty where nothing does."""
    return _in_short(ctx, ("figure",))


def _in_short(ctx: Context, kinds: Sequence[MoneyKind]) -> str:
    said = _of_kind(ctx, kinds)
    return (said and said.in_short) or ""


def _of_kind(ctx: Context, kinds: Sequence[MoneyKind]) -> Statement | None:
    """The first of these that has a few words for a first screen."""
    meant = {rule_id(MONEY, item.id) for item in ctx.rulebase.money if item.kind in kinds}
    return next((said for said in ctx.assessment.money if said.in_short and said.rule in meant), None)


def without_model(ctx: Context) -> Statement | None:
    """What the right quantity alone brings by the numbers, without a model; None where that is nothing or not known."""
    figures = (item for item in ctx.rulebase.money if isinstance(item, FigureSentence))
    told_of = {rule_id(MONEY, item.id) for item in figures if item.figure == "aim_yearly"}
    return next((said for said in ctx.assessment.money if said.rule in told_of), None)


def numbers_wanted(ctx: Context) -> str:
    """Which numbers a first result needs most; empty if the rule base asks for none.

    Where the rule base says that no amount is asked for, what it says instead; while it is open which calculation fits,
    the question that narrows it down most.
    """
    if (instead := unpriced(ctx)) is not None:
        return instead.text
    language, question = ctx.rulebase.language, ctx.assessment.task_question
    if ctx.assessment.value is None and question:
        return say(
            language,
            "Not worked out yet. Which calculation fits depends on your answer to {question}.",
            question=ctx.named([question]),
        )
    named = [quoted(language, ctx.short(id_)) for id_ in first_numbers(ctx)]
    if not named:
        return ""
    numbers = listed(named, say(language, "and"))
    if _only_the_quality(ctx):
        never = pays_at_none(ctx)
        return never or say(language, "Enter {numbers} to see how much it brings.", numbers=numbers)
    return say(language, "Not worked out yet. Begin with {numbers}.", numbers=numbers)


def pays_at_none(ctx: Context) -> str:
    """That it pays at no quality, and the best that is possible, while no quality is given; empty otherwise."""
    worth, language = ctx.assessment.worth, ctx.rulebase.language
    if worth is None or not _only_the_quality(ctx) or worth.needed.pays is None or worth.needed.pays.middle is not None:
        return ""
    words = ctx.rulebase.value[worth.value].quality.words
    best = max((x for x, _ in worth.curves.get("quality", ())), default=1.0)
    if best >= 1 or not worth.bound:
        return say(language, "By these numbers it pays at no {words}.", words=words)
    level = numerals(language, finely(worth.quality, best))
    return say(
        language, "By these numbers it pays at no {words}: at most {level} is possible.", words=words, level=level
    )


def first_numbers(ctx: Context) -> tuple[str, ...]:
    """The questions for the numbers that a first result needs most, at most `MAX_NUMBERS`.

    Empty where no amount is asked for, or while it is open which calculation fits.
    """
    nothing = unpriced(ctx) or (ctx.assessment.value is None and ctx.assessment.task_question)
    return () if nothing else tuple(_missing(ctx)[:MAX_NUMBERS])


def unpriced(ctx: Context) -> MoneySentence | None:
    """What is said where no amount is asked for; None where amounts are."""
    return next((item for item in ctx.rulebase.money if item.kind == "unpriced" and ctx.holds(item.when)), None)


def _missing(ctx: Context) -> list[str]:
    """The numbers that a first result lacks, else those that an answer demands, else all that are not given."""
    worth, asked = ctx.assessment.worth, ctx.assessment.numbers_asked
    missing = set(worth.missing) if worth else set[str]()
    first, others = (
        [id_ for id_ in ids if id_ not in ctx.assessment.sheet.numbers or ctx.rulebase.questions[id_].role in missing]
        for ids in core_first(ctx.facts, ctx.assessment.value, asked)
    )
    if worth and missing:
        return first or [id_ for id_ in others if ctx.rulebase.questions[id_].role in missing]
    if worth and _only_the_quality(ctx):
        return [id_ for id_ in asked if ctx.rulebase.questions[id_].role == worth.quality]
    return [*first, *others]


def _only_the_quality(ctx: Context) -> bool:
    """Whether all is known but how good it would be, so that the quality that pays is known and the amount is not."""
    worth = ctx.assessment.worth
    return worth is not None and not worth.missing and worth.quality not in worth.numbers and worth.cost is not None


def unused(ctx: Context) -> Statement | None:
    """The numbers that were given and that no result here reads, or that nothing is calculated from any; None while
    the kind of sum is open.
    """
    found = ctx.assessment
    if found.value is None:
        return told(ctx, "kept") if found.verdict and found.sheet.numbers else None
    used = {issue.role for issue in found.worth.issues} if found.worth else set()
    used |= {*FORMULAS[ctx.rulebase.value[found.value].formula].reads, *COMMON}
    asked, language = ctx.rulebase.questions, ctx.rulebase.language
    given = [question for id_, question in asked.items() if id_ in found.sheet.numbers]
    left = [quoted(language, question.short) for question in given if question.role not in used]
    return told(ctx, "unused", numbers=listed(left, say(language, "and"), say(language, ";"))) if left else None


def not_compared(ctx: Context) -> Statement | None:
    """That the sum leaves out the way to beat that the person named, because it compares with today's way."""
    worth, way = ctx.assessment.worth, ctx.words.in_role(TextRole.BASELINE)
    if worth is None or worth.result is None or not way:
        return None
    value, language = ctx.rulebase.value[worth.value], ctx.rulebase.language
    today = value.compared_with(worth.given, worth.figures)
    return told(ctx, "not_compared", way=way, today=today or say(language, "today")) if today == value.today else None


def sum_used(ctx: Context) -> Statement | None:
    """Which value model the results are of, with its limits."""
    value = ctx.rulebase.value.get(ctx.assessment.value or "")
    if value is None or ctx.assessment.worth is None:
        return None
    found = told(ctx, "sum", title=value.title)
    return found.model_copy(update={"limits": value.limits}) if found else None


def is_published(statement: Statement) -> bool:
    """Whether it tells what was published about a like problem, and not what follows from the numbers alone."""
    kind, *inside = parts_of(statement.rule)
    return kind == VALUES and "published" in inside[1:]


def told(ctx: Context, kind: PlainKind, **words: str) -> Statement | None:
    """The first sentence about money of a kind that holds; None if the rule base has none."""
    for item in ctx.rulebase.money:
        if item.kind == kind and ctx.holds(item.when):
            return Statement(rule=rule_id(MONEY, item.id), text=item.filled(words), sources=item.sources)
    return None


def in_unit(ctx: Context) -> str:
    """What stands after an amount: the unit that the person counts in, if they named one."""
    unit = ctx.words.in_role(TextRole.UNIT_OF_VALUE)
    return f" {unit}" if unit else ""


def reservation(ctx: Context) -> str:
    """What to say where the numbers bear on the verdict: against it, for it, or beside the point; empty otherwise."""
    return _reservation(ctx)[0] or ""


def reservation_in_short(ctx: Context) -> str:
    """A few words to say beside the verdict that the numbers do not support it; empty where none are needed."""
    return _reservation(ctx)[1] or ""


def reservation_beside(ctx: Context) -> str:
    """What a first screen says about the numbers beside the verdict; empty where `reservation_in_short` says it all."""
    sentence, in_short = _reservation(ctx)
    return "" if in_short and _leans(ctx) == "even" else sentence or ""


def _reservation(ctx: Context) -> tuple[str | None, str | None]:
    """A sentence for where the numbers bear on the verdict, and a few words for it; each None where there is none."""
    verdict = ctx.rulebase.verdict.get(ctx.assessment.verdict or "")
    sentences, leans = ctx.rulebase.manifest.sentences, _leans(ctx)
    if verdict is None or leans is None:
        return None, None
    against = sentences.numbers_against, sentences.against_in_short
    builds = ctx.has_task and not verdict.needs_reframing
    if leans == "loses" and builds:
        if verdict.uses_model:
            outside = _goal_left_out(ctx)
            return (outside, sentences.left_out_in_short) if outside else against
        if verdict.has_alternative:
            return sentences.numbers_agree, None
        return sentences.numbers_discourage, sentences.against_in_short
    if leans == "even" and builds:
        return sentences.numbers_even, sentences.even_in_short
    if leans == "pays" and _rests_on_a_guess(ctx):
        return against
    return (sentences.numbers_alone, None) if leans == "pays" and not builds else (None, None)


def _goal_left_out(ctx: Context) -> str | None:
    """What is said where the sum does not count the goal; None where it does."""
    value = ctx.rulebase.value.get(ctx.assessment.value or "")
    return next((said.text for said in (value.leaves_out if value else ()) if ctx.holds(said.when)), None)


def _rests_on_a_guess(ctx: Context) -> bool:
    """Whether the verdict was reached by what somebody guessed about money."""
    guesses = [item.when for item in ctx.rulebase.money if isinstance(item, Guess)]
    guessed = set(questions_read(ctx.rulebase, guesses))
    return any(guessed & set(rule.answers) for rule in ctx.assessment.verdict_rules)


def _leans(ctx: Context) -> str | None:
    worth = ctx.assessment.worth
    if worth is None:
        return None
    if worth.too_small:
        return "loses"
    return worth.result or pays_alerts.leans(worth)
