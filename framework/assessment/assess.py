"""The one call that everybody uses: a rule base and a sheet in, a frozen assessment out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from framework.assessment import consequences
from framework.assessment.framing import frame
from framework.assessment.statements import criterion_statements, rule_statements
from framework.assessment.words import Words
from framework.economics import economics_of
from framework.model.assessment import AnswerChange, Assessment, Flip, Given, Statement, Unknown
from framework.model.question import NOT_SURE, Change
from framework.model.rulebase import RuleBase
from framework.model.rules import Status
from framework.model.sheet import Sheet
from framework.reasoning.decision import NO_TASK
from framework.reasoning.diagram import Diagram, Value
from framework.reasoning.evaluate import Facts
from framework.reasoning.explain import cheapest_changes, flips, sufficient_reasons
from framework.reasoning.interview import Prospects
from framework.reasoning.reasoner import Reasoner, reasoner_for

MAX_UNKNOWNS = 5
"""Most open questions that are named as what the verdict hangs on."""


def assess(rulebase: RuleBase, sheet: Sheet | Mapping[str, Any]) -> Assessment:
    """Everything the rule base says about a sheet. Pure: the same input gives the same output.

    Answers to unknown questions and unknown options count as not given; `framework.rulebase.read_sheet` reports them.
    """
    if not isinstance(sheet, Sheet):
        sheet = Sheet.model_validate(sheet)
    reasoner = reasoner_for(rulebase)
    facts = Facts(rulebase, _valid(rulebase, sheet))
    answers = reasoner.counting_answers(facts)
    unsure = {id_ for id_, given in sheet.answers.items() if given in (NOT_SURE, (NOT_SURE,))}
    verdicts, outcomes = reasoner.verdicts, reasoner.outcomes
    known = outcomes.known(answers)
    possible_outcomes = _in_order(outcomes.possible(known), rulebase.outcome)
    possible_verdicts = _in_order({rulebase.verdict_of[id_].id for id_ in possible_outcomes}, rulebase.verdict)
    verdict = possible_verdicts[0] if len(possible_verdicts) == 1 else None
    outcome = possible_outcomes[0] if len(possible_outcomes) == 1 else None
    alternative = _alternative(reasoner, answers, verdict)
    tasks = reasoner.tasks
    possible_tasks = _in_order(tasks.possible(tasks.known(answers)), (*rulebase.task, NO_TASK)) if tasks else ()
    late = facts.with_results({"verdict": verdict, "outcome": outcome, "alternative": alternative})
    words = Words(rulebase, sheet.words)
    has_task = verdict is None or rulebase.verdict[verdict].has_task
    framing = frame(late, words, possible_tasks, has_task)
    no_task = NO_TASK if not has_task or possible_tasks in ((), (NO_TASK,)) else None
    late = late.with_results({"task": framing.task or no_task})
    prospects = Prospects(reasoner, verdicts, answers, unsure)
    asked = prospects.next()
    objective = next((item for item in rulebase.objectives if facts.holds(item.when)), None)
    sentences = rulebase.manifest.sentences
    task = rulebase.task.get(framing.task) if framing.task else None
    found = rulebase.outcome.get(outcome) if outcome else None
    deciding = rule_statements(facts, f"verdicts/{verdict}/{outcome}", found.rules) if found else ()
    reasons = _smallest_reasons(verdicts, answers, deciding) if verdict else ()
    task_next = Prospects(reasoner, tasks, answers, unsure).next() if tasks else None
    return Assessment(
        verdict=verdict,
        possible_verdicts=possible_verdicts,
        outcome=outcome,
        alternative=alternative,
        criteria={id_: facts.status(id_) for id_ in rulebase.criterion},
        task=framing.task,
        other_tasks=tuple(option.task for option in framing.alternatives),
        metric=framing.metric,
        baseline=framing.baseline,
        reasons=_reasons(facts),
        sufficient_reason=reasons[0] if reasons else (),
        changes=_changes(rulebase, reasoner, answers, verdict),
        business_objective=words.fill(objective.business_objective if objective else sentences.fallback_business),
        ml_objective=words.fill(task.ml_objective if task else sentences.fallback_ml),
        next_question=asked.question if asked else None,
        title=sheet.title,
        rulebase=rulebase.manifest.id,
        version=rulebase.manifest.version,
        digest=rulebase.digest,
        exact=True,
        answers=answers,
        words=words.own,
        verdict_rules=deciding,
        possible_outcomes=possible_outcomes,
        possible_tasks=possible_tasks,
        sufficient_reasons=reasons,
        check_first=tuple(Flip(question=id_, verdicts=other) for id_, other in flips(verdicts, answers).items()),
        unknowns=_unknowns(rulebase, prospects),
        questions_left=prospects.questions_left,
        contradictions=consequences.contradictions(late),
        audience=next((item.id for item in rulebase.manifest.audiences if facts.holds(item.when)), None),
        next_steps=consequences.next_steps(late, verdict, found) if verdict and found else (),
        objective=objective.id if objective else None,
        framing=framing.sentence,
        task_reasons=framing.reasons,
        task_alternatives=framing.alternatives,
        task_question=task_next.question if task_next else None,
        faults=framing.faults,
        decouplings=framing.decouplings,
        requirements=consequences.requirements(late),
        risks=consequences.risks(late),
        plan=consequences.plan(late),
        remarks=consequences.remarks(late),
        economics=economics_of(rulebase, sheet),
    )


def _valid(rulebase: RuleBase, sheet: Sheet) -> dict[str, Value]:
    """The answers that are complete answers to questions of this rule base; all others count as not given."""
    valid: dict[str, Value] = {}
    for id_, given in sheet.answers.items():
        question = rulebase.closed_questions.get(id_)
        if question is None or not given:
            continue
        chosen = (given,) if isinstance(given, str) else tuple(given)
        order = [option.id for option in question.options]
        picked = sorted((option_id for option_id in set(chosen) if option_id in order), key=order.index)
        if len(picked) != len(set(chosen)):
            continue
        if question.kind == "one" and len(picked) == 1:
            valid[id_] = picked[0]
        elif question.kind == "many":
            valid[id_] = tuple(picked)
    return valid


def _smallest_reasons(
    verdicts: Diagram, answers: dict[str, Value], deciding: tuple[Statement, ...]
) -> tuple[tuple[Given, ...], ...]:
    """The smallest reasons; in each the answers that the deciding rules read come first, as they tell most."""
    read = {id_ for rule in deciding for id_ in rule.answers}
    return tuple(
        tuple(Given(question=id_, answer=answers[id_]) for id_ in sorted(reason, key=lambda id_: id_ not in read))
        for reason in sufficient_reasons(verdicts, answers)
    )


def _in_order(found: Any, order: Any) -> tuple[str, ...]:
    return tuple(id_ for id_ in order if id_ in found)


def _alternative(reasoner: Reasoner, answers: Mapping[str, Value], verdict: str | None) -> str | None:
    """What to use instead, where the verdict calls for it and the answers leave only one."""
    if verdict is None or not reasoner.rulebase.verdict[verdict].has_alternative or reasoner.alternatives is None:
        return None
    possible = reasoner.alternatives.possible(reasoner.alternatives.known(answers))
    return possible[0] if len(possible) == 1 else None


def _reasons(facts: Facts) -> tuple[Statement, ...]:
    """Every criterion that stands for or against, blocking ones first, then against, then for."""
    order = (Status.BLOCKING, Status.UNFAVOURABLE, Status.FAVOURABLE)
    standing = {id_: facts.status(id_) for id_ in facts.rulebase.criterion}
    return tuple(
        statement
        for status in order
        for criterion in facts.rulebase.criteria
        if standing[criterion.id] is status
        for statement in criterion_statements(facts, criterion, status)
    )


def _changes(
    rulebase: RuleBase, reasoner: Reasoner, answers: Mapping[str, Value], verdict: str | None
) -> dict[str, tuple[AnswerChange, ...]]:
    """For each other verdict that can be reached: a cheapest set of answers that would have to be different."""
    ways = cheapest_changes(rulebase, reasoner.verdicts, answers)
    changes: dict[str, tuple[AnswerChange, ...]] = {}
    for id_ in rulebase.verdict:
        if id_ == verdict or id_ not in ways:
            continue
        changes[id_] = tuple(
            AnswerChange(
                question=question_id,
                before=answers.get(question_id),
                after=after,
                effort=_effort(rulebase, question_id, answers.get(question_id), after),
            )
            for question_id, after in ways[id_]
        )
    return changes


def _effort(rulebase: RuleBase, question_id: str, before: Value | None, after: Value) -> str:
    if before is None:
        return Change.FREE.value
    question = rulebase.closed_questions[question_id]
    targets = (after,) if isinstance(after, str) else after
    kinds = {(option.change if (option := question.option(id_)) else None) or question.change for id_ in targets}
    return (Change.EFFORT if Change.EFFORT in kinds else Change.FREE).value


def _unknowns(rulebase: RuleBase, prospects: Prospects) -> tuple[Unknown, ...]:
    """What the verdict still hangs on: open questions that apply, the ones that settle most first."""
    return tuple(
        Unknown(
            question=item.question,
            decides=_in_order(item.decides, rulebase.verdict),
            find_out=rulebase.questions[item.question].find_out,
        )
        for item in prospects.ranked(with_unsure=True)[:MAX_UNKNOWNS]
    )
