"""Exercises about a metric: which of some to judge by, and what is wrong with the others."""

from __future__ import annotations

from random import Random

from framework.assessment.assess import assess
from framework.exercises.posed import Posed, PosedPart
from framework.exercises.wording import fill
from framework.model.case import Case
from framework.model.exercise import MetricExercise
from framework.model.listing import stop
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.conclusions import facts_of, primary_metric


def pose_metric(rulebase: RuleBase, exercise: MetricExercise, case: Case, rng: Random) -> Posed | None:
    """The exercise about this case; None unless what was published about it names the same metric.

    The others are metrics that neither its task type nor the source gives, so that only one is right.
    """
    assessment = assess(rulebase, Sheet.model_validate({"answers": case.answers}))
    choice = primary_metric(facts_of(rulebase, assessment), assessment.task)
    if choice is None or assessment.task is None or choice.metric not in case.expected.acceptable_metrics:
        return None
    task = rulebase.task[assessment.task]
    fitting = {one.metric for one in task.metrics} | set(case.expected.acceptable_metrics)
    fitting |= {one.metric for variant in task.variants for one in variant.metrics or ()}
    others = rng.sample([metric for metric in rulebase.metrics if metric.id not in fitting], exercise.choices - 1)
    metric = rulebase.metric[choice.metric]
    values = {
        "task": task.name,
        "metric": metric.name,
        "plain": metric.plain,
        "why": choice.why,
        "others": " ".join(f"{other.name}: {other.plain}" for other in others),
    }
    return Posed(
        exercise=exercise.id,
        case=case.id,
        title=exercise.title,
        minutes=exercise.minutes,
        text=f"{stop(case.title)} {case.description}",
        choices=tuple(one.name for one in rng.sample([metric, *others], len(others) + 1)),
        parts=tuple(PosedPart(fill(part.ask, values), fill(part.solution, values)) for part in exercise.parts),
    )
