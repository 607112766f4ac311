"""How the problem is framed. Short where the verdict needs no task type."""

from __future__ import annotations

from framework.model.content import Baseline, MetricChoice, Reframing, Task
from framework.model.question import TextRole
from framework.reasoning.readable import listed
from framework.report.blocks import Block, Bullets, Choices, Details, Item, Paragraph, Section
from framework.report.sections.context import Context, capital, item, said


def framing(ctx: Context) -> Section | None:
    """The framing of the problem: sentence, faults, and the whole sheet of the task type."""
    found = ctx.assessment
    task = ctx.rulebase.task.get(found.task or "") if ctx.has_task else None
    blocks: list[Block] = []
    if found.framing:
        name = "framing" if task else "no_task"
        sources = task.sources if task else ()
        lead = "As you put it: " if task and ctx.asks_anew else ""
        sentence = said(f"rulebase/sentences/{name}", found.framing, sources)
        blocks.append(Paragraph(f"{lead}{found.framing}", sentence))
    if found.faults:
        lines = tuple(item(fault) for fault in found.faults)
        blocks.append(Bullets(lines, heading="This cannot work as it stands", tone="blocking"))
    if task and ctx.asks_anew:
        sheet = Details("The task type, if the question stays as it is", tuple(_sheet(ctx, task)))
        blocks += [*_others(ctx, task), sheet]
    elif task:
        blocks += [*_sheet(ctx, task), *_others(ctx, task)]
    elif ctx.has_task and ctx.rulebase.task:
        blocks += _open(ctx)
    return Section("framing", "Framing", tuple(blocks)) if blocks else None


def _open(ctx: Context) -> list[Block]:
    """The task type is not settled: what it can be, and the question that settles most."""
    found = ctx.assessment
    names = [f"“{ctx.rulebase.task[id_].name}”" for id_ in found.possible_tasks if id_ in ctx.rulebase.task]
    if not names:
        return []
    blocks: list[Block] = [Paragraph(f"The task type is still open: {listed(names)}.")]
    if found.task_question:
        blocks.append(Choices("The answer that would settle most", (found.task_question,)))
    return blocks


def _sheet(ctx: Context, task: Task) -> list[Block]:
    """Everything the task type says, from what it is to one real use."""
    where, sources = f"tasks/{task.id}", task.sources

    def line(label: str, path: str, text: str) -> Item:
        return item(said(f"{where}/{path}", text, sources), label)

    return [
        Bullets(
            (
                line("Task type", "name", f"{capital(task.plain)} ({task.name})"),
                *(item(reason, "Why this one") for reason in ctx.assessment.task_reasons),
                line("What tells it apart", "discriminator", task.discriminator),
                line("One unit", "unit", ctx.words.fill(task.unit)),
                line("Output", "output", task.output),
                line("Form of the output", "output_form", task.output_form),
                line("Inputs", "inputs", task.inputs),
                line("Never among the inputs", "never_inputs", task.never_inputs),
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
            tuple(
                line(loss.name, f"losses/{number}", loss.choose_when)
                for number, loss in enumerate(task.losses, start=1)
            ),
            heading=ctx.rulebase.manifest.headings.losses,
        ),
        Bullets(
            tuple(
                item(said(f"{where}/pitfalls/{number}", text, sources))
                for number, text in enumerate(task.pitfalls, start=1)
            ),
            heading="Pitfalls",
        ),
        Bullets((item(said(f"{where}/example", task.example.text, task.example.sources)),), heading="An example"),
    ]


def _judging(ctx: Context, task: Task) -> list[Block]:
    """Metric, baseline, and the numbers that mislead."""
    where, metric = f"tasks/{task.id}", ctx.rulebase.metric
    choices = [(number, choice) for number, choice in enumerate(task.metrics, start=1) if ctx.holds(choice.when)]
    lines: list[Item] = []
    if choices:
        number, choice = choices[0]
        found = metric[choice.metric]
        lines.append(
            item(said(f"{where}/metrics/{number}", choice.why, found.sources), "Metric", f"{found.name}. {found.plain}")
        )
        lines.append(item(said(f"{where}/metrics/{number}", choice.why, task.sources), "Why"))
        if found.formula:
            lines.append(item(said(f"metrics/{found.id}/formula", found.formula, found.sources), "Formula"))
        lines.append(
            item(said(f"metrics/{found.id}/misleads_when", found.misleads_when, found.sources), "It misleads when")
        )
    lines += _baseline(ctx, task)
    blocks: list[Block] = [Bullets(tuple(lines), heading="Judged by")] if lines else []
    second = tuple(_secondary(ctx, where, number, choice) for number, choice in choices[1:])
    if second:
        blocks.append(Bullets(second, heading="Also watch"))
    misleading = tuple(
        item(said(f"{where}/misleading/{number}", wrong.why, wrong.sources or task.sources), wrong.name)
        for number, wrong in enumerate(task.misleading, start=1)
    )
    return [*blocks, Bullets(misleading, heading="Numbers that look good and are not")]


def _secondary(ctx: Context, where: str, number: int, choice: MetricChoice) -> Item:
    found = ctx.rulebase.metric[choice.metric]
    return item(said(f"{where}/metrics/{number}", choice.why, found.sources), found.name, f"{found.plain} {choice.why}")


def _baseline(ctx: Context, task: Task) -> list[Item]:
    """The one to beat: the person's own, if they named one, and the suggested one."""
    own = ctx.words.in_role(TextRole.BASELINE)
    chosen: tuple[int, Baseline] | None = next(
        ((number, choice) for number, choice in enumerate(task.baselines, start=1) if ctx.holds(choice.when)), None
    )
    lines = [Item(own, label="Baseline to beat")] if own else []
    if chosen:
        number, baseline = chosen
        label = "How to compare" if own else "Baseline to beat"
        lines.append(item(said(f"tasks/{task.id}/baselines/{number}", baseline.text, task.sources), label))
    return lines


def _others(ctx: Context, task: Task) -> list[Block]:
    """Other task types that fit, and other ways to put the same wish: first those that the answers call for."""
    blocks: list[Block] = []
    fits = []
    for option in ctx.assessment.task_alternatives:
        other = ctx.rulebase.task[option.task]
        text = option.because.text
        asked = (option.question,) if option.question else ()
        if option.question:
            text = f"{text} What decides: {ctx.short(option.question)}."
        fits.append(Item(text, option.because, asked, f"{capital(other.plain)} ({other.name})"))
    if fits:
        blocks.append(Bullets(tuple(fits), heading="Also fits"))
    fitting = {option.task for option in ctx.assessment.task_alternatives}
    ways_of = [(number, way) for number, way in enumerate(task.reframings, start=1) if way.to not in fitting]
    raised = [(number, way) for number, way in ways_of if way.when and ctx.holds(way.when)]
    always = [(number, way) for number, way in ways_of if way.when is None]
    ways = tuple(_reframing(ctx, task, number, way) for number, way in (*raised, *always))
    if ways:
        blocks.append(Bullets(ways, heading="Other ways to put it"))
    return blocks


def _reframing(ctx: Context, task: Task, number: int, way: Reframing) -> Item:
    other = ctx.rulebase.task.get(way.to or "")
    label = way.title if other is None or other.name.lower() in way.title.lower() else f"{way.title} ({other.name})"
    return item(said(f"tasks/{task.id}/reframings/{number}", way.choose_when, way.sources), label)
