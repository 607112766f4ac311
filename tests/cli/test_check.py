"""What `check` finds in a folder of rules, proves of it and notes, and where it says so."""

from __future__ import annotations

import errno
import inspect
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from framework import load_rules
from framework.errors import OutputError
from framework.reasoning.proofs import prove
from framework.rulebase.publishing import PUBLISHED, publish
from framework.rulebase.schema import modeline
from tests.cli.running import ROOT, TINY, run
from tests.tiny import copied


def test_check_reports_what_is_proved() -> None:
    """Counts, proofs, and a last line that says it."""
    done = run("check", TINY)
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("Bicycle or bus pass?, rules 0.1.0 (")
    assert "nodes and" in done.stdout
    assert "648 different complete sheets" in done.stdout
    assert done.stdout.count("  ok ") == len(prove(load_rules(TINY)).proofs)
    assert done.stdout.endswith("Sound.\n")
    assert json.loads(run("check", "--format", "json").stdout)["sound"] is True


def _changed(tmp_path: Path, file: str, before: str, after: str) -> Path:
    folder = tmp_path / "rules"
    shutil.copytree(TINY, folder)
    path = folder / file
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))
    return folder


def test_check_shows_a_broken_promise_as_a_sheet_that_can_be_loaded(tmp_path: Path) -> None:
    """Exit code 1, and the counterexample is an input of `assess`."""
    rules = _changed(tmp_path, "monotonicities.yaml", "[long, middle, short]", "[short, middle, long]")
    done = run("check", rules)
    assert done.returncode == 1
    assert "FAILED" in done.stdout
    assert "Not sound: " in done.stdout
    sheets = [line.strip() for line in done.stdout.splitlines() if line.strip().startswith('{"answers"')]
    assert sheets
    again = run("assess", "-", "--format", "json", given=sheets[0], rules=rules)
    assert json.loads(again.stdout)["verdict"] == "buy_bicycle"


def test_check_lists_the_problems_of_rules_that_do_not_load(tmp_path: Path) -> None:
    """Exit code 2."""
    rules = _changed(tmp_path, "risks/theft.yaml", "storage: street", "storage: stret")
    done = run("check", rules)
    assert done.returncode == 2
    assert "risks/theft.yaml:3:" in done.stderr
    assert "unknown_option" in done.stderr
    assert run("check", "/nowhere").returncode == 2


def _deep(tmp_path: Path, count: int, *, chain: bool) -> Path:
    """So many more questions, each asked because of the one before, or all of them in one rule."""
    options = '[{id: a, text: A, as_change: "a"}, {id: b, text: B, as_change: "b"}]'
    questions = "".join(
        f"  - {{id: q{number}, kind: one, text: t, short: s, why: w, sources: [own], change: effort, "
        f"options: {options}{f', asked_when: {{q{number - 1}: a}}' if chain and number else ''}}}\n"
        for number in range(count)
    )
    read = [f"{{q{number}: a}}" for number in range(count - 1 if chain else 0, count)]
    folder = _changed(
        tmp_path,
        "criteria/weather.yaml",
        "when: {ready_for: nothing}",
        f"when: {{any: [{{ready_for: nothing}}, {', '.join(read)}]}}",
    )
    with (folder / "questions" / "03_details.yaml").open("a") as file:
        file.write(questions)
    return folder


@pytest.fixture
def shallow() -> Iterator[None]:
    """Python gives up after 250 calls inside one another, so that small rules are deep."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 250)
    yield
    sys.setrecursionlimit(before)


@pytest.mark.parametrize("chain", [False, True])
@pytest.mark.usefixtures("shallow")
def test_check_says_that_conditions_are_too_deep(tmp_path: Path, chain: bool) -> None:
    """Exit code 2, and so in the other commands that need the diagram or read the rules."""
    rules = _deep(tmp_path, 260, chain=chain)
    done = [run("check", rules), run("assess", "-", given="title: x\n", rules=rules)]
    if not chain:
        done.append(run("diff", rules, rules))
    for one in done:
        assert one.returncode == 2
        assert one.stderr.startswith("Conditions of the rules refer to each other too deeply")


def test_check_prints_problems_as_json_too(tmp_path: Path) -> None:
    """Of rules that do not load: JSON alone, with every problem's place in parts, and exit code 2."""
    rules = _changed(tmp_path, "risks/theft.yaml", "storage: street", "storage: stret")
    done = run("check", "--format", "json", rules)
    assert (done.returncode, done.stderr) == (2, "")
    found = json.loads(done.stdout)
    (problem,) = found["problems"]
    assert found["sound"] is False and problem["code"] == "unknown_option" and "`street`" in problem["hint"]
    assert (problem["path"], problem["line"]) == (str(rules / "risks" / "theft.yaml"), 3)
    assert json.loads(run("check", "--format", "json", TINY).stdout)["problems"] == []


def test_check_notes_a_task_type_without_a_case(tmp_path: Path) -> None:
    """It is worth knowing and no mistake."""
    done = run("check", TINY)
    assert done.returncode == 0
    assert "tests/tiny_rules/tasks/electric_bicycle.yaml:1:" in done.stdout
    assert "no worked case expects this task type" in done.stdout
    notes = json.loads(run("check", "--format", "json", TINY).stdout)["notes"]
    lacking = [note["where"] for note in notes if "no worked case" in note["message"]]
    assert lacking == ["tasks/electric_bicycle"]


