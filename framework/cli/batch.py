"""`batch`: every row of a table of answers, CSV or Parquet.

Columns are question ids, an empty cell is unknown. Answers that hold together are separated by `;`; a partial answer is
written `a|b`: one of these. In Parquet both may be a list. No verdict depends on numbers and texts, but the metric may
depend on which numbers are given.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence

import numpy as np

from framework.cli.files import form_for, keep_apart, rows_left_out, rules_of, shown, writing
from framework.cli.progress import Progress, progress
from framework.cli.rows import Decider
from framework.cli.table.columns import Coded, Indices
from framework.cli.table.form import Chunk, Sink, Source
from framework.cli.table.opening import CSV, ENDINGS, reading, sink
from framework.errors import Place, Problem, SheetError
from framework.model.answers import InvalidAnswerError
from framework.model.numbers import InvalidNumberError
from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.rulebase.cells import ALL, Cell, read_cell, separator
from framework.rulebase.columns import columns_of
from framework.rulebase.sheets import MAX_PROBLEMS
from framework.rulebase.withdrawn import wrong_answer


def run(options: Namespace) -> int:
    """Read, decide, write. A row that is not valid is reported on standard error and left out of the output.

    Returns 2 if a row was left out, else 0.

    Raises:
        SheetError, OutputError: for a table that cannot be read at all; for an output that is the input or cannot be
            written.
        UserError: for an output whose name says another form.
    """
    rulebase = rules_of(options)
    keep_apart([options.file], options.output)
    form = form_for(options.output, options.format, ENDINGS, CSV)
    name = shown(options.file)
    with reading(options.file, name) as source, writing(options.output) as out:
        columns, problems = columns_of(source.names, rulebase, name, source.line)
        if problems:
            raise SheetError(problems)
        between = [separator(columns[i]) if i in columns else ALL for i in range(len(source.names))]
        read = [question.id for question in columns.values() if question.kind != "text"]
        decider = Decider(rulebase, read, explain=options.explain)
        with (
            sink(form, options.output, out, source, decider.names, _named(rulebase)) as made,
            progress(source.total) as watched,
        ):
            left_out = _Table(rulebase, name, columns, between, decider, watched).convert(source, made)
    if left_out:
        print(rows_left_out(left_out), file=sys.stderr)
    return 2 if left_out else 0


def _named(rulebase: RuleBase) -> dict[str, str]:
    manifest = rulebase.manifest
    return {"rules": manifest.name, "rules_version": manifest.version, "rules_digest": rulebase.digest}


class _Table:
    """One table on its way from a source to a sink."""

    def __init__(
        self,
        rulebase: RuleBase,
        shown: str,
        columns: dict[int, Question],
        between: Sequence[str],
        decider: Decider,
        watched: Progress,
    ):
        self._rulebase, self._shown, self._columns, self._between = rulebase, shown, columns, between
        self._decider, self._watched = decider, watched
        self._reported = 0

    def convert(self, source: Source, made: Sink) -> int:
        """Write the result of every valid row; returns how many were left out."""
        left_out = rows = 0
        for chunk in source.chunks(self._between):
            answers, wrong, problems = self._answers(chunk)
            kept = np.flatnonzero(~wrong)
            self._report(sorted([*chunk.problems, *problems], key=lambda problem: problem.sort_key))
            made.write(chunk, kept, self._decider.decide([column.take(kept) for column in answers], len(kept)))
            left_out += len(chunk.problems) + len(wrong) - len(kept)
            rows += len(kept)
            self._watched.reached(chunk.done, rows)
        return left_out

    def _report(self, problems: Sequence[Problem]) -> None:
        for problem in problems[: MAX_PROBLEMS - self._reported]:
            self._watched.tell(problem)
        self._reported += len(problems[: MAX_PROBLEMS - self._reported])

    def _answers(self, chunk: Chunk) -> tuple[list[Coded[Cell]], np.ndarray, list[Problem]]:
        """The columns of answers and numbers, the rows in which a cell is wrong, and what is wrong with them."""
        wrong = np.zeros(len(chunk.lines), dtype=bool)
        answers, problems = [], []
        for index, question in self._columns.items():
            cells = chunk.columns[index]
            values: list[Cell] = []
            for code, cell in enumerate(cells.values):
                try:
                    values.append(read_cell(question, cell.strip()))
                except (InvalidAnswerError, InvalidNumberError) as error:
                    values.append(None)
                    here = np.flatnonzero(cells.codes == code)
                    wrong[here] = True
                    problems += self._located(error, chunk, here[:MAX_PROBLEMS], index)
            if question.kind != "text":
                answers.append(Coded(values, cells.codes))
        return answers, wrong, problems

    def _located(
        self, error: InvalidAnswerError | InvalidNumberError, chunk: Chunk, rows: Indices, index: int
    ) -> list[Problem]:
        """Everything wrong with a cell, at each row; columns are counted in cells."""
        if isinstance(error, InvalidAnswerError):
            question = self._columns[index].id
            found = [(one.code, one.message, wrong_answer(self._rulebase, question, one)) for one in error.problems]
        else:
            found = [(error.code, error.about(self._columns[index].id), error.hint)]
        return [Problem(Place(self._shown, chunk.lines[row], index + 1), *one) for row in rows for one in found]
