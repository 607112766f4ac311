"""An example or a case that does not hold is found with its place, and the message says what the answers lead to."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from framework import load_rules
from framework.cli.main import main
from framework.model.condition import All, Condition, Is
from framework.model.rulebase import RuleBase
from framework.model.rules import Rule
from framework.reasoning.examples import cases_hold
from framework.reasoning.proofs import Prover
from tests.cli.running import TINY

DISTANCE, BORROW = "criteria/distance.yaml", "verdicts/borrow_first.yaml"
BUY, NURSE, CLERK = "verdicts/buy_bicycle.yaml", "cases/nurse.yaml", "cases/clerk.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (DISTANCE, "gives: blocking", "gives: >open", "expects `open`, the rules give `blocking`"),
        (DISTANCE, "clauses: [near]", "clauses: >[flat_or_motor]", "the rules give `near`"),
        (DISTANCE, "long}, gives", 'long, hills: flat, electric: >"no"}, gives', "does not apply to this sheet"),
        (BORROW, "rule: hard_ride}", "rule: >hard_rid}", "did you mean `hard_ride`?"),
        (BUY, "{trip_length: short, trips", "{trip_length: long, trips", "expects `holds`, the rules give `fails`"),
        (NURSE, "verdict: keep_bus_pass", "verdict: >borrow_first", "no `note` says why"),
        (NURSE, "verdict: keep_bus_pass\n", "verdict: >fly\n", "no verdict `fly`"),
        (NURSE, "acceptable_verdicts: [keep_bus_pass]", "acceptable_verdicts: [borrow_first]", "the source supports"),
        (NURSE, "task: none", "task: >unicycle", "no task `unicycle`"),
        (NURSE, "storage: yard", "storage: [yard, >strete]", "has no option `strete`"),
        (CLERK, "acceptable_tasks: [plain_bicycle]", "acceptable_tasks: [none]", "the source supports"),
        (CLERK, "hills: flat,", 'hills: flat, electric: >"yes",', "does not apply to this sheet"),
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
        (
            "keep_bus_pass",
            "note: The source does not say how far.\n",
            "open between `buy_bicycle`, `keep_bus_pass`, which hangs on `trip_length`",
        ),
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


def test_a_task_type_that_the_answers_leave_open_is_said_with_its_question(tmp_path: Path) -> None:
    """Instead of "the rules give `none`", which they do not."""
    folder = tmp_path / "rules"
    shutil.copytree(TINY, folder)
    text = (folder / CLERK).read_text()
    (folder / CLERK).write_text(text.replace("hills: flat,", ""))
    (message,) = [violation.message for violation in cases_hold(load_rules(folder)).violations]
    assert "supports the task `plain_bicycle`" in message
    assert "open between `electric_bicycle`, `plain_bicycle`, which hangs on `hills` and `electric`" in message


RULE = "      - {{id: planted, when: {when}, because: Because., sources: [own], limits: Limits.}}\n"


@pytest.mark.parametrize(
    ("when", "names"),
    [
        ("{trip_length: long}", "`verdicts/keep_bus_pass/cannot_cycle/too_far` already decides"),
        (
            "{all: [{ready_for: rain}, {safe_place: unfavourable}]}",
            "`verdicts/borrow_first/try_first/street_storage` already decides",
        ),
    ],
)
def test_a_rule_that_never_decides_comes_with_the_rules_that_decide_instead(
    when: str, names: str, tmp_path: Path
) -> None:
    """Those that give the same, and those that come first."""
    folder = tmp_path / "rules"
    shutil.copytree(TINY, folder)
    text = (folder / BORROW).read_text()
    (folder / BORROW).write_text(text.replace("    rules:\n", "    rules:\n" + RULE.format(when=when)))
    proof = Prover(load_rules(folder)).every_rule_decides()
    (message,) = [violation.message for violation in proof.violations]
    assert message == f"this rule never decides: wherever it holds, {names}"


def test_of_many_rules_that_decide_instead_three_are_named() -> None:
    """A rule that holds always is covered only by all the others together."""
    tiny = load_rules(TINY)
    places = [All((Is("trip_length", ("short",)), Is("storage", (place,)))) for place in ("indoors", "yard", "street")]
    conditions: tuple[Condition, ...] = (All(()), *places, Is("trip_length", ("middle",)), Is("trip_length", ("long",)))
    planted = [
        Rule(id=f"r{number}", when=when, because="because", sources=("own",), limits="limits")
        for number, when in enumerate(conditions)
    ]
    first = tiny.verdicts[-1]
    outcome = first.outcomes[0].model_copy(update={"rules": tuple(planted)})
    verdict = first.model_copy(update={"outcomes": (outcome, *first.outcomes[1:])})
    fields = {name: getattr(tiny, name) for name in type(tiny).model_fields}
    changed = {**fields, "digest": "planted", "verdicts": (*tiny.verdicts[:-1], verdict)}
    violations = Prover(RuleBase.model_construct(**changed)).every_rule_decides().violations
    (message,) = [violation.message for violation in violations if violation.where.endswith("/r0")]
    assert message.count("`verdicts/") == 3 and message.endswith("and 2 more already decide")