def test_check_notes_options_that_no_rule_names(tmp_path: Path) -> None:
    """One at its line, several counted with the first five; of two options one needs no name."""
    folder = copied(tmp_path / "rules")
    path = folder / "questions" / "01_way.yaml"
    assert "no rule names" not in run("check", folder).stdout
    added = ["    options:\n"]
    for number in range(6):
        added.append(f'      - {{id: more_{number}, text: "More {number}", as_change: "it were more"}}\n')
        path.write_text((TINY / "questions" / "01_way.yaml").read_text().replace(added[0], "".join(added), 1))
        notes = json.loads(run("check", folder, "--format", "json").stdout)["notes"]
        (note,) = (note for note in notes if "no rule names" in note["message"])
        if number == 0:
            assert note["where"].endswith("/more_0") and note["place"].startswith(f"{path}:")
            assert note["message"] == "no rule names this option, so it counts as none of the others"
    assert note["message"].startswith("no rule names 6 options") and note["message"].count("/more_") == 5
    assert note["message"].endswith(", ...")


def test_check_notes_a_rule_whose_examples_show_one_side_only() -> None:
    """As worth knowing, by the id of the rule."""
    notes = json.loads(run("check", "--format", "json", TINY).stdout)["notes"]
    one_sided = {note["where"] for note in notes if "where it does not hold" in note["message"]}
    assert "verdicts/borrow_first/try_first/street_storage" in one_sided
    assert "verdicts/keep_bus_pass/cannot_cycle/too_far" in one_sided


def test_check_says_what_an_added_rule_still_lacks(tmp_path: Path) -> None:
    """Without an error: schema lines, ids to publish, an outdated schema, a lesson, and the name of a metric."""
    rules = _changed(tmp_path, "cases/baker.yaml", "expected:\n", "expected:\n  metric: ridse\n")
    assert run("check", rules, "--publish", "--schema", rules).returncode == 0
    for path in (path for path in rules.rglob("*.yaml") if path.name != "theft.yaml"):
        path.write_text(f"{modeline(path.relative_to(rules))}\n{path.read_text()}")
    published = rules / "published.txt"
    published.write_text(published.read_text().replace("risks/theft\n", ""))
    (rules / "schema.json").write_text("{}\n")
    found = run("check", rules)
    assert (found.returncode, found.stderr) == (0, "")
    said = " ".join(found.stdout.partition("Worth knowing")[2].split())
    assert f"{rules}/risks/theft.yaml:1:1: no_schema_line the first line does not name the schema" in said
    assert "write `# yaml-language-server: $schema=../schema/risks.json`" in said
    assert f"{rules}/published.txt:1:1: not_published 1 id is not published: `risks/theft`" in said
    assert f"{rules}/schema.json:1:1: schema_outdated the schema for editors does not fit these rules" in said
    assert f"{rules}/cases/baker.yaml:" in said and "there is no metric `ridse`: did you mean `rides`?" in said
    assert "questions/" in said and "no paragraph of a lesson is the reason for this question" in said
    assert (
        f"{rules}/criteria/weather.yaml:2:1: criteria/weather no paragraph of a lesson is about this criterion" in said
    )
    files = json.loads(run("check", "--format", "json", rules).stdout)["files"]
    assert [file["code"] for file in files] == ["no_schema_line", "not_published", "schema_outdated"]


def test_check_says_what_it_wrote(tmp_path: Path) -> None:
    """On standard error, so that the report stays JSON."""
    rules = copied(tmp_path / "rules")
    done = run("check", rules, "--publish", "--schema", rules, "--format", "json")
    assert json.loads(done.stdout)["sound"] is True
    ids = len((rules / PUBLISHED).read_text().split())
    files = len([*(rules / "schema").iterdir()]) + 1
    assert (
        done.stderr == f"Wrote {ids} new ids to {rules}/{PUBLISHED}.\nWrote {files} files of the schema to {rules}.\n"
    )
    (rules / PUBLISHED).write_text((rules / PUBLISHED).read_text().replace("risks/theft\n", ""))
    assert run("check", rules, "--publish").stderr == f"Wrote 1 new id to {rules}/{PUBLISHED}.\n"
    assert run("check", rules).stderr == ""


def test_check_notes_a_task_type_without_a_value_model(tmp_path: Path) -> None:
    """Where the rule base has value models at all."""
    rules = copied(tmp_path / "rules", values=True)
    assert "no value model" not in run("check", rules).stdout
    model = rules / "values" / "punctuality.yaml"
    model.write_text(re.sub(r"(?m)^tasks: .*$", "tasks: [plain_bicycle]", model.read_text()))
    found = run("check", rules).stdout
    assert "tasks/electric_bicycle" in found and "no value model is the default of this task type" in found
    assert "no value model" not in run("check", TINY).stdout


@pytest.mark.parametrize("inside", [True, False])
def test_a_printed_path_opens_from_where_one_stands(tmp_path: Path, inside: bool) -> None:
    """Relative below the working directory, absolute elsewhere; never relative to something else."""
    rules = _changed(tmp_path, "risks/theft.yaml", "storage: street", "storage: stret")
    place = "rules" if inside else str(rules)
    done = subprocess.run(
        [sys.executable, "-m", "framework.cli", "check", place],
        capture_output=True,
        text=True,
        cwd=tmp_path if inside else ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    assert done.stderr.startswith(f"{place}/risks/theft.yaml:3:"), done.stderr


def test_the_list_of_published_ids_survives_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No id ever leaves it, least of all by an error."""
    folder = copied(tmp_path / "rules")
    before = publish(load_rules(folder)).read_text()
    assert before

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", full)
    with pytest.raises(OutputError, match="no space left"):
        publish(load_rules(folder))
    assert (folder / PUBLISHED).read_text() == before


def test_a_schema_that_cannot_be_written_names_its_path(tmp_path: Path) -> None:
    """And not standard output."""
    (tmp_path / "taken").write_text("")
    done = run("check", "--schema", tmp_path / "taken")
    assert done.returncode == 2 and done.stderr.startswith(f"{tmp_path}/taken/") and "unwritable" in done.stderr
