"""How the problem is framed. Short if the verdict needs no task type."""

from __future__ import annotations

from collections.abc import Sequence

from framework.model.assessment import Statement
from framework.model.content import MetricChoice, Reframing, Task, TaskVariant
from framework.model.listing import listed
from framework.model.question import TextRole
from framework.model.rule_id import MANIFEST, METRICS, TASKS, VARIANTS, rule_id
from framework.reasoning.conclusions import suggested_baseline
from framework.reasoning.variants import Worded, task_in_words
from framework.report.blocks import Block, Bullets, Choices, Details, Item, Paragraph, Section
from framework.report.sections.context import Context, capital, item, statement_of


def framing(ctx: Context) -> Section | None:
    """The framing of the problem: sentence, faults, and the details of the task type."""
    found = ctx.assessment
    task = ctx.rulebase.task.get(found.task or "") if ctx.has_task else None
    blocks: list[Block] = []
    if found.framing:
        worded = task_in_words(ctx.facts, task) if task else None
        rule = rule_id(MANIFEST, "sentences", "framing" if task else "no_task")
        if worded and worded.whole.framing:
            rule = worded.where("framing")
        lead = "As you framed it: " if task and ctx.needs_reframing else ""
        sentence = statement_of(rule, found.framing, worded.sources("framing") if worded else ())
        blocks.append(Paragraph(f"{lead}{found.framing}", sentence))
    if found.faults:
        lines = tuple(item(fault) for fault in found.faults)
        blocks.append(Bullets(lines, heading="This cannot work as it stands", tone="blocking"))
    if task and ctx.needs_reframing:
        sheet = Details("The task type, if you keep the question as it is", tuple(_sheet(ctx, task)))
        blocks += [*_others(ctx, task), sheet]
    elif task:
        blocks += [*_sheet(ctx, task), *_others(ctx, task)]
    elif ctx.has_task and ctx.rulebase.task:
        blocks += _open(ctx)
    return Section("framing", "Framing", tuple(blocks)) if blocks else None


def _open(ctx: Context) -> list[Block]:
    """The task type is open: what it can be, and the most decisive question."""
    found = ctx.assessment
    names = [f"“{ctx.rulebase.task[id_].name}”" for id_ in found.possible_tasks if id_ in ctx.rulebase.task]
    if not names:
        return []
    blocks: list[Block] = [Paragraph(f"The task type is still open: {listed(names)}.")]
    if found.task_question:
        blocks.append(Choices("The answer that would narrow it down most", (found.task_question,)))
    return blocks


def _sheet(ctx: Context, task: Task) -> list[Block]:
    """All details of the task type, from its name to an example, in the words of the kind of wish."""
    worded = task_in_words(ctx.facts, task)
    whole, headings = worded.whole, ctx.rulebase.manifest.headings

    def line(label: str | None, field: str, text: str, sources: Sequence[str] = ()) -> Item:
        return item(statement_of(worded.where(field), text, sources or worded.sources(field)), label)

    judged = headings.judged if whole.framing and headings.judged else headings.label
    blocks: list[Block] = [
        Bullets(
            (
                line("Task type", "name", f"{capital(task.plain)} ({task.name})"),
                *_kind(worded),
                *(item(reason, "Why this one") for reason in ctx.assessment.task_reasons),
                line("How to tell", "discriminator", task.discriminator),
                line("One case", "unit", ctx.words.fill(whole.unit)),
                line("Output", "output", whole.output),
                line("Form of the output", "output_form", whole.output_form),
                line("Inputs", "inputs", whole.inputs),
                line("Not to be used as inputs", "never_inputs", whole.never_inputs),
            ),
            heading="The task",
        ),
        *_cheaper(worded),
        Bullets(
            (
                line("Definition", "label/definition", whole.label.definition),
                line("Source", "label/source", whole.label.source),
                line("Delay", "label/delay", whole.label.delay),
            ),
            heading=judged,
        ),
        *_judging(ctx, worded),
        Bullets(
            tuple(line(loss.name, "losses", loss.choose_when) for loss in whole.losses),
            heading=headings.losses,
        ),
        Bullets(tuple(line(None, "pitfalls", text) for text in whole.pitfalls), heading="Pitfalls"),
        *_evidence(worded),
        Bullets((line(None, "example", whole.example.text, whole.example.sources),), heading="An example"),
    ]
    return [block for block in blocks if not isinstance(block, Bullets) or block.items]


def _kind(worded: Worded[Task]) -> list[Item]:
    """The kind of wish within the task type."""
    variant = worded.variant
    if not isinstance(variant, TaskVariant):
        return []
    where = rule_id(TASKS, worded.whole.id, VARIANTS, variant.id, "name")
    return [item(statement_of(where, variant.name, variant.sources), "Kind of wish")]


