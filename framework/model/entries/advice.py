"""Entries of what follows from a verdict and a framing: requirements, plan, and the files that hold a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from framework.model import rule_id as ids
from framework.model.base import FieldPath
from framework.model.entries.entry import RuleEntry, field_entries, with_parts
from framework.model.rule_id import rule_id
from framework.model.rulebase import RuleBase


def requirement_entries(rulebase: RuleBase) -> Iterator[RuleEntry]:
    """Every family of requirements and what it requires."""
    for family in rulebase.requirements:
        where, key = rule_id(ids.REQUIREMENTS, family.id), (ids.REQUIREMENTS, family.id)
        own = RuleEntry(where, "Requirement", family.name, family.about, key, model=family)
        required = [
            replace(
                own,
                id=rule_id(ids.REQUIREMENTS, family.id, item.id),
                title=item.title,
                sentence=item.statement,
                path=("requirements", number),
                when=item.when,
                sources=item.sources,
                advice=True,
                model=item,
            )
            for number, item in enumerate(family.requirements)
        ]
        yield from with_parts(own, required)


def plan_entries(rulebase: RuleBase) -> Iterator[RuleEntry]:
    """Every step of the plan, its details and its texts."""
    for step in rulebase.plan:
        where, key = rule_id(ids.PLAN, step.id), (ids.PLAN, step.id)
        own = RuleEntry(where, "Plan step", step.title, step.deliverable, key, sources=step.sources, model=step)
        details = [
            replace(
                own,
                id=rule_id(ids.PLAN, step.id, "details", detail.id),
                sentence=detail.text,
                path=("details", number),
                when=detail.when,
                above=(step.when,) if step.when is not None else (),
                advice=True,
                model=detail,
            )
            for number, detail in enumerate(step.details)
        ]
        yield from with_parts(replace(own, when=step.when, advice=True), details)
        fields: dict[FieldPath, str] = {
            ("deliverable",): step.deliverable,
            ("done_when",): step.done_when,
            ("go_back_when",): step.go_back_when,
            ("why",): step.why,
        }
        yield from field_entries(own, fields)


def list_entries(rulebase: RuleBase) -> Iterator[RuleEntry]:
    """The entries of the files that hold a list."""
    for number, step in enumerate(rulebase.ladder):
        where, key = rule_id(ids.LADDER, step.id), (ids.LADDER,)
        own = RuleEntry(
            where, "Ladder step", step.title, step.what, key, (number,), sources=step.sources, limits=step.limits
        )
        yield replace(own, when=step.start_when, advice=True, model=step)
        fields: dict[FieldPath, str | None] = {
            ("because",): step.because,
            ("measure",): step.measure,
            ("go_up_when",): step.go_up_when,
            ("come_down_when",): step.come_down_when,
            ("cost",): step.cost,
            ("limits",): step.limits,
        }
        yield from field_entries(own, fields)

    def entry(kind: str, called: str, number: int, id_: str, title: str, sentence: str) -> RuleEntry:
        return RuleEntry(rule_id(kind, id_), called, title, sentence, (kind,), (number,))

    for number, item in enumerate(rulebase.contradictions):
        own = entry(ids.CONTRADICTIONS, "Contradiction", number, item.id, "Contradiction", item.message)
        yield replace(own, when=item.when, sources=item.sources, advice=True, model=item)
    for number, fault in enumerate(rulebase.faults):
        own = entry(ids.FAULTS, "Framing fault", number, fault.id, "Framing fault", fault.message)
        yield replace(own, when=fault.when, sources=fault.sources, advice=True, model=fault)
    for number, split in enumerate(rulebase.decouplings):
        own = entry(ids.DECOUPLINGS, "Split objective", number, split.id, "Split objective", split.message)
        yield replace(own, when=split.when, sources=split.sources, advice=True, model=split)
    for number, remark in enumerate(rulebase.remarks):
        own = entry(ids.REMARKS, "Remark", number, remark.id, "Remark", remark.text)
        yield replace(own, when=remark.when, sources=remark.sources, lesson=remark.topic, advice=True, model=remark)
    for number, said in enumerate(rulebase.money):
        own = entry(ids.MONEY, "Money", number, said.id, "What the numbers say", said.text)
        yield replace(own, when=said.when, sources=said.sources, advice=True, model=said)
    for number, promise in enumerate(rulebase.monotonicities):
        own = entry(ids.MONOTONICITIES, "Promise", number, promise.id, "Promise", promise.text)
        yield replace(own, sources=promise.sources, model=promise)
