"""Cells of a table of answers: one sheet per row, one question per column, as a spreadsheet saves it.

An empty cell is unknown. Answers that hold together are separated by `;`; a partial answer is written `a|b`: one of
these.
"""

from __future__ import annotations

from framework.model.answers import Answer, AnswerProblem, InvalidAnswerError
from framework.model.numbers import read_number
from framework.model.question import Question

TITLE = "title"
"""The column with the name of an idea."""

ALL, ONE_OF = ";", "|"
"""Between several answers in one cell: all of them hold, or one does."""


class Cells:
    """Parses the cells of one column into answers, each distinct text once. Texts and numbers are not answers: they are
    validated and copied, as no verdict depends on them.
    """

    def __init__(self, question: Question):
        self.question = question
        self._read: dict[str, Answer | None] = {}

    def read(self, cell: str) -> Answer | None:
        """The answer; None is unknown.

        Raises:
            InvalidAnswerError, InvalidNumberError: with everything that is wrong with it.
        """
        if cell not in self._read:
            self._read[cell] = self._answer(cell)
        return self._read[cell]

    def _answer(self, cell: str) -> Answer | None:
        if self.question.closed:
            own, other = (ALL, ONE_OF) if self.question.kind == "many" else (ONE_OF, ALL)
            if other in cell:
                raise InvalidAnswerError((self._separator(own, other),))
            return self.question.accept([part for text in cell.split(own) if (part := text.strip())])
        if self.question.kind == "number":
            read_number(cell, self.question)
        return None

    def _separator(self, own: str, other: str) -> AnswerProblem:
        several = "several answers can hold" if own == ALL else "one answer holds"
        hint = "put `;` between all that hold" if own == ALL else "put `|` between those of which one holds"
        return AnswerProblem("separator", f"`{other}` does not fit `{self.question.id}`, where {several}", hint)
