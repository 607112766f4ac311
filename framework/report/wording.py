"""What text and Markdown have in common: blocks that need the person's answers, put into words."""

from __future__ import annotations

from framework.model.assessment import Assessment, Statement
from framework.model.rulebase import RuleBase
from framework.report.blocks import Choices, Item


def answer_text(rulebase: RuleBase, assessment: Assessment, question: str) -> str | None:
    """The person's answer in words; None where there is none."""
    given = assessment.answers.get(question)
    if given is None:
        return None
    chosen = (given,) if isinstance(given, str) else given
    return "; ".join(rulebase.answer_text(question, id_) for id_ in chosen)


def choice_lines(rulebase: RuleBase, assessment: Assessment, block: Choices) -> tuple[tuple[str, str | None], ...]:
    """Label and answer of each question."""
    return tuple((rulebase.questions[id_].short, answer_text(rulebase, assessment, id_)) for id_ in block.questions)


def origin(statement: Statement) -> str:
    """Where a statement comes from: rule, then sources."""
    return f"{statement.rule} | {', '.join(statement.sources)}" if statement.sources else statement.rule


def raised_by(rulebase: RuleBase, item: Item) -> tuple[str, ...]:
    """The labels of the questions behind a line."""
    return tuple(rulebase.questions[id_].short for id_ in item.questions if id_ in rulebase.questions)


def footer(rulebase: RuleBase, assessment: Assessment) -> str:
    """Which rules are behind this."""
    return f"{rulebase.manifest.name}, rules {assessment.version} ({assessment.digest[:12]})"
