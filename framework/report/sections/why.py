"""Why the verdict came out, what it depends on while it is open, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator

from framework.languages.catalogue import quoted, say, to_say
from framework.model.assessment import AnswerChange
from framework.model.listing import listed
from framework.model.question import Change
from framework.model.rules import STRONGEST_FIRST, Outcome, Status
from framework.reasoning.conclusions import conclude
from framework.reasoning.interpreter import Facts
from framework.reasoning.readable import STANDS
from framework.reasoning.reasoner import reasoner_for
from framework.reasoning.variants import outcome_in_words
from framework.report.blocks import Block, Bullets, Choices, Item, Paragraph
from framework.report.front_parts import MAX_FACTS
from framework.report.sections.context import Context, item
from framework.report.sections.criteria import criteria, criterion_title
from framework.report.sections.money import answers_whether_it_pays, reservation_in_short
from framework.report.wording import deciding_answers

FEW = 4
"""Answers of a reason that are listed."""

MAX_REASONS = {Status.BLOCKING: 3, Status.UNFAVOURABLE: 3, Status.FAVOURABLE: 2}
"""Reasons told at once, by status; those against it come after them, and the others are left to their criterion."""

MAX_ADVANTAGES = 2
MAX_FLIPS = 1
MAX_CHIPS = 4
MAX_RULES = MAX_CHANGES = 2
MAX_RECONSIDERED = 1
MAX_CONDITIONS, MAX_CONDITIONS_OPEN = 3, 2
"""Changed answers that one sentence names, beside a verdict and while it is open; nobody follows more."""


def why(ctx: Context) -> list[Block]:
    """The rules and answers that decide, the criteria, what is open, and what would change it."""
    found = ctx.assessment
    blocks: list[Block] = []
    rules = found.verdict_rules[:MAX_RULES]
    if rules:
        blocks.append(Bullets(tuple(item(rule) for rule in rules), heading=to_say("The rules that decide")))
    blocks += sufficient(ctx)
    advantages = _advantages(ctx)
    blocks += advantages
    for status in STRONGEST_FIRST:
        reasons = [reason for reason in found.reasons if reason.status is status]
        if reasons:
            against = status is not Status.FAVOURABLE
            most = MAX_REASONS[status] if against or not advantages else 1
            lines = tuple(item(reason, criterion_title(ctx, reason), sentences=1) for reason in reasons)
            rest = lines[most:] if against else ()
            blocks.append(Bullets(lines[:most], heading=STANDS[status], tone=status.value, rest=rest))
    if ctx.rulebase.criteria:
        blocks.append(criteria(ctx))
    return [*blocks, *still_open(ctx), *changes(ctx)]


def _advantages(ctx: Context) -> list[Block]:
    """What speaks for the subject of the rules in this case."""
    heading, said = ctx.rulebase.manifest.headings.advantages, ctx.remarks_under("why")
    if not heading or not said:
        return []
    return [Bullets(tuple(item(remark) for remark, _ in said[:MAX_ADVANTAGES]), heading=heading)]


def sufficient(ctx: Context, most: int | None = FEW) -> list[Block]:
    """The answers that alone decide, so many at most; what was never asked is none of them."""
    questions = tuple(given.question for given in deciding_answers(ctx.rulebase, ctx.assessment))
    number = len(questions)
    if not number:
        return []
    ticked, language = _said_at_once(ctx), ctx.rulebase.language
    if most is not None and number > most:
        lead = say(
            language,
            "{number} answers, plus that to “{stops}”, settle the verdict. Among them"
            if ticked
            else "{number} answers settle the verdict. Among them",
            number=number,
            stops=ticked,
        )
        return [Choices(lead, questions[:most])]
    if ticked:
        lead = say(
            language,
            "This answer, plus that to “{stops}”, settles the verdict"
            if number == 1
            else "These answers, plus that to “{stops}”, settle the verdict",
            stops=ticked,
        )
        return [Choices(lead, questions)]
    return [
        Choices(
            to_say("This answer settles the verdict") if number == 1 else to_say("These answers settle the verdict"),
            questions,
        )
    ]


def _said_at_once(ctx: Context) -> str:
    """The screen of rare stops, where its answer is one more: where what it left open is needed too. Else empty."""
    found, stops = ctx.assessment, ctx.rulebase.manifest.interview.stops
    if not stops or len(deciding_answers(ctx.rulebase, found)) == len(found.sufficient_reason):
        return ""
    return stops.text


def still_open(ctx: Context) -> list[Block]:
    """What the verdict depends on and how to find out; contradictory answers."""
    found = ctx.assessment
    blocks: list[Block] = []
    if found.verdict is None:
        blocks += _rest_of_the_unknown(ctx)
    blocks += (Bullets(tuple(lines), heading, "unfavourable") for heading, lines in at_odds(ctx))
    return blocks


def at_odds(ctx: Context) -> Iterator[tuple[str, list[Item]]]:
    """What cannot be true together, each kind of it under its heading."""
    for closed, heading in (
        (True, to_say("Answers that contradict each other")),
        (False, to_say("Numbers that do not fit together")),
    ):
        found = [said for said in ctx.assessment.contradictions if ctx.rulebase.any_closed(said.answers) == closed]
        if found:
            yield heading, [item(said) for said in found]


def _rest_of_the_unknown(ctx: Context) -> list[Block]:
    """The facts that the first screen has no room for, and what the numbers say of one of these already."""
    rest = tuple(unknown.question for unknown in ctx.assessment.unknowns[MAX_FACTS:])
    blocks: list[Block] = [Choices(to_say("It also depends on"), rest)] if rest else []
    said = answers_whether_it_pays(ctx)
    if said and any(ctx.rulebase.questions[id_].answered_by_numbers for id_ in rest):
        told = say(ctx.rulebase.language, "Your numbers answer one of these: {said}", said=said.text)
        blocks.append(Paragraph(told, said.statement))
    return blocks


def ways_told(ctx: Context) -> list[tuple[str, tuple[AnswerChange, ...]]]:
    """The cheapest change to each other verdict, the shortest first, without those that would read as a riddle."""
    most = MAX_CONDITIONS_OPEN if ctx.assessment.verdict is None else MAX_CONDITIONS
    return [
        way
        for way in sorted(ctx.assessment.changes.items(), key=lambda way: len(way[1]))
        if 0 < len(way[1]) <= most and not _weaker_though_better(ctx, *way) and not _said_by_numbers(ctx, way[1])
    ]


def changes(ctx: Context, most: int = MAX_CHANGES) -> list[Block]:
    """The cheapest changes to other verdicts, so many at most; the single answers to check first."""
    found = ctx.assessment
    blocks: list[Block] = []
    ways = ways_told(ctx)[:most]
    lines = [
        Item(_way(ctx, *way), questions=tuple(step.question for step in way[1]), label=_unnamed(ctx, *way))
        for way in ways
    ]
    if any(ctx.rulebase.verdict[verdict].uses_model for verdict, _ in ways):
        lines += [item(remark) for remark, _ in ctx.remarks_under("why", before_a_model=True)]
    if lines:
        blocks.append(Bullets(tuple(lines), heading=to_say("What would change it")))
    if _builds(ctx) and ctx.changes_if:
        facts = tuple(map(item, ctx.changes_if[:MAX_RECONSIDERED]))
        blocks.append(Bullets(facts, heading=to_say("Reconsider when")))
    for verdicts in list(dict.fromkeys(flip.verdicts for flip in found.check_first))[:MAX_FLIPS]:
        asked = [flip.question for flip in found.check_first if flip.verdicts == verdicts][:MAX_CHIPS]
        text = say(
            ctx.rulebase.language,
            "Check {names} first: if it is wrong, the verdict could be {verdicts}."
            if len(asked) == 1
            else "Check {names} first: if one of them is wrong, the verdict could be {verdicts}.",
            names=ctx.named(asked),
            verdicts=ctx.verdict_titles(verdicts),
        )
        blocks.append(Paragraph(text))
    return blocks


def _weaker_though_better(ctx: Context, verdict: str, steps: tuple[AnswerChange, ...]) -> bool:
    """Whether one answer that the rules order as better leads further from a model, which reads as a riddle."""
    found, verdicts = ctx.assessment, list(ctx.rulebase.verdict)
    if len(steps) != 1 or found.verdict is None or verdicts.index(verdict) < verdicts.index(found.verdict):
        return False
    before, after = steps[0].before, steps[0].after
    return any(
        promise.question == steps[0].question
        and before in promise.order
        and after in promise.order
        and promise.order.index(before) < promise.order.index(after)
        for promise in ctx.rulebase.monotonicities
    )


def _said_by_numbers(ctx: Context, steps: tuple[AnswerChange, ...]) -> bool:
    """Whether a change supposes what the person's numbers say already, beside the verdict and against it."""
    questions = ctx.rulebase.questions
    return bool(reservation_in_short(ctx)) and any(questions[step.question].answered_by_numbers for step in steps)


