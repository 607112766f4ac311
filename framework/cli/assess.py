"""`assess`: writes the brief of one answer sheet."""

from __future__ import annotations

from argparse import Namespace

from framework.assessment.assess import assess
from framework.cli.files import keep_apart, rules_of, shown, source, write_bytes
from framework.report.forms import FORMS, render
from framework.rulebase import read_sheet


def run(options: Namespace) -> int:
    """Read, assess, render, write."""
    keep_apart([options.file], options.output)
    rulebase = rules_of(options)
    sheet = read_sheet(source(options.file), rulebase, shown=shown(options.file))
    made = render(options.format, rulebase, assess(rulebase, sheet), paper=options.paper, review=options.review)
    write_bytes(made, options.output, text=not FORMS[options.format].binary)
    return 0
