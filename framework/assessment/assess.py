"""The main entry point: a rule base and a sheet in, an immutable assessment out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from framework.assessment import consequences, explanation, framing, set_aside
from framework.assessment.chain import chain, counted, demanded, numbers_asked, value_model
from framework.assessment.first_facts import first_steps
from framework.assessment.money import Money
from framework.assessment.statements import rule_statements
from framework.assessment.target import Wanted, wanted
from framework.assessment.words import Words
from framework.economics import known_facts, numbers_by_role, worth_of
from framework.languages.catalogue import quoted
from framework.model.assessment import Assessment, NextAction
from framework.model.economics import Span
from framework.model.rule_id import TASKS, VERDICTS, rule_id
from framework.model.rulebase import RuleBase
from framework.model.rules import Outcome
from framework.model.sheet import Number, Range, Sheet
from framework.model.value import GIVEN, ValueModel
from framework.reasoning.conclusions import (
    Conclusions,
    conclude,
    metric_to_judge_by,
    outcome_that_holds,
    primary_metric,
)
from framework.reasoning.interpreter import Facts
from framework.reasoning.interview import Prospects, not_asked_again
from framework.reasoning.nodes import recursion_as_too_large
from framework.reasoning.reasoner import reasoner_for
from framework.reasoning.variants import task_in_words


@recursion_as_too_large()
def assess(rulebase: RuleBase, sheet: Sheet | Mapping[str, Any]) -> Assessment:
    """Everything the rule base says about a sheet. Pure: the same input gives the same output.

    Answers to unknown questions and unknown options count as not given; `framework.rulebase.read_sheet` reports them.

    Args:
        rulebase: the rules, checked by `load_rules`.
        sheet: the answers, or a mapping with the keys of a `Sheet`.

    Raises:
        pydantic.ValidationError: the mapping has another key or a value of another kind.
        DiagramTooLarge: when the rules need more nodes than the budget, or their conditions are too deep.
    """
    if not isinstance(sheet, Sheet):
        sheet = Sheet.model_validate(sheet)
    reasoner = reasoner_for(rulebase)
    facts = Facts(rulebase, sheet.answers)
    answers = reasoner.applicable_answers(facts)
    found = conclude(reasoner, answers)
    numbers = numbers_by_role(rulebase, sheet)
    given = known_facts(numbers)
    facts = facts.with_results({**found.results, GIVEN: given})

    task = rulebase.task.get(found.task or "")
    worded = task_in_words(facts, task) if task else None
    words = Words(rulebase, sheet.words, framing.defaults(worded.whole if worded else None), facts)
    alternatives = framing.alternatives(facts, task, found.possible_tasks)
    objective = next((item for item in rulebase.objectives if facts.holds(item.when)), None)
    audience = next((item for item in rulebase.manifest.audiences if facts.holds(item.when)), None)
    sentences = rulebase.manifest.sentences
    names = {role: quoted(rulebase.language, question.short) for role, question in rulebase.question_in_role.items()}
    reach = wanted(rulebase, words)
    value = value_model(facts, found.task)
    money = _money(facts, value, numbers, names, reach) if value else None
    worth = money.worth if money else None
    at_odds = money.contradictions() if money else set_aside.contradictions(facts, found, numbers, names, reach)

    verdict = rulebase.verdict.get(found.verdict or "")
    outcome = outcome_that_holds(facts, found.verdict, found.possible_outcomes)
    deciding = (
        rule_statements(facts, rule_id(VERDICTS, found.verdict, outcome.id), outcome.rules)
        if found.verdict and outcome
        else ()
    )
    sufficient = explanation.sufficient(reasoner.verdicts, answers, deciding) if found.verdict else ()
    unsure = not_asked_again(rulebase, sheet)
    prospects = Prospects(reasoner, reasoner.verdicts, answers, unsure)
    asked = prospects.next(rulebase.manifest.interview.opening)
    asked_about_task = Prospects(reasoner, reasoner.tasks, answers, unsure).next() if reasoner.tasks else None

    known: dict[str, Range | Span] = {**worth.numbers, **worth.figures} if worth else {}
    if found.verdict and not outcome:
        steps = first_steps(reasoner, facts, answers, unsure, known)
    else:
        steps = (*(money.first_steps() if money and outcome else ()), *_next_steps(facts, found, outcome, known))

    return Assessment(
        verdict=found.verdict,
        possible_verdicts=found.possible_verdicts,
        outcome=found.outcome,
        alternative=found.alternative,
        criteria={id_: facts.status(id_) for id_ in rulebase.criterion},
        task=found.task,
        other_tasks=tuple(option.task for option in alternatives),
        metric=metric_to_judge_by(facts, found.task, found.alternative),
        baseline=framing.baseline(facts, task, words),
        reasons=explanation.reasons(facts),
        sufficient_reason=sufficient[0] if sufficient else (),
        changes=explanation.changes(rulebase, reasoner.verdicts, answers, found.verdict),
        business_objective=words.fill(objective.business_objective if objective else sentences.fallback_business),
        ml_objective=words.fill(framing.ml_objective(worded, value)[0] if worded else sentences.fallback_ml),
        next_question=asked.question if asked else None,
        title=sheet.title,
        rulebase=rulebase.manifest.id,
        version=rulebase.manifest.version,
        digest=rulebase.digest,
        exact=True,
        answers=answers,
        words=words.own,
        verdict_rules=deciding,
        possible_outcomes=found.possible_outcomes,
        possible_tasks=found.possible_tasks,
        sufficient_reasons=sufficient,
        check_first=explanation.check_first(reasoner.verdicts, answers),
        unknowns=explanation.unknowns(rulebase, prospects, answers),
        questions_left=prospects.questions_left,
        applicable_left=prospects.applicable_left,
        facts_left=prospects.facts_left,
        contradictions=(*consequences.contradictions(facts), *at_odds),
        audience=audience.id if audience else None,
        next_steps=steps,
        if_replanned=_next_steps(facts, found, outcome, known, replanned=True),
        objective=objective.id if objective else None,
        possible_objectives=tuple(item.id for item in rulebase.objectives if facts.holds(item.when) is not False),
        variant=worded.variant.id if worded and worded.variant else None,
        framing=framing.sentence(
            facts,
            worded,
            words,
            needs_task=found.needs_task,
            learns=verdict is None or verdict.learns,
        ),
        task_reasons=rule_statements(facts, rule_id(TASKS, task.id), task.rules) if task else (),
        task_alternatives=alternatives,
        task_question=asked_about_task.question if asked_about_task else None,
        faults=framing.faults(facts),
        decouplings=framing.decouplings(facts),
        requirements=consequences.requirements(facts, worth.figures if worth else {}),
        risks=consequences.risks(facts),
        plan=consequences.plan(facts),
        ladder_start=consequences.ladder_start(facts),
        remarks=consequences.remarks(facts),
        worth=worth,
        value=value.id if value else None,
        numbers_asked=numbers_asked(rulebase, value),
        given=given,
        money=money.statements() if money else (),
        chain=chain(rulebase, objective, value, task, primary_metric(facts, found.task), facts),
        sheet=sheet,
    )


def _money(
    facts: Facts, value: ValueModel, numbers: Mapping[str, Number], names: Mapping[str, str], reach: Wanted
) -> Money | None:
    """What the numbers come to under a value model, where it reads any of them."""
    rulebase, used = facts.rulebase, counted(facts, value, numbers)
    worth = worth_of(value, used, rulebase.basis, names, demanded(facts, value), rulebase.language)
    return Money(facts, value, worth, reach) if worth else None


def _next_steps(
    facts: Facts,
    found: Conclusions,
    outcome: Outcome | None,
    known: Mapping[str, Range | Span],
    *,
    replanned: bool = False,
) -> tuple[NextAction, ...]:
    """What to do next where an outcome holds; none while the verdict is open."""
    if found.verdict is None or outcome is None:
        return ()
    return consequences.next_steps(facts, found.verdict, outcome, known, replanned=replanned)