def _way(ctx: Context, verdict: str, steps: tuple[AnswerChange, ...]) -> str:
    language, outcome = ctx.rulebase.language, _then(ctx, steps)
    parts = say(language, ", and ").join(_part(ctx, step) for step in steps)
    title = quoted(language, outcome.title) if outcome else ctx.verdict_titles([verdict])
    told = say(language, "If {parts}, the verdict would be {title}.", parts=parts, title=title)
    hard = [step.question for step in steps if step.effort is Change.EFFORT]
    if 0 < len(hard) < len(steps):
        return f"{told} {say(language, 'Changing {names} takes effort.', names=ctx.named(hard))}"
    return told


def _unnamed(ctx: Context, verdict: str, steps: tuple[AnswerChange, ...]) -> str | None:
    """The verdict that a change leads to, where the sentence names an outcome of it by another title."""
    outcome, found = _then(ctx, steps), ctx.rulebase.verdict[verdict]
    return found.short if outcome and outcome.title != found.title else None


def _then(ctx: Context, steps: tuple[AnswerChange, ...]) -> Outcome | None:
    """The outcome that the changed answers lead to, if it is settled, in the words that fit them."""
    answers = {**ctx.assessment.answers, **{step.question: step.after for step in steps}}
    found = conclude(reasoner_for(ctx.rulebase), answers)
    if found.outcome is None:
        return None
    facts = Facts(ctx.rulebase, answers).with_results(found.results)
    return outcome_in_words(facts, ctx.rulebase.outcome[found.outcome])


