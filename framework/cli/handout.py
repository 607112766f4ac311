"""`handout`: the lessons as one document to print."""

from __future__ import annotations

from argparse import Namespace

from framework.cli.files import rules_of, write_bytes
from framework.report.handout import render_handout


def run(options: Namespace) -> int:
    """Render every lesson.

    Raises:
        UserError: the rules have no lessons; the typesetter is not installed.
    """
    made = render_handout(options.format, rules_of(options), paper=options.paper)
    write_bytes(made, options.output, text=options.format == "html")
    return 0
