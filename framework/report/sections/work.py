"""What follows from the answers: requirements, risks and the plan."""

from __future__ import annotations

from dataclasses import replace

from framework.languages.catalogue import say, to_say
from framework.model.advice import Severity
from framework.model.assessment import PlannedStep, RaisedRequirement, RaisedRisk
from framework.model.listing import as_sentence
from framework.model.rule_id import PLAN, rule_id
from framework.report.blocks import Block, Bullets, Item, Paragraph
from framework.report.front_parts import MAX_RISKS as MAX_ON_FRONT
from framework.report.front_parts import MAX_STEPS
from framework.report.sections.context import Context, by_gravity, first_sentences, item, shortened, statement_of

MIN_REQUIREMENTS, MAX_REQUIREMENTS = 2, 3
"""How many are told in full; more than the least only where more of them are grave."""

MAX_RISKS = 3
MAX_LATER = 2
MAX_REMARKS = 1
MAX_PLANNED = 3

MAX_SENTENCES, ALL = 2, 99
"""Sentences of a detail that are told at first, and where nothing is cut."""

IN_THIS_CASE = to_say("In this case")

IF_REPLANNED = to_say("If it is planned anew")
"""Heading of the steps for those who plan it anew after it was advised against."""


def requirements(ctx: Context) -> list[Block]:
    """What must hold and how to measure it: the gravest first, and the others by their titles."""
    ranked = _ranked(ctx)
    grave = sum(found.gravity is Severity.GRAVE for found in ranked)
    most = min(max(grave, MIN_REQUIREMENTS), MAX_REQUIREMENTS)
    shown = tuple(_cut(_requirement(found, 1), _requirement(found)) for found in ranked[:most])
    rest = tuple(map(_requirement, ranked[most:]))
    return [Bullets(shown, heading=to_say("Requirements"), rest=rest)] if shown else []


def _requirement(found: RaisedRequirement, sentences: int = ALL) -> Item:
    said, measure = (first_sentences(as_sentence(text), sentences) for text in (found.statement, found.measure))
    return Item(said, found.because, found.because.answers, found.title, ((to_say("How to measure it"), measure),))


def _cut(short: Item, whole: Item) -> Item:
    """The short item, and the whole one where that says more."""
    return replace(short, whole=whole) if short != whole else short


def _ranked(ctx: Context) -> list[RaisedRequirement]:
    """Of those that are equally grave first one of each family, then what the deciding answers ask for."""
    deciding = {given.question for given in ctx.assessment.sufficient_reason}
    seen: set[str] = set()
    ranked: list[tuple[int, bool, bool, RaisedRequirement]] = []
    for found in by_gravity(ctx.assessment.requirements):
        gravity = -list(Severity).index(found.gravity)
        ranked.append((gravity, found.family in seen, not deciding.intersection(found.because.answers), found))
        seen.add(found.family)
    return [found for *_, found in sorted(ranked, key=lambda each: each[:3])]


def risks(ctx: Context) -> list[Block]:
    """Risks, the gravest first, each with an early sign; what helps against the gravest is on the first screen."""
    told = by_gravity(ctx.assessment.risks)
    shown = tuple(
        _cut(
            Item(
                "" if number < MAX_ON_FRONT else found.in_short or first_sentences(as_sentence(found.mitigation), 1),
                found.because,
                found.because.answers,
                found.title,
                ((to_say("Early sign"), first_sentences(as_sentence(found.early_sign), 1)),),
            ),
            _risk(found),
        )
        for number, found in enumerate(told[:MAX_RISKS])
    )
    rest = tuple(map(_risk, told[MAX_RISKS:]))
    return [Bullets(shown, heading=to_say("Risks"), rest=rest)] if shown else []


def gravest(ctx: Context) -> list[Block]:
    """The gravest risks with all that is known of them: for where no first screen stands above."""
    told = by_gravity(ctx.assessment.risks)[:MAX_RISKS]
    return [Bullets(tuple(map(_risk, told)), heading=to_say("Risks"))] if told else []


def _risk(found: RaisedRisk) -> Item:
    """A risk with all that is known of it."""
    parts = (
        (to_say("What helps"), found.mitigation),
        (to_say("Early sign"), found.early_sign),
        (to_say("How likely"), found.likelihood or ""),
    )
    said = tuple((name, as_sentence(text)) for name, text in parts if text)
    return Item(as_sentence(found.what), found.because, found.because.answers, found.title, said)


def plan(ctx: Context) -> list[Block]:
    """Next steps after those of the first screen, then the steps of the plan, then remarks."""
    found = ctx.assessment
    blocks: list[Block] = []
    later = tuple(item(step) for step in found.next_steps[MAX_STEPS:])
    if later:
        blocks.append(Bullets(later[:MAX_LATER], heading=to_say("Further next steps"), rest=later[MAX_LATER:]))
    if found.if_replanned:
        blocks.append(Bullets(tuple(map(item, found.if_replanned)), heading=IF_REPLANNED))
    if found.verdict and found.plan:
        following = next((step.step for step in found.plan if step.details), None)
        shown = tuple(
            _cut(
                _step(ctx, step, _in_case(step) if step.step == following else _counted(ctx, step)),
                _step(ctx, step, _in_case(step, ALL)),
            )
            for step in found.plan[:MAX_PLANNED]
        )
        rest = tuple(_later(ctx, step) for step in found.plan[MAX_PLANNED:])
        blocks.append(Bullets(shown, heading=to_say("Stages of the whole project"), numbered=True, rest=rest))
    if found.verdict and ctx.has_task and not ctx.needs_reframing:
        unanswered = [question for id_, question in ctx.rulebase.closed_questions.items() if id_ not in found.answers]
        blocks += [Paragraph(question.while_open, quiet=True) for question in unanswered if question.while_open]
    remarks, _ = shortened(
        [item(remark, _lesson(ctx, topic), sentences=1) for remark, topic in ctx.remarks_under("plan")], MAX_REMARKS
    )
    if remarks:
        blocks.append(Bullets(remarks, heading=to_say("Good to know")))
    return blocks


def _in_case(step: PlannedStep, sentences: int = MAX_SENTENCES) -> tuple[str, ...]:
    return tuple(first_sentences(detail.text, sentences) for detail in step.details)


def _counted(ctx: Context, step: PlannedStep) -> tuple[str, ...]:
    """How much there is to say in this case, and where it is said."""
    number = len(step.details)
    told = say(
        ctx.rulebase.language,
        "{number} points further down." if number > 1 else "{number} point further down.",
        number=number,
    )
    return (told,) if number else ()


def _step(ctx: Context, step: PlannedStep, in_case: tuple[str, ...] = ()) -> Item:
    """A step, when it is done, and what it means in this case."""
    parts = tuple((IN_THIS_CASE, text) for text in in_case)
    when = say(ctx.rulebase.language, "Done when: {what}", what=_small(step.done_when))
    done = statement_of(rule_id(PLAN, step.step), when, step.sources)
    return Item(done.text, done, (), f"{step.title} ({_small(step.time_box).rstrip('.')})", parts)


def _later(ctx: Context, step: PlannedStep) -> Item:
    """A later step with all that it means in this case."""
    told = _step(ctx, step, _in_case(step, ALL))
    return replace(told, label=step.title, parts=((to_say("Time"), step.time_box), *told.parts))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _lesson(ctx: Context, id_: str) -> str | None:
    lesson = ctx.rulebase.lesson.get(id_)
    return lesson.title if lesson else None
