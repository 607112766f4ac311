"""Numbers and cases that make no exercise give none, so that others are drawn: nothing ends in an error."""

from __future__ import annotations

from random import Random

import pytest

from framework import load_rules
from framework.exercises.calculations import base_rate
from framework.exercises.metrics import pose_metric
from framework.model.exercise import MetricExercise

RULES = load_rules()


@pytest.mark.parametrize("silent", [{"recall": 0.0, "false_alarms": 0.0}, {"volume": 0.0}])
def test_an_alarm_that_never_goes_off_makes_no_exercise(silent: dict[str, float]) -> None:
    """Nobody can say how often it is right."""
    numbers = {"volume": 1_000.0, "base_rate": 0.01, "recall": 0.9, "false_alarms": 0.05}
    assert base_rate(numbers) is not None
    assert base_rate(numbers | silent) is None


def test_a_case_with_too_few_other_metrics_makes_no_exercise() -> None:
    exercise = next(found for found in RULES.exercise.values() if isinstance(found, MetricExercise))
    case = next(case for case in RULES.cases if pose_metric(RULES, exercise, case, Random(1)))
    few = RULES.model_copy(
        update={"metrics": [metric for metric in RULES.metrics if metric.id in case.expected.acceptable_metrics]}
    )
    assert pose_metric(few, exercise, case, Random(1)) is None
