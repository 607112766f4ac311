"""How the problem is framed. Short if the verdict needs no task type; the framing sentence is on the first screen."""

from __future__ import annotations

from framework.languages.catalogue import quoted, say, to_say
from framework.model.assessment import Statement
from framework.model.content import Loss, Reframing, Task, TaskVariant
from framework.model.listing import listed
from framework.model.rule_id import ALTERNATIVES, METRICS, TASKS, VARIANTS, rule_id
from framework.model.rules import Rule
from framework.reasoning.variants import Worded, task_in_words
from framework.report.blocks import Block, Bullets, Choices, Item, Paragraph
from framework.report.front_parts import MAX_CHANGES
from framework.report.sections.context import Context, capital, item, shortened, statement_of
from framework.report.sections.judging import judging

MAX_FAULTS, MAX_TASKS = 3, 4
MAX_PITFALLS = MAX_FACTS_KNOWN = MAX_WAYS = 1


def framing(ctx: Context) -> list[Block]:
    """What to use instead, faults, the task type in detail, other framings."""
    found = ctx.assessment
    blocks: list[Block] = [] if ctx.needs_reframing else _instead(ctx)
    faults = tuple(item(fault, text=f"{fault.text} {fault.way_out}") for fault in found.faults)
    if faults and (ctx.has_task or found.words):
        heading = (
            to_say("This cannot work as it stands")
            if any(fault.fatal for fault in found.faults)
            else to_say("Fix this first")
        )
        blocks.append(Bullets(faults[:MAX_FAULTS], heading=heading, tone="blocking"))
    task = ctx.task
    if task and not ctx.develops_framing:
        blocks += _others(ctx, task)
    elif task:
        blocks += [*_between(ctx), *_sheet(ctx, task), *_others(ctx, task)]
    elif ctx.has_task and ctx.rulebase.task:
        blocks += _open(ctx)
    return blocks


def _instead(ctx: Context) -> list[Block]:
    """About what to use instead, besides what the first screen says."""
    other = ctx.instead_worded
    if other is None or other.whole.id not in ctx.rulebase.alternative:
        return []

    def line(label: str, field: str) -> Item:
        return item(statement_of(other.where(field), getattr(other.whole, field), other.sources(field)), label)

    where = rule_id(ALTERNATIVES, other.whole.id)
    rules: list[Rule] = [rule for rule in other.whole.rules if ctx.holds(rule.when)][:1]
    reasons = [
        item(statement_of(rule_id(where, rule.id), rule.because, rule.sources), to_say("Why it applies"))
        for rule in rules
    ]
    metric = ctx.rulebase.metric.get(other.whole.metric or "")
    measured = (
        [
            item(
                statement_of(rule_id(METRICS, metric.id), f"{metric.name}. {metric.plain}", metric.sources),
                to_say("Measured by"),
            )
        ]
        if metric
        else []
    )
    lines = (
        *reasons,
        line(to_say("Choose it when"), "choose_when"),
        *measured,
        line(to_say("No longer enough"), "no_longer_enough_when"),
    )
    return [Bullets(lines, heading=other.whole.title)]


def _open(ctx: Context) -> list[Block]:
    """The task type is open: what it can be, and the most decisive question."""
    possible, language = ctx.assessment.possible_tasks, ctx.rulebase.language
    names = [quoted(language, ctx.rulebase.task[id_].name) for id_ in possible if id_ in ctx.rulebase.task]
    if not names:
        return []
    told = say(
        language,
        "The task type is still open: {names}."
        if len(names) <= MAX_TASKS
        else "The task type is still open: {number} are possible.",
        names=listed(names, say(language, "or")),
        number=len(names),
    )
    blocks: list[Block] = [Paragraph(told)]
    asked = ctx.assessment.task_question
    if asked:
        blocks.append(Choices(to_say("The answer that would narrow it down most"), (asked,)))
    return blocks


def _between(ctx: Context) -> list[Block]:
    """Where the person is between task types: which one this is framed as, and what else it can be."""
    kinds = [ctx.rulebase.task[id_].plain for id_ in ctx.assessment.possible_tasks if id_ in ctx.rulebase.task]
    if len(kinds) < 2:
        return []
    language = ctx.rulebase.language
    told = say(
        language,
        "Your answers leave open what kind of task this is: {kinds}. Here it is framed as the first.",
        kinds=listed(kinds, say(language, "or")),
    )
    return [Paragraph(told)]