def _part(ctx: Context, step: AnswerChange) -> str:
    """One change as part of a sentence: in the rule base's words if every new option has them in its language."""
    question = ctx.rulebase.questions[step.question]
    after = (step.after,) if isinstance(step.after, str) else step.after
    before = step.before if question.kind == "many" and step.before is not None else ()
    options = [option for id_ in after if id_ not in before and (option := question.option(id_))]
    kept = all(id_ in after for id_ in before) or question.kind == "one" or any(option.exclusive for option in options)
    language, original = ctx.rulebase.language, ctx.rulebase.is_original
    phrases = [said for option in options if (said := option.as_change) and not original(said)]
    if options and kept and len(phrases) == len(options):
        return say(language, ", and ").join(phrases)
    texts = [quoted(language, ctx.rulebase.answer_text(step.question, id_)) for id_ in after]
    found_out = step.before is None or (question.is_partial(step.before) and step.after in step.before)
    return say(
        language,
        "“{question}” turned out to be {answers}" if found_out else "“{question}” were {answers}",
        question=question.short,
        answers=listed(texts, say(language, "and")),
    )


def _builds(ctx: Context) -> bool:
    """Whether the first screen says what to build; otherwise it says already what would have to be different."""
    return ctx.has_task and not ctx.needs_reframing
