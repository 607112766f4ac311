"""`assess`: writes the brief of one answer sheet."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from framework.assessment.assess import assess
from framework.cli.files import form_for, keep_apart, rules_of, shown, source, write_bytes
from framework.errors import UserError
from framework.report.forms import FORMS, render
from framework.rulebase import read_sheet

_ENDINGS = {id_: Path(f"x{FORMS[id_].ending}").suffix for id_ in sorted(FORMS, key=lambda id_: len(FORMS[id_].ending))}
"""How a file of each form ends; a whole brief comes before what shares its ending."""


def run(options: Namespace) -> int:
    """Read, assess, render, write.

    Raises:
        UserError: the options contradict each other; a file cannot be read or written.
    """
    keep_apart([options.file], options.output)
    form = form_for(options.output, options.format, _ENDINGS, "text")
    if options.review and form != "adr":
        raise UserError("Only a decision record has a day of review.", "Use `--format adr`, or leave `--review` out.")
    rulebase = rules_of(options)
    sheet = read_sheet(source(options.file), rulebase, shown=shown(options.file))
    made = render(form, rulebase, assess(rulebase, sheet), paper=options.paper, review=options.review)
    write_bytes(made, options.output, text=not FORMS[form].binary)
    return 0
