"""Ideas side by side, from a table."""

from __future__ import annotations

import json

import pytest

from framework.assessment.comparison import MAX_IDEAS
from framework.cli.main import main
from framework.report.comparison import UNTITLED
from tests.cli.running import TINY, run


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


def test_a_table_in_a_file_opens_as_utf_8_in_excel(tmp_path, capsys):
    """As the one that the page gives; what goes on to another command has no mark in front."""
    (tmp_path / "in.csv").write_text("title\nfirst\nsecond\n")
    assert main(["compare", str(tmp_path / "in.csv"), "-o", str(tmp_path / "out.csv")]) == 0
    assert (tmp_path / "out.csv").read_bytes().startswith("\ufeffIdea,".encode())
    assert main(["compare", str(tmp_path / "in.csv"), "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("Idea,")


def test_a_sheet_from_standard_input_has_no_name_of_its_own(tmp_path):
    (tmp_path / "other.yaml").write_text("answers: {}\n")
    done = run("compare", "-", tmp_path / "other.yaml", "--format", "csv", given="answers: {}\n")
    assert done.returncode == 0 and "'-" not in done.stdout
    assert UNTITLED in done.stdout and "other" in done.stdout


def test_compare_says_which_row_is_wrong_and_needs_two_ideas(tmp_path, capsys):
    table = tmp_path / "ideas.csv"
    table.write_text("title,no_such_question\nfirst,x\n", encoding="utf-8")
    assert main(["compare", str(table)]) == 2
    said = capsys.readouterr().err
    assert "ideas.csv:1:2: unknown_question" in said and "1 idea cannot be compared. Choose 2 to 12." in said


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (("first,flat", "second,hilly", "third,flt"), "IDEAS.CSV:4:2: unknown_option"),
        ([f"{number},flat" for number in range(MAX_IDEAS + 1)], f"IDEAS.CSV:{MAX_IDEAS + 2}:1: too_many_rows"),
    ],
)
def test_rows_that_are_left_out_change_the_exit_code(tmp_path, capsys, rows, problem):
    """As in `batch`; the others are compared, from a table whatever the case of its name's end."""
    table = tmp_path / "IDEAS.CSV"
    table.write_text("\n".join(["title,hills", *rows, ""]), encoding="utf-8")
    assert main(["compare", str(table), "--rules", str(TINY)]) == 2
    told = capsys.readouterr()
    assert problem in told.err
    assert told.err.endswith("\n1 row was left out.\n") and "are left" not in told.err
    assert rows[1].partition(",")[0] in told.out


@pytest.mark.parametrize("more", [[], ["--explain"]])
def test_what_batch_wrote_can_be_compared(tmp_path, more):
    """The columns that it adds are passed over; `batch` itself says that it added them."""
    (tmp_path / "in.csv").write_text("title,hills\nfirst,flat\nsecond,hilly\n")
    made = tmp_path / "out.csv"
    assert run("batch", tmp_path / "in.csv", "-o", made, *more).returncode == 0
    done = run("compare", made)
    assert (done.returncode, done.stderr) == (0, "") and "second" in done.stdout
    again = run("batch", made, "-o", tmp_path / "again.csv")
    assert again.returncode == 2
    assert "no question `verdict` (`batch` adds this column: take it out of the table)" in again.stderr
