"""Exercises about a metric: which of some to judge by, and what is wrong with the others."""

from __future__ import annotations

from random import Random

from framework.assessment.assess import assess
from framework.assessment.statements import questions_read
from framework.exercises.posed import Posed, PosedPart
from framework.exercises.wording import fact, fill, named
from framework.model.case import Case
from framework.model.content import Metric, MisleadingNumber
from framework.model.exercise import MetricExercise
from framework.model.listing import as_sentence
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.conclusions import facts_of, primary_metric
from framework.reasoning.variants import task_in_words


def pose_metric(rulebase: RuleBase, exercise: MetricExercise, case: Case, rng: Random) -> Posed | None:
    """The exercise about this case; None unless what was published about it names the same metric and task type.

    None, too, where the source would accept that there is no task type at all. Some choices are numbers that the task
    type calls misleading. The other metrics are ones that neither the source nor any task type that it accepts gives,
    so that only one is right; None where there are too few of them. The answers that the reason rests on are facts.
    """
    assessment = assess(rulebase, Sheet.model_validate({"answers": case.answers}))
    choice = primary_metric(facts_of(rulebase, assessment), assessment.task)
    expected = case.expected
    if choice is None or choice.metric not in expected.acceptable_metrics:
        return None
    if assessment.task not in expected.acceptable_tasks or not rulebase.task.keys() >= set(expected.acceptable_tasks):
        return None
    tasks = [rulebase.task[id_] for id_ in expected.acceptable_tasks]
    fitting = set(expected.acceptable_metrics)
    for task in tasks:
        fitting |= {one.metric for one in task.metrics}
        fitting |= {one.metric for variant in task.variants for one in variant.metrics or ()}
    facts = facts_of(rulebase, assessment)
    right = [metric for metric in rulebase.metrics if metric.id in expected.acceptable_metrics]
    listed = task_in_words(facts, rulebase.task[assessment.task]).whole.misleading
    misleading = [one for one in listed if not any(_named_in(one, metric) for metric in right)]
    misleading = rng.sample(misleading, min(len(misleading), exercise.misleading, exercise.choices - 2))
    unfitting = [metric for metric in rulebase.metrics if metric.id not in fitting]
    needed = exercise.choices - 1 - len(misleading)
    if len(unfitting) < needed:
        return None
    metric = rulebase.metric[choice.metric]
    choices = [_explained(one) for one in (metric, *rng.sample(unfitting, needed))]
    choices += [_explained_if_known(rulebase, one) for one in misleading]
    read = questions_read(rulebase, [choice.when] if choice.when else [], facts)
    values = {
        "task": rulebase.task[assessment.task].name,
        "also_right": named(exercise.also_right, [task.name for task in tasks if task.id != assessment.task]),
        "metric": metric.name,
        "why": choice.why,
        "wrong": " ".join(fill(exercise.why_not, {"name": one.name, "why": one.why}) for one in misleading),
        "misleads": metric.misleads_when,
    }
    return Posed(
        exercise=exercise.id,
        case=case.id,
        title=exercise.title,
        minutes=exercise.minutes,
        text=f"{as_sentence(case.title)} {case.description}",
        facts=tuple(fact(rulebase, id_, assessment.answers[id_]) for id_ in read),
        choices=tuple(rng.sample(choices, len(choices))),
        parts=tuple(PosedPart(fill(part.ask, values), fill(part.solution, values)) for part in exercise.parts),
    )


def _explained(metric: Metric) -> str:
    return f"{metric.name}: {metric.plain}"


def _explained_if_known(rulebase: RuleBase, number: MisleadingNumber) -> str:
    """A misleading number: what it means, where it is a metric that has an explanation; else its name says it."""
    return next((_explained(one) for one in rulebase.metrics if one.name == number.name), number.name)


def _named_in(number: MisleadingNumber, metric: Metric) -> bool:
    """Whether a misleading number seems to be a use of this metric, which would make two answers right."""
    return metric.name.split()[0].casefold() in number.name.casefold()
