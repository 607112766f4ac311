"""`exercise`: a sheet of exercises with numbers of its own, and their solutions."""

from __future__ import annotations

from argparse import Namespace

from framework.cli.files import rules_of, write_bytes
from framework.exercises.sheet import exercise_sheet
from framework.model.printable import printable
from framework.report.exercises import FORMS, render


def run(options: Namespace) -> int:
    """Draw, render, write."""
    rulebase = rules_of(options)
    sheet = exercise_sheet(rulebase, printable(options.seed))
    made = render(options.format, rulebase, sheet, part=options.part, paper=options.paper)
    write_bytes(made, options.output, text=FORMS[options.format].text)
    return 0
