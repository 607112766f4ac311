"""What a command reads and writes: nothing hangs or dies on a strange file, and nothing that stood there is lost."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from framework.cli import files
from framework.errors import UserError
from tests.cli.running import TINY, run

SHEET = "answers: {trip_length: short}\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "sheet.yaml"
    path.write_text(SHEET)
    return path


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 40_000, "too_deep"),
        ("- " * 40_000, "too_deep"),
        ("numbers: {price: " + "1" * 5_000 + "}", "unknown_number"),
        ("title: x\n" + "# a comment\n" * 200_000, "too_large"),
        ("answers:\n" + "".join(f"  q{n}: x\n" for n in range(4_000)), "unknown_question"),
        ("", "empty"),
    ],
    ids=["brackets", "dashes", "digits", "megabytes", "wrong answers", "empty"],
)
def test_a_strange_sheet_gets_a_sentence(tmp_path: Path, text: str, code: str) -> None:
    """Exit code 2 and at most a hundred lines, soon; from a file and from standard input."""
    path = tmp_path / "strange.yaml"
    path.write_text(text)
    for done in (run("assess", str(path)), run("assess", "-", given=text)):
        assert done.returncode == 2
        assert f": {code}: " in done.stderr
        assert "Traceback" not in done.stderr
        assert len(done.stderr.splitlines()) <= 100


def test_what_stood_there_stays_if_writing_fails(tmp_path: Path) -> None:
    """A brief that is cut off halfway replaces nothing and leaves nothing beside it."""
    target = tmp_path / "brief.md"
    target.write_text("precious")

    def cut_off() -> None:
        with files.writing(str(target)) as out:
            out.write("half a ")
            raise OSError(28, "No space left on device")

    with pytest.raises(UserError, match="no space left"):
        cut_off()
    assert target.read_text() == "precious"
    assert [path.name for path in tmp_path.iterdir()] == ["brief.md"]


def test_a_link_is_followed_and_permissions_are_kept(tmp_path: Path, sheet: Path) -> None:
    """The file behind the link is new, the link is still one, and who may read it has not changed."""
    target, link = tmp_path / "kept.txt", tmp_path / "link.txt"
    target.write_text("old")
    target.chmod(0o600)
    link.symlink_to(target)
    assert run("assess", str(sheet), "-o", str(link)).returncode == 0
    assert link.is_symlink()
    assert target.read_text() != "old"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_plain_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    """A pipe is still a pipe afterwards, and its reader got everything."""
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()))
    reader.start()
    done = run("batch", "-", "-o", str(pipe), given="trip_length\nshort\n")
    reader.join(10)
    assert done.returncode == 0, done.stderr
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert got[0].startswith("trip_length,")


@pytest.mark.parametrize("output", ["", ".", "/", "nowhere/out.csv"])
def test_an_output_that_is_no_file_is_refused(output: str) -> None:
    """Exit code 2 and one line."""
    done = run("batch", "-", "-o", output, given="trip_length\nshort\n")
    assert done.returncode == 2
    assert ":1:1: unwritable: " in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_input_is_not_overwritten(tmp_path: Path) -> None:
    """Not even under another name for the same file."""
    table = tmp_path / "table.csv"
    table.write_text("trip_length\nshort\n")
    done = run("batch", str(table), "-o", str(tmp_path / "." / "table.csv"))
    assert done.returncode == 2
    assert table.read_text() == "trip_length\nshort\n"


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="this system has no full device")
@pytest.mark.parametrize(
    "command", [["--version"], ["questions"], ["check"], ["assess", "-"], ["batch", "-", "-o", "-"]]
)
def test_a_full_disk_behind_standard_output_is_told(command: list[str]) -> None:
    """Exit code 2 and one line, not a stack trace."""
    given = "trip_length\nshort\n" if command[0] == "batch" else SHEET
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "framework.cli", *command],
            input=given,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "SHOULD_I_USE_ML_RULES": str(TINY)},
            check=False,
        )
    assert done.returncode == 2
    assert "unwritable" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="closing streams by the shell")
@pytest.mark.parametrize("closed", ["assess - <&-", "batch - -o - <&-", "questions >&-"])
def test_closed_streams_are_told(closed: str) -> None:
    """Exit code 2, not a stack trace."""
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m framework.cli {closed}'],
        capture_output=True,
        text=True,
        env={**os.environ, "SHOULD_I_USE_ML_RULES": str(TINY)},
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_semicolons_between_columns_are_explained() -> None:
    """Who exports from a spreadsheet in Europe learns what to change."""
    done = run("batch", "-", "-o", "-", given="trip_length;hills\nshort;flat\n")
    assert "separated by semicolons" in done.stderr and "save the table as CSV with commas" in done.stderr


@pytest.mark.parametrize("command", ["assess", "compare"])
def test_what_is_read_is_not_written_over(tmp_path: Path, sheet: Path, command: str) -> None:
    """Not even by another name: the answers would be gone."""
    link = tmp_path / "link.yaml"
    link.symlink_to(sheet)
    for output in (sheet, link):
        inputs = [sheet] if command == "assess" else [sheet, sheet]
        done = run(command, *inputs, "-o", output)
        assert done.returncode == 2 and "this is the input file" in done.stderr
    assert sheet.read_text() == SHEET


@pytest.mark.parametrize(
    ("command", "name", "start"),
    [
        (["assess", "-"], "x.pdf", b"%PDF"),
        (["assess", "-"], "x.HTML", b"<!doctype html>"),
        (["assess", "-"], "x.md", b"# Bicycle"),
        (["assess", "-"], "x.svg", b"<svg"),
        (["assess", "-"], "x", b"Bicycle or bus pass?\n==="),
        (["assess", "-", "--format", "onepage"], "x.pdf", b"%PDF"),
        (["assess", "-", "--format", "json"], "x.data", b"{"),
        (["exercise"], "x.html", b"<!doctype html>"),
        (["exercise"], "x", b"Exercises"),
    ],
)
def test_the_ending_of_an_output_says_its_form(command: list[str], name: str, start: bytes, tmp_path: Path) -> None:
    done = run(*command, "-o", tmp_path / name, given=SHEET)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / name).read_bytes().lower().startswith(start.lower())


@pytest.mark.parametrize(
    ("command", "name", "said"),
    [
        (["assess", "-", "--format", "text"], "x.pdf", "ends like `--format pdf`, and not like `--format text`"),
        (["assess", "-"], "x.docx", "No form of this command ends in `.docx`. Use one of .md, .pdf"),
        (["batch", "-"], "x.xlsx", "No form of this command ends in `.xlsx`. Use one of .csv, .parquet, or name"),
        (["batch", "-", "--format", "csv"], "x.parquet", "ends like `--format parquet`"),
        (["exercise"], "x.docx", "ends in `.docx`"),
        (["compare", "-", "-"], "x.pdf", "ends in `.pdf`"),
        (["assess", "-", "--review", "2030-12-31"], "x.pdf", "Only a decision record has a day of review."),
    ],
)
def test_an_option_that_would_be_ignored_is_refused(command: list[str], name: str, said: str, tmp_path: Path) -> None:
    done = run(*command, "-o", tmp_path / name, given=SHEET)
    assert done.returncode == 2
    assert said in done.stderr
    assert not list(tmp_path.iterdir())
