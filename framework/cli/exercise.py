"""`exercise`: a sheet of exercises with numbers of its own, and their solutions."""

from __future__ import annotations

from argparse import Namespace

from framework.cli.files import form_for, rules_of, write_bytes
from framework.exercises.sheet import exercise_sheet
from framework.model.printable import printable
from framework.report.exercises import FORMS, render


def run(options: Namespace) -> int:
    """Draw, render, write."""
    rulebase = rules_of(options)
    sheet = exercise_sheet(rulebase, printable(options.seed))
    form = form_for(options.output, options.format, {id_: one.ending for id_, one in FORMS.items()}, "text")
    made = render(form, rulebase, sheet, part=options.part, paper=options.paper)
    write_bytes(made, options.output, text=FORMS[form].text)
    return 0
