"""Why this verdict, what it depends on while it is open, what to do instead, and what would change it."""

from __future__ import annotations

from framework.assessment.statements import questions_read
from framework.model.assessment import AnswerChange, Given, Statement
from framework.model.listing import listed
from framework.model.question import Change
from framework.model.rule_id import ALTERNATIVES, QUESTIONS, VERDICTS, rule_id
from framework.model.rule_index import index_of
from framework.model.rules import Outcome, Rule, Status
from framework.reasoning.interpreter import Facts
from framework.reasoning.reasoner import reasoner_for
from framework.reasoning.variants import alternative_in_words
from framework.report.blocks import Block, Bullets, Choices, Details, Item, Paragraph, Picture, Section, Table
from framework.report.sections.context import Context, item, statement_of
from framework.report.sections.pays import result_of

FEW = 7
"""Maximum number of answers of a reason that are not collapsed."""

STANDS = {
    Status.BLOCKING: "Blocking",
    Status.UNFAVOURABLE: "Against",
    Status.FAVOURABLE: "For",
    Status.OPEN: "Undecided",
}


def why(ctx: Context) -> Section:
    """The smallest reason, the rules that decide, and every criterion for and against."""
    found = ctx.assessment
    blocks: list[Block] = []
    if found.verdict_rules:
        blocks.append(Bullets(tuple(item(rule) for rule in found.verdict_rules), heading="The rules that decide"))
    blocks += _sufficient(ctx)
    if found.outcome and not found.verdict_rules:
        blocks.append(Paragraph("No rule of another outcome holds, so this one remains."))
    for status in (Status.BLOCKING, Status.UNFAVOURABLE, Status.FAVOURABLE):
        reasons = [reason for reason in found.reasons if reason.status is status]
        if reasons:
            lines = tuple(item(reason, criterion_title(ctx, reason)) for reason in reasons)
            blocks.append(Bullets(lines, heading=STANDS[status], tone=status.value))
    if ctx.rulebase.criteria:
        blocks.append(_criteria(ctx))
    return Section("why", "Why", tuple(blocks))


def _sufficient(ctx: Context) -> list[Block]:
    """The answers that alone decide, and alternatives to them; a long list is collapsed."""
    found = ctx.assessment
    reason = found.sufficient_reason
    if not reason:
        return []
    number = len(reason)
    questions = tuple(given.question for given in reason)
    others = tuple(Item(_swapped(ctx, reason, other)) for other in found.sufficient_reasons[1:])
    as_well = "Other answers that would decide just as well"
    if number > FEW:
        bullets = (Bullets(others, heading=as_well),) if others else ()
        title = f"The {number} answers that alone decide, whatever the others are"
        return [Details(title, (Choices(None, questions), *bullets))]
    heading = "This answer alone decides" if number == 1 else "These answers alone decide, whatever the others are"
    return [Choices(heading, questions), *([Details(as_well, (Bullets(others),))] if others else [])]


def _swapped(ctx: Context, reason: tuple[Given, ...], other: tuple[Given, ...]) -> str:
    """The answers of another reason; if most are the same, only those that differ."""
    new = [given for given in other if given not in reason]
    words = "; ".join(
        f"{ctx.short(given.question)}: {ctx.rulebase.answer_text(given.question, given.answer)}" for given in new
    )
    if len(new) == len(other):
        return words
    gone = listed([f"“{ctx.short(given.question)}”" for given in reason if given not in other], "and")
    return f"{words} (instead of {gone})"


def instead(ctx: Context) -> Section | None:
    """What to use instead, where the verdict calls for it."""
    alternative = ctx.instead
    if alternative is None:
        return None
    worded = alternative_in_words(ctx.facts, alternative)

    def line(label: str, field: str) -> Item:
        return item(statement_of(worded.where(field), getattr(worded.whole, field), worded.sources(field)), label)

    where = rule_id(ALTERNATIVES, alternative.id)
    reasons = [rule for rule in alternative.rules if ctx.holds(rule.when)]
    lines = [
        line("What it is", "what"),
        *(
            item(statement_of(rule_id(where, rule.id), rule.because, rule.sources), "Why it applies")
            for rule in reasons
        ),
        line("Choose it when", "choose_when"),
        line("First step", "first_step"),
        line("How to tell that it is no longer enough", "no_longer_enough_when"),
    ]
    return Section("instead", f"Instead: {alternative.title}", (Bullets(tuple(lines)),))


def still_open(ctx: Context) -> Section | None:
    """What the verdict depends on and how to find out; contradictory answers."""
    found = ctx.assessment
    blocks: list[Block] = []
    if found.verdict is None:
        blocks.append(Paragraph(f"Still possible: {ctx.verdict_titles(found.possible_verdicts)}."))
        same = len({unknown.decides for unknown in found.unknowns}) == 1
        lines = []
        for unknown in found.unknowns:
            parts = [ctx.rulebase.questions[unknown.question].text]
            if not same:
                parts.append(f"It decides between {ctx.verdict_titles(unknown.decides)}.")
            if ctx.rulebase.questions[unknown.question].answered_by_numbers and result_of(ctx):
                parts.append(f"Your numbers answer this: {result_of(ctx)}")
            elif unknown.find_out:
                parts.append(f"How to find out: {unknown.find_out}")
            statement = statement_of(
                rule_id(QUESTIONS, unknown.question), parts[0], ctx.rulebase.questions[unknown.question].sources
            )
            lines.append(Item(" ".join(parts), statement, (unknown.question,), ctx.short(unknown.question)))
        if lines:
            blocks.append(Bullets(tuple(lines), heading="This depends on"))
            blocks.append(Choices("Answer it here", tuple(unknown.question for unknown in found.unknowns)))
    if found.contradictions:
        lines = [item(statement) for statement in found.contradictions]
        blocks.append(Bullets(tuple(lines), heading="Answers that contradict each other", tone="unfavourable"))
    title = "What is still open" if found.verdict is None else "Contradictory answers"
    return Section("open", title, tuple(blocks)) if blocks else None


