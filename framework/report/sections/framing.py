"""How the problem is framed. Short if the verdict needs no task type."""

from __future__ import annotations

from framework.model.content import MetricChoice, Reframing, Task
from framework.model.listing import listed
from framework.model.question import TextRole
from framework.model.rule_id import MANIFEST, METRICS, TASKS, rule_id
from framework.reasoning.conclusions import suggested_baseline
from framework.report.blocks import Block, Bullets, Choices, Details, Item, Paragraph, Section
from framework.report.sections.context import Context, capital, item, statement_of


def framing(ctx: Context) -> Section | None:
    """The framing of the problem: sentence, faults, and the details of the task type."""
    found = ctx.assessment
    task = ctx.rulebase.task.get(found.task or "") if ctx.has_task else None
    blocks: list[Block] = []
    if found.framing:
        name = "framing" if task else "no_task"
        sources = task.sources if task else ()
        lead = "As you framed it: " if task and ctx.needs_reframing else ""
        sentence = statement_of(rule_id(MANIFEST, "sentences", name), found.framing, sources)
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
    """All details of the task type, from its name to an example."""
    where, sources = rule_id(TASKS, task.id), task.sources

    def line(label: str, field: str, text: str) -> Item:
        return item(statement_of(rule_id(where, field), text, sources), label)

    return [
        Bullets(
            (
                line("Task type", "name", f"{capital(task.plain)} ({task.name})"),
                *(item(reason, "Why this one") for reason in ctx.assessment.task_reasons),
                line("How to tell", "discriminator", task.discriminator),
                line("One case", "unit", ctx.words.fill(task.unit)),
                line("Output", "output", task.output),
                line("Form of the output", "output_form", task.output_form),
                line("Inputs", "inputs", task.inputs),
                line("Not to be used as inputs", "never_inputs", task.never_inputs),
            ),
            heading="The task",
        ),
        Bullets(
            (
                line("Definition", "label/definition", task.label.definition),
                line("Source", "label/source", task.label.source),
                line("Delay", "label/delay", task.label.delay),
            ),
            heading=ctx.rulebase.manifest.headings.label,
        ),
        *_judging(ctx, task),
        Bullets(
            tuple(line(loss.name, "losses", loss.choose_when) for loss in task.losses),
            heading=ctx.rulebase.manifest.headings.losses,
        ),
        Bullets(
            tuple(item(statement_of(rule_id(where, "pitfalls"), text, sources)) for text in task.pitfalls),
            heading="Pitfalls",
        ),
        Bullets(
            (item(statement_of(rule_id(where, "example"), task.example.text, task.example.sources)),),
            heading="An example",
        ),
    ]


def _judging(ctx: Context, task: Task) -> list[Block]:
    """Metric, baseline, and misleading metrics."""
    where, metric = rule_id(TASKS, task.id), ctx.rulebase.metric
    choices = [choice for choice in task.metrics if ctx.holds(choice.when)]
    lines: list[Item] = []
    if choices:
        choice, found = choices[0], metric[choices[0].metric]
        chosen = rule_id(where, "metrics", choice.id or choice.metric)
        lines.append(item(statement_of(chosen, choice.why, found.sources), "Metric", f"{found.name}. {found.plain}"))
        lines.append(item(statement_of(chosen, choice.why, task.sources), "Why"))
        if found.formula:
            lines.append(
                item(statement_of(rule_id(METRICS, found.id, "formula"), found.formula, found.sources), "Formula")
            )
        misleads = statement_of(rule_id(METRICS, found.id, "misleads_when"), found.misleads_when, found.sources)
        lines.append(item(misleads, "It misleads when"))
    lines += _baseline(ctx, task)
    blocks: list[Block] = [Bullets(tuple(lines), heading="How to evaluate it")] if lines else []
    second = tuple(_secondary(ctx, where, choice) for choice in choices[1:])
    if second:
        blocks.append(Bullets(second, heading="Also track"))
    misleading = tuple(
        item(statement_of(rule_id(where, "misleading"), wrong.why, wrong.sources or task.sources), wrong.name)
        for wrong in task.misleading
    )
    return [*blocks, Bullets(misleading, heading="Misleading metrics")]


def _secondary(ctx: Context, where: str, choice: MetricChoice) -> Item:
    found = ctx.rulebase.metric[choice.metric]
    statement = statement_of(rule_id(where, "metrics", choice.id or choice.metric), choice.why, found.sources)
    return item(statement, found.name, f"{found.plain} {choice.why}")


def _baseline(ctx: Context, task: Task) -> list[Item]:
    """The baseline to beat: the person's own, if they named one, and the suggested one."""
    own = ctx.words.in_role(TextRole.BASELINE)
    suggested = suggested_baseline(ctx.facts, task.id)
    lines = [Item(own, label="Baseline to beat")] if own else []
    if suggested:
        label = "How to compare" if own else "Baseline to beat"
        statement = statement_of(rule_id(TASKS, task.id, "baselines", suggested.id), suggested.text, task.sources)
        lines.append(item(statement, label))
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
