"""Why learning beats rules is said in one place of a brief, and only where it does."""

from __future__ import annotations

from framework import assess, load_rules
from framework.report.blocks import Bullets
from framework.report.document import build_document
from framework.report.sections.context import Context

RULEBASE = load_rules()


def test_it_stands_among_the_reasons_and_nowhere_else():
    heading = RULEBASE.manifest.headings.advantages
    verdicts = set()
    for case in RULEBASE.cases:
        assessment = assess(RULEBASE, {"title": case.title, "answers": case.answers, "words": case.words})
        said = {remark.text for remark, _ in Context(RULEBASE, assessment).remarks_under("why")}
        sections = build_document(RULEBASE, assessment).sections
        lists = [(section.id, block) for section in sections for block in section.blocks if isinstance(block, Bullets)]
        shown = {(section, item.text) for section, block in lists if block.heading == heading for item in block.items}
        elsewhere = {item.text for _, block in lists if block.heading != heading for item in block.items}
        assert {text for _, text in shown} <= said
        assert bool(shown) == bool(said)
        assert not said & elsewhere
        verdicts |= {assessment.verdict} if shown else set()
        assert {section for section, _ in shown} <= {"why"}
    assert verdicts == {"use_ml", "pretrained"}
