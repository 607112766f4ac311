"""The calculations by id. The rules name one and give its parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from framework.lessons.deciding import break_even, latency_quality, threshold_on_two_curves, trial_first
from framework.lessons.fitting import fit_curve
from framework.lessons.judging import fairness_measures, three_framings
from framework.lessons.played import Parameters, Play, Played
from framework.lessons.worlds import drift, feedback_loop, label_gap
from framework.model.lesson import InteractiveBlock

_OF_NUMBERS: Mapping[str, Callable[[Parameters], Played]] = {
    "break_even": break_even,
    "drift": drift,
    "fairness_measures": fairness_measures,
    "confirming_loop": feedback_loop,
    "fit_curve": fit_curve,
    "label_gap": label_gap,
    "latency_quality": latency_quality,
    "test_first": trial_first,
    "threshold_on_two_curves": threshold_on_two_curves,
}
"""Those that take numbers only, and no rows."""


def _without_rows(calculate: Callable[[Parameters], Played]) -> Play:
    return lambda parameters, _: calculate(parameters)


CALCULATIONS: Mapping[str, Play] = {
    **{id_: _without_rows(calculate) for id_, calculate in _OF_NUMBERS.items()},
    "three_framings": three_framings,
}
"""One for each of `PLAYS`."""


def play(block: InteractiveBlock, settings: Mapping[str, float] | None = None) -> Played:
    """The result of a block with its sliders set; `settings` are values as the sliders show them, by name."""
    chosen = {control.name: control.value for control in block.controls} | dict(settings or {})
    scaled = {control.name: chosen[control.name] * control.scale for control in block.controls}
    return CALCULATIONS[block.play]({**block.parameters, **scaled}, block.rows)
