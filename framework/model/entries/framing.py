"""Entries of what frames a problem: task types, their kinds and metrics, value models and objectives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from framework.model import rule_id as ids
from framework.model.base import FieldPath
from framework.model.condition import Condition, Is, Not
from framework.model.content import ConditionalText, Metric, Objective, RealExample, Task, TaskVariant
from framework.model.entries.entry import RuleEntry, field_entries, rule_entries, with_parts
from framework.model.rule_id import parts_of, rule_id
from framework.model.value import ValueModel


def _joined(texts: Iterable[str | ConditionalText]) -> str:
    return " ".join(text if isinstance(text, str) else text.text for text in texts)


def _shared_texts(task: Task | TaskVariant) -> dict[FieldPath, str | None]:
    """What a brief cites by field name both of a task type and of a variant; a variant lacks what it does not word."""
    label = task.label
    return {
        ("unit",): task.unit,
        ("output",): task.output,
        ("output_form",): task.output_form,
        ("inputs",): task.inputs,
        ("never_inputs",): task.never_inputs,
        ("label", "definition"): label.definition if label else None,
        ("label", "source"): label.source if label else None,
        ("label", "delay"): label.delay if label else None,
        ("losses",): _joined(f"{loss.name}: {loss.choose_when}" for loss in task.losses or ()),
        ("misleading",): _joined(f"{number.name}: {number.why}" for number in task.misleading or ()),
        ("pitfalls",): _joined(task.pitfalls or ()),
        ("ml_objective",): task.ml_objective,
        ("framing",): task.framing,
    }


def _example(owner: RuleEntry, example: RealExample) -> RuleEntry:
    id_ = rule_id(*parts_of(owner.id), "example")
    path = (*owner.path, "example")
    return replace(owner, id=id_, sentence=example.text, path=path, sources=example.sources, model=example)


def task_entries(task: Task) -> Iterator[RuleEntry]:
    """A task type: its rules, its choices of metric and baseline, its other framings and its texts."""
    where, key = rule_id(ids.TASKS, task.id), (ids.TASKS, task.id)
    own = RuleEntry(where, "Task type", task.name, task.plain, key, sources=task.sources, model=task)
    rules = [*rule_entries(own, task.rules, ("rules",))]
    rules += [replace(entry, advice=True) for entry in rule_entries(own, task.also_fits, ("also_fits",))]
    for name, choices in (
        ("metrics", [(choice, choice.key, choice.why, choice.when, ()) for choice in task.metrics]),
        ("baselines", [(choice, choice.id, choice.text, choice.when, ()) for choice in task.baselines]),
        (
            "reframings",
            [(way, way.id, f"{way.title}. {way.choose_when}", way.when, way.sources) for way in task.reframings],
        ),
    ):
        rules += [
            replace(
                own,
                id=rule_id(ids.TASKS, task.id, name, id_),
                sentence=text,
                path=(name, number),
                when=when,
                sources=sources or task.sources,
                model=choice,
                advice=True,
            )
            for number, (choice, id_, text, when, sources) in enumerate(choices)
        ]
    yield from with_parts(own, rules)
    names: dict[FieldPath, str] = {("name",): task.name, ("discriminator",): task.discriminator}
    yield from field_entries(own, {**names, **_shared_texts(task)})
    yield _example(own, task.example)


def variant_entries(task: Task) -> Iterator[RuleEntry]:
    """The variants of a task type, each with the fields that differ; a variant is used if none before it holds."""
    key = (ids.TASKS, task.id)
    before: tuple[Condition, ...] = (Is("task", (task.id,)),)
    for number, variant in enumerate(task.variants):
        at: FieldPath = (ids.VARIANTS, number)
        where = rule_id(ids.TASKS, task.id, ids.VARIANTS, variant.id)
        own = RuleEntry(where, "Variant", variant.name, variant.cheaper.text, key, at, sources=variant.sources)
        own = replace(own, advice=True, above=before, model=variant)
        inside = [
            replace(
                own,
                id=rule_id(*parts_of(where), name, id_),
                sentence=text,
                path=(*at, name, place),
                when=when,
                above=(*before, variant.when),
                model=choice,
            )
            for name, choices in (
                ("metrics", [(item, item.key, item.why, item.when) for item in variant.metrics or ()]),
                ("baselines", [(item, item.id, item.text, item.when) for item in variant.baselines or ()]),
            )
            for place, (choice, id_, text, when) in enumerate(choices)
        ]
        yield from with_parts(replace(own, when=variant.when), inside)
        held = replace(own, above=(*before, variant.when))
        fields: dict[FieldPath, str | None] = {
            ("name",): variant.name,
            **_shared_texts(variant),
            ("cheaper", "text"): variant.cheaper.text,
            ("cheaper", "model_when"): variant.cheaper.model_when,
            ("evidence",): _joined(fact.text for fact in variant.evidence),
        }
        yield from field_entries(held, fields)
        if variant.example is not None:
            yield _example(held, variant.example)
        before = (*before, Not(variant.when))


def value_entries(value: ValueModel) -> Iterator[RuleEntry]:
    """A value model: its rules, assumptions and published results."""
    where, key = rule_id(ids.VALUES, value.id), (ids.VALUES, value.id)
    own = RuleEntry(where, "Value model", value.title, value.about, key, sources=value.sources, model=value)
    own = replace(own, limits=value.limits)
    yield from with_parts(own, (replace(entry, advice=True) for entry in rule_entries(own, value.rules, ("rules",))))
    fields: dict[FieldPath, str] = {
        ("process", "assumption"): value.process.assumption,
        ("policy", "assumption"): value.policy.assumption,
        ("simple_ways",): _joined(value.simple_ways),
        ("leaves_out",): _joined(value.leaves_out),
        ("ml_objective",): value.ml_objective or "",
    }
    yield from field_entries(own, fields)
    for number, known in enumerate(value.published):
        id_ = rule_id(ids.VALUES, value.id, "published", known.id)
        yield replace(
            own,
            id=id_,
            sentence=f"{known.what}: {known.figure}",
            path=("published", number),
            when=known.when,
            advice=True,
            model=known,
        )


def metric_entries(metric: Metric, number: int) -> Iterator[RuleEntry]:
    """A metric at a position of its file, and its texts."""
    where, key = rule_id(ids.METRICS, metric.id), (ids.METRICS,)
    own = RuleEntry(where, "Metric", metric.name, metric.plain, key, (number,), sources=metric.sources, model=metric)
    yield own
    yield from field_entries(own, {("formula",): metric.formula or "", ("misleads_when",): metric.misleads_when})


def objective_entries(objective: Objective) -> Iterator[RuleEntry]:
    """An objective and its texts."""
    where, key = rule_id(ids.OBJECTIVES, objective.id), (ids.OBJECTIVES, objective.id)
    own = RuleEntry(where, "Objective", objective.name, objective.business_objective, key, sources=objective.sources)
    yield replace(own, when=objective.when, advice=True, model=objective)
    fields: dict[FieldPath, str] = {
        ("business_objective",): objective.business_objective,
        ("link",): objective.link,
        ("business_metrics",): _joined(objective.business_metrics),
        ("ml_proxies",): _joined(objective.ml_proxies),
        ("chain",): _joined(link.assumption for link in objective.chain),
        ("stakeholders",): _joined(f"{person.who}: {person.wants}" for person in objective.stakeholders),
        ("conflicts",): _joined(objective.conflicts),
        ("guardrails",): _joined(objective.guardrails),
        ("misalignments",): _joined(objective.misalignments),
    }
    yield from field_entries(own, fields)
