"""A CSV of sheets gives for every row what `assess` gives for its sheet."""

from __future__ import annotations

import contextlib
import csv
import io
import random
from pathlib import Path

import pyarrow.parquet
import pytest

from framework import assess, load_rules
from framework.cli.main import main
from framework.cli.rows import Decider
from framework.cli.table import comma
from framework.cli.table.columns import Coded
from framework.model.answers import Answer
from framework.model.numbers import write_number
from framework.rulebase.cells import as_cell, read_cell
from framework.rulebase.columns import EXPLAINED, RESULTS
from tests.cli.running import ROOT, TINY, run, run_bytes
from tests.cli.tables import RULEBASE, csv_of
from tests.random_rules import random_partial_sheet, random_sheet


def test_rows_come_out_as_from_assess(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Complete, incomplete and partial ones, over the border of a chunk."""
    monkeypatch.setattr(comma, "CHUNK", 64)
    rng = random.Random(3)
    kinds = (random_sheet, random_partial_sheet)
    sheets = [rng.choice(kinds)(RULEBASE, rng, rng.choice((1.0, 0.8, 0.4))) for _ in range(400)]
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(csv_of(RULEBASE, sheets))
    assert main(["batch", str(source), "-o", str(out), "--rules", str(TINY)]) == 0
    with out.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(sheets)
    for sheet, row in zip(sheets, rows, strict=True):
        found = assess(RULEBASE, {"answers": sheet})
        wanted = [found.verdict, found.outcome, found.alternative, found.task, found.metric]
        assert [row[name] for name in RESULTS] == [
            *(value or "" for value in wanted),
            ";".join(found.possible_verdicts),
        ]


def test_a_row_between_task_types_is_framed_as_from_assess() -> None:
    """By the first of them, and with its metric."""
    rulebase = load_rules()
    kinds: dict[str, Answer] = {"answer_kind": "create_content", "gen_task": ("answer_from_sources", "converse")}
    forms: dict[str, Answer] = {"answer_kind": "hidden_now", "output_form": ("yes_no", "one_of_several")}
    for answers in (kinds, forms):
        found = assess(rulebase, {"answers": answers})
        assert found.task and len(found.possible_tasks) > 1
        row = Decider(rulebase, tuple(answers)).decide([Coded.of([given]) for given in answers.values()], 1).at(0)
        assert dict(zip(RESULTS, row, strict=True))["task"] == found.task
        assert dict(zip(RESULTS, row, strict=True))["metric"] == found.metric


def test_every_shipped_case_comes_out_as_from_assess() -> None:
    """In one table with its numbers, on which the metric may depend."""
    rulebase = load_rules()
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(rulebase.questions)
    sheets = {case.id: case.sheet() for case in rulebase.cases}
    for sheet in sheets.values():
        answers = {id_: as_cell(rulebase.questions[id_], given) for id_, given in sheet.answers.items()}
        given = {**answers, **{id_: write_number(number) for id_, number in sheet.numbers.items()}, **sheet.words}
        writer.writerow([given.get(id_, "") for id_ in rulebase.questions])
    done = run("batch", "-", "-o", "-", given=out.getvalue(), rules=ROOT / "rules")
    assert done.returncode == 0, done.stderr
    found = {id_: assess(rulebase, sheet) for id_, sheet in sheets.items()}
    rows = [tuple(row[name] or None for name in RESULTS) for row in csv.DictReader(io.StringIO(done.stdout))]
    assert dict(zip(sheets, rows, strict=True)) == {
        id_: (one.verdict, one.outcome, one.alternative, one.task, one.metric, ";".join(one.possible_verdicts))
        for id_, one in found.items()
    }
    bare = {id_: assess(rulebase, sheet.model_copy(update={"numbers": {}})) for id_, sheet in sheets.items()}
    assert any(bare[id_].metric != one.metric for id_, one in found.items())


def test_cells_that_a_spreadsheet_would_run_are_made_text() -> None:
    """A title that begins like a formula gets an apostrophe, on output only."""
    table = "title,trip_length\n=1+1,long\n@x,short\n-3,\nplain,\n"
    done = run("batch", "-", "-o", "-", given=table)
    assert done.returncode == 0, done.stderr
    rows = list(csv.reader(io.StringIO(done.stdout)))
    assert [row[0] for row in rows[1:]] == ["'=1+1", "'@x", "'-3", "plain"]
    assert rows[1][2:4] == ["keep_bus_pass", "cannot_cycle"]
    answered = "".join(f"{','.join(row[:2])}\n" for row in rows)
    assert run("batch", "-", "-o", "-", given=answered).stdout == done.stdout, "read again, it is not marked twice"
    sent = run_bytes("batch", "-", "-o", "-", "--format", "parquet", given=answered)
    titles = pyarrow.parquet.read_table(io.BytesIO(sent)).column("title").to_pylist()
    assert titles == ["=1+1", "@x", "-3", "plain"]


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("tripp\nshort\n", "<stdin>:1:1: unknown_question:"),
        ("\n\ntripp\nshort\n", "<stdin>:3:1: unknown_question:"),
        ("hills,hills\nflat,flat\n", "<stdin>:1:2: duplicate_column:"),
        ('hills\n"fl\n', "<stdin>:2:1: syntax:"),
        ("", "<stdin>:1:1: empty:"),
    ],
)
def test_a_table_that_cannot_be_read_leaves_nothing_behind(table: str, problem: str, tmp_path: Path) -> None:
    """Exit code 2, and no output file is left behind."""
    out = tmp_path / "out.csv"
    done = run("batch", "-", "-o", out, given=table)
    assert done.returncode == 2
    assert done.stderr.startswith(problem), done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_is_not_utf_8_is_named() -> None:
    """Saved by an old spreadsheet."""
    done = run("batch", "-", "-o", "-", given=b"title,hills\n\xe4,flat\n")
    assert done.returncode == 2
    assert "encoding" in done.stderr


def test_an_empty_table_with_a_header_gives_a_header() -> None:
    """No rows, no results."""
    done = run("batch", "-", "-o", "-", given="hills\n")
    assert done.stdout == f"hills,{','.join(RESULTS)}\n"


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        (
            "hills,trip_length\nflat,short\nflat,shrt\n",
            "<stdin>:3:2: unknown_option: `trip_length` has no option `shrt`",
        ),
        ("trip_length\nshort;long\n", "<stdin>:2:1: separator: `;` does not fit `trip_length`"),
        ("ready_for\nrain|cold\n", "<stdin>:2:1: separator: `|` does not fit `ready_for`"),
        ("trip_length\nshort|lng\n", "<stdin>:2:1: unknown_option:"),
        ("ready_for\nrain;nothing\n", "<stdin>:2:1: exclusive:"),
        ("hills\nflat,short\n", "<stdin>:2:2: row_length:"),
        ("pass_price\nx\n", "<stdin>:2:1: wrong_type: `pass_price`: this is not a number: `x`."),
    ],
)
def test_a_wrong_row_is_named_and_left_out(table: str, problem: str) -> None:
    """With line and column; the rows before and after it come out, and the exit code says that one is missing."""
    names, *rows = table.splitlines()
    good = "," * names.count(",")
    done = run(
        "batch", "-", "-o", "-", given="\n".join([f"title,{names}", *(f"x,{row}" for row in rows), f"y,{good}", ""])
    )
    where, _, what = problem.partition(": ")
    line, column = where.split(":")[1:]
    assert done.stderr.startswith(f"<stdin>:{line}:{int(column) + 1}: {what}"), done.stderr
    assert done.stderr.endswith("1 row was left out.\n")
    assert done.returncode == 2
    found = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["title"] for row in found] == ["x"] * (len(rows) - 1) + ["y"]


def test_no_more_than_one_chunk_is_held(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The source is never more than one chunk of rows ahead of what has been decided."""
    monkeypatch.setattr(comma, "CHUNK", 8)
    read = decided = 0
    ahead = []
    rows, decide = comma.CsvSource._read, Decider.decide

    def counted(self: comma.CsvSource) -> object:
        nonlocal read
        for row in rows(self):
            read += 1
            ahead.append(read - 1 - decided)
            yield row

    def deciding(self: Decider, columns: list[object], count: int) -> object:
        nonlocal decided
        decided += count
        return decide(self, columns, count)  # type: ignore[arg-type]

    monkeypatch.setattr(comma.CsvSource, "_read", counted)
    monkeypatch.setattr(Decider, "decide", deciding)
    source = tmp_path / "in.csv"
    source.write_text("hills\n" + "flat\n" * 100)
    done = run("batch", source, "-o", tmp_path / "out.csv")
    assert done.returncode == 0, done.stderr
    assert decided == 100
    assert max(ahead) == 8


def test_an_explanation_forces_the_verdict_or_says_what_is_open() -> None:
    """The answers named, given alone, lead to the verdict; open questions are those of the brief, in its order."""
    rng = random.Random(5)
    kinds = (random_sheet, random_partial_sheet)
    sheets = [rng.choice(kinds)(RULEBASE, rng, rng.choice((1.0, 0.5))) for _ in range(60)]
    done = run("batch", "-", "-o", "-", "--explain", given=csv_of(RULEBASE, sheets))
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    settled = 0
    for sheet, row in zip(sheets, rows, strict=True):
        deciding, still_open = (row[name] for name in EXPLAINED)
        found = assess(RULEBASE, {"answers": sheet})
        assert bool(deciding) == bool(found.verdict)
        if found.verdict:
            settled += 1
            given = dict(part.split("=") for part in deciding.split(", "))
            alone = {id_: read_cell(RULEBASE.questions[id_], cell) for id_, cell in given.items()}
            assert assess(RULEBASE, {"answers": alone}).verdict == found.verdict
            assert still_open == ""
        else:
            assert still_open.split(";")[: len(found.unknowns)] == [item.question for item in found.unknowns]
    assert 10 < settled < 60


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_progress_bar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On standard error, with problems above it; nothing but the problems where nobody watches."""
    monkeypatch.setattr(comma, "CHUNK", 2)
    source = tmp_path / "in.csv"
    source.write_text("hills\nflat\nflt\nflat\n")
    arguments = ["batch", str(source), "-o", str(tmp_path / "out.csv"), "--rules", str(TINY)]
    terminal, quiet = _Terminal(), io.StringIO()
    for stream in (terminal, quiet):
        with contextlib.redirect_stderr(stream):
            assert main(arguments) == 2
    assert "2 rows" in terminal.getvalue()
    assert "100%" in terminal.getvalue()
    assert f"\r\x1b[K{source}:3:1: unknown_option" in terminal.getvalue()
    assert quiet.getvalue().splitlines()[1:] == ["1 row was left out."]
