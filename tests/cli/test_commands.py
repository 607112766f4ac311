"""What each command prints, and with which exit code it ends."""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from framework import assess, load_rules
from framework.cli.arguments import COMMANDS, FORMS, parser
from framework.cli.main import main
from framework.reasoning.proofs import prove
from framework.report import forms
from framework.report.json_ import to_json
from framework.rulebase import read_sheet
from framework.rulebase.schema import modeline
from tests.cli.running import ROOT, RUNNERS, TINY, run
from tests.tiny import copied

SHEET = """\
title: A baker
answers: {trip_length: middle, trips_per_week: some, hills: flat, storage: indoors, ready_for: [rain, cold]}
words: {traveller: baker}
numbers: {pass_price: 400}
"""


def _options(command: str) -> str:
    """What the help of a command says."""
    made = argparse.ArgumentParser(prog=command)
    COMMANDS[command][1](made)
    return made.format_help()


def test_questions_are_listed_in_asking_order() -> None:
    """With every key that scripts rely on."""
    done = run("questions", "--format", "json")
    assert done.returncode == 0
    found = json.loads(done.stdout)
    rulebase = load_rules(TINY)
    assert [question["id"] for question in found] == list(rulebase.questions)
    keys = ["id", "section", "text", "help", "why", "kind", "options", "groups", "asked_when"]
    assert all(list(question) == keys for question in found)
    by_id = {question["id"]: question for question in found}
    assert by_id["electric"]["asked_when"] == "Asked if Hills is “At least one real climb”."
    assert by_id["hills"]["asked_when"] is None
    assert by_id["hills"]["options"][-1] == {"id": "not_sure", "text": "Not sure", "help": None}
    assert [group["id"] for group in by_id["trips_per_week"]["groups"]] == ["regular", "seldom"]
    assert by_id["hills"]["groups"] == []
    assert by_id["traveller"]["options"] == []


def test_questions_as_text_fit_a_terminal() -> None:
    """80 columns."""
    lines = run("questions").stdout.splitlines()
    assert len(lines) > 30
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("source", ["file", "-"])
def test_assess_gives_what_the_python_call_gives(tmp_path: Path, source: str) -> None:
    """From a file and from standard input."""
    path = tmp_path / "sheet.yaml"
    path.write_text(SHEET)
    done = run("assess", path if source == "file" else "-", "--format", "json", given=SHEET)
    assert done.returncode == 0, done.stderr
    rulebase = load_rules(TINY)
    assert done.stdout == to_json(rulebase, assess(rulebase, read_sheet(SHEET.encode(), rulebase)))


def test_json_holds_the_fixed_keys() -> None:
    """Scripts rely on them."""
    found = json.loads(run("assess", "-", "--format", "json", given=SHEET).stdout)
    fixed = {"verdict", "possible_verdicts", "outcome", "alternative", "criteria", "task", "other_tasks", "metric"}
    fixed |= {"baseline", "reasons", "sufficient_reason", "changes", "next_question"}
    fixed |= {"business_objective", "ml_objective"}
    assert fixed <= set(found)
    assert found["verdict"] == "buy_bicycle"


def test_every_form_can_be_asked_for() -> None:
    """The command line names the forms without importing what makes them."""
    assert sorted(FORMS) == sorted(forms.FORMS)


def _assess(file: Path, *arguments: object) -> int:
    """The command in this process."""
    return main(["assess", str(file), "--rules", str(TINY), *map(str, arguments)])


