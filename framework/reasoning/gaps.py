"""What somebody who adds to the rules may still want to add: worth knowing, and no mistake."""

from __future__ import annotations

from framework.errors import did_you_mean
from framework.model.content import Task
from framework.model.rule_id import ALTERNATIVES, CASES, QUESTIONS, TASKS, VERDICTS, rule_id
from framework.model.rulebase import RuleBase
from framework.model.rules import Alternative, Outcome
from framework.reasoning.findings import Violation


def gaps(rulebase: RuleBase) -> tuple[Violation, ...]:
    """Every gap; of lessons and value models only where the rule base has any."""
    return (
        *_questions_without_a_lesson(rulebase),
        *_tasks_without_a_case(rulebase),
        *_tasks_without_a_value_model(rulebase),
        *_unknown_metrics(rulebase),
        *_rules_without_two_examples(rulebase),
    )


def _questions_without_a_lesson(rulebase: RuleBase) -> list[Violation]:
    if not rulebase.lessons:
        return []
    explained = {id_ for lesson in rulebase.lessons for block in lesson.blocks for id_ in block.questions}
    message = "no paragraph of a lesson is the reason for this question: name it under `questions` of one"
    missing = [id_ for id_ in rulebase.closed_questions if id_ not in explained]
    return [Violation(rule_id(QUESTIONS, id_), message) for id_ in missing]


def _tasks_without_a_case(rulebase: RuleBase) -> list[Violation]:
    shown = {id_ for case in rulebase.cases for id_ in (case.expected.task, *case.expected.acceptable_tasks)}
    message = "no worked case expects this task type"
    return [Violation(rule_id(TASKS, id_), message) for id_ in rulebase.task if id_ not in shown]


def _tasks_without_a_value_model(rulebase: RuleBase) -> list[Violation]:
    if not rulebase.values:
        return []
    valued = {id_ for model in rulebase.values for id_ in model.tasks}
    message = "no value model is the default of this task type, so no numbers are asked for"
    return [Violation(rule_id(TASKS, id_), message) for id_ in rulebase.task if id_ not in valued]


def _unknown_metrics(rulebase: RuleBase) -> list[Violation]:
    """Expected metrics that are no id; a name that only the source has stands under `acceptable_metrics`, too."""
    return [
        Violation(
            rule_id(CASES, case.id),
            f"there is no metric `{metric}`: {did_you_mean(metric, rulebase.metric)} "
            "A name that only the source has stands under `acceptable_metrics`, too.",
            path=("expected", "metric"),
        )
        for case in rulebase.cases
        if (metric := case.expected.metric) and metric not in {*rulebase.metric, *case.expected.acceptable_metrics}
    ]


def _rules_without_two_examples(rulebase: RuleBase) -> list[Violation]:
    """Rules of verdicts, alternatives and task types: one reads a rule by where it holds and where it does not."""
    owners: list[tuple[tuple[str, ...], Outcome | Alternative | Task]] = [
        *(
            ((VERDICTS, verdict.id, outcome.id), outcome)
            for verdict in rulebase.verdicts
            for outcome in verdict.outcomes
        ),
        *(((ALTERNATIVES, item.id), item) for item in rulebase.alternatives),
        *(((TASKS, task.id), task) for task in rulebase.tasks),
    ]
    message = "no example of this rule shows where it {}"
    return [
        Violation(rule_id(*where, rule.id), message.format(missing))
        for where, owner in owners
        for rule in owner.rules
        for gives, missing in (("holds", "holds"), ("fails", "does not hold"))
        if not any(example.rule == rule.id and example.gives == gives for example in owner.examples)
    ]
