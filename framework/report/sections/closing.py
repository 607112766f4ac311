"""The end of a brief: questions that are open and could still make it more specific."""

from __future__ import annotations

from framework.languages.catalogue import to_say
from framework.reasoning.reasoner import reasoner_for
from framework.report.blocks import Block, Choices
from framework.report.sections.context import Context

MAX_QUESTIONS = 3


def not_asked(ctx: Context) -> list[Block]:
    """Closed questions that apply, are open, and can no longer change the verdict."""
    reasoner, answers = reasoner_for(ctx.rulebase), ctx.assessment.answers
    diagram = reasoner.verdicts
    relevant = diagram.prospects(diagram.known(answers)) if ctx.assessment.verdict is None else {}
    unanswered = [id_ for id_ in ctx.rulebase.closed_questions if id_ not in answers and id_ not in relevant]
    applicable = tuple(id_ for id_ in unanswered if reasoner.applies(id_, answers) is not False)
    return [Choices(to_say("Still open, though no longer decisive"), applicable[:MAX_QUESTIONS])] if applicable else []
