"""The main entry point: a rule base and a sheet in, an immutable assessment out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from framework.assessment import consequences, explanation, framing
from framework.assessment.chain import chain, numbers_asked
from framework.assessment.first_facts import first_steps
from framework.assessment.grounds import Grounds, grounds_of
from framework.assessment.statements import rule_statements
from framework.model.assessment import Advised, Asked, Assessment, Costed, Decided, Framed, NextAction
from framework.model.question import TextRole
from framework.model.rule_id import TASKS, VERDICTS, rule_id
from framework.model.rulebase import RuleBase
from framework.model.rules import learned_from
from framework.model.sheet import Sheet
from framework.reasoning.conclusions import metric_to_judge_by, primary_metric
from framework.reasoning.interview import Prospects
from framework.reasoning.nodes import recursion_as_too_large
from framework.rulebase.sheets import check_sheet


@recursion_as_too_large()
def assess(rulebase: RuleBase, sheet: Sheet | Mapping[str, Any], *, strict: bool = True) -> Assessment:
    """Everything the rule base says about a sheet. Pure: the same input gives the same output.

    Args:
        rulebase: the rules, checked by `load_rules`.
        sheet: the answers, or a mapping with the keys of a `Sheet`.
        strict: whether everything in it must be valid. Without, as for a sheet that was saved under an earlier edition,
            an answer that these rules do not know counts as not given.

    Raises:
        SheetError: with everything that is wrong with the sheet, as `read_sheet` reports it for a file.
        pydantic.ValidationError: not `strict`, and a mapping has another key or a value of another kind.
        DiagramTooLarge: when the rules need more nodes than the budget, or their conditions are too deep.
    """
    sheet = check_sheet(sheet, rulebase) if strict else Sheet.model_validate(sheet)
    grounds = grounds_of(rulebase, sheet)
    parts = (part(grounds) for part in (_decided, _asked, _framed, _advised, _costed))
    return Assessment(
        **{name: value for part in parts for name, value in part},
        title=sheet.title,
        rulebase=rulebase.manifest.id,
        version=rulebase.manifest.version,
        digest=rulebase.digest,
        exact=True,
        answers=grounds.answers,
        words=grounds.words.own,
        sheet=sheet,
    )


def _decided(grounds: Grounds) -> Decided:
    facts, found, answers = grounds.facts, grounds.found, grounds.answers
    rulebase, verdicts, outcome = grounds.rulebase, grounds.reasoner.verdicts, grounds.outcome
    deciding = (
        rule_statements(facts, rule_id(VERDICTS, found.verdict, outcome.id), outcome.rules)
        if found.verdict and outcome
        else ()
    )
    sufficient = explanation.sufficient(verdicts, answers, deciding) if found.verdict else ()
    return Decided(
        verdict=found.verdict,
        possible_verdicts=found.possible_verdicts,
        outcome=found.outcome,
        possible_outcomes=found.possible_outcomes,
        alternative=found.alternative,
        criteria={id_: facts.status(id_) for id_ in rulebase.criterion},
        reasons=explanation.reasons(facts),
        verdict_rules=deciding,
        sufficient_reason=sufficient[0] if sufficient else (),
        sufficient_reasons=sufficient,
        changes=explanation.changes(rulebase, verdicts, answers, found.verdict),
        check_first=explanation.check_first(verdicts, answers),
    )


def _asked(grounds: Grounds) -> Asked:
    rulebase, reasoner, prospects = grounds.rulebase, grounds.reasoner, grounds.prospects
    asked = prospects.next(rulebase.manifest.interview.opening)
    of_task = Prospects(reasoner, reasoner.tasks, grounds.answers, grounds.unsure).next() if reasoner.tasks else None
    return Asked(
        next_question=asked.question if asked else None,
        task_question=of_task.question if of_task else None,
        unknowns=explanation.unknowns(rulebase, prospects, grounds.answers),
        questions_left=prospects.questions_left,
        applicable_left=prospects.applicable_left,
        facts_left=prospects.facts_left,
        contradictions=(*consequences.contradictions(grounds.facts), *grounds.numbers_at_odds()),
    )


def _framed(grounds: Grounds) -> Framed:
    rulebase, facts, found = grounds.rulebase, grounds.facts, grounds.found
    task, worded, words, objective = grounds.task, grounds.worded, grounds.words, grounds.objective
    alternatives = framing.alternatives(facts, task, found.possible_tasks)
    audience = next((item for item in rulebase.manifest.audiences if facts.holds(item.when)), None)
    verdict, sentences = rulebase.verdict.get(found.verdict or ""), rulebase.manifest.sentences
    business = objective.business_objective if objective else sentences.fallback_business
    ml_objective = framing.ml_objective(worded, grounds.value)[0] if worded else sentences.fallback_ml
    return Framed(
        task=found.task,
        possible_tasks=found.possible_tasks,
        other_tasks=tuple(option.task for option in alternatives),
        task_reasons=rule_statements(facts, rule_id(TASKS, task.id), task.rules) if task else (),
        task_alternatives=alternatives,
        variant=worded.variant.id if worded and worded.variant else None,
        metric=metric_to_judge_by(facts, found.task, found.alternative),
        baseline=framing.baseline(facts, task, words),
        framing=framing.sentence(
            facts, worded, words, needs_task=found.needs_task, learns=learned_from(verdict, grounds.outcome)
        ),
        business_objective=words.fill(business),
        ml_objective=words.fill(ml_objective),
        objective=objective.id if objective else None,
        possible_objectives=tuple(item.id for item in rulebase.objectives if facts.holds(item.when) is not False),
        audience=audience.id if audience else None,
        chain=chain(
            rulebase,
            objective,
            grounds.value,
            task,
            primary_metric(facts, found.task),
            facts,
            words.in_role(TextRole.METRIC),
        ),
        faults=framing.faults(facts),
        decouplings=framing.decouplings(facts),
    )


def _advised(grounds: Grounds) -> Advised:
    facts, found, outcome, worth = grounds.facts, grounds.found, grounds.outcome, grounds.worth
    if found.verdict and not outcome:
        steps = first_steps(grounds.reasoner, facts, grounds.answers, grounds.unsure, grounds.known)
    else:
        first = grounds.money.first_steps() if grounds.money and outcome else ()
        steps = (*first, *_next_steps(grounds))
    return Advised(
        next_steps=steps,
        if_replanned=_next_steps(grounds, replanned=True),
        requirements=consequences.requirements(facts, worth.figures if worth else {}),
        risks=consequences.risks(facts),
        plan=consequences.plan(facts),
        ladder_start=consequences.ladder_start(facts),
        remarks=consequences.remarks(facts),
    )


def _next_steps(grounds: Grounds, *, replanned: bool = False) -> tuple[NextAction, ...]:
    """What to do next where an outcome holds; none while the verdict is open."""
    verdict, outcome = grounds.found.verdict, grounds.outcome
    if verdict is None or outcome is None:
        return ()
    return consequences.next_steps(grounds.facts, verdict, outcome, grounds.known, replanned=replanned)


def _costed(grounds: Grounds) -> Costed:
    return Costed(
        value=grounds.value.id if grounds.value else None,
        numbers_asked=numbers_asked(grounds.rulebase, grounds.value),
        given=grounds.given,
        worth=grounds.worth,
        money=grounds.money.statements() if grounds.money else (),
    )
