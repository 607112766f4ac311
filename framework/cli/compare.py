"""`compare`: several ideas side by side, from answer sheets and CSV tables of answers."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from framework.assessment.assess import assess
from framework.assessment.comparison import MOST, compare
from framework.cli.files import read_whole, rules_of, shown, source, write
from framework.model.assessment import Assessment
from framework.model.comparison import Comparison
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.report.comparison import overview, sentences
from framework.report.spreadsheet import to_csv
from framework.rulebase import read_sheet
from framework.rulebase.table import read_table


def run(options: Namespace) -> int:
    """Read every file, compare, render, write; rows of a table in which something is wrong are named and left out.

    Raises:
        SheetError, UserError: for a file that cannot be used; for fewer than two or too many ideas.
    """
    rulebase = rules_of(options)
    sheets = [sheet for file in options.files for sheet in _sheets(file, rulebase)]
    assessments = [assess(rulebase, sheet) for sheet in sheets]
    comparison = compare(rulebase, assessments)
    write(_rendered(rulebase, comparison, assessments, options.format), options.output)
    return 0


def _sheets(file: str, rulebase: RuleBase) -> list[Sheet]:
    if not file.endswith(".csv"):
        sheet = read_sheet(source(file), rulebase, shown=shown(file))
        return [sheet if sheet.title else sheet.model_copy(update={"title": Path(file).stem})]
    table = read_table(read_whole(file), rulebase, shown=file, most_rows=MOST)
    for problem in table.problems:
        print(problem, file=sys.stderr)
    return list(table.sheets)


def _rendered(rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment], form: str) -> str:
    if form == "json":
        return comparison.model_dump_json(indent=2) + "\n"
    table, said = overview(rulebase, comparison, assessments), sentences(rulebase, comparison)
    if form == "csv":
        return to_csv(table.columns, table.rows)
    if form == "markdown":
        from framework.report.markdown import escape
        from framework.report.markdown import table as markdown_table

        return "\n\n".join(["# Ideas side by side", markdown_table(table), *map(escape, said)]) + "\n"
    from framework.report.text import wrap

    lines = []
    for row in table.rows:
        lines += wrap(row[0])
        for label, cell in zip(table.columns[1:], row[1:], strict=True):
            lines += wrap(f"{label}: {cell}", "  ", "    ")
        lines.append("")
    return "\n".join([*lines, *(line for sentence in said for line in wrap(sentence))]) + "\n"
