"""A value model for a task type is YAML and nothing else: one is added to a copy of the shipped rules."""

from __future__ import annotations

import shutil
from pathlib import Path

from framework import assess, load_rules
from framework.model.rulebase import RuleBase
from framework.model.sheet import Range, Sheet

RULES = load_rules()

BY_THE_MINUTE = """\
id: by_the_minute
title: Arrival times for the dispatchers
about: Each minute that a forecast is off costs waiting at the ramp.
formula: estimate
tasks: [forecasting]
cases: arrivals
numbers:
  - {role: volume}
  - {role: cost_unit}
  - {role: error_today}
  - {role: error_hoped}
  - {role: one_off}
  - {role: running}
  - {role: years}
quality: {role: error_hoped, words: minutes off}
simple_ways:
  - The timetable.
  - The last arrival.
process:
  level: 'Process metric: minutes of waiting at the ramp'
  assumption: Dispatchers open another ramp when they know.
  test: Count the minutes for a week with and without it.
policy:
  level: 'Decision policy: open a ramp fifteen minutes before'
  assumption: A ramp can be opened in time.
  test: Try it on ten arrivals.
limits: Bridges that are closed count as chance.
sources: [own]
"""


def _with_new_model(folder: Path) -> RuleBase:
    """The shipped rules, where another model serves forecasts."""
    shutil.copytree(RULES.folders[0], folder)
    (folder / "values" / "by_the_minute.yaml").write_text(BY_THE_MINUTE)
    for name, old, new in (
        ("values/stock_or_staff.yaml", "tasks: [forecasting, ", "tasks: ["),
        ("rulebase.yaml", "values:\n", "values:\n  - by_the_minute\n"),
    ):
        text = (folder / name).read_text()
        assert text.count(old) == 1, name
        (folder / name).write_text(text.replace(old, new))
    return load_rules(folder)


def test_a_value_model_for_a_task_type_touches_yaml_only(tmp_path: Path) -> None:
    """Its numbers are asked for, its words are told, its chain is drawn, and its result is calculated."""
    rules = _with_new_model(tmp_path / "rules")
    numbers = {"volume": 5_000, "cost_unit": 12, "error_today": 6, "error_hoped": 4.5}
    given: dict[str, float | Range] = {**numbers, "running_cost": 20_000, "one_off_cost": 30_000}
    answers: dict[str, str | tuple[str, ...]] = {
        "answer_kind": "future_value",
        "output_form": "series_ahead",
        "objective_family": "speed",
    }
    assert RULES.value.keys() < rules.value.keys()
    found = assess(rules, Sheet(answers=answers, numbers=given))
    assert (found.task, found.value) == ("forecasting", "by_the_minute")
    assert set(given) <= set(found.numbers_asked)
    assert found.worth is not None
    assert found.worth.gain is not None
    assert found.worth.gain.middle == 90_000
    assert found.money[0].text == "It pays with these numbers. Enter ranges to see how sure that is."
    assert "minutes of waiting at the ramp" in " ".join(link.level for link in found.chain)
