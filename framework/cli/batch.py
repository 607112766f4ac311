"""`batch`: every row of a CSV file.

Columns are question ids, several answers are separated by `;`, an empty cell is unknown.
"""

from __future__ import annotations

import csv
import unicodedata
from argparse import Namespace
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TextIO

from framework.cli.files import STREAM, open_text, writing
from framework.cli.rows import RESULTS, Decider
from framework.errors import Place, Problem, SheetError, UserError
from framework.model.question import NOT_SURE, Question
from framework.model.rulebase import RuleBase
from framework.reasoning.diagram import Value
from framework.rulebase import load_rules
from framework.rulebase.sheets import MOST_PROBLEMS
from framework.rulebase.validation import did_you_mean

TITLE = "title"
"""A column that is taken along as it is."""

CHUNK = 1 << 16
"""Rows that are in memory at a time."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings of a cell that a spreadsheet would take for a formula."""


class Cells:
    """Cells of one column to answers, each different text looked at once."""

    def __init__(self, question: Question):
        self.question = question
        self.order = [option.id for option in question.options]
        self.known: dict[str, Value | None] = {"": None, NOT_SURE: None}

    def read(self, cell: str) -> Value | None:
        """The answer; None is unknown.

        Raises:
            ValueError: with the problem's code, message and hint.
        """
        if cell not in self.known:
            self.known[cell] = self._read(cell)
        return self.known[cell]

    def _read(self, cell: str) -> Value | None:
        chosen = [part.strip() for part in cell.split(";") if part.strip()]
        if not chosen or chosen == [NOT_SURE]:
            return None
        for id_ in chosen:
            if id_ not in self.order:
                hint = did_you_mean(id_, [*self.order, NOT_SURE])
                raise ValueError("unknown_option", f"`{self.question.id}` has no option `{id_}`", hint)
        picked = sorted(set(chosen), key=self.order.index)
        if self.question.kind == "one":
            if len(picked) > 1:
                raise ValueError("one_answer", f"`{self.question.id}` takes one answer, found {len(picked)}", "")
            return picked[0]
        alone = [id_ for id_ in picked if (option := self.question.option(id_)) and option.exclusive]
        if alone and len(picked) > 1:
            raise ValueError("exclusive", f"`{alone[0]}` cannot be chosen together with others", "")
        return tuple(picked)


def run(options: Namespace) -> int:
    """Read, decide, write; an output file appears only if every row is right.

    Raises:
        SheetError, UserError: with every wrong row; for an output that is the input or cannot be written.
    """
    rulebase = load_rules(options.rules)
    shown = "<stdin>" if options.file == STREAM else options.file
    names = {options.file, options.output}
    if STREAM not in names and Path(options.file).resolve() == Path(options.output).resolve():
        raise UserError(f"{options.output}:1:1: unwritable: this is the file that is read", "(name another)")
    with open_text(options.file) as source, writing(options.output) as out:
        _convert(rulebase, source, out, shown)
    return 0


def _convert(rulebase: RuleBase, source: TextIO, out: TextIO, shown: str) -> None:
    writer = csv.writer(out, lineterminator="\n")
    rows = _rows(source, shown)
    header = next(rows, None)
    if header is None or not any(header[1]):
        raise SheetError([Problem(Place(shown), "empty", "the file is empty", "the first row holds question ids")])
    names = [name.strip() for name in header[1]]
    columns = _columns(rulebase, names, shown)
    writer.writerow([*names, *RESULTS])
    decider = Decider(rulebase, tuple(cells.question.id for cells in columns.values()))
    while chunk := list(islice(rows, CHUNK)):
        answers = _answers(chunk, columns, len(names), shown)
        for (_, row), result in zip(chunk, decider.decide(answers), strict=True):
            writer.writerow([*map(safe, row), *result])


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if unicodedata.normalize("NFKC", cell).lstrip(" ").startswith(FORMULA) else cell


def _rows(source: TextIO, shown: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line on which they end; empty lines are left out."""
    reader = csv.reader(source, strict=True)
    try:
        for row in reader:
            if row:
                yield reader.line_num, row
    except csv.Error as error:
        problem = Problem(Place(shown, reader.line_num), "syntax", f"this is no CSV: {error}", "")
        raise SheetError([problem]) from error
    except UnicodeDecodeError as error:
        raise SheetError([Problem(Place(shown), "encoding", "the file is not UTF-8", "save it as UTF-8")]) from error


def _columns(rulebase: RuleBase, names: list[str], shown: str) -> dict[int, Cells]:
    """Readers of the columns that hold answers, by position."""
    found: dict[int, Cells] = {}
    problems = []
    for index, name in enumerate(names):
        question = rulebase.closed_questions.get(name)
        if name in names[:index]:
            problems.append(
                Problem(Place(shown, 1, index + 1), "duplicate_column", f"the column `{name}` stands here twice")
            )
        elif question:
            found[index] = Cells(question)
        elif name != TITLE:
            apart = any(mark in name for mark in ";\t|")
            known = [*rulebase.closed_questions, TITLE]
            hint = "separate columns with commas" if apart else did_you_mean(name, known)
            problems.append(
                Problem(Place(shown, 1, index + 1), "unknown_question", f"there is no closed question `{name}`", hint)
            )
    if problems:
        raise SheetError(problems)
    return found


def _answers(
    chunk: Iterable[tuple[int, list[str]]], columns: dict[int, Cells], width: int, shown: str
) -> list[tuple[Value | None, ...]]:
    """The answers of some rows, one for each column of `columns`.

    Raises:
        SheetError: with every wrong cell at its line and column, counted in cells.
    """
    answers, problems = [], []
    for line, row in chunk:
        if len(row) != width:
            message = f"this row has {len(row)} cells, the first row has {width}"
            problems.append(Problem(Place(shown, line, min(len(row), width) + 1), "row_length", message))
            continue
        values = []
        for index, cells in columns.items():
            try:
                values.append(cells.read(row[index].strip()))
            except ValueError as error:
                code, message, hint = error.args
                problems.append(Problem(Place(shown, line, index + 1), code, message, hint))
        answers.append(tuple(values))
        if len(problems) >= MOST_PROBLEMS:
            break
    if problems:
        raise SheetError(problems)
    return answers
