"""Entries of what decides: the questions, the criteria, the verdicts and the alternatives to ML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from framework.model import rule_id as ids
from framework.model.base import FieldPath
from framework.model.condition import Condition, Is, Not
from framework.model.entries.entry import RuleEntry, field_entries, rule_entries, with_parts
from framework.model.rule_id import parts_of, rule_id
from framework.model.rulebase import RuleBase
from framework.model.rules import STRONGEST_FIRST, Alternative, AlternativeVariant, Criterion, Outcome, Verdict


def question_entries(rulebase: RuleBase) -> Iterator[RuleEntry]:
    """Every question and its options."""
    for section in rulebase.sections:
        key = (ids.QUESTIONS, section.id)
        for place, question in enumerate(section.questions):
            path: FieldPath = ("questions", place)
            where = rule_id(ids.QUESTIONS, question.id)
            own = RuleEntry(where, "Question", question.short, question.text, key, path, sources=question.sources)
            yield replace(own, when=question.asked_when, model=question)
            for position, option in enumerate(question.options):
                at = (*path, "options", position)
                id_ = rule_id(*parts_of(where), option.id)
                yield RuleEntry(id_, "Answer", question.short, option.text, key, at, model=option)


def criterion_entries(criterion: Criterion) -> Iterator[RuleEntry]:
    """A criterion and its clauses."""
    where, key = rule_id(ids.CRITERIA, criterion.id), (ids.CRITERIA, criterion.id)
    own = RuleEntry(
        where,
        "Criterion",
        criterion.title,
        criterion.about,
        key,
        sources=criterion.sources,
        limits=criterion.limits,
        lesson=criterion.lesson,
        model=criterion,
    )
    clauses = [
        replace(
            own,
            id=rule_id(ids.CRITERIA, criterion.id, clause.id),
            sentence=clause.because,
            path=(status.value, number),
            when=clause.when,
            sources=clause.sources or criterion.sources,
            limits=clause.limits or criterion.limits,
            model=clause,
        )
        for status in reversed(STRONGEST_FIRST)  # as they stand in a file
        for number, clause in enumerate(criterion.clauses(status))
    ]
    yield from with_parts(own, clauses)


def verdict_entries(verdict: Verdict) -> Iterator[RuleEntry]:
    """A verdict, its outcomes, their rules and next steps."""
    where, key = rule_id(ids.VERDICTS, verdict.id), (ids.VERDICTS, verdict.id)
    own = RuleEntry(where, "Verdict", verdict.title, verdict.meaning, key, sources=verdict.sources, model=verdict)
    below: list[RuleEntry] = []
    for number, outcome in enumerate(verdict.outcomes):
        at: FieldPath = ("outcomes", number)
        id_ = rule_id(ids.VERDICTS, verdict.id, outcome.id)
        found = replace(own, id=id_, title=outcome.title, sentence=outcome.sentence, path=at, model=outcome)
        rules = [*rule_entries(found, outcome.rules, (*at, "rules"))]
        rules += [
            replace(
                found,
                id=rule_id(ids.VERDICTS, verdict.id, outcome.id, ids.NEXT_STEPS, step.id),
                sentence=step.text,
                path=(*at, "next_steps", place),
                when=step.when,
                sources=step.sources or found.sources,
                model=step,
                advice=True,
            )
            for place, step in enumerate(outcome.next_steps)
        ]
        below += with_parts(found, rules)
        below += _outcome_variants(found, outcome)
        if outcome.changes_if:
            id_ = rule_id(ids.VERDICTS, verdict.id, outcome.id, "changes_if")
            text = " ".join(outcome.changes_if)
            below.append(replace(found, id=id_, sentence=text, path=(*at, "changes_if"), model=None))
    yield from with_parts(own, below)


def _outcome_variants(found: RuleEntry, outcome: Outcome) -> Iterator[RuleEntry]:
    """Where an outcome has other words; a variant is used if none before it holds."""
    before: tuple[Condition, ...] = (Is("outcome", (outcome.id,)),)
    for number, variant in enumerate(outcome.variants):
        yield replace(
            found,
            id=rule_id(*parts_of(found.id), ids.VARIANTS, variant.id),
            title=variant.title or found.title,
            sentence=variant.sentence or found.sentence,
            path=(*found.path, ids.VARIANTS, number),
            when=variant.when,
            above=before,
            model=variant,
            advice=True,
        )
        before = (*before, Not(variant.when))


def alternative_entries(item: Alternative) -> Iterator[RuleEntry]:
    """An alternative, its rules, its texts and its variants."""
    where, key = rule_id(ids.ALTERNATIVES, item.id), (ids.ALTERNATIVES, item.id)
    own = RuleEntry(where, "Alternative", item.title, item.what, key, sources=item.sources, model=item)
    yield from with_parts(own, rule_entries(own, item.rules, ("rules",)))
    yield from field_entries(own, _texts(item))
    for number, other in enumerate(item.variants):
        id_, path = rule_id(*parts_of(where), ids.VARIANTS, other.id), (ids.VARIANTS, number)
        variant = replace(own, id=id_, sentence=other.what or item.what, path=path, sources=other.sources, model=other)
        yield replace(variant, when=other.when, advice=True)
        yield from field_entries(variant, _texts(other))


def _texts(item: Alternative | AlternativeVariant) -> dict[FieldPath, str | None]:
    return {
        ("what",): item.what,
        ("choose_when",): item.choose_when,
        ("first_step",): item.first_step,
        ("no_longer_enough_when",): item.no_longer_enough_when,
    }