def test_a_brief_is_taken_up_again_and_gives_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And a mistake in it has its line and column in the whole file."""
    sheet, brief, again = tmp_path / "sheet.yaml", tmp_path / "brief.json", tmp_path / "again.json"
    sheet.write_text(SHEET)
    assert _assess(sheet, "--format", "json", "-o", brief) == 0
    assert _assess(brief, "--format", "json", "-o", again) == 0
    assert again.read_bytes() == brief.read_bytes()
    text = brief.read_text().replace('"trips_per_week": "some"', '"trips_per_week": "somme"')
    brief.write_text(text)
    line = text[: text.index("somme", text.index('"sheet": {'))].count("\n") + 1
    assert _assess(brief) == 2
    assert f"brief.json:{line}:25: unknown_option" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["pdf", "html", "adr", "slide-png"])
def test_each_kind_of_file_is_written(tmp_path: Path, form: str) -> None:
    """Text and not text."""
    sheet, path = tmp_path / "sheet.yaml", tmp_path / "file"
    sheet.write_text(SHEET)
    assert _assess(sheet, "--format", form, "--paper", "letter", "--review", "2030-12-31", "-o", path) == 0
    assert path.stat().st_size > 1_000


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """With an example."""
    with pytest.raises(SystemExit):
        main(["assess", "-", "--format", "adr", "--review", "soon"])
    assert "a day is written like 2030-12-31" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("form", "start"), [("text", "A baker\n====="), ("markdown", "# A baker\n\nBuy\n\n**Buy it now**")]
)
def test_assess_writes_a_brief_to_a_file(tmp_path: Path, form: str, start: str) -> None:
    """`-o` instead of standard output."""
    out = tmp_path / "brief"
    done = run("assess", "-", "--format", form, "-o", out, given=SHEET)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert out.read_text().startswith(start)


def test_numbers_reach_the_arithmetic() -> None:
    """Nothing follows from one number alone; the brief asks for more."""
    assert "Does it pay?" in run("assess", "-", given=SHEET).stdout


@pytest.mark.parametrize(
    ("sheet", "problem"),
    [
        ("answers: {trip_lenth: short}", "<stdin>:1:11: unknown_question: there is no question `trip_lenth` (did you"),
        ("answers: {hills: stp}", "<stdin>:1:18: unknown_option: `hills` has no option `stp`"),
        ("answers: {hills: [flat, hily]}", "<stdin>:1:25: unknown_option:"),
        ("words: {traveller: 3}", "<stdin>:1:20: wrong_type: `traveller` is text, found the number 3"),
        ("numbers: {pass_price: much}", "<stdin>:1:23: wrong_type: `pass_price`: this is not a number: `much`"),
        ("answer: {}", "<stdin>:1:1: unknown_key"),
        ("answers: [", "<stdin>:"),
        ("", "<stdin>:1:1:"),
        ("\x00", "<stdin>:1:1:"),
    ],
)
def test_a_wrong_sheet_is_one_line_a_problem_with_its_place(sheet: str, problem: str) -> None:
    """On the error stream, exit code 2, and never a stack trace."""
    done = run("assess", "-", given=sheet)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith(problem), done.stderr
    assert "Traceback" not in done.stderr


def test_all_problems_come_at_once() -> None:
    """Nobody fixes a file one message at a time."""
    done = run("assess", "-", given="answers: {a: b, hills: c}\nwords: {traveller: 3}")
    assert len(done.stderr.splitlines()) == 3


@pytest.mark.parametrize("file", ["/nowhere/sheet.yaml", str(ROOT)])
def test_a_file_that_cannot_be_read_is_named(file: str) -> None:
    """A missing file, and a folder."""
    done = run("assess", file)
    assert done.returncode == 2
    assert done.stderr.startswith(f"{file}:1:1: unreadable:")


def test_an_output_that_cannot_be_written_is_named() -> None:
    """Not a stack trace."""
    done = run("assess", "-", "-o", "/nowhere/brief", given=SHEET)
    assert done.returncode == 2
    assert done.stderr.startswith("/nowhere/brief:1:1: unwritable:")


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
    files = json.loads(run("check", "--format", "json", rules).stdout)["files"]
    assert [file["code"] for file in files] == ["no_schema_line", "not_published", "schema_outdated"]


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


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [(["questions"], ()), (["assess", "-"], ()), (["check"], ()), (["batch", "-", "-o", "-"], ("numpy",))],
)
def test_light_commands_load_nothing_heavy(arguments: list[str], needed: tuple[str, ...]) -> None:
    """They start at once."""
    code = (
        "import sys, io\n"
        "from framework.cli.main import main\n"
        f"assert main({arguments!r}) == 0\n"
        "heavy = {'streamlit', 'pandas', 'numpy', 'plotly', 'sqlalchemy', 'scipy', 'pyarrow', 'click'}\n"
        f"found = heavy & {{name.split('.')[0] for name in sys.modules}} - {set(needed)}\n"
        "assert 'framework.rulebase.loading' in sys.modules\n"
        "assert not found, found\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=b"hills\nflat\n" if needed else SHEET.encode(),
        capture_output=True,
        cwd=ROOT,
        env={"SHOULD_I_USE_ML_RULES": str(TINY), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()


def test_a_reader_that_stops_early_is_no_error() -> None:
    """`| head` ends quietly."""
    command = f"{sys.executable} -m framework.cli questions --format json --rules {TINY} | head -c 10 > /dev/null"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, cwd=ROOT, timeout=60)
    assert done.stderr == b""


@pytest.mark.parametrize(
    "arguments", [[], ["nothing"], ["assess"], ["batch", "a.csv"], ["assess", "-", "--format", "pdf2"]]
)
def test_wrong_usage_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """With a line on how it is used."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize("command", [name for name in COMMANDS if "--overlay" in _options(name)])
def test_every_command_that_takes_an_overlay_reads_it(command: str, tmp_path: Path) -> None:
    """A folder that is not there is refused, whatever else the command is for."""
    (tmp_path / "sheet.yaml").write_text(SHEET)
    (tmp_path / "table.csv").write_text("hills\nflat\n")
    files = {"assess": ["sheet.yaml"], "compare": ["sheet.yaml", "sheet.yaml"], "batch": ["table.csv", "-o", "out.csv"]}
    given = [word if word.startswith("-") else tmp_path / word for word in files.get(command, [])]
    done = run(command, *given, "--overlay", tmp_path / "nowhere")
    assert done.returncode == 2 and "nowhere:1:1: no_folder" in done.stderr


