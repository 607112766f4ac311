"""Makes an exercise sheet of a seed."""

from __future__ import annotations

from random import Random

from framework.errors import UserError
from framework.exercises.metrics import pose_metric
from framework.exercises.numbers import pose_numbers
from framework.exercises.posed import ExerciseSheet, Posed
from framework.exercises.verdicts import pose_verdict
from framework.model.case import Case
from framework.model.exercise import Exercise, MetricExercise, NumbersExercise
from framework.model.rulebase import RuleBase


def exercise_sheet(rulebase: RuleBase, seed: str) -> ExerciseSheet:
    """The exercises of a seed, which can be any text: a number, a name. No case comes twice while there are others.

    Raises:
        UserError: these rules have no exercises, or no case for one of them.
    """
    if not rulebase.exercise:
        raise UserError("These rules have no exercises.", "They belong in the folder `exercises`.")
    posed: list[Posed] = []
    for exercise in rulebase.exercise.values():
        used = {one.case for one in posed}
        rng = Random(f"{rulebase.manifest.id} {exercise.id} {seed}")  # noqa: S311 (nothing secret)
        cases = sorted(rng.sample(rulebase.cases, len(rulebase.cases)), key=lambda case: case.id in used)
        posed.append(_pose(rulebase, exercise, cases, rng))
    return ExerciseSheet(seed, tuple(posed))


def _pose(rulebase: RuleBase, exercise: Exercise, cases: list[Case], rng: Random) -> Posed:
    for case in cases:
        if isinstance(exercise, NumbersExercise):
            found = pose_numbers(exercise, case, rng)
        elif isinstance(exercise, MetricExercise):
            found = pose_metric(rulebase, exercise, case, rng)
        else:
            found = pose_verdict(rulebase, exercise, case, rng)
        if found:
            return found
    raise UserError(f"No worked case suits the exercise `{exercise.id}`.", "Add one, or take it off the list.")
