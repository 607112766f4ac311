"""A sheet becomes a brief in any form, or its problems with their places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framework import assess, load_rules
from framework.cli.arguments import FORMS
from framework.cli.main import main
from framework.report import forms
from framework.report.json_ import to_json
from framework.rulebase import read_sheet
from tests.cli.running import ROOT, SHEET, TINY, run


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
    assert (
        _assess(
            sheet,
            "--format",
            form,
            "--paper",
            "letter",
            *(["--review", "2030-12-31"] if form == "adr" else []),
            "-o",
            path,
        )
        == 0
    )
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
        ("words: {traveller: true}", "<stdin>:1:20: wrong_type: `traveller` is text, found `true`"),
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
    done = run("assess", "-", given="answers: {a: b, hills: c}\nwords: {traveller: true}")
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
