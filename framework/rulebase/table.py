"""Reads a CSV table of answers into sheets, one row each. Mistakes are located, and rows without any come in."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from framework.errors import Place, Problem, SheetError, did_you_mean
from framework.model.answers import InvalidAnswerError
from framework.model.numbers import InvalidNumberError, read_number
from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.rulebase.cells import TITLE, read_cell
from framework.rulebase.reading import MAX_BYTES
from framework.rulebase.sheets import MOST_PROBLEMS


@dataclass(frozen=True)
class Table:
    """The sheets of the rows in which nothing is wrong, and every problem in the others."""

    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...]


def read_table(data: bytes, rulebase: RuleBase, *, shown: str, most_rows: int) -> Table:
    """Read the first `most_rows` rows; empty lines are left out. Columns are question ids, and `title`.

    Raises:
        SheetError: it cannot be read as a table at all.
    """
    if len(data) > MAX_BYTES:
        raise _unusable(shown, "too_large", f"the file is larger than {MAX_BYTES // 1_000_000} MB", "remove rows")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unusable(shown, "encoding", "the file is not UTF-8", "save it as UTF-8") from error
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise _unusable(shown, "syntax", f"not valid CSV: {error}", "") from error
    if not rows:
        raise _unusable(shown, "empty", "the file is empty", "the first row must contain question ids")
    names = [name.strip() for name in rows[0][1]]
    problems: list[Problem] = []
    columns = _columns(names, rulebase, shown, problems)
    sheets: list[Sheet] = []
    for line, row in rows[1 : most_rows + 1]:
        found: list[Problem] = []
        sheet = _sheet(row, names, columns, shown, line, found)
        problems += found
        if not found:
            sheets.append(sheet)
        if len(problems) >= MOST_PROBLEMS:
            break
    left = len(rows) - 1 - most_rows
    if left > 0:
        place = Place(shown, rows[most_rows + 1][0])
        problems.append(
            Problem(place, "too_many_rows", f"only the first {most_rows} rows are read", f"{left} are left")
        )
    return Table(tuple(sheets), tuple(problems))


def template(rulebase: RuleBase) -> str:
    """A table to fill in: the header with every question in asking order, one empty row, and no formulas."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    names = [TITLE, *rulebase.questions]
    writer.writerow(names)
    writer.writerow(["" for _ in names])
    return out.getvalue()


def _columns(names: Sequence[str], rulebase: RuleBase, shown: str, problems: list[Problem]) -> dict[int, Question]:
    """The questions of the columns; unknown and repeated columns are reported and left out."""
    found: dict[int, Question] = {}
    for index, name in enumerate(names):
        question = rulebase.questions.get(name)
        place = Place(shown, 1, index + 1)
        if name in names[:index]:
            problems.append(Problem(place, "duplicate_column", f"the column `{name}` appears twice", "one is left out"))
        elif question:
            found[index] = question
        elif name != TITLE:
            hint = did_you_mean(name, [*rulebase.questions, TITLE])
            problems.append(Problem(place, "unknown_question", f"there is no question `{name}`", hint))
    return found


def _sheet(
    row: Sequence[str],
    names: Sequence[str],
    columns: Mapping[int, Question],
    shown: str,
    line: int,
    problems: list[Problem],
) -> Sheet:
    sheet = Sheet(title=row[names.index(TITLE)].strip() if TITLE in names and names.index(TITLE) < len(row) else "")
    if len(row) != len(names):
        message = f"this row has {len(row)} cells, the first row has {len(names)}"
        problems.append(Problem(Place(shown, line, min(len(row), len(names)) + 1), "row_length", message))
        return sheet
    for index, question in columns.items():
        cell, place = row[index].strip(), Place(shown, line, index + 1)
        try:
            sheet = _with(sheet, question, cell) if cell else sheet
        except InvalidAnswerError as error:
            problems += [Problem(place, found.code, found.message, found.hint) for found in error.problems]
        except InvalidNumberError as error:
            problems.append(Problem(place, error.code, error.message, error.hint))
    return sheet


def _with(sheet: Sheet, question: Question, cell: str) -> Sheet:
    """The sheet with one more cell.

    Raises:
        InvalidAnswerError, InvalidNumberError: with everything that is wrong with it.
    """
    if question.closed:
        answer = read_cell(question, cell)
        return sheet.answered(question.id, answer) if answer is not None else sheet
    if question.kind == "number":
        number = read_number(cell, question)
        return sheet if number is None else sheet.model_copy(update={"numbers": {**sheet.numbers, question.id: number}})
    return sheet.model_copy(update={"words": {**sheet.words, question.id: cell}})


def _unusable(shown: str, code: str, message: str, hint: str) -> SheetError:
    return SheetError([Problem(Place(shown), code, message, hint)])
