"""The rules meet their own examples, and the worked cases what was published; what does not is found with its place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from framework import load_rules
from framework.cli.main import main
from framework.reasoning.examples import cases_hold, examples_hold, exemplified

ROOT = Path(__file__).parents[2]
RULEBASE = load_rules()
TINY = ROOT / "tests" / "tiny_rules"


@pytest.mark.parametrize("folder", [None, TINY], ids=["shipped", "tiny"])
def test_a_rule_base_meets_its_examples_and_cases(folder: Path | None) -> None:
    """An example that expects something else is a mistake in the rule or in the example."""
    rulebase = load_rules(folder)
    for proof in (examples_hold(rulebase), cases_hold(rulebase)):
        assert proof.checked
        assert proof.violations == ()


def test_every_rule_has_an_example_that_fires_and_one_that_does_not() -> None:
    """A rule without a counterexample could say the same to everybody."""
    with_rules = [owner for owner in exemplified(RULEBASE) if owner.criterion is not None or owner.rules]
    assert len(with_rules) >= len(RULEBASE.criteria) + len(RULEBASE.tasks)
    assert [owner.id for owner in with_rules if len({example.gives for example in owner.examples}) < 2] == []


DISTANCE, WEATHER, BORROW = "criteria/distance.yaml", "criteria/weather.yaml", "verdicts/borrow_first.yaml"
BUY, NURSE, CLERK = "verdicts/buy_bicycle.yaml", "cases/nurse.yaml", "cases/clerk.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (DISTANCE, "gives: blocking", "gives: >open", "expects `open`, the rules give `blocking`"),
        (DISTANCE, "clauses: [near]", "clauses: >[flat_or_motor]", "the rules give `near`"),
        (DISTANCE, "long}, gives", 'long, hills: flat, electric: >"no"}, gives', "is not asked of this sheet"),
        (BORROW, "rule: hard_ride}", "rule: >hard_rid}", "is not here"),
        (BUY, "{trip_length: short, trips", "{trip_length: long, trips", "expects `holds`, the rules give `fails`"),
        (NURSE, "verdict: keep_bus_pass", "verdict: >borrow_first", "no `note` says why"),
        (NURSE, "verdict: keep_bus_pass\n", "verdict: >fly\n", "no verdict `fly`"),
        (NURSE, "acceptable_verdicts: [keep_bus_pass]", "acceptable_verdicts: [borrow_first]", "the source supports"),
        (NURSE, "task: none", "task: >unicycle", "no task `unicycle`"),
        (NURSE, "storage: yard", "storage: [yard, >strete]", "has no option `strete`"),
        (CLERK, "acceptable_tasks: [plain_bicycle]", "acceptable_tasks: [none]", "the source supports"),
        (CLERK, "hills: flat,", 'hills: flat, electric: >"yes",', "is not asked of this sheet"),
    ],
)
def test_what_is_planted_is_found_by_check(
    file: str, old: str, new: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong expectation, a rule or task that is not there, an option that is not there in a partial answer, an answer
    to a question that is not asked, a case that goes elsewhere: each at its file, line and column (marked here by `>`).
    """
    folder = tmp_path / "rules"
    shutil.copytree(TINY, folder)
    text = (folder / file).read_text()
    assert text.count(old) == 1
    text = text.replace(old, new)
    at = text.index(">") if ">" in new else None
    text = text.replace(">", "") if ">" in new else text
    (folder / file).write_text(text)
    assert main(["check", str(folder)]) != 0
    printed = capsys.readouterr()
    report = " ".join((printed.out + printed.err).split())
    assert says in report
    place = rf"rules/{file}:(\d+):(\d+): "
    if at is not None:
        place = f"rules/{file}:{text.count(chr(10), 0, at) + 1}:{at - text.rfind(chr(10), 0, at)}: "
    assert re.search(place, report)


@pytest.mark.parametrize(
    ("acceptable", "note", "says"),
    [
        ("keep_bus_pass, buy_bicycle", "note: The source does not say how far.\n", None),
        ("keep_bus_pass, buy_bicycle", "", "and no `note` says so"),
        ("keep_bus_pass", "note: The source does not say how far.\n", "the rules give nothing settled"),
    ],
)
def test_a_case_may_leave_several_verdicts_open_if_a_note_says_so(
    acceptable: str, note: str, says: str | None, tmp_path: Path
) -> None:
    """And only if its source supports each of them."""
    folder = tmp_path / "rules"
    shutil.copytree(TINY, folder)
    text = (folder / NURSE).read_text()
    text = text.replace("trip_length: long", "trip_length: [middle, long]").replace("yard", "indoors")
    text = text.replace("ready_for: [dark]", "ready_for: [rain, cold]").replace("[keep_bus_pass]", f"[{acceptable}]")
    text = text.replace("acceptable_tasks: [none]", "acceptable_tasks: [none, electric_bicycle]")
    (folder / NURSE).write_text(text + note)
    violations = [violation.message for violation in cases_hold(load_rules(folder)).violations]
    assert len(violations) == (says is not None)
    assert says is None or says in violations[0]
