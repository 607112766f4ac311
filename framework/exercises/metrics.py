"""Exercises about a metric: which of some to judge by, and what is wrong with the others."""

from __future__ import annotations

from random import Random

from framework.assessment.assess import assess
from framework.exercises.posed import Posed, PosedPart
from framework.exercises.wording import fill, named
from framework.model.case import Case
from framework.model.exercise import MetricExercise
from framework.model.listing import as_sentence
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.conclusions import facts_of, primary_metric


def pose_metric(rulebase: RuleBase, exercise: MetricExercise, case: Case, rng: Random) -> Posed | None:
    """The exercise about this case; None unless what was published about it names the same metric and task type.

    None, too, where the source would accept that there is no task type at all. The other metrics are ones that neither
    the source nor any task type that it accepts gives, so that only one is right; None where there are too few of them.
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
    unfitting = [metric for metric in rulebase.metrics if metric.id not in fitting]
    if len(unfitting) < exercise.choices - 1:
        return None
    others = rng.sample(unfitting, exercise.choices - 1)
    metric = rulebase.metric[choice.metric]
    values = {
        "task": rulebase.task[assessment.task].name,
        "also_right": named(exercise.also_right, [task.name for task in tasks if task.id != assessment.task]),
        "metric": metric.name,
        "why": choice.why,
        "misleads": metric.misleads_when,
    }
    return Posed(
        exercise=exercise.id,
        case=case.id,
        title=exercise.title,
        minutes=exercise.minutes,
        text=f"{as_sentence(case.title)} {case.description}",
        choices=tuple(f"{one.name}: {one.plain}" for one in rng.sample([metric, *others], len(others) + 1)),
        parts=tuple(PosedPart(fill(part.ask, values), fill(part.solution, values)) for part in exercise.parts),
    )
