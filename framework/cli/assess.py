"""`assess`: writes the brief of one answer sheet."""

from __future__ import annotations

from argparse import Namespace

from framework.assessment.assess import assess
from framework.cli.files import source, write
from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.rulebase import load_rules, read_sheet


def run(options: Namespace) -> int:
    """Read, assess, render, write."""
    rulebase = load_rules(options.rules)
    shown = "<stdin>" if options.file == "-" else options.file
    sheet = read_sheet(source(options.file), rulebase, shown=shown)
    write(_rendered(rulebase, assess(rulebase, sheet), options.format), options.output)
    return 0


def _rendered(rulebase: RuleBase, assessment: Assessment, form: str) -> str:
    if form == "json":
        from framework.report.json_ import to_json

        return to_json(assessment)
    from framework.report.document import build_document

    document = build_document(rulebase, assessment)
    if form == "markdown":
        from framework.report.markdown import to_markdown

        return to_markdown(rulebase, assessment, document)
    from framework.report.text import to_text

    return to_text(rulebase, assessment, document)
