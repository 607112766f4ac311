"""The header and the rows of a table of answers: which question each column is, and what is wrong with their form."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import Protocol

from framework.errors import Place, Problem, SheetError
from framework.model.listing import cut
from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.rulebase.cells import TITLE
from framework.rulebase.withdrawn import no_such_question

MAX_WRONG = 100
"""Columns that are told to be wrong; finding what each may have meant takes time."""

MAX_NAME_CHARS = 80
"""Characters of a name in a message."""

RESULTS = ("verdict", "outcome", "alternative", "task", "metric", "possible_verdicts")
"""Columns that `batch` adds; empty means open or not applicable."""

EXPLAINED = ("deciding_answers", "open_questions")
"""Columns that an explanation adds: a smallest set of answers that alone forces the verdict; while it is open, the
questions that it still depends on, the most decisive first."""

LISTED = frozenset({"possible_verdicts", "open_questions"})
"""Those of them that hold several ids."""

RESERVED = frozenset({TITLE, *RESULTS, *EXPLAINED})
"""What no question can be called: a table would have two columns of that name."""


_NOT_CSV = (
    (
        "field larger",
        f"a cell of this row has more than {csv.field_size_limit():,} characters",
        "shorten it; or is a double quote opened in it and never closed?",
    ),
    (
        "unexpected end",
        "a double quote is opened in this row and never closed",
        "close it, or take it out; a double quote inside a text is written twice",
    ),
    (
        "expected after",
        "text follows a closing double quote in this row",
        "put a comma there; a double quote inside a text is written twice",
    ),
)
"""A part of what Python's reader says: the message and the hint for it."""

_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}

_COMMAS = "save the table as CSV with commas; a text with a comma in it needs double quotes around it"


class Reader(Protocol):
    """What `csv.reader` gives."""

    @property
    def line_num(self) -> int:
        """The lines read so far."""
        ...

    def __iter__(self) -> Iterator[list[str]]:
        """The rows."""
        ...


def columns_of(
    names: Sequence[str], rulebase: RuleBase, shown: str, line: int, *, beside: Sequence[str] = ()
) -> tuple[dict[int, Question], list[Problem]]:
    """The questions by the position of their columns, and a problem for each column that is unknown or repeated.

    `line`: where the names stand; `beside`: other columns that may be there.
    """
    if problem := other_separator(names, rulebase, shown, line):
        return {}, [problem]
    found: dict[int, Question] = {}
    problems: list[Problem] = []
    before: set[str] = set()
    for index, name in enumerate(names):
        question = rulebase.questions.get(name)
        place = Place(shown, line, index + 1)
        if len(problems) == MAX_WRONG:
            message = f"{MAX_WRONG} columns are wrong, and the rest was not looked at"
            problems.append(Problem(place, "too_many", message, "is this a table of answers?"))
            break
        if name in before:
            message = f"the column `{name}` appears twice"
            problems.append(Problem(place, "duplicate_column", message, "keep one of them"))
        elif question:
            found[index] = question
        elif name != TITLE and name not in beside:
            hint = no_such_question(rulebase, name, [*rulebase.questions, TITLE])
            if name in (*RESULTS, *EXPLAINED):
                hint = "`batch` adds this column: take it out of the table"
            problems.append(
                Problem(place, "unknown_question", f"there is no question `{cut(name, MAX_NAME_CHARS)}`", hint)
            )
        before.add(name)
    return found, problems


def other_separator(names: Sequence[str], rulebase: RuleBase, shown: str, line: int = 1) -> Problem | None:
    """The problem of a header in which several columns stand in one cell, as in a spreadsheet of much of Europe."""
    for mark, what in _SEPARATORS.items():
        parts = [part.strip(' "') for name in names if mark in name for part in name.split(mark)]
        if any(part == TITLE or part in rulebase.questions for part in parts):
            message = f"the columns are separated by {what}, and not by commas"
            return Problem(Place(shown, line), "separator", message, _COMMAS)
    return None


def row_problem(row: Sequence[str], width: int, shown: str, line: int) -> Problem | None:
    """What is wrong with the length of a row under a header of so many cells."""
    if len(row) == width:
        return None
    message = f"this row has {len(row)} cells, the first row has {width}"
    return Problem(Place(shown, line, min(len(row), width) + 1), "row_length", message)


def no_header(shown: str) -> Problem:
    """The problem of a table without a first row."""
    return Problem(Place(shown), "empty", "the file is empty", "the first row must contain question ids")


def not_utf8(shown: str) -> Problem:
    """The problem of a table in another encoding."""
    return Problem(Place(shown), "encoding", "the file is not UTF-8", "save it as UTF-8")


def rows_of(reader: Reader, shown: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV reader with the line on which each ends.

    Raises:
        SheetError: from a row on it is no CSV; its place is the line on which that row begins.
    """
    ended = 0
    try:
        for row in reader:
            ended = reader.line_num
            yield ended, row
    except csv.Error as error:
        raise SheetError([_not_csv(shown, ended + 1, str(error))]) from error


def _not_csv(shown: str, line: int, said: str) -> Problem:
    """What Python's reader said, in words for somebody who has only the table."""
    for part, message, hint in _NOT_CSV:
        if part in said:
            return Problem(Place(shown, line), "syntax", message, hint)
    return Problem(Place(shown, line), "syntax", f"not valid CSV: {said}")
