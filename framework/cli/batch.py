"""`batch`: every row of a CSV file.

Columns are question ids, an empty cell is unknown. Answers that hold together are separated by `;`; a partial answer is
written `a|b`: one of these. Numbers and texts are validated and copied: no verdict depends on them.
"""

from __future__ import annotations

import csv
import sys
from argparse import Namespace
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TextIO

from framework.cli.files import STREAM, open_text, writing
from framework.cli.rows import RESULTS, Decider
from framework.errors import Place, Problem, SheetError, UserError, did_you_mean
from framework.model.answers import Answer, InvalidAnswerError
from framework.model.numbers import InvalidNumberError
from framework.model.rulebase import RuleBase
from framework.report.spreadsheet import safe
from framework.rulebase import load_rules
from framework.rulebase.cells import TITLE, Cells
from framework.rulebase.sheets import MOST_PROBLEMS

CHUNK = 1 << 16
"""Rows held in memory at a time."""


def run(options: Namespace) -> int:
    """Read, decide, write. A row that is not valid is reported on standard error and left out of the output.

    Returns 2 if a row was left out, else 0.

    Raises:
        SheetError, UserError: for a table that cannot be read at all; for an output that is the input or cannot be
            written.
    """
    rulebase = load_rules(options.rules, options.overlay)
    shown = "<stdin>" if options.file == STREAM else options.file
    names = {options.file, options.output}
    if STREAM not in names and Path(options.file).resolve() == Path(options.output).resolve():
        raise UserError(f"{options.output}:1:1: unwritable: this is the input file", "(choose another)")
    with open_text(options.file) as source, writing(options.output) as out:
        left_out = _convert(rulebase, source, out, shown)
    if left_out:
        print(f"{left_out:,} {'row was' if left_out == 1 else 'rows were'} left out.", file=sys.stderr)
    return 2 if left_out else 0


def _convert(rulebase: RuleBase, source: TextIO, out: TextIO, shown: str) -> int:
    """Write the result of every valid row; returns how many were left out."""
    writer = csv.writer(out, lineterminator="\n")
    rows = _rows(source, shown)
    header = next(rows, None)
    if header is None or not any(header[1]):
        raise SheetError(
            [Problem(Place(shown), "empty", "the file is empty", "the first row must contain question ids")]
        )
    names = [name.strip() for name in header[1]]
    columns = _columns(rulebase, names, shown)
    writer.writerow([*names, *RESULTS])
    decider = Decider(rulebase, tuple(cells.question.id for cells in columns.values() if cells.question.closed))
    left_out = reported = 0
    while chunk := list(islice(rows, CHUNK)):
        valid, answers = [], []
        for line, row in chunk:
            given, problems = _answers(line, row, columns, len(names), shown)
            for problem in problems[: MOST_PROBLEMS - reported]:
                print(problem, file=sys.stderr)
            reported = min(MOST_PROBLEMS, reported + len(problems))
            if problems:
                left_out += 1
            else:
                valid.append(row)
                answers.append(given)
        for row, result in zip(valid, decider.decide(answers), strict=True):
            writer.writerow([*map(safe, row), *result])
    return left_out


def _rows(source: TextIO, shown: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line on which they end; empty lines are left out."""
    reader = csv.reader(source, strict=True)
    try:
        for row in reader:
            if row:
                yield reader.line_num, row
    except csv.Error as error:
        problem = Problem(Place(shown, reader.line_num), "syntax", f"not valid CSV: {error}", "")
        raise SheetError([problem]) from error
    except UnicodeDecodeError as error:
        raise SheetError([Problem(Place(shown), "encoding", "the file is not UTF-8", "save it as UTF-8")]) from error


def _columns(rulebase: RuleBase, names: list[str], shown: str) -> dict[int, Cells]:
    """Parsers of the columns with answers, numbers or texts, by position."""
    found: dict[int, Cells] = {}
    problems = []
    for index, name in enumerate(names):
        question = rulebase.questions.get(name)
        if name in names[:index]:
            problems.append(
                Problem(Place(shown, 1, index + 1), "duplicate_column", f"the column `{name}` appears twice")
            )
        elif question:
            found[index] = Cells(question)
        elif name != TITLE:
            apart = any(mark in name for mark in ";\t|")
            known = [*rulebase.questions, TITLE]
            hint = "separate columns with commas" if apart else did_you_mean(name, known)
            problems.append(
                Problem(Place(shown, 1, index + 1), "unknown_question", f"there is no question `{name}`", hint)
            )
    if problems:
        raise SheetError(problems)
    return found


def _answers(
    line: int, row: list[str], columns: dict[int, Cells], width: int, shown: str
) -> tuple[tuple[Answer | None, ...], list[Problem]]:
    """The answers of a row, one for each closed question in `columns`; and each wrong cell at its line and column,
    counted in cells.
    """
    if len(row) != width:
        message = f"this row has {len(row)} cells, the first row has {width}"
        return (), [Problem(Place(shown, line, min(len(row), width) + 1), "row_length", message)]
    values, problems = [], []
    for index, cells in columns.items():
        try:
            answer = cells.read(row[index].strip())
            if cells.question.closed:
                values.append(answer)
        except InvalidAnswerError as error:
            place = Place(shown, line, index + 1)
            problems += [Problem(place, found.code, found.message, found.hint) for found in error.problems]
        except InvalidNumberError as error:
            problems.append(Problem(Place(shown, line, index + 1), error.code, error.message, error.hint))
    return tuple(values), problems
