"""A CSV of sheets gives for every row what `assess` gives for its sheet."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

import numpy as np
import pytest

from framework import assess, load_rules
from framework.cli import batch
from framework.cli.rows import RESULTS, Decider
from framework.model.answers import Answer
from framework.model.rulebase import RuleBase
from framework.reasoning import batch as walking
from framework.reasoning.batch import UNKNOWN, decide_all
from framework.reasoning.reasoner import reasoner_for
from tests.cli.running import TINY, run
from tests.random_rules import random_partial_sheet, random_rulebase, random_sheet

RULEBASE = load_rules(TINY)


def _table(rulebase: RuleBase, sheets: list[dict[str, str | tuple[str, ...]]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    names = list(rulebase.closed_questions)
    writer.writerow(names)
    for sheet in sheets:
        cells = [sheet.get(name, "") for name in names]
        kinds = [rulebase.closed_questions[name].kind for name in names]
        writer.writerow(
            cell if isinstance(cell, str) else (";" if kind == "many" else "|").join(cell)
            for cell, kind in zip(cells, kinds, strict=True)
        )
    return out.getvalue()


def test_rows_come_out_as_from_assess(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Complete, incomplete and partial ones, over the border of a chunk."""
    monkeypatch.setattr(batch, "CHUNK", 64)
    rng = random.Random(3)
    kinds = (random_sheet, random_partial_sheet)
    sheets = [rng.choice(kinds)(RULEBASE, rng, rng.choice((1.0, 0.8, 0.4))) for _ in range(400)]
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(_table(RULEBASE, sheets))
    from framework.cli.main import main

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
        [row] = Decider(rulebase, tuple(answers)).decide([tuple(answers.values())])
        assert dict(zip(RESULTS, row, strict=True))["task"] == found.task
        assert dict(zip(RESULTS, row, strict=True))["metric"] == found.metric


@pytest.mark.parametrize("seed", range(20))
def test_the_walk_for_all_rows_is_the_walk_for_each(seed: int) -> None:
    """On random rule bases; where an answer is missing it says unknown, or the one leaf that is possible."""
    rulebase = random_rulebase(seed)
    rng = random.Random(seed)
    sheets = [random_sheet(rulebase, rng, rng.choice((1.0, 0.6))) for _ in range(200)]
    for diagram in (reasoner_for(rulebase).verdicts, reasoner_for(rulebase).outcomes):
        columns = {}
        for question in rulebase.closed_questions.values():
            values = question.complete_answers
            columns[question.id] = np.array(
                [values.index(sheet[question.id]) if question.id in sheet else UNKNOWN for sheet in sheets]
            )
        found = decide_all(diagram, columns)
        for sheet, leaf in zip(sheets, found.tolist(), strict=True):
            known = diagram.known(sheet)
            if leaf == UNKNOWN:
                assert None in known
            else:
                assert diagram.possible(known) == (diagram.leaves[leaf],)


def test_many_questions_at_a_step_lead_where_single_ones_lead(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped rules, with gaps, a question that nobody was asked, several chunks and several steps."""
    monkeypatch.setattr(walking, "CHUNK", 600)
    rulebase, rng = load_rules(), random.Random(5)
    diagram = reasoner_for(rulebase).outcomes
    sheets = [random_sheet(rulebase, rng, rng.choice((1.0, 0.9))) for _ in range(2_000)]
    missing = diagram.variables[5].question
    columns = {}
    for variable in diagram.variables:
        code = {value: index for index, value in enumerate(variable.values)}
        if variable.question != missing:
            columns[variable.question] = np.array([code.get(sheet.get(variable.question), UNKNOWN) for sheet in sheets])
    found = decide_all(diagram, columns).tolist()
    settled = 0
    for sheet, leaf in zip(sheets, found, strict=True):
        possible = diagram.possible(diagram.known({id_: x for id_, x in sheet.items() if id_ != missing}))
        assert leaf == UNKNOWN or possible == (diagram.leaves[leaf],)
        settled += leaf != UNKNOWN
    assert 200 < settled < 2_000


def test_cells_that_a_spreadsheet_would_run_are_made_text() -> None:
    """A title that begins like a formula gets an apostrophe, on output only."""
    table = "title,trip_length\n=1+1,long\n@x,short\n-3,\nplain,\n"
    done = run("batch", "-", "-o", "-", given=table)
    assert done.returncode == 0, done.stderr
    rows = list(csv.reader(io.StringIO(done.stdout)))
    assert [row[0] for row in rows[1:]] == ["'=1+1", "'@x", "'-3", "plain"]
    assert rows[1][2:4] == ["keep_bus_pass", "cannot_cycle"]


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("tripp\nshort\n", "<stdin>:1:1: unknown_question:"),
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
    monkeypatch.setattr(batch, "CHUNK", 8)
    read = decided = 0
    ahead = []
    rows, decide = batch._rows, Decider.decide

    def counted(*given: object) -> object:
        nonlocal read
        for row in rows(*given):  # type: ignore[arg-type]
            read += 1
            ahead.append(read - 1 - decided)
            yield row

    def deciding(self: Decider, chunk: list[object]) -> object:
        nonlocal decided
        decided += len(chunk)
        return decide(self, chunk)  # type: ignore[arg-type]

    monkeypatch.setattr(batch, "_rows", counted)
    monkeypatch.setattr(Decider, "decide", deciding)
    source = tmp_path / "in.csv"
    source.write_text("hills\n" + "flat\n" * 100)
    from framework.cli.main import main

    assert main(["batch", str(source), "-o", str(tmp_path / "out.csv"), "--rules", str(TINY)]) == 0
    assert decided == 100
    assert max(ahead) == 8
