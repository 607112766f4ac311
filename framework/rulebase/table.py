"""Reads a CSV table of answers into sheets, one row each. Mistakes are located, and rows without any come in."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from framework.errors import Place, Problem, SheetError
from framework.model.answers import InvalidAnswerError
from framework.model.numbers import InvalidNumberError
from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.model.sheet import Range, Sheet
from framework.rulebase.cells import TITLE, read_cell, unguarded
from framework.rulebase.columns import (
    EXPLAINED,
    RESULTS,
    columns_of,
    no_header,
    not_utf8,
    other_separator,
    row_problem,
    rows_of,
)
from framework.rulebase.reading import MAX_BYTES
from framework.rulebase.sheets import MAX_PROBLEMS
from framework.rulebase.withdrawn import wrong_answer


@dataclass(frozen=True)
class Table:
    """The sheets of the rows in which nothing is wrong, and every problem in the others."""

    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...]
    left_out: int = 0
    """Rows of which there is no sheet."""


def read_table(data: bytes, rulebase: RuleBase, *, shown: str, most_rows: int) -> Table:
    """Read the first `most_rows` rows; empty lines are left out. Columns are question ids, and `title`; those
    that `batch` adds are passed over, so that its output can be read again.

    Raises:
        SheetError: it cannot be read as a table at all.
    """
    if len(data) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1_000_000} MB"
        raise SheetError([Problem(Place(shown), "too_large", message, "remove rows")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SheetError([not_utf8(shown)]) from error
    if problem := other_separator(text.split("\n", 1)[0].split(","), rulebase, shown):
        raise SheetError([problem])
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    rows = [(line, [*map(unguarded, row)]) for line, row in rows_of(reader, shown) if any(cell.strip() for cell in row)]
    if not rows:
        raise SheetError([no_header(shown)])
    names = [name.strip() for name in rows[0][1]]
    columns, problems = columns_of(names, rulebase, shown, rows[0][0], beside=(*RESULTS, *EXPLAINED))
    sheets: list[Sheet] = []
    for line, row in rows[1 : most_rows + 1]:
        found: list[Problem] = []
        sheet = _sheet(row, names, columns, rulebase, shown, line, found)
        problems += found
        if not found:
            sheets.append(sheet)
        if len(problems) >= MAX_PROBLEMS:
            break
    left = len(rows) - 1 - most_rows
    if left > 0:
        place = Place(shown, rows[most_rows + 1][0])
        problems.append(
            Problem(
                place,
                "too_many_rows",
                f"only the first {most_rows} rows are read",
                f"{left} {'is' if left == 1 else 'are'} left out",
            )
        )
    return Table(tuple(sheets), tuple(problems), len(rows) - 1 - len(sheets))


def template(rulebase: RuleBase) -> str:
    """A table to fill in: the header with every question in asking order, one empty row, and no formulas."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    names = [TITLE, *rulebase.questions]
    writer.writerow(names)
    writer.writerow(["" for _ in names])
    return out.getvalue()


def _sheet(
    row: Sequence[str],
    names: Sequence[str],
    columns: Mapping[int, Question],
    rulebase: RuleBase,
    shown: str,
    line: int,
    problems: list[Problem],
) -> Sheet:
    sheet = Sheet(title=row[names.index(TITLE)].strip() if TITLE in names and names.index(TITLE) < len(row) else "")
    if problem := row_problem(row, len(names), shown, line):
        problems.append(problem)
        return sheet
    for index, question in columns.items():
        cell, place = row[index].strip(), Place(shown, line, index + 1)
        try:
            sheet = _with(sheet, question, cell) if cell else sheet
        except InvalidAnswerError as error:
            problems += [
                Problem(place, found.code, found.message, wrong_answer(rulebase, question.id, found))
                for found in error.problems
            ]
        except InvalidNumberError as error:
            problems.append(Problem(place, error.code, error.about(question.id), error.hint))
    return sheet


def _with(sheet: Sheet, question: Question, cell: str) -> Sheet:
    """The sheet with one more cell.

    Raises:
        InvalidAnswerError, InvalidNumberError: with everything that is wrong with it.
    """
    found = read_cell(question, cell)
    if found is None:
        return sheet
    if isinstance(found, float | Range):
        return sheet.model_copy(update={"numbers": {**sheet.numbers, question.id: found}})
    if question.closed:
        return sheet.answered(question.id, found)
    return sheet.model_copy(update={"words": {**sheet.words, question.id: found}})
