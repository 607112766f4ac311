"""What somebody who adds to the rules may still want to add: worth knowing, and no mistake."""

from __future__ import annotations

from collections.abc import Iterator

from framework.errors import did_you_mean
from framework.model.condition import names_in
from framework.model.rule_id import CASES, CRITERIA, QUESTIONS, TASKS, rule_id
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.reasoning.examples import exemplified
from framework.reasoning.findings import Violation

MAX_NAMED = 5
"""Options that a note names."""

MAX_EXAMPLES = 4
"""Examples of one rule that somebody reads."""


def gaps(rulebase: RuleBase) -> tuple[Violation, ...]:
    """Every gap; of lessons and value models only where the rule base has any."""
    return (
        *_without_a_lesson(rulebase),
        *_tasks_without_a_case(rulebase),
        *_tasks_without_a_value_model(rulebase),
        *_unknown_metrics(rulebase),
        *_unnamed_options(rulebase),
        *_lacking_examples(rulebase),
    )


def _without_a_lesson(rulebase: RuleBase) -> Iterator[Violation]:
    if not rulebase.lessons:
        return
    for id_ in (id_ for id_ in rulebase.closed_questions if id_ not in rulebase.taught):
        message = "no paragraph of a lesson is the reason for this question: name it under `questions` of one"
        yield Violation(rule_id(QUESTIONS, id_), message)
    explained = {id_ for lesson in rulebase.lessons for block in lesson.blocks for id_ in block.rules}
    for id_ in rulebase.criterion:
        if (where := rule_id(CRITERIA, id_)) not in explained:
            yield Violation(where, "no paragraph of a lesson is about this criterion: name it under `rules` of one")


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


def _unnamed_options(rulebase: RuleBase) -> list[Violation]:
    """Options that no condition names, in one note. Of two options one needs no name: it is not the other."""
    conditions = (condition for entry in index_of(rulebase).values() for condition in entry.conditions)
    named = {(leaf.name, value) for condition in conditions for leaf in names_in(condition) for value in leaf.values}
    ids = [
        rule_id(QUESTIONS, question.id, option.id)
        for question in rulebase.closed_questions.values()
        for option in question.options
        if len(question.options) > 2 and (question.id, option.id) not in named
    ]
    if len(ids) < 2:
        return [Violation(id_, "no rule names this option, so it counts as none of the others") for id_ in ids]
    shown = ", ".join(f"`{id_.removeprefix(f'{QUESTIONS}/')}`" for id_ in ids[:MAX_NAMED])
    more = ", ..." if len(ids) > MAX_NAMED else ""
    message = f"no rule names {len(ids)} options, so each counts as none of the others: {shown}{more}"
    return [Violation(ids[0], message)]


def _lacking_examples(rulebase: RuleBase) -> Iterator[Violation]:
    """One reads a rule by where it holds and where it does not, and a criterion by two statuses."""
    for owner in exemplified(rulebase):
        if owner.criterion is not None and len({example.gives for example in owner.examples}) < 2:
            yield Violation(owner.id, "all examples of this criterion give the same status: show where it differs")
        for rule, _condition in owner.rules:
            where, given = rule_id(owner.id, rule), [item.gives for item in owner.examples if item.rule == rule]
            for side, words in (("holds", "holds"), ("fails", "does not hold")):
                if side not in given:
                    yield Violation(where, f"no example of this rule shows where it {words}")
            if len(given) > MAX_EXAMPLES:
                yield Violation(where, f"{len(given)} examples of this rule are too many to read: keep {MAX_EXAMPLES}")
