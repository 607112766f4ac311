"""`handout`: the lessons, or one of them, as a document to print."""

from __future__ import annotations

from argparse import Namespace

from framework.cli.files import form_for, rules_of, write_bytes
from framework.report.handout import Contents, render_handout


def run(options: Namespace) -> int:
    """Render them.

    Raises:
        UserError: the rules have no lessons, or not this one; the typesetter is not installed.
    """
    learn = f"{options.address.rstrip('/')}/learn" if options.address else ""
    contents = Contents(options.lesson, not options.without_answers, learn)
    form = form_for(options.output, options.format, {"pdf": ".pdf", "html": ".html"}, "pdf")
    made = render_handout(form, rules_of(options), contents, paper=options.paper)
    write_bytes(made, options.output, text=form == "html")
    return 0
