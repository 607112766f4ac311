"""What to do next while a verdict is settled and its outcome is not: facts to find out, then what fits either way."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from framework.assessment.consequences import next_steps, plan
from framework.model import rule_id as ids
from framework.model.answers import Answer
from framework.model.assessment import NextAction
from framework.model.condition import names_in
from framework.model.economics import Span
from framework.model.rule_id import rule_id
from framework.model.rulebase import RuleBase
from framework.model.sheet import Range
from framework.reasoning.interpreter import Facts
from framework.reasoning.interview import Prospects
from framework.reasoning.reasoner import Reasoner

ENOUGH = 3
"""Facts to find out at most; and steps, where fewer facts are open and others fit."""


def first_steps(
    reasoner: Reasoner,
    facts: Facts,
    answers: Mapping[str, Answer],
    unsure: Collection[str],
    known: Mapping[str, Span | Range],
) -> tuple[NextAction, ...]:
    """How to answer what is open, then the steps that every outcome still possible begins with.

    A fact is left out where the answers exclude all that would make a difference.
    """
    rulebase = facts.rulebase
    ranked = Prospects(reasoner, reasoner.outcomes, answers, unsure).ranked(with_unsure=True)
    agreeing = _without_excluded(rulebase, answers, [item.question for item in ranked])
    prospects = Prospects(reasoner, reasoner.outcomes, agreeing, unsure)
    questions = [rulebase.questions[item.question] for item in prospects.ranked(with_unsure=True)]
    found = [
        NextAction(rule=rule_id(ids.QUESTIONS, question.id), text=text, sources=question.sources)
        for question in questions[:ENOUGH]
        if (text := question.find_out)
    ]
    if len(found) < ENOUGH:
        found += _shared(facts, reasoner.outcomes.possible_under(agreeing), known)[: ENOUGH - len(found)]
    return tuple(found)


def _without_excluded(
    rulebase: RuleBase, answers: Mapping[str, Answer], questions: Collection[str]
) -> dict[str, Answer]:
    """The answers, and to open questions what these leave possible; everything where they exclude it all."""
    agreeing = dict(answers)
    excluding = [item.when for item in rulebase.contradictions if item.excludes]
    for id_ in questions:
        question = rulebase.closed_questions[id_]
        about = [when for when in excluding if id_ in {leaf.name for leaf in names_in(when)}]
        if question.kind != "one" or not about:
            continue
        left = []
        for option in question.allowed(answers[id_]) if id_ in answers else question.complete_answers:
            facts = Facts(rulebase, {**answers, id_: option})
            if not any(facts.holds(when) for when in about):
                left.append(option)
        if left and (answer := question.accept(left)) is not None:
            agreeing[id_] = answer
    return agreeing


def _shared(facts: Facts, outcomes: Collection[str], known: Mapping[str, Span | Range]) -> list[NextAction]:
    """What to do under each of several outcomes, word for word the same; all of it where there is one outcome."""
    first, *others = (_under(facts, id_, known) for id_ in facts.rulebase.outcome if id_ in outcomes)
    return [step for step in first if all(step.text in {each.text for each in steps} for steps in others)]


def _under(facts: Facts, outcome: str, known: Mapping[str, Span | Range]) -> list[NextAction]:
    """The next steps under an outcome, then the first detail of each step of its plan."""
    rulebase = facts.rulebase
    told = next_steps(facts, rulebase.verdict_of[outcome].id, rulebase.outcome[outcome], known)
    planned = plan(facts.with_results({"outcome": outcome}))
    details = [NextAction(**step.details[0].model_dump()) for step in planned if step.details]
    return [*told, *details]
