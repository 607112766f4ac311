"""What decides in an assessment, and what it says: the ids of the rules that hold in it and count.

Many conditions hold whose rule does not count: an earlier rule had decided, or the rule belongs to what was not chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from framework.model import rule_id as ids
from framework.model.assessment import Assessment, Statement
from framework.model.rule_id import parts_of, rule_id
from framework.model.rulebase import RuleBase
from framework.model.rules import Status
from framework.reasoning.conclusions import facts_of, primary_metric, suggested_baseline
from framework.reasoning.interpreter import Facts
from framework.reasoning.variants import alternative_in_words, framed, task_in_words


def decided(rulebase: RuleBase, assessment: Assessment) -> Mapping[str, Status | None]:
    """The id of every result, rule and piece of advice that counts here; of criteria and clauses also the status.

    A question counts if its answer is among those that force the verdict.
    """
    facts = facts_of(rulebase, assessment)
    found: dict[str, Status | None] = {said.rule: said.status for said in _said(assessment)}
    found |= dict.fromkeys(_results(facts, assessment))
    found |= dict.fromkeys(_of_alternative(facts, assessment))
    found |= dict.fromkeys(_of_task(facts, assessment))
    found |= dict.fromkeys(_of_value(facts, assessment))
    standing = assessment.criteria.items()
    return found | {rule_id(ids.CRITERIA, id_): status for id_, status in standing if status is not Status.OPEN}


def _results(facts: Facts, assessment: Assessment) -> Iterator[str]:
    """What was concluded, and the questions that decide."""
    for kind, result in (
        (ids.VERDICTS, assessment.verdict),
        (ids.ALTERNATIVES, assessment.alternative),
        (ids.TASKS, assessment.task),
        (ids.VALUES, assessment.value),
        (ids.METRICS, assessment.metric),
        (ids.OBJECTIVES, assessment.objective),
        (ids.LADDER, assessment.ladder_start),
    ):
        if result:
            yield rule_id(kind, result)
    if assessment.verdict and assessment.outcome:
        where = rule_id(ids.VERDICTS, assessment.verdict, assessment.outcome)
        yield where
        if variant := facts.first(facts.rulebase.outcome[assessment.outcome].variants):
            yield rule_id(*parts_of(where), ids.VARIANTS, variant.id)
    if assessment.audience:
        yield rule_id(ids.MANIFEST, "audiences", assessment.audience)
    yield from (rule_id(ids.REQUIREMENTS, raised.family) for raised in assessment.requirements)
    yield from (rule_id(ids.PLAN, step.step) for step in assessment.plan)
    for given in assessment.sufficient_reason:
        yield rule_id(ids.QUESTIONS, given.question)
        chosen = (given.answer,) if isinstance(given.answer, str) else given.answer
        yield from (rule_id(ids.QUESTIONS, given.question, option) for option in chosen)


def _said(assessment: Assessment) -> Iterator[Statement]:
    """Every statement that has a rule of its own; facts to find out are questions, and decide nothing."""
    yield from assessment.verdict_rules
    yield from assessment.reasons
    yield from assessment.task_reasons
    yield from (step for step in assessment.next_steps if parts_of(step.rule)[0] != ids.QUESTIONS)
    yield from assessment.if_replanned
    for statements in (assessment.contradictions, assessment.faults, assessment.decouplings, assessment.remarks):
        yield from statements
    yield from assessment.money
    yield from (raised.because for raised in assessment.requirements)
    yield from (raised.because for raised in assessment.risks)
    yield from (detail for step in assessment.plan for detail in step.details)


def _of_alternative(facts: Facts, assessment: Assessment) -> Iterator[str]:
    """The rules that choose what to use instead, and the words for it."""
    found = facts.rulebase.alternative.get(assessment.alternative or "")
    if found:
        yield from (rule_id(ids.ALTERNATIVES, found.id, rule.id) for rule in found.rules if facts.holds(rule.when))
        if variant := alternative_in_words(facts, found).variant:
            yield rule_id(ids.ALTERNATIVES, found.id, ids.VARIANTS, variant.id)


def _of_task(facts: Facts, assessment: Assessment) -> Iterator[str]:
    """Metric, baseline, kind of wish and other framings of the task type, and what makes others fit as well."""
    task = facts.rulebase.task.get(assessment.task or "")
    if task is None:
        return
    worded = task_in_words(facts, task)
    if worded.variant:
        yield rule_id(ids.TASKS, task.id, ids.VARIANTS, worded.variant.id)
    if metric := primary_metric(facts, task.id):
        yield worded.where("metrics", metric.key)
    if baseline := suggested_baseline(facts, task.id):
        yield worded.where("baselines", baseline.id)
    for way in worded.whole.reframings:
        if way.when is not None and framed(facts, task).holds(way.when):
            yield rule_id(ids.TASKS, task.id, "reframings", way.id)
    for option in assessment.task_alternatives:
        fitting = (rule_id(ids.TASKS, option.task, rule.id) for rule in facts.rulebase.task[option.task].also_fits)
        if option.because.rule in fitting:
            yield option.because.rule


def _of_value(facts: Facts, assessment: Assessment) -> Iterator[str]:
    """The rules that choose the value model, and the published results that apply."""
    value = facts.rulebase.value.get(assessment.value or "")
    if value:
        yield from (rule_id(ids.VALUES, value.id, rule.id) for rule in value.rules if facts.holds(rule.when))
        for known in value.published:
            if known.when is not None and facts.holds(known.when):
                yield rule_id(ids.VALUES, value.id, "published", known.id)
