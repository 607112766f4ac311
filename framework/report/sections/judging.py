"""How a task is evaluated: when its metric misleads, how to compare with the baseline, what not to trust."""

from __future__ import annotations

from framework.languages.catalogue import say, to_say
from framework.model.content import MetricChoice, Task
from framework.model.question import TextRole
from framework.model.rule_id import METRICS, rule_id
from framework.reasoning.conclusions import suggested_baseline
from framework.reasoning.variants import Worded
from framework.report.blocks import Block, Bullets, Item
from framework.report.sections.context import MAX_NAMED, Context, item, statement_of

MAX_MISLEADING = 1


def judging(ctx: Context, worded: Worded[Task]) -> list[Block]:
    """Metric, baseline, and misleading metrics."""
    task, metric = worded.whole, ctx.rulebase.metric
    first: dict[str, MetricChoice] = {}
    for each in task.metrics:
        if ctx.holds(each.when):
            first.setdefault(each.metric, each)  # a metric that holds for two reasons is told once
    choices = [*first.values()]
    lines: list[Item] = []
    if choices:
        choice, found = choices[0], metric[choices[0].metric]
        chosen = worded.where("metrics", choice.key)
        lines.append(item(statement_of(chosen, found.plain, found.sources), found.name, sentences=1))
        misleads = statement_of(rule_id(METRICS, found.id, "misleads_when"), found.misleads_when, found.sources)
        when = say(ctx.rulebase.language, "{metric} misleads when", metric=found.name)
        lines.append(item(misleads, when, sentences=1))
    lines += _baseline(ctx, worded)
    also = tuple(_secondary(ctx, worded, choice) for choice in choices[1:])
    blocks: list[Block] = (
        [Bullets(tuple(lines), heading=to_say("How to evaluate it"), more=also[:MAX_NAMED])] if lines else []
    )
    sources = worded.sources("misleading")
    misleading = tuple(
        item(statement_of(worded.where("misleading"), wrong.why, wrong.sources or sources), wrong.name, sentences=1)
        for wrong in task.misleading[:MAX_MISLEADING]
    )
    return [*blocks, Bullets(misleading, heading=to_say("Misleading metrics"))]


def _secondary(ctx: Context, worded: Worded[Task], choice: MetricChoice) -> Item:
    found = ctx.rulebase.metric[choice.metric]
    return item(statement_of(worded.where("metrics", choice.key), choice.why), found.name)


def _baseline(ctx: Context, worded: Worded[Task]) -> list[Item]:
    """How to compare with the baseline; what to beat itself is on the first screen, where it is the person's own."""
    suggested = suggested_baseline(ctx.facts, worded.whole.id)
    if suggested is None:
        return []
    label = to_say("How to compare") if ctx.words.in_role(TextRole.BASELINE) else to_say("Baseline to beat")
    rule = worded.where("baselines", suggested.id)
    return [item(statement_of(rule, suggested.text, worded.sources("baselines")), label, sentences=1)]
