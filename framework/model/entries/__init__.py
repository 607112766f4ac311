"""Every addressable entry of a rule base, in the order of its files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from framework.model import rule_id as ids
from framework.model.entries.advice import list_entries, plan_entries, requirement_entries
from framework.model.entries.deciding import alternative_entries, criterion_entries, question_entries, verdict_entries
from framework.model.entries.entry import RuleEntry
from framework.model.entries.framing import (
    metric_entries,
    objective_entries,
    task_entries,
    value_entries,
    variant_entries,
)
from framework.model.rule_id import rule_id
from framework.model.rulebase import RuleBase


def entries_of(rulebase: RuleBase) -> Iterator[RuleEntry]:
    """Every entry: question, criterion, clause, field of a task type that a brief cites, and so on."""
    yield from _manifest(rulebase)
    yield from question_entries(rulebase)
    for criterion in rulebase.criteria:
        yield from criterion_entries(criterion)
    for verdict in rulebase.verdicts:
        yield from verdict_entries(verdict)
    for item in rulebase.alternatives:
        yield from alternative_entries(item)
    for task in rulebase.tasks:
        yield from task_entries(task)
        yield from variant_entries(task)
    for value in rulebase.values:
        yield from value_entries(value)
    for number, metric in enumerate(rulebase.metrics):
        yield from metric_entries(metric, number)
    for objective in rulebase.objectives:
        yield from objective_entries(objective)
    yield from requirement_entries(rulebase)
    yield from plan_entries(rulebase)
    for risk in rulebase.risks:
        where, key = rule_id(ids.RISKS, risk.id), (ids.RISKS, risk.id)
        own = RuleEntry(where, "Risk", risk.title, risk.what, key, when=risk.when, sources=risk.sources, model=risk)
        yield replace(own, advice=True)
    for lesson in rulebase.lessons:
        where, key = rule_id(ids.LESSONS, lesson.id), (ids.LESSONS, lesson.id)
        yield RuleEntry(where, "Lesson", lesson.title, lesson.summary, key, sources=lesson.sources, model=lesson)
    for case in rulebase.cases:
        where, key = rule_id(ids.CASES, case.id), (ids.CASES, case.id)
        yield RuleEntry(where, "Worked case", case.title, case.description, key, model=case)
    for number, source in enumerate(rulebase.sources):
        where = rule_id(ids.SOURCES, source.id)
        yield RuleEntry(where, "Source", source.title, source.title, (ids.SOURCES,), (number,), model=source)
    yield from list_entries(rulebase)


def _manifest(rulebase: RuleBase) -> Iterator[RuleEntry]:
    manifest, key = rulebase.manifest, (ids.MANIFEST,)
    for name, text in manifest.sentences:
        if text and isinstance(text, str):  # phrases are parts of the others
            where = rule_id(ids.MANIFEST, "sentences", name)
            yield RuleEntry(where, "Rule base", manifest.name, text, key, ("sentences", name))
    for number, audience in enumerate(manifest.audiences):
        where, path = rule_id(ids.MANIFEST, "audiences", audience.id), ("audiences", number)
        own = RuleEntry(where, "Audience", audience.name, audience.opening, key, path, model=audience)
        yield replace(own, when=audience.when, advice=True)
