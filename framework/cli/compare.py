"""`compare`: several ideas side by side, from answer sheets and CSV tables of answers."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from framework.assessment.assess import assess
from framework.assessment.comparison import MAX_IDEAS, compare
from framework.cli.files import (
    STREAM,
    form_for,
    keep_apart,
    read_whole,
    rows_left_out,
    rules_of,
    shown,
    source,
    write,
    write_bytes,
)
from framework.errors import Problem
from framework.model.assessment import Assessment
from framework.model.comparison import Comparison
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.report import comparison_forms
from framework.report.spreadsheet import file_of
from framework.rulebase import read_sheet
from framework.rulebase.table import Table, read_table

ENDINGS = {"text": ".txt", "markdown": ".md", "csv": ".csv", "json": ".json"}
"""How a file of each form ends."""


def run(options: Namespace) -> int:
    """Read every file, compare, render, write; rows of a table in which something is wrong are named and left out.

    Returns 2 if something was wrong with a table, else 0.

    Raises:
        SheetError, UserError: for a file that cannot be used; for fewer than two or too many ideas.
    """
    keep_apart(options.files, options.output)
    form = form_for(options.output, options.format, ENDINGS, "text")
    rulebase = rules_of(options)
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    left_out = 0
    for file in options.files:
        table = _table(file, rulebase)
        sheets += table.sheets
        problems += table.problems
        left_out += table.left_out
    for problem in problems:
        print(problem, file=sys.stderr)
    if left_out:
        print(rows_left_out(left_out), file=sys.stderr)
    assessments = [assess(rulebase, sheet) for sheet in sheets]
    comparison = compare(rulebase, assessments)
    made = _rendered(rulebase, comparison, assessments, form)
    if form == "csv" and options.output not in (None, STREAM):
        write_bytes(file_of(made), options.output, text=True)
    else:
        write(made, options.output)
    return 2 if problems else 0


def _table(file: str, rulebase: RuleBase) -> Table:
    """The sheets in a file; a file that is no table is one sheet."""
    if Path(file).suffix.lower() == ".csv":
        return read_table(read_whole(file), rulebase, shown=file, most_rows=MAX_IDEAS)
    sheet = read_sheet(source(file), rulebase, shown=shown(file))
    if not sheet.title and file != STREAM:
        sheet = sheet.model_copy(update={"title": Path(file).stem})
    return Table((sheet,), ())


def _rendered(rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment], form: str) -> str:
    match form:
        case "json":
            return comparison_forms.json(rulebase, comparison, assessments)
        case "csv":
            return comparison_forms.csv(rulebase, comparison, assessments)
        case "markdown":
            return comparison_forms.markdown(rulebase, comparison, assessments)
        case _:
            return comparison_forms.text(rulebase, comparison, assessments)
