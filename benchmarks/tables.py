"""Claim: `batch` takes tables of any length in bounded memory. Ten million: `python -m benchmarks.tables 10_000_000`.

A table is made of worked cases with one answer changed and the gaps filled: complete sheets, two thousand different
ones. Those with gaps are worked out one by one, so a line of their own says what they cost.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import numpy as np
import pyarrow
import pyarrow.parquet

from benchmarks.timing import near_cases
from framework import load_rules
from framework.model.answers import Answer
from framework.rulebase.cells import as_cell

ROWS = 1_000_000
DIFFERENT = 2_000
GAPS = 10_000
"""Rows of the table with gaps."""

CHUNK = 50_000


def batch(source: str, target: str, *options: str, feed: IO[bytes] | int | None = None) -> tuple[float, float, float]:
    """Seconds on the clock, seconds of a processor and the most megabytes held, for one run of the command."""
    command = [sys.executable, "-m", "framework.cli", "batch", source, "-o", target, *options]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=feed, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def cells(answers: Sequence[dict[str, Answer]]) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of a table of these sheets."""
    questions = load_rules().closed_questions
    rows = [[as_cell(one, sheet[id_]) if id_ in sheet else "" for id_, one in questions.items()] for sheet in answers]
    return list(questions), rows


def write_parquet(path: Path, names: list[str], rows: list[list[str]], count: int) -> None:
    """A table of so many rows, drawn from these."""
    table = pyarrow.table(dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)))
    rng = np.random.default_rng(7)
    with pyarrow.parquet.ParquetWriter(path, table.schema) as writer:
        for start in range(0, count, CHUNK):
            writer.write_table(table.take(rng.integers(0, len(rows), min(CHUNK, count - start))))


def feed_csv(into: IO[bytes], names: list[str], rows: list[list[str]], count: int) -> None:
    """The same as CSV into a pipe."""
    rng = np.random.default_rng(7)
    lines = [(",".join(row) + "\n").encode() for row in rows]
    with into:
        into.write((",".join(names) + "\n").encode())
        for start in range(0, count, CHUNK):
            into.write(b"".join(lines[i] for i in rng.integers(0, len(lines), min(CHUNK, count - start))))


def write_gaps(path: Path, names: list[str], rows: list[list[str]], count: int) -> None:
    """A CSV in which a tenth of the cells is unknown, so that hardly two rows are the same."""
    rng = np.random.default_rng(7)
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        for row in rng.integers(0, len(rows), count):
            left_out = rng.random(len(names)) < 0.1
            writer.writerow(["" if gone else cell for cell, gone in zip(rows[row], left_out, strict=True)])


def main(given: Sequence[str] = ()) -> None:
    """Print a line for each way in and out."""
    count = int(given[0].replace("_", "").replace(",", "")) if given else ROWS
    rulebase = load_rules()
    answers = near_cases(rulebase, DIFFERENT)
    names, rows = cells(answers)
    with tempfile.TemporaryDirectory() as folder:
        source, gaps = Path(folder, "in.parquet"), Path(folder, "gaps.csv")
        write_parquet(source, names, rows, count)
        _say("Parquet to Parquet", count, batch(str(source), str(Path(folder, "out.parquet"))))
        receives, sends = os.pipe()
        feeder = threading.Thread(target=feed_csv, args=(os.fdopen(sends, "wb"), names, rows, count))
        feeder.start()
        _say("CSV through a pipe", count, batch("-", "-", feed=receives))
        os.close(receives)
        feeder.join()
        write_gaps(gaps, names, rows, GAPS)
        _say("CSV, a tenth unknown", GAPS, batch(str(gaps), str(Path(folder, "out.csv"))))
        _say("the same, explained", GAPS, batch(str(gaps), str(Path(folder, "out.csv")), "--explain"))


def _say(name: str, rows: int, measured: tuple[float, float, float]) -> None:
    seconds, processor, megabytes = measured
    print(
        f"batch, {name:<22} {rows:>11,} rows  {seconds:>7.1f} s  {processor:>7.1f} s of a processor"
        f"  {rows / processor:>10,.0f} rows a second  at most {megabytes:,.0f} MB"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