def changes(ctx: Context) -> Section | None:
    """The cheapest change to each other verdict; the single answers to check first."""
    found, rulebase = ctx.assessment, ctx.rulebase
    blocks: list[Block] = []
    lines = [
        Item(
            _way(ctx, verdict, steps),
            questions=tuple(step.question for step in steps),
            label=rulebase.verdict[verdict].short,
        )
        for verdict, steps in found.changes.items()
        if steps
    ]
    if lines:
        blocks.append(Bullets(tuple(lines)))
    closed = [id_ for id_ in rulebase.verdict if id_ != found.verdict and id_ not in found.changes]
    if closed and found.verdict:
        blocks.append(Paragraph(f"No change that you could make leads to {ctx.verdict_titles(closed)}.", quiet=True))
    outcome = rulebase.outcome.get(found.outcome or "")
    if outcome and outcome.changes_if:
        where = rule_id(VERDICTS, rulebase.verdict_of[outcome.id].id, outcome.id, "changes_if")
        facts = tuple(item(statement_of(where, text)) for text in outcome.changes_if)
        blocks.append(Bullets(facts, heading="Reconsider when"))
    if found.check_first:
        for verdicts in dict.fromkeys(flip.verdicts for flip in found.check_first):
            questions = tuple(flip.question for flip in found.check_first if flip.verdicts == verdicts)
            these = "this answer" if len(questions) == 1 else "one of these answers"
            heading = f"Check first: if {these} is wrong, the verdict could be {ctx.verdict_titles(verdicts)}"
            blocks.append(Choices(heading, questions))
    return Section("changes", "What would change it", tuple(blocks)) if blocks else None


def _way(ctx: Context, verdict: str, steps: tuple[AnswerChange, ...]) -> str:
    parts = ", and ".join(_part(ctx, step) for step in steps)
    hard = [f"“{ctx.short(step.question)}”" for step in steps if step.effort == Change.EFFORT.value]
    effort = f" Changing {listed(hard, 'and')} takes effort." if 0 < len(hard) < len(steps) else ""
    outcome, rule = _then(ctx, verdict, steps)
    title = f"“{outcome.title}”" if outcome else ctx.verdict_titles([verdict])
    evident = {step.question for step in steps} >= set(questions_read(ctx.rulebase, [rule.when])) if rule else True
    why = f" The reason would be: {rule.because}" if rule and not evident else ""
    return f"If {parts}, the verdict would be {title}.{why}{effort}"


def _then(ctx: Context, verdict: str, steps: tuple[AnswerChange, ...]) -> tuple[Outcome | None, Rule | None]:
    """The outcome that the changed answers lead to, if settled, and the rule that decides it."""
    answers = {**ctx.assessment.answers, **{step.question: step.after for step in steps}}
    outcomes = reasoner_for(ctx.rulebase).outcomes
    possible = outcomes.possible(outcomes.known(answers))
    if len(possible) != 1:
        return None, None
    outcome, facts = ctx.rulebase.outcome[possible[0]], Facts(ctx.rulebase, answers)
    return outcome, next((rule for rule in outcome.rules if facts.holds(rule.when)), None)


def _part(ctx: Context, step: AnswerChange) -> str:
    """One change as part of a sentence: in the rule base's words if every new option has them."""
    question = ctx.rulebase.questions[step.question]
    after = (step.after,) if isinstance(step.after, str) else step.after
    before = step.before if question.kind == "many" and step.before is not None else ()
    options = [option for id_ in after if id_ not in before and (option := question.option(id_))]
    kept = all(id_ in after for id_ in before) or question.kind == "one" or any(option.exclusive for option in options)
    phrases = [option.as_change for option in options if option.as_change]
    if options and kept and len(phrases) == len(options):
        return ", and ".join(phrases)
    texts = [f"“{ctx.rulebase.answer_text(step.question, id_)}”" for id_ in after]
    found_out = step.before is None or (question.is_partial(step.before) and step.after in step.before)
    verb = "turned out to be" if found_out else "were"
    return f"“{question.short}” {verb} {listed(texts, 'and')}"


def criterion_title(ctx: Context, reason: Statement) -> str:
    """The criterion that a reason belongs to."""
    return index_of(ctx.rulebase)[reason.rule].title


def _criteria(ctx: Context) -> Picture:
    """The status of every criterion: by status, within each status the characteristics first."""
    statuses = ctx.assessment.criteria
    order = list(STANDS)
    shown = sorted(ctx.rulebase.criteria, key=lambda c: (order.index(statuses[c.id]), not c.characteristic))
    counts = [
        f"{number} {word}"
        for status, word in zip(order, ("blocking", "against", "for", "undecided"), strict=True)
        if (number := sum(1 for found in statuses.values() if found is status))
    ]
    rows = tuple((criterion.title, STANDS[statuses[criterion.id]]) for criterion in shown)
    reading = f"Of {len(rows)} criteria: {listed(counts, 'and')}."
    return Picture("criteria", reading, Table(("Criterion", "Status"), rows, "Status of the criteria"))