def test_there_are_commands_with_an_overlay() -> None:
    """So that the test above is one of all of them."""
    assert sum("--overlay" in _options(name) for name in COMMANDS) >= 7


def test_a_schema_that_cannot_be_written_names_its_path(tmp_path: Path) -> None:
    """And not standard output."""
    (tmp_path / "taken").write_text("")
    done = run("check", "--schema", tmp_path / "taken")
    assert done.returncode == 2 and done.stderr.startswith(f"{tmp_path}/taken/") and "unwritable" in done.stderr


def test_an_error_of_the_system_that_nobody_expects_is_not_blamed_on_standard_output(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is a bug, and keeps its stack trace."""

    def broken(_: object) -> int:
        raise PermissionError("something else")

    monkeypatch.setattr("framework.cli.questions.run", broken)
    with pytest.raises(PermissionError, match="something else"):
        main(["questions"])


def test_every_command_has_help() -> None:
    """And no option without a word about it."""
    for command in COMMANDS:
        with pytest.raises(SystemExit) as stopped:
            parser().parse_args([command, "--help"])
        assert stopped.value.code == 0


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        (["questions"], ""),
        (["assess", "-"], SHEET),
        (["assess", "-", "--format", "json"], SHEET),
        (["assess", "-"], "answers: {trip_length: shortt, nobody: é}"),
        (["batch", "-", "-o", "-"], "trip_length\nshort\nlonger\n"),
        (["check", "--format", "json"], ""),
        (["assess", "--nothing"], ""),
    ],
)
def test_a_process_of_its_own_says_the_same(arguments: list[str], given: str) -> None:
    """Every other test may run the commands in its own process: output, errors and exit code are those of a new one."""
    one, other = (runner(*arguments, given=given) for runner in RUNNERS)
    assert (one.returncode, one.stdout, one.stderr) == (other.returncode, other.stdout, other.stderr)


def test_compare_puts_ideas_side_by_side_in_every_form(tmp_path, capsys):
    table = tmp_path / "ideas.csv"
    table.write_text("title\nfirst\n=second()\n", encoding="utf-8")
    said = {}
    for form in ("text", "markdown", "csv", "json"):
        assert main(["compare", str(table), "--format", form]) == 0
        said[form] = capsys.readouterr().out
    assert all("first" in text for text in said.values())
    assert "'=second()" in said["csv"]
    assert len(json.loads(said["json"])["ideas"]) == 2


def test_compare_says_which_row_is_wrong_and_needs_two_ideas(tmp_path, capsys):
    table = tmp_path / "ideas.csv"
    table.write_text("title,no_such_question\nfirst,x\n", encoding="utf-8")
    assert main(["compare", str(table)]) == 2
    said = capsys.readouterr().err
    assert "ideas.csv:1:2: unknown_question" in said and "1 idea cannot be compared. Choose 2 to 12." in said
