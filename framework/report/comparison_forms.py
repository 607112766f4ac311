"""Ideas side by side to read in a terminal, and as files to pass on: text, CSV, JSON, Markdown and PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from json import dumps

from framework.languages.catalogue import say
from framework.model.assessment import Assessment
from framework.model.comparison import Comparison
from framework.model.rulebase import RuleBase
from framework.report.blocks import Table
from framework.report.comparison import COLUMNS, TITLE, WORTH, WORTH_COLUMNS, legend, overview, worth_in_numbers
from framework.report.comparison_sentences import sentences
from framework.report.differences import differences
from framework.report.spreadsheet import to_csv
from framework.report.wording import footer, written_in


def csv(rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment]) -> str:
    """One row for each idea; what it is worth stands in columns of numbers, empty where it is not worked out."""
    table = overview(rulebase, comparison, assessments)
    place = COLUMNS.index(WORTH)
    columns = (say(rulebase.language, name) for name in WORTH_COLUMNS)
    rows = (
        (
            *row[:place],
            *("" if part is None else str(part) for part in worth_in_numbers(rulebase, one)),
            *row[place + 1 :],
        )
        for row, one in zip(table.rows, assessments, strict=True)
    )
    return to_csv((*table.columns[:place], *columns, *table.columns[place + 1 :]), tuple(rows))


def json(rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment]) -> str:
    """The comparison as data, with the version and the digest of the rules; each total with its unit and its years."""
    data = {"version": rulebase.manifest.version, "digest": rulebase.digest, **comparison.model_dump(mode="json")}
    for idea, one in zip(data["ideas"], assessments, strict=True):
        *_, idea["unit"], idea["years"] = worth_in_numbers(rulebase, one)
    return dumps(data, ensure_ascii=False, indent=2) + "\n"


def text(rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment]) -> str:
    """One paragraph for each idea, then what can be said of them."""
    from framework.report.text import wrap

    table = overview(rulebase, comparison, assessments)
    lines = []
    for row in table.rows:
        lines += wrap(row[0])
        for label, cell in zip(table.columns[1:], row[1:], strict=True):
            lines += wrap(f"{label}: {cell}", "  ", "    ")
        lines.append("")
    said = (*sentences(rulebase, comparison), *legend(rulebase, comparison))
    return "\n".join([*lines, *(line for sentence in said for line in wrap(sentence))]) + "\n"


def markdown(rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment]) -> str:
    """What can be said of the ideas, and the tables."""
    from framework.report.markdown import escape, table

    parts = [f"# {say(rulebase.language, TITLE)}"]
    parts.append("\n".join(f"- {escape(sentence)}" for sentence in sentences(rulebase, comparison)))
    parts.append(table(_untitled(rulebase, comparison, assessments)))
    parts += map(escape, legend(rulebase, comparison))
    parts += [table(found) for found in _further(rulebase, comparison, assessments)]
    parts += ["---", escape(footer(rulebase, assessments[0]))]
    return "\n\n".join(parts) + "\n"


def pdf(rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment], *, paper: str = "a4") -> bytes:
    """What can be said of the ideas, and the tables, as a PDF in landscape format.

    Raises:
        UserError: the typesetter is not installed.
    """
    from framework.report.plain import table_data
    from framework.report.typesetting import typeset

    found = {
        "title": say(rulebase.language, TITLE),
        "language": written_in(rulebase),
        "footer": footer(rulebase, assessments[0]),
        "sentences": (*sentences(rulebase, comparison), *legend(rulebase, comparison)),
        "overview": table_data(_untitled(rulebase, comparison, assessments)),
        "tables": [table_data(shown) for shown in _further(rulebase, comparison, assessments)],
    }
    return typeset("comparison.typ", found, paper=paper)


def _untitled(rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment]) -> Table:
    """The overview; the file has its title already."""
    return replace(overview(rulebase, comparison, assessments), caption="")


def _further(rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment]) -> list[Table]:
    """Of two ideas where they differ."""
    found = differences(rulebase, comparison, assessments, 0, 1)
    return [found] if len(assessments) == 2 and found.rows else []