def _sheet(ctx: Context, task: Task) -> list[Block]:
    """The details of the task type, in the words of its variant."""
    worded = task_in_words(ctx.facts, task)
    whole, headings = worded.whole, ctx.rulebase.manifest.headings

    def line(label: str | None, field: str, text: str) -> Item:
        return item(statement_of(worded.where(field), text, worded.sources(field)), label, sentences=1)

    judged = headings.judged if whole.framing and headings.judged else headings.label
    in_order = losses_of(ctx, whole)
    losses, other_losses = shortened([line(loss.name, "losses", loss.choose_when) for loss in in_order], 1)
    pitfalls = tuple(line(None, "pitfalls", text) for text in whole.pitfalls[:MAX_PITFALLS])
    blocks: list[Block] = [
        Bullets(
            (
                line(to_say("Task type"), "name", _named(task)),
                *_kind(worded),
                line(to_say("Form of the output"), "output_form", whole.output_form),
                line(to_say("Inputs"), "inputs", whole.inputs),
                line(to_say("Not to be used as inputs"), "never_inputs", whole.never_inputs),
            ),
            heading=to_say("The task"),
        ),
        *_cheaper(worded),
        Bullets(tuple(learned_from(ctx)), heading=judged),
        *judging(ctx, worded),
        Bullets(losses, heading=headings.losses, more=other_losses),
        Bullets(pitfalls, heading=to_say("Pitfalls")),
        *_evidence(worded),
    ]
    return [block for block in blocks if not isinstance(block, Bullets) or block.items]


def learned_from(ctx: Context) -> list[Item]:
    """The recorded answer that a model would learn from, and where it comes from; none without a task type."""
    if ctx.task is None:
        return []
    worded = task_in_words(ctx.facts, ctx.task)
    label = worded.whole.label
    parts = (
        (to_say("Definition"), "label/definition", label.definition),
        (to_say("Source"), "label/source", label.source),
    )
    return [
        item(statement_of(worded.where(field), text, worded.sources(field)), name, sentences=1)
        for name, field, text in parts
    ]


def losses_of(ctx: Context, whole: Task) -> tuple[Loss, ...]:
    """The losses of a task type in the words of its variant, the most fitting first; none where nothing is learned."""
    return whole.losses_for(ctx.assessment.metric) if ctx.learns else ()


def _named(task: Task) -> str:
    plain = capital(task.plain)
    return plain if task.name.lower() == task.plain.lower() else f"{plain} ({task.name})"


def _kind(worded: Worded[Task]) -> list[Item]:
    """The variant of the task type."""
    variant = worded.variant
    if not isinstance(variant, TaskVariant):
        return []
    where = rule_id(TASKS, worded.whole.id, VARIANTS, variant.id, "name")
    return [item(statement_of(where, variant.name, variant.sources), to_say("Variant"))]


def _cheaper(worded: Worded[Task]) -> list[Block]:
    """The cheaper way that often suffices, and when a model is right all the same."""
    variant = worded.variant
    if not isinstance(variant, TaskVariant):
        return []
    where, cheaper = rule_id(TASKS, worded.whole.id, VARIANTS, variant.id, "cheaper"), variant.cheaper
    lines = (
        item(
            statement_of(rule_id(where, "text"), cheaper.text, cheaper.sources), to_say("Often suffices"), sentences=2
        ),
        item(
            statement_of(rule_id(where, "model_when"), cheaper.model_when, cheaper.sources), to_say("Go beyond it when")
        ),
    )
    return [Bullets(lines, heading=to_say("The cheaper way"))]


def _evidence(worded: Worded[Task]) -> list[Block]:
    """What is known about how well it works, each with what it does not show."""
    variant = worded.variant
    if not isinstance(variant, TaskVariant):
        return []
    where = rule_id(TASKS, worded.whole.id, VARIANTS, variant.id, "evidence")
    lines = tuple(
        Item(
            fact.text,
            Statement(rule=where, text=fact.text, sources=fact.sources, limits=fact.limits),
            parts=((to_say("Limits"), fact.limits),) if fact.limits else (),
        )
        for fact in variant.evidence[:MAX_FACTS_KNOWN]
    )
    return [Bullets(lines, heading=to_say("What is known"))]


def _others(ctx: Context, task: Task) -> list[Block]:
    """Other task types that fit, and other framings of the same goal: first those that the answers call for."""
    fits = []
    for option in ctx.assessment.task_alternatives:
        text = option.because.text
        asked = (option.question,) if option.question else ()
        if option.question:
            deciding = say(
                ctx.rulebase.language, "The deciding question: {question}.", question=ctx.short(option.question)
            )
            text = f"{text} {deciding}"
        fits.append(Item(text, option.because, asked, _named(ctx.rulebase.task[option.task])))
    shown, more = shortened(fits, MAX_WAYS)
    blocks: list[Block] = [Bullets(shown, heading=to_say("Also fits"), more=more)] if shown else []
    fitting = {option.task for option in ctx.assessment.task_alternatives}
    others = [way for way in task.reframings if way.to not in fitting]
    raised = [way for way in others if way.when and ctx.holds(way.when)]
    always = [way for way in others if way.when is None]
    ways = [_reframing(ctx, task, way) for way in (*raised, *always)]
    first, rest = shortened(ways if ctx.develops_framing else ways[MAX_CHANGES:], MAX_WAYS)
    return [*blocks, Bullets(first, heading=to_say("Other ways to frame it"), more=rest)] if first else blocks


def _reframing(ctx: Context, task: Task, way: Reframing) -> Item:
    other = ctx.rulebase.task.get(way.to or "")
    label = way.title if other is None or other.name.lower() in way.title.lower() else f"{way.title} ({other.name})"
    return item(
        statement_of(rule_id(TASKS, task.id, "reframings", way.id), way.choose_when, way.sources), label, sentences=1
    )