def _cheaper(worded: Worded[Task]) -> list[Block]:
    """The cheaper way to try first, and when a model is right all the same."""
    variant = worded.variant
    if not isinstance(variant, TaskVariant):
        return []
    where, cheaper = rule_id(TASKS, worded.whole.id, VARIANTS, variant.id, "cheaper"), variant.cheaper
    lines = (
        item(statement_of(rule_id(where, "text"), cheaper.text, cheaper.sources), "Try first"),
        item(statement_of(rule_id(where, "model_when"), cheaper.model_when, cheaper.sources), "Go beyond it when"),
    )
    return [Bullets(lines, heading="The cheaper way")]


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
            parts=(("Limits", fact.limits),) if fact.limits else (),
        )
        for fact in variant.evidence
    )
    return [Bullets(lines, heading="What is known")]


def _judging(ctx: Context, worded: Worded[Task]) -> list[Block]:
    """Metric, baseline, and misleading metrics."""
    task, metric = worded.whole, ctx.rulebase.metric
    choices = [choice for choice in task.metrics if ctx.holds(choice.when)]
    lines: list[Item] = []
    if choices:
        choice, found = choices[0], metric[choices[0].metric]
        chosen = worded.where("metrics", choice.id or choice.metric)
        sources = worded.sources("metrics")
        lines.append(item(statement_of(chosen, choice.why, found.sources), "Metric", f"{found.name}. {found.plain}"))
        lines.append(item(statement_of(chosen, choice.why, sources), "Why"))
        if found.formula:
            lines.append(
                item(statement_of(rule_id(METRICS, found.id, "formula"), found.formula, found.sources), "Formula")
            )
        misleads = statement_of(rule_id(METRICS, found.id, "misleads_when"), found.misleads_when, found.sources)
        lines.append(item(misleads, "It misleads when"))
    lines += _baseline(ctx, worded)
    blocks: list[Block] = [Bullets(tuple(lines), heading="How to evaluate it")] if lines else []
    second = tuple(_secondary(ctx, worded, choice) for choice in choices[1:])
    if second:
        blocks.append(Bullets(second, heading="Also track"))
    sources = worded.sources("misleading")
    misleading = tuple(
        item(statement_of(worded.where("misleading"), wrong.why, wrong.sources or sources), wrong.name)
        for wrong in task.misleading
    )
    return [*blocks, Bullets(misleading, heading="Misleading metrics")]


def _secondary(ctx: Context, worded: Worded[Task], choice: MetricChoice) -> Item:
    found = ctx.rulebase.metric[choice.metric]
    rule = worded.where("metrics", choice.id or choice.metric)
    return item(statement_of(rule, choice.why, found.sources), found.name, f"{found.plain} {choice.why}")


def _baseline(ctx: Context, worded: Worded[Task]) -> list[Item]:
    """The baseline to beat: the person's own, if they named one, and the suggested one."""
    own = ctx.words.in_role(TextRole.BASELINE)
    suggested = suggested_baseline(ctx.facts, worded.whole.id)
    lines = [Item(own, label="Baseline to beat")] if own else []
    if suggested:
        label = "How to compare" if own else "Baseline to beat"
        rule = worded.where("baselines", suggested.id)
        lines.append(item(statement_of(rule, suggested.text, worded.sources("baselines")), label))
    return lines


def _others(ctx: Context, task: Task) -> list[Block]:
    """Other task types that fit, and other framings of the same goal: first those that the answers call for."""
    blocks: list[Block] = []
    fits = []
    for option in ctx.assessment.task_alternatives:
        other = ctx.rulebase.task[option.task]
        text = option.because.text
        asked = (option.question,) if option.question else ()
        if option.question:
            text = f"{text} The deciding question: {ctx.short(option.question)}."
        fits.append(Item(text, option.because, asked, f"{capital(other.plain)} ({other.name})"))
    if fits:
        blocks.append(Bullets(tuple(fits), heading="Also fits"))
    fitting = {option.task for option in ctx.assessment.task_alternatives}
    others = [way for way in task.reframings if way.to not in fitting]
    raised = [way for way in others if way.when and ctx.holds(way.when)]
    always = [way for way in others if way.when is None]
    ways = tuple(_reframing(ctx, task, way) for way in (*raised, *always))
    if ways:
        blocks.append(Bullets(ways, heading="Other ways to frame it"))
    return blocks


def _reframing(ctx: Context, task: Task, way: Reframing) -> Item:
    other = ctx.rulebase.task.get(way.to or "")
    label = way.title if other is None or other.name.lower() in way.title.lower() else f"{way.title} ({other.name})"
    return item(statement_of(rule_id(TASKS, task.id, "reframings", way.id), way.choose_when, way.sources), label)
