"""The first screen while the verdict is open: what it can still be, and the facts to find out first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framework.languages.catalogue import quoted, say
from framework.model.assessment import Narrowing, Statement, Unknown
from framework.model.listing import listed
from framework.model.question import Question
from framework.model.rules import Verdict
from framework.reasoning.interview import not_asked_again
from framework.reasoning.reasoner import reasoner_for
from framework.report.front_parts import MAX_FACTS, MAX_MEANS, Fact, Front
from framework.report.sections.context import Context, clause, first_sentences
from framework.report.sections.money import answers_whether_it_pays

MAX_VERDICTS = 3
"""Verdicts that an open headline names; more are only counted."""

MAX_ANSWERS = 2
"""Answers that are told in full where they leave the same; more are only counted."""

OPEN_ICON = "pending"
"""Material symbol of a card without a verdict."""


def open_front(ctx: Context) -> Front:
    """What the verdict can still be, the facts that decide, and how to find each out."""
    found, known = ctx.assessment, ctx.rulebase
    possible = [known.verdict[id_] for id_ in found.possible_verdicts]
    number, every = len(possible), len(known.verdict)
    facts = tuple(
        Fact(
            unknown.question,
            question.text,
            tuple(_means(ctx, question, unknown)),
            *_find_out(ctx, question, unknown),
            tuple(_in_full(ctx, question, unknown)),
        )
        for unknown in found.unknowns[:MAX_FACTS]
        for question in (known.questions[unknown.question],)
    )
    at_odds = next((said for said in found.contradictions if _decides(ctx, said)), None)
    more = at_odds is not None or _others_follow(ctx)
    named, why = number <= MAX_VERDICTS, _counted(ctx, len(facts), more=more)
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
        why=f"{why} {_enough(ctx)}" if more and not named else why,
        reasons=(),
        icon=OPEN_ICON,
        colour="",
        note=_note(ctx, at_odds),
        facts=facts,
    )


def _find_out(ctx: Context, question: Question, unknown: Unknown) -> tuple[str, str]:
    """How to find a fact out, and how long that takes: nothing but a decision where the numbers say it already."""
    said = answers_whether_it_pays(ctx) if question.answered_by_numbers else None
    if said is None:
        return first_sentences(unknown.find_out or "", 2), unknown.takes or ""
    return say(
        ctx.rulebase.language, "Your numbers answer this: {said} Do you agree?", said=first_sentences(said.text, 1)
    ), ""


def _decides(ctx: Context, said: Statement) -> bool:
    """Whether more verdicts would be possible without one of the answers that contradict each other or a number."""
    found, verdicts = ctx.assessment, reasoner_for(ctx.rulebase).verdicts
    possible = set(found.possible_verdicts)
    return any(
        not possible.issuperset(
            verdicts.possible_under({id_: answer for id_, answer in found.answers.items() if id_ != doubted})
        )
        for doubted in said.answers
        if doubted in found.answers
    )


def _note(ctx: Context, at_odds: Statement | None) -> str:
    """The contradiction on which verdicts depend, else the first."""
    if at_odds is None:
        return "".join(said.text for said in ctx.assessment.contradictions[:1])
    rests = say(ctx.rulebase.language, "The verdict rests on this.")
    return f"{at_odds.text} {rests}"


def _means(ctx: Context, question: Question, unknown: Unknown) -> Iterator[str]:
    """What the answers to an open question would mean, by themselves."""
    told, given = unknown.narrows[:MAX_MEANS], ctx.assessment.answers.get(question.id)
    for narrowing in told:
        yield _leaves(ctx, question, narrowing)
    named = {id_ for narrowing in told for id_ in narrowing.options}
    if not told:
        yield say(ctx.rulebase.language, "By itself it rules nothing out; it matters together with others.")
    elif told == unknown.narrows and len(named) < len(question.options if given is None else question.allowed(given)):
        language, number = ctx.rulebase.language, len(ctx.assessment.possible_verdicts)
        several = question.kind == "many"  # what else holds is then open
        rest = say(language, "With any other answer it depends on what else is true of these.") if several else ""
        yield rest or say(
            language,
            "Any other answer leaves both possible."
            if number == 2
            else "Any other answer leaves all {number} possible.",
            number=number,
        )


def _leaves(ctx: Context, question: Question, narrowing: Narrowing, *, in_full: bool = False) -> str:
    """The verdicts that are left after some answers, of which many are only counted unless it is told `in_full`."""
    language, last = ctx.rulebase.language, say(ctx.rulebase.language, "or")
    named = [quoted(language, ctx.rulebase.answer_text(question.id, id_)) for id_ in narrowing.options]
    if len(named) <= MAX_ANSWERS:
        answers = f" {last} ".join(named)
    elif in_full:
        answers = listed(named, last)
    else:
        answers = say(language, "{answer} or one of {number} others", answer=named[0], number=len(named) - 1)
    verdicts = listed([ctx.rulebase.verdict[id_].short for id_ in narrowing.verdicts], last)
    return say(language, "{answers}: {verdicts}.", answers=answers, verdicts=verdicts)


def _in_full(ctx: Context, question: Question, unknown: Unknown) -> Iterator[str]:
    """What is meant by answers that are only counted, with all of them named."""
    for narrowing in unknown.narrows[:MAX_MEANS]:
        if len(narrowing.options) > MAX_ANSWERS:
            yield _leaves(ctx, question, narrowing, in_full=True)


def _enough(ctx: Context) -> str:
    """How many answers could be enough for the verdict that is nearest, and for the one that is farthest."""
    ways = {id_: len(way) for id_, way in ctx.assessment.changes.items() if id_ in ctx.assessment.possible_verdicts}
    nearest, farthest = min(ways, key=ways.__getitem__), max(ways, key=ways.__getitem__)
    one = ways[nearest] == 1
    if ways[nearest] == ways[farthest]:
        return say(
            ctx.rulebase.language,
            "One more answer could settle each of the {every} verdicts."
            if one
            else "{number} more answers could settle each of the {every} verdicts.",
            number=ways[nearest],
            every=len(ways),
        )
    return say(
        ctx.rulebase.language,
        "One more answer could settle “{near}”; “{far}” would take {far_number}."
        if one
        else "{near_number} more answers could settle “{near}”; “{far}” would take {far_number}.",
        near=ctx.rulebase.verdict[nearest].short,
        far=ctx.rulebase.verdict[farthest].short,
        near_number=ways[nearest],
        far_number=ways[farthest],
    )


def _either(ctx: Context, possible: Sequence[Verdict]) -> str:
    first, *others = (verdict.title for verdict in possible)
    return listed([first, *map(clause, others)], say(ctx.rulebase.language, "or"))


def _others_follow(ctx: Context) -> bool:
    """Whether another fact may still matter after those that the screen has room for have been found out."""
    asked = {unknown.question for unknown in ctx.assessment.unknowns}
    return len(asked) > MAX_FACTS or ctx.assessment.questions_left > len(
        asked - not_asked_again(ctx.rulebase, ctx.assessment.sheet)
    )


def _counted(ctx: Context, facts: int, *, more: bool) -> str:
    """How far the facts decide that a first screen has room for; `more`: whether something else may decide as well."""
    language = ctx.rulebase.language
    if len(ctx.assessment.unknowns) > facts:
        return say(language, "These three facts decide most.")
    if not facts:
        return say(language, "Nothing that can be found out decides.")
    if more:
        return say(
            language,
            "Begin with this fact; another may follow."
            if facts == 1
            else "Begin with these two facts; others may follow."
            if facts == 2
            else "Begin with these three facts; others may follow.",
        )
    return say(
        language,
        "One fact decides." if facts == 1 else "Two facts decide." if facts == 2 else "Three facts decide.",
    )
