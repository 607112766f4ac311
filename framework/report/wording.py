"""Shared by text and Markdown: wording of blocks that need the person's answers."""

from __future__ import annotations

from collections.abc import Sequence

from framework.model.assessment import Assessment, Statement
from framework.model.rulebase import RuleBase
from framework.report.blocks import Choices, Item, VerdictCard


def answer_text(rulebase: RuleBase, assessment: Assessment, question: str) -> str | None:
    """The person's answer in words; None where there is none."""
    given = assessment.answers.get(question)
    return None if given is None else rulebase.answer_text(question, given)


def choice_lines(rulebase: RuleBase, assessment: Assessment, block: Choices) -> tuple[tuple[str, str | None], ...]:
    """Label and answer of each question."""
    return tuple((rulebase.questions[id_].short, answer_text(rulebase, assessment, id_)) for id_ in block.questions)


def origin(statement: Statement) -> str:
    """Where a statement comes from: rule, then sources."""
    return f"{statement.rule} | {', '.join(statement.sources)}" if statement.sources else statement.rule


def common_origin(items: Sequence[Item]) -> str | None:
    """The shared origin of several lines, if they are parts of one entry and cite the same sources; otherwise None."""
    found = [item.statement for item in items]
    first = found[0] if found else None
    if first is None or len(found) < 2 or any(item.questions for item in items):
        return None
    if any(other is None or other.sources != first.sources for other in found):
        return None
    paths = [other.rule.split("/")[:-1] for other in found if other]
    root = "/".join(part for part, *others in zip(*paths, strict=False) if all(other == part for other in others))
    same = "/" in root
    return origin(first.model_copy(update={"rule": root})) if same else None


def verdict_line(rulebase: RuleBase, card: VerdictCard) -> str | None:
    """The name of the verdict, if the card's title is that of a variant."""
    verdict = rulebase.verdict.get(card.verdict or "")
    return verdict.title if verdict and verdict.title.lower() not in card.title.lower() else None


def raised_by(rulebase: RuleBase, item: Item) -> tuple[str, ...]:
    """The labels of the questions that led to a line."""
    return tuple(rulebase.questions[id_].short for id_ in item.questions if id_ in rulebase.questions)


def footer(rulebase: RuleBase, assessment: Assessment) -> str:
    """The rules this is based on."""
    return f"{rulebase.manifest.name}, rules {assessment.version} ({assessment.digest[:12]})"
