"""A condition that several rules share has one name and one place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from framework import assess, load_rules
from framework.errors import RuleBaseError
from framework.model.condition import All, Is, Not
from framework.rulebase.conditions import CONDITION_KEYS
from tests.rulebase.folders import overlay
from tests.tiny import copied

ROOT = Path(__file__).parents[2]
RULES = ROOT / "rules"

WET = "- {id: wet, means: It is ridden in the rain., when: {ready_for: rain}}\n"
NAMED = """\
id: weather
favourable:
  - {id: most_weather, when: {holds: wet}}
"""


def _with_a_name(folder: Path, conditions: str = WET) -> Path:
    """The tiny rules; a criterion names a condition."""
    copied(folder)
    over = overlay(folder.parent / "over", conditions=conditions, criteria__weather=NAMED)
    return over


def test_a_rule_that_names_a_condition_is_read_as_if_it_were_written_out(tmp_path: Path) -> None:
    rulebase = load_rules(tmp_path / "rules", (_with_a_name(tmp_path / "rules"),))
    clause = rulebase.criterion["weather"].favourable[0]
    assert isinstance(clause.when, Is) and (clause.when.name, clause.when.values) == ("ready_for", ("rain",))
    assert assess(rulebase, {"answers": {"ready_for": ["rain", "cold"]}}).criteria["weather"] == "favourable"


def test_another_layer_changes_it_for_every_rule_that_names_it(tmp_path: Path) -> None:
    over, above = _with_a_name(tmp_path / "rules"), tmp_path / "above"
    overlay(above, conditions="- {id: wet, when: {ready_for: dark}}\n")
    rulebase = load_rules(tmp_path / "rules", (over, above))
    assert assess(rulebase, {"answers": {"ready_for": ["dark", "cold"]}}).criteria["weather"] == "favourable"
    assert assess(rulebase, {"answers": {"ready_for": ["rain", "cold"]}}).criteria["weather"] != "favourable"


def test_a_broken_file_of_conditions_is_the_only_thing_reported(tmp_path: Path) -> None:
    """Not also every rule that names one."""
    with pytest.raises(RuleBaseError) as caught:
        load_rules(tmp_path / "rules", (_with_a_name(tmp_path / "rules", WET.replace("when", "whenever")),))
    assert {Path(problem.place.path).name for problem in caught.value.problems} == {"conditions.yaml"}


def test_a_mistake_in_a_named_condition_is_reported_once_and_where_it_is(tmp_path: Path) -> None:
    with pytest.raises(RuleBaseError) as caught:
        load_rules(tmp_path / "rules", (_with_a_name(tmp_path / "rules", WET.replace("rain}", "rian}")),))
    (problem,) = caught.value.problems
    assert problem.code == "unknown_option" and problem.place.path.endswith("conditions.yaml")


def test_a_rule_that_leads_to_the_verdict_names_no_condition_about_it(tmp_path: Path) -> None:
    """It is reported where it is named: the condition itself is right."""
    about = "- {id: wet, means: It is bought., when: {verdict: buy}}\n"
    with pytest.raises(RuleBaseError) as caught:
        load_rules(tmp_path / "rules", (_with_a_name(tmp_path / "rules", about),))
    found = [problem for problem in caught.value.problems if problem.code == "condition"]
    assert found and all(Path(problem.place.path).name == "weather.yaml" for problem in found)


def test_shared_conditions_name_each_other_in_any_order(tmp_path: Path) -> None:
    """Each is read as if what it names were written out, and so are the rules that name it."""
    wet = "- {id: wet, means: It rains in the dark., when: {all: [{holds: soaked}, {not: {holds: light}}]}}\n"
    soaked = "- {id: soaked, means: It rains., when: {ready_for: rain}}\n"
    light = "- {id: light, means: It is light., when: {not: {ready_for: dark}}}\n"
    over = _with_a_name(tmp_path / "rules", f"{wet}{soaked}{light}")
    rulebase = load_rules(tmp_path / "rules", (over,))
    rain, dark = Is("ready_for", ("rain",)), Is("ready_for", ("dark",))
    assert rulebase.criterion["weather"].favourable[0].when == All((rain, Not(Not(dark))))
    overlay(tmp_path / "above", conditions="- {id: soaked, when: {ready_for: cold}}\n")
    changed = load_rules(tmp_path / "rules", (over, tmp_path / "above"))
    assert changed.criterion["weather"].favourable[0].when == All((Is("ready_for", ("cold",)), Not(Not(dark))))


@pytest.mark.parametrize(
    ("conditions", "line", "code", "said"),
    [
        ("- {id: wet, means: x, when: {holds: wet}}\n", 1, "cycle", "`wet` -> `wet`"),
        (
            "- {id: cold, means: x, when: {ready_for: cold}}\n- {id: wet, means: x, when: {not: {holds: damp}}}\n"
            "- {id: damp, means: x, when: {any: [{holds: cold}, {holds: wet}]}}\n",
            2,
            "cycle",
            "`wet` -> `damp` -> `wet`",
        ),
        ("- {id: wet, means: x, when: {holds: wett}}\n", 1, "condition", "there is no condition `wett`"),
        (
            "\n".join(f"- {{id: c{n}, means: x, when: {{not: {{holds: c{n + 1}}}}}}}" for n in range(30))
            + "\n- {id: c30, means: x, when: {ready_for: cold}}\n- {id: wet, means: x, when: {holds: c0}}\n",
            10,
            "condition",
            "with `c10` written out, conditions are nested deeper than 20 levels",
        ),
        (
            "\n".join(
                f"- {{id: c{n}, means: x, when: {{all: [{{holds: c{n + 1}}}, {{holds: c{n + 1}}}]}}}}"
                for n in range(15)
            )
            + "\n- {id: c15, means: x, when: {ready_for: cold}}\n- {id: wet, means: x, when: {holds: c0}}\n",
            6,
            "condition",
            "`c5` has more than 1,000 parts",
        ),
    ],
    ids=["itself", "circle", "unknown", "deep", "large"],
)
def test_what_is_wrong_with_conditions_that_name_each_other_is_told_once_and_where(
    tmp_path: Path, conditions: str, line: int, code: str, said: str
) -> None:
    with pytest.raises(RuleBaseError) as caught:
        load_rules(tmp_path / "rules", (_with_a_name(tmp_path / "rules", conditions),))
    (problem,) = (one for one in caught.value.problems if one.code != "unused")
    assert (Path(problem.place.path).name, problem.place.line, problem.code) == ("conditions.yaml", line, code)
    assert said in problem.message


def test_a_layer_may_replace_the_last_rule_that_names_one_below(tmp_path: Path) -> None:
    over, above = _with_a_name(tmp_path / "rules"), tmp_path / "above"
    overlay(above, criteria__weather=NAMED.replace("{holds: wet}", "{ready_for: dark}"))
    assert load_rules(tmp_path / "rules", (over, above)).criterion["weather"]


def test_a_misplaced_file_is_told_its_place_whatever_it_names(tmp_path: Path) -> None:
    over = overlay(tmp_path / "over", conditions=WET, criterea__weather=NAMED)
    copied(tmp_path / "rules")
    with pytest.raises(RuleBaseError, match=r"criterea/weather.yaml:1:1: unknown_file"):
        load_rules(tmp_path / "rules", (over,))


def test_what_has_a_name_is_not_written_out_again() -> None:
    """Nor in another order, nor inside another one that has a name: a change would miss that place."""
    shared = _read(RULES / "conditions.yaml")
    named = {_plain(entry["when"]): entry["id"] for entry in shared}
    assert len(named) > 8
    again = [
        (path.relative_to(RULES).as_posix(), named[part])
        for path in sorted(RULES.rglob("*.yaml"))
        if path.name != "conditions.yaml" and path.parent.parent.name != "languages"
        for part in _parts(_read(path))
        if part in named
    ]
    again += [
        (entry["id"], named[part])
        for entry in shared
        for part in _parts(entry)
        if part in named and named[part] != entry["id"]
    ]
    assert again == []


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(), yaml.BaseLoader)


def _parts(data: Any, inside: bool = False) -> Iterator[Any]:
    """Every part of every condition, in a form that can be compared."""
    if isinstance(data, dict):
        if inside:
            yield _plain(data)
        for key, value in data.items():
            yield from _parts(value, inside or key in CONDITION_KEYS)
    elif isinstance(data, list):
        for item in data:
            yield from _parts(item, inside)


def _plain(data: Any) -> Any:
    if isinstance(data, dict):
        return tuple((key, _plain(value)) for key, value in data.items())
    if isinstance(data, list):
        return frozenset(map(_plain, data))
    return data
