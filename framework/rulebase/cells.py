"""Cells of a table of answers: one sheet per row, one question per column, as a spreadsheet saves it.

An empty cell is unknown, and so is `not_sure`, which is not asked again. Answers that hold together are separated by
`;`; a partial answer is written `a|b`: one of these.
"""

from __future__ import annotations

import unicodedata

from framework.model.answers import Answer, AnswerProblem, InvalidAnswerError
from framework.model.numbers import read_number
from framework.model.question import Question
from framework.model.sheet import Number

Cell = Answer | Number | None
"""What a cell holds; None is an empty one."""

TITLE = "title"
"""The column with the name of an idea."""

ALL, ONE_OF = ";", "|"
"""Between several answers in one cell: all of them hold, or one does."""


_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Prefixes of a cell that a spreadsheet would interpret as a formula."""

_GUARD = "'"


def safe(cell: str) -> str:
    """The cell, escaped so that no spreadsheet runs it as a formula; `unguarded` gives it back."""
    return f"{_GUARD}{cell}" if _runs(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `safe`."""
    return cell[1:] if cell.startswith(_GUARD) and _runs(cell) else cell


def _runs(cell: str) -> bool:
    """Whether a spreadsheet would run a cell, or would without the marks in front of it."""
    return unicodedata.normalize("NFKC", cell.lstrip(_GUARD)).lstrip(" ").startswith(_FORMULA)


def read_cell(question: Question, cell: str) -> Cell:
    """What stands in a cell, as a sheet keeps it: an answer, "not sure" included, a number, or a text.

    Raises:
        InvalidAnswerError, InvalidNumberError: with everything that is wrong with it.
    """
    if question.closed:
        own = separator(question)
        other = ONE_OF if own == ALL else ALL
        if other in cell:
            raise InvalidAnswerError((_wrong_separator(question, own, other),))
        return question.recorded([part for text in cell.split(own) if (part := text.strip())])
    if question.kind == "number":
        return read_number(cell, question)
    return cell or None


def as_cell(question: Question, answer: Answer) -> str:
    """An answer as it is written in a cell."""
    return answer if isinstance(answer, str) else separator(question).join(answer)


def separator(question: Question) -> str:
    """What stands between several answers to a question."""
    return ALL if question.kind == "many" else ONE_OF


def _wrong_separator(question: Question, own: str, other: str) -> AnswerProblem:
    several = "several answers can hold" if own == ALL else "one answer holds"
    hint = "put `;` between all that hold" if own == ALL else "put `|` between those of which one holds"
    return AnswerProblem("separator", f"`{other}` does not fit `{question.id}`, where {several}", hint)
