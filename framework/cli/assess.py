"""`assess`: one answer sheet to a brief."""

from __future__ import annotations

from argparse import Namespace

from framework.assessment.assess import assess
from framework.assessment.economics import Economics, economics
from framework.cli.files import source, write
from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.rulebase import load_rules, read_sheet


def run(options: Namespace) -> int:
    """Read, assess, render, write."""
    rulebase = load_rules(options.rules)
    shown = "<stdin>" if options.file == "-" else options.file
    sheet = read_sheet(source(options.file), rulebase, shown=shown)
    write(_rendered(rulebase, sheet, assess(rulebase, sheet), options.format), options.output)
    return 0


def reckoned(rulebase: RuleBase, sheet: Sheet) -> Economics | None:
    """The arithmetic for the numbers of a sheet."""
    roles = {id_: question.role for id_, question in rulebase.questions.items() if question.role}
    return economics({roles[id_]: number for id_, number in sheet.numbers.items() if id_ in roles})


def _rendered(rulebase: RuleBase, sheet: Sheet, assessment: Assessment, form: str) -> str:
    if form == "json":
        from framework.report.json_ import to_json

        return to_json(assessment)
    from framework.report.document import build_document

    document = build_document(rulebase, assessment, reckoned(rulebase, sheet))
    if form == "markdown":
        from framework.report.markdown import to_markdown

        return to_markdown(rulebase, assessment, document)
    from framework.report.text import to_text

    return to_text(rulebase, assessment, document)
