"""Tables of sheets of the tiny rule base, as somebody would send them."""

from __future__ import annotations

import csv
import io

from framework import load_rules
from framework.model.rulebase import RuleBase
from tests.cli.running import TINY

RULEBASE = load_rules(TINY)


def csv_of(rulebase: RuleBase, sheets: list[dict[str, str | tuple[str, ...]]]) -> str:
    """A column for each closed question; several answers in one cell, by the separator of their kind."""
    out = io.StringIO()
    writer = csv.writer(out)
    names = list(rulebase.closed_questions)
    writer.writerow(names)
    for sheet in sheets:
        cells = [sheet.get(name, "") for name in names]
        kinds = [rulebase.closed_questions[name].kind for name in names]
        writer.writerow(
            cell if isinstance(cell, str) else (";" if kind == "many" else "|").join(cell)
            for cell, kind in zip(cells, kinds, strict=True)
        )
    return out.getvalue()
