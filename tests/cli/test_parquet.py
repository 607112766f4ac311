"""A Parquet file of sheets gives what a CSV of the same sheets gives."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from framework.cli.table import parquet
from framework.model.rulebase import RuleBase
from framework.rulebase.columns import RESULTS
from tests.cli.running import run, run_bytes
from tests.cli.tables import RULEBASE, csv_of
from tests.random_rules import random_partial_sheet, random_sheet


def _parquet(rulebase: RuleBase, sheets: list[dict[str, str | tuple[str, ...]]]) -> pyarrow.Table:
    """Sheets with their types: what can be several answers is a list, and what is unknown is nothing."""
    columns: dict[str, Any] = {"title": [f"{number}" for number, _ in enumerate(sheets)]}
    for name, question in rulebase.closed_questions.items():
        given = [sheet.get(name) for sheet in sheets]
        if question.kind == "many":
            columns[name] = pyarrow.array(
                [list(x) if x is not None else None for x in given], pyarrow.list_(pyarrow.string())
            )
        else:
            columns[name] = pyarrow.array([x if isinstance(x, str) or x is None else "|".join(x) for x in given])
    return pyarrow.table(columns).replace_schema_metadata({"made": "for this test"})


def _as_in_csv(cell: Any) -> str:
    return ";".join(cell) if isinstance(cell, list) else cell or ""


def test_parquet_has_nulls_and_lists_and_names_its_rules(tmp_path: Path) -> None:
    """So that nobody has to know how a cell of text is written."""
    table = "title,trip_length,hills\nx,long,\ny,,\n"
    done = run("batch", "-", "-o", tmp_path / "out.parquet", "--explain", given=table)
    assert done.returncode == 0, done.stderr
    made = pyarrow.parquet.read_table(tmp_path / "out.parquet")
    settled, unsettled = made.to_pylist()
    assert settled["hills"] is None and settled["possible_verdicts"] == ["keep_bus_pass"]
    assert unsettled["verdict"] is None and unsettled["trip_length"] is None
    assert len(unsettled["possible_verdicts"]) == 3 and "trip_length" in unsettled["open_questions"]
    assert made.schema.field("possible_verdicts").type == pyarrow.list_(pyarrow.string())
    assert made.schema.metadata[b"rules_digest"].decode() == RULEBASE.digest
    assert made.schema.metadata[b"rules_version"].decode() == RULEBASE.manifest.version


def test_parquet_comes_out_as_csv_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same results in every combination of forms; from Parquet to Parquet the columns keep their types."""
    monkeypatch.setattr(parquet, "CHUNK", 64)
    rng = random.Random(4)
    kinds = (random_sheet, random_partial_sheet)
    sheets = [rng.choice(kinds)(RULEBASE, rng, rng.choice((1.0, 0.8, 0.4))) for _ in range(150)]
    table, comma_text = _parquet(RULEBASE, sheets), csv_of(RULEBASE, sheets)
    pyarrow.parquet.write_table(table, tmp_path / "in.parquet")
    (tmp_path / "in.csv").write_text(comma_text)
    found = {}
    for source in ("in.parquet", "in.csv"):
        for target in ("OUT.Parquet", "out.csv"):
            done = run("batch", tmp_path / source, "-o", tmp_path / target)
            assert done.returncode == 0, done.stderr
            if target == "out.csv":
                with (tmp_path / target).open(newline="") as file:
                    found[source, target] = list(csv.DictReader(file))
            else:
                made = pyarrow.parquet.read_table(tmp_path / target)
                found[source, target] = [
                    {name: _as_in_csv(cell) for name, cell in row.items()} for row in made.to_pylist()
                ]
                if source == "in.parquet":
                    assert made.select(table.column_names).equals(table)
    results = [[tuple(row[name] for name in RESULTS) for row in rows] for rows in found.values()]
    assert len(results) == 4
    assert all(rows == results[0] for rows in results)
    again = io.StringIO(comma_text)
    assert [
        {**row, **dict(zip(RESULTS, result, strict=True))}
        for row, result in zip(csv.DictReader(again), results[0], strict=True)
    ] == found["in.csv", "out.csv"]


def test_parquet_through_standard_streams() -> None:
    """Recognised by its first bytes; a CSV can leave as Parquet too."""
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({"trip_length": ["long", "shrt", None]}), out)
    done = run("batch", "-", "-o", "-", given=out.getvalue())
    assert done.stdout.splitlines()[1].startswith("long,keep_bus_pass,cannot_cycle,")
    assert done.stderr.startswith("<stdin>:2:1: unknown_option: ")
    assert (len(done.stdout.splitlines()), done.returncode) == (3, 2)
    sent = run_bytes("batch", "-", "-o", "-", "--format", "parquet", given="trip_length\nlong\n")
    (row,) = pyarrow.parquet.read_table(io.BytesIO(sent)).to_pylist()
    assert (row["trip_length"], row["outcome"]) == ("long", "cannot_cycle")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"PAR1 but no more", ":1:1: syntax: not valid Parquet: "),
        ({"trip_length": [{"a": 1}]}, ":1:1: column_type: `trip_length` has cells of type struct"),
        ({"tripp": ["long"]}, ":1:1: unknown_question: there is no question `tripp`"),
    ],
)
def test_a_parquet_file_that_cannot_be_read(content: Any, problem: str, tmp_path: Path) -> None:
    """It is named, and nothing is left behind."""
    source, out = tmp_path / "in.parquet", tmp_path / "out.parquet"
    if isinstance(content, bytes):
        source.write_bytes(content)
    else:
        pyarrow.parquet.write_table(pyarrow.table(content), source)
    done = run("batch", source, "-o", out)
    assert done.returncode == 2
    assert done.stderr.startswith(f"{source}{problem}"), done.stderr
    assert list(tmp_path.iterdir()) == [source]
